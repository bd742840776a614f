import { OnrecordError } from '../../errors.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { namedBy, referringTo } from '../../store/record-links.ts'
import { entriesById } from '../../store/record-log.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { assertReason, findEntry } from './find-entry.ts'
import { claimIdsIn, hangsOn, titleOf } from './going-live.ts'
import { performOnRecord, toRevision, write } from './record-act.ts'

/** The act, in the log, of what was withdrawn only because its event was: it comes back with the event. */
export const WITH_EVENT = 'withdraw-with-event'

/**
 * Takes an entry back: it no longer counts, and stays in history with the reason. An event takes its claims with it,
 * their appearances and assessments. A draft is put aside the same way; readers hear nothing of that.
 *
 * A claim that its claimant took back is not withdrawn: that is `retractClaim`.
 *
 * @throws OnrecordError `not-found`, `bad-input` without a reason, `refused` when it was withdrawn before or when other
 *   entries still need it
 */
export const withdrawEntry = (
  newsroom: Newsroom,
  { id, reason }: { id: EntryId; reason: string },
): Promise<Outcome<EntryId>> =>
  performOnRecord(newsroom, 'withdraw-entry', async (desk) => {
    assertReason(reason)
    const entry = await findEntry(desk.tx, id)
    if (entry.status === 'withdrawn') throw new OnrecordError('refused', `${titleOf(entry)} was withdrawn already.`)
    const along = entry.type === 'event' ? await claimsOf(desk.tx, id) : []
    await assertNotNeeded(desk.tx, entry)
    const revisions = await write(desk, [
      ...along.map((one) => toRevision(one, { status: 'withdrawn', reason, act: WITH_EVENT })),
      toRevision(entry, { status: 'withdrawn', reason, act: desk.act }),
    ])
    return { result: id, subject: id, revisions }
  })

/** An event's claims with their appearances and every assessment of the event's figures, those that stand. */
async function claimsOf(tx: NewsroomTx, eventId: EntryId): Promise<Entry[]> {
  const about = await namedBy(tx, [eventId], ['about.eventId', 'subject.eventId'])
  const told = await namedBy(tx, claimIdsIn(about), ['claimId', 'subject.claimId'])
  return (await entriesById(tx, [...new Set([...about, ...told])])).filter(({ status }) => status !== 'withdrawn')
}

/**
 * A place, actor, source, document or group that others name stays while they stand; so does an event with live parts.
 * What hangs on a claim (its appearances, later claims about it) does not hold it: it goes quiet with it.
 */
async function assertNotNeeded(tx: NewsroomTx, entry: Entry): Promise<void> {
  if (entry.type === 'claim' || entry.type === 'appearance' || entry.type === 'assessment') return
  const named = await entriesById(tx, await referringTo(tx, entry.id))
  const standing = named.filter((one) => one.status !== 'withdrawn')
  const needing = entry.type === 'event' ? standing.filter((one) => isPartOf(one, entry)) : standing
  const [first] = needing
  if (!first) return
  const others = needing.length === 1 ? '' : ` and ${needing.length - 1} more`
  throw new OnrecordError('refused', `${titleOf(entry)} is named by ${titleOf(first)}${others}.`, {
    remedy: 'Amend or withdraw those first, or merge it into another entry.',
  })
}

const isPartOf = (one: Entry, whole: Entry): boolean => one.type === 'event' && hangsOn(one).includes(whole.id)
