import { resolve } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { watchedNamed } from '../newsroom/ingest/find-incoming.ts'
import { type Look, lookAt } from '../newsroom/ingest/look.ts'
import {
  changeWatched,
  removeWatched,
  USUAL_DAYS,
  USUAL_MINUTES,
  watchSource,
} from '../newsroom/ingest/watch-source.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { guardedFetchIfChanged } from '../outbound/guarded-fetch.ts'
import { countWaiting } from '../store/incoming-copy.ts'
import { type WatchedSource, watchedSources } from '../store/watched-sources.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { idOfType } from './entry-id.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

export interface AddOptions extends Printing {
  readonly name: string
  readonly source?: string
  readonly lang?: string
  readonly every?: number
  readonly keep?: number
}

/** Begins to watch a feed or a folder. */
export async function add(app: Application, address: string, options: AddOptions): Promise<void> {
  const kind = /^https?:/i.test(address) ? 'feed' : 'folder'
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const sourceId = options.source === undefined ? null : await idOfType(newsroom.db, 'source', options.source)
    const watched = await watchSource(newsroom, {
      kind,
      address: kind === 'feed' ? address : resolve(address),
      name: options.name,
      sourceId,
      language: options.lang === undefined ? null : languageTag(options.lang),
      everyMinutes: options.every ?? USUAL_MINUTES,
      keepDays: options.keep ?? USUAL_DAYS,
    })
    tell(
      options,
      `Watched from now on: ${strong(watched.name)} (${watched.id}), every ${watched.everyMinutes} minutes.`,
    )
    tell(options, faint('A running server looks at it within seconds; without one: ./onrecord ingest now'))
    tellJson(options, watched)
  })
}

function languageTag(text: string): string {
  if (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)) return text
  throw new OnrecordError('bad-input', `“${text}” is no language tag.`, { remedy: 'Use one such as en, fr or fr-CD.' })
}

/** What is watched, and how it is. */
export async function list(app: Application, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const sources = await watchedSources(db)
    const waiting = await countWaiting(db)
    for (const watched of sources) tell(printing, ...linesOf(watched, waiting.get(watched.id) ?? 0))
    if (sources.length === 0)
      tell(printing, 'Nothing is watched yet. Begin with: ./onrecord ingest add https://… --name …')
    tellJson(
      printing,
      sources.map((watched) => ({ ...watched, waiting: waiting.get(watched.id) ?? 0 })),
    )
  })
}

const minuteOf = (instant: string): string => `${instant.slice(0, 16).replace('T', ' ')} UTC`

function linesOf(watched: WatchedSource, waiting: number): string[] {
  const { name, id, address, everyMinutes, isOn, lookedAt, newAt, nextAt, failures, failure } = watched
  const state = isOn ? `every ${everyMinutes} minutes` : 'paused'
  const looked = lookedAt === null ? 'not looked at yet' : `looked at ${minuteOf(lookedAt)}`
  const came = newAt === null ? 'nothing new yet' : `something new ${minuteOf(newAt)}`
  const failed = failures > 0 ? `failed ${failures} ${failures === 1 ? 'time' : 'times in a row'}; ` : ''
  const again = failures > 0 && isOn ? ` Tried again ${minuteOf(nextAt)}.` : ''
  return [
    `${strong(name)}  ${state}, ${waiting} waiting`,
    `    ${address}`,
    faint(`    ${looked}, ${came}, ${id}`),
    ...(failure === null ? [] : [`    ${failed}${failure}${again}`]),
  ]
}

export interface ChangeOptions extends Printing {
  readonly rename?: string
  readonly lang?: string
  readonly every?: number
  readonly keep?: number
  readonly pause: boolean
  readonly resume: boolean
}

/** Changes how a source is watched. */
export async function change(app: Application, name: string, options: ChangeOptions): Promise<void> {
  if (options.pause && options.resume) {
    throw new OnrecordError('bad-input', 'A source cannot be paused and resumed at once.', { remedy: 'Leave one out.' })
  }
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const { id } = await watchedNamed(newsroom.db, name)
    const after = await changeWatched(newsroom, id, {
      name: options.rename,
      language: options.lang === undefined ? undefined : languageTag(options.lang),
      everyMinutes: options.every,
      keepDays: options.keep,
      isOn: options.pause ? false : options.resume ? true : undefined,
    })
    tell(options, ...linesOf(after, (await countWaiting(newsroom.db)).get(id) ?? 0))
    tellJson(options, after)
  })
}

/** Looks at one source, or at all that are on, and says what came. */
export async function now(app: Application, name: string | undefined, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const sources =
      name === undefined
        ? (await watchedSources(newsroom.db)).filter(({ isOn }) => isOn)
        : [await watchedNamed(newsroom.db, name)]
    const looks: object[] = []
    for (const watched of sources) {
      const look = await lookAtIt(newsroom, watched)
      tell(printing, ...linesOfLook(watched, look))
      const { received, problem, hasFailed, isPending } = look
      looks.push({ source: watched.name, id: watched.id, ...received, problem, hasFailed, isPending })
    }
    if (sources.length === 0) tell(printing, 'Nothing is watched, or all of it is paused.')
    tellJson(printing, looks)
  })
}

async function lookAtIt(newsroom: Newsroom, watched: WatchedSource): Promise<Look> {
  const faults: unknown[] = []
  const look = await lookAt(newsroom, watched, {
    fetch: guardedFetchIfChanged,
    onFault: (error) => faults.push(error),
  })
  // A fault of ours ends the command as every other does.
  for (const fault of faults) throw fault
  return look
}

function linesOfLook({ name }: WatchedSource, look: Look): string[] {
  const { received, problem, hasFailed, isPending } = look
  const { added, changed, unchanged, tooOld } = received
  const old = tooOld > 0 ? `, ${tooOld} too old to be kept` : ''
  return [
    hasFailed
      ? `${strong(name)}: the look failed. ${problem ?? ''}`
      : `${strong(name)}: ${added.length} new, ${changed.length} changed, ${unchanged} as before${old}.`,
    ...(problem === null || hasFailed ? [] : [`    ${problem}`]),
    ...(isPending ? ['    Some files came just now or are still being written: look again in a few seconds.'] : []),
  ]
}

/** Watches a source no longer. */
export async function remove(app: Application, name: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const watched = await watchedNamed(newsroom.db, name)
    await removeWatched(newsroom, watched.id)
    tell(printing, `Not watched any more: ${watched.name}. What came from it is gone; stories begun from it stay.`)
    tellJson(printing, { id: watched.id, name: watched.name })
  })
}
