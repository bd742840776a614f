import { editionChangesAfter } from '../../edition/changes.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import { EVERYTHING, type Tag } from '../../edition/tags.ts'
import type { IndexedAddress } from './export-index.ts'

/** Must an address of the export be made anew? */
export type IsStale = (address: IndexedAddress) => boolean

/**
 * Judges addresses by what the edition says has changed since each was made: exactly those that show something that a
 * change touched, that are no longer true by the hour, or that say of themselves that they show nothing.
 *
 * @param numbers the changes of the edition that the addresses stand for
 */
export async function staleSince(
  edition: EditionDb,
  { numbers, reached, nowMs }: { numbers: Iterable<number>; reached: number; nowMs: number },
): Promise<IsStale> {
  const touchedAfter = new Map<number, ReadonlySet<Tag>>()
  for (const number of numbers) {
    // An edition that is behind the export is another one.
    const touched = number > reached ? new Set([EVERYTHING]) : await touchedSince(edition, number)
    touchedAfter.set(number, touched)
  }
  return ({ number, tags, staleAtMs }) => {
    const touched = touchedAfter.get(number)
    if (number < 0 || !touched || touched.has(EVERYTHING)) return true
    if (staleAtMs !== null && staleAtMs <= nowMs) return true
    return touched.size > 0 && (tags.length === 0 || tags.some((tag) => touched.has(tag)))
  }
}

async function touchedSince(edition: EditionDb, number: number): Promise<ReadonlySet<Tag>> {
  if (number < 0) return new Set([EVERYTHING])
  const changes = await editionChangesAfter(edition, number)
  return new Set(changes.flatMap(({ tags, purge }) => [...tags, ...purge]))
}
