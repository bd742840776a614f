import { OnrecordError } from '../../errors.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { namedBy } from '../../store/record-links.ts'
import { entriesById, revisionsOf } from '../../store/record-log.ts'
import { awaitsSignature } from '../../store/record-state.ts'
import type { Outcome, Within } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { inTypeOrder } from './check-entries.ts'
import { findEntry } from './find-entry.ts'
import { assertHappened, assertHeldUp, claimIdsIn, draftsNeededBy, titleOf } from './going-live.ts'
import {
  performOnRecord,
  performOnRecordWithin,
  type RecordDesk,
  type RecordDone,
  toRevision,
  write,
} from './record-act.ts'
import { WITH_EVENT } from './withdraw-entry.ts'

/** The entry as it is live now, and everything that went live with it. */
export interface PublishedEntry {
  readonly entry: Entry
  readonly alongside: readonly EntryId[]
}

/**
 * Puts an entry before readers, in one act with what it needs: its places, actors, sources, documents and groups; an
 * event with its claims, their appearances and their assessments. A withdrawn entry comes back the same way.
 *
 * @throws OnrecordError `not-found`; `refused` when readers have it, when nobody says yet that an event happened, when it
 *   hangs on a draft (the event of a claim, the whole of a part), when it was merged or waits for a second signature
 */
export const publishEntry = (newsroom: Newsroom, id: EntryId): Promise<Outcome<PublishedEntry>> =>
  performOnRecord(newsroom, 'publish-entry', (desk) => putLive(desk, id))

/** The same as part of another act, such as the publication of a story. */
export const publishEntryWithin = (within: Within, id: EntryId): Promise<PublishedEntry> =>
  performOnRecordWithin(within, 'publish-entry', (desk) => putLive(desk, id))

async function putLive(desk: RecordDesk, id: EntryId): Promise<RecordDone<PublishedEntry>> {
  const { tx, act } = desk
  const entry = await findEntry(tx, id)
  assertPublishable(entry)
  const own = inTypeOrder([entry, ...(await goingWith(tx, entry))])
  await assertHeldUp(tx, own)
  const needed = await draftsNeededBy(tx, own)
  const ownIds = new Set(own.map((one) => one.id))
  const all = inTypeOrder([...needed.filter((draft) => !ownIds.has(draft.id)), ...own])
  const revisions = await write(
    desk,
    all.map((one) => toRevision(one, { status: 'live', act })),
  )
  const alongside = all.map((one) => one.id).filter((one) => one !== id)
  return { result: { entry: await findEntry(tx, id), alongside }, subject: id, revisions }
}

function assertPublishable(entry: Entry): void {
  if (entry.status === 'live') throw new OnrecordError('refused', `Readers have ${titleOf(entry)} already.`)
  if ('mergedInto' in entry.content && entry.content.mergedInto !== undefined) {
    throw new OnrecordError('refused', `${titleOf(entry)} was merged into ${entry.content.mergedInto}.`)
  }
  if (awaitsSignature(entry)) {
    throw new OnrecordError('refused', 'The assessment waits for a second person.', {
      remedy: 'Somebody else has to make the same assessment.',
    })
  }
  if (entry.type === 'evidence' && !entry.content.isPublic) {
    throw new OnrecordError('refused', 'This evidence is for the newsroom alone.', {
      remedy: 'Amend it first, if readers may know of it.',
    })
  }
}

/** What speaks of an entry and goes live, or comes back, with it. */
async function goingWith(tx: NewsroomTx, entry: Entry): Promise<Entry[]> {
  if (entry.type === 'claim') return ready(tx, await toldOf(tx, [entry.id]))
  if (entry.type !== 'event') return []
  const about = await namedBy(tx, [entry.id], ['about.eventId', 'eventId', 'subject.eventId'])
  const withEvent = await entriesById(tx, about)
  assertHappened(entry, await standing(tx, withEvent))
  return ready(tx, [...about, ...(await toldOf(tx, claimIdsIn(about)))])
}

/** Appearances and assessments of claims. */
const toldOf = (tx: NewsroomTx, claims: readonly EntryId[]): Promise<EntryId[]> =>
  namedBy(tx, claims, ['claimId', 'subject.claimId'])

/** Of these, the drafts that wait for nobody, and what was withdrawn only because its event was. */
const ready = async (tx: NewsroomTx, ids: readonly EntryId[]): Promise<Entry[]> =>
  (await standing(tx, await entriesById(tx, ids))).filter((entry) => entry.status !== 'live' && !awaitsSignature(entry))

/** Entries without those that were withdrawn for their own sake; what was withdrawn with its event counts as a draft. */
async function standing(tx: NewsroomTx, entries: readonly Entry[]): Promise<Entry[]> {
  const withdrawn = entries.filter(({ status }) => status === 'withdrawn').map(({ id }) => id)
  const history = await revisionsOf(tx, withdrawn)
  return entries.flatMap((entry) => {
    if (entry.status !== 'withdrawn') return [entry]
    return history.get(entry.id)?.at(-1)?.act === WITH_EVENT ? [{ ...entry, status: 'draft' }] : []
  })
}
