import { basename } from 'node:path'
import { type WatchedSource, watchedSources } from '../../store/watched-sources.ts'
import type { Finding } from '../finding.ts'
import type { Newsroom } from '../newsroom.ts'

/** A source that fails so often in a row is worth a word: a server that was away for an hour is not. */
const WORTH_A_WORD = 3

/** How the watched feeds and folders are. Nothing is said where none is watched. */
export async function examineIngest({ db }: Pick<Newsroom, 'db'>): Promise<Finding[]> {
  const watched = (await watchedSources(db)).filter(({ isOn }) => isOn)
  if (watched.length === 0) return []
  const failing = watched.filter(({ failures }) => failures >= WORTH_A_WORD)
  if (failing.length > 0) return failing.map(findingOf)
  const sources = watched.length === 1 ? 'one source is' : `${watched.length} sources are`
  return [{ level: 'ok', what: `Incoming copy: ${sources} watched, and none fails.` }]
}

const findingOf = (watched: WatchedSource): Finding => ({
  level: 'note',
  what: `Incoming copy: the last ${watched.failures} looks at “${watched.name}” have failed. ${reasonOf(watched)}`,
  remedy: 'See when it is tried next with ./onrecord ingest list, and whether its address is still right.',
})

/** The folder by its own name: where it lies is not for the studio. */
const reasonOf = ({ kind, failure, address }: WatchedSource): string =>
  kind === 'folder' ? (failure ?? '').replaceAll(address, basename(address)) : (failure ?? '')
