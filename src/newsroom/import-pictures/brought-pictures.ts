import type { Brought } from './bring-one.ts'
import { NONE_SETTLED, type SettledStories } from './settle-pictures.ts'

/** What one run did. */
export interface BroughtPictures {
  readonly fromFolders: number
  readonly fetched: number
  /** Their files had been taken in before, under another address or by a run that ended early. */
  readonly knownByContent: number
  readonly refused: number
  readonly missing: number
  /** To be asked for again. */
  readonly later: number
  /** In none of the folders, and no server was to be asked. */
  readonly notFound: number
  readonly stories: SettledStories
}

export type Tally = { -readonly [Name in keyof BroughtPictures]: BroughtPictures[Name] }

/** Nothing done yet. */
export const NOTHING_BROUGHT: BroughtPictures = {
  fromFolders: 0,
  fetched: 0,
  knownByContent: 0,
  refused: 0,
  missing: 0,
  later: 0,
  notFound: 0,
  stories: NONE_SETTLED,
}

/** Counts what came of one picture; null where there was nothing to do. */
export function count(tally: Tally, brought: Brought | null): void {
  if (brought === null) return
  if (brought.kind === 'not-found') tally.notFound += 1
  else if (brought.kind !== 'here') tally[brought.kind] += 1
  else if (brought.from === 'folder') tally.fromFolders += 1
  else if (brought.from === 'network') tally.fetched += 1
  else tally.knownByContent += 1
}

export const sumOfSettled = (one: SettledStories, other: SettledStories): SettledStories => ({
  settled: one.settled + other.settled,
  waiting: one.waiting + other.waiting,
  same: one.same + other.same,
  'with-staff': one['with-staff'] + other['with-staff'],
  gone: one.gone + other.gone,
})
