import { OnrecordError } from '../../errors.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import type { Name } from '../../record/names.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { assertReason, findEntry, findEntryOf, inWords } from './find-entry.ts'
import { performOnRecord } from './record-act.ts'
import { repointed } from './repoint.ts'

/** Which place, actor or source turned out to be which other one under another name. */
export interface EntryMerge {
  readonly from: EntryId
  readonly into: EntryId
  readonly reason: string
}

/**
 * Makes one of two places, actors or sources that are the same. Whatever named the one names the other from now on, by
 * a revision of its own; the other gains the names of the one, which is withdrawn and says where it went.
 *
 * @throws OnrecordError `refused` when they are not of one type, when either was withdrawn, when a live one would go into
 *   a draft, or when a circle would come of it (a place within itself)
 */
export const mergeEntries = (newsroom: Newsroom, { from, into, reason }: EntryMerge): Promise<Outcome<EntryId>> =>
  performOnRecord(newsroom, 'merge-entries', async (desk) => {
    assertReason(reason)
    const one = await findEntry(desk.tx, from)
    const other = await findEntry(desk.tx, into)
    if (one.type !== other.type || (one.type !== 'place' && one.type !== 'actor' && one.type !== 'source')) {
      throw new OnrecordError('refused', `A ${inWords(one.type)} and a ${inWords(other.type)} cannot be merged so.`, {
        remedy: 'Places, actors and sources are merged with their like; events have a verb of their own.',
      })
    }
    const { content } = await findEntryOf(desk.tx, one.type, other.id as never)
    const gained = { ...content, names: bothNames(content.names, one.content.names) }
    const merged = { ...one.content, mergedInto: into }
    const revisions = await repointed(desk, { one, other, reason, merged: merged as Entry['content'], gained })
    return { result: into, subject: from, detail: { into }, revisions }
  })

/** The names of the one after the other's own, each spelling once. */
const bothNames = (own: readonly Name[], more: readonly Name[]): Name[] => [
  ...own,
  ...more.filter(({ text }) => !own.some((name) => name.text === text)),
]
