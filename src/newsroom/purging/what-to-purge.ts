import { editionChangesAfter } from '../../edition/changes.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import { EDITION, EVERYTHING } from '../../edition/tags.ts'
import type { Purge } from '../../outbound/purges/purge.ts'

/** Beyond this many tags, dropping everything is quicker for the cache and for us. */
const MOST_TAGS = 2_000

/**
 * What a cache has to drop that has heard of all changes up to a number, so that it has heard of those up to another:
 * everything, where what happened in between is no longer known, or concerns everything.
 */
export async function whatToPurge(edition: EditionDb, since: number, upTo: number): Promise<Purge> {
  const all = await editionChangesAfter(edition, since)
  // One that stands for many has the number of the last of them, and so is looked at whatever its number.
  if (all.some(({ tags, purge }) => tags.includes(EVERYTHING) || purge.includes(EVERYTHING))) return EVERY_PAGE
  const changes = all.filter(({ number }) => number <= upTo)
  const withdrawn = new Set(changes.flatMap(({ purge }) => purge))
  const changed = new Set([...changes.flatMap(({ tags }) => tags), EDITION])
  if (withdrawn.size + changed.size > MOST_TAGS) return EVERY_PAGE
  return { kind: 'tags', changed: [...changed].filter((tag) => !withdrawn.has(tag)), withdrawn: [...withdrawn] }
}

const EVERY_PAGE: Purge = { kind: 'everything' }
