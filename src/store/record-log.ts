import type { Selectable } from 'kysely'
import { portions } from '../database/portions.ts'
import type { Entry, EntryId, EntryStatus, EntryType, EntryTypes, Revision } from '../record/entry.ts'
import { eventOf } from '../record/event-of.ts'
import { entryOf } from '../record/replay.ts'
import type { EventId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { takeNumbers } from './outbox.ts'
import { commit } from './record-commitment.ts'
import { type EntryState, keepStates, statesOf } from './record-state.ts'
import type { RecordRevisionRow } from './tables.ts'

/** A revision to be appended. Content null says that the entry was erased: a tombstone, which commits to nothing. */
export type NewRevision = {
  [Type in EntryType]: {
    readonly type: Type
    readonly id: EntryTypes[Type]['id']
    readonly content: EntryTypes[Type]['content'] | null
    readonly status: EntryStatus
    readonly reason: string | null
    readonly act: string
    /** The event that an erased text was about, where the entry itself did not say so; else left out. */
    readonly eventId?: EventId | null
  }
}[EntryType]

/**
 * Appends revisions to the log and lets the state of their entries follow. Nothing that was recorded is touched.
 *
 * Numbers come from the counter in the order of the rows, without holes; several rows of one entry are its revisions in
 * that order.
 */
export async function appendRevisions(
  tx: NewsroomTx,
  rows: readonly NewRevision[],
  { at, by }: { at: Instant; by: string },
): Promise<Revision[]> {
  if (rows.length === 0) return []
  const states = await statesOf(
    tx,
    rows.map(({ id }) => id),
  )
  const first = await takeNumbers(tx, 'record', rows.length)
  const revisions = rows.map((row, index) => {
    const before = states.get(row.id)
    const revision = toRevision(row, { rev: (before?.rev ?? 0) + 1, at, sequence: first + index })
    states.set(row.id, nextState(revision, before))
    return revision
  })
  const onFile = revisions.map((revision) => toRow(revision, by))
  for (const some of portions(onFile)) await tx.insertInto('record_revisions').values(some).execute()
  const newest = new Map(revisions.map((revision) => [revision.id, revision]))
  await keepStates(
    tx,
    [...newest.values()].flatMap((revision) => {
      const state = states.get(revision.id)
      return state ? [{ revision, state }] : []
    }),
  )
  return revisions
}

function toRevision(
  { eventId = null, ...row }: NewRevision,
  { rev, at, sequence }: { rev: number; at: Instant; sequence: number },
): Revision {
  const { type, id, content, status, reason, act } = row
  return {
    type,
    id,
    rev,
    status,
    recordedAt: at,
    sequence,
    content,
    reason,
    act,
    erasedAt: content === null ? at : null,
    eventId: eventOf(row) ?? eventId,
  } as Revision
}

const nextState = ({ rev, status, sequence }: Revision, before: EntryState | undefined): EntryState => ({
  rev,
  status,
  number: sequence,
  firstLive: before?.firstLive ?? (status === 'live' ? sequence : null),
})

function toRow(revision: Revision, by: string): RecordRevisionRow {
  const committed = revision.content === null ? { content: null, salt: null, commitment: '' } : commit(revision.content)
  return {
    number: revision.sequence,
    type: revision.type,
    id: revision.id,
    rev: revision.rev,
    status: revision.status,
    at: revision.recordedAt,
    by,
    act: revision.act,
    reason: revision.reason,
    ...committed,
    erased_at: revision.erasedAt,
  }
}

/** Revisions with the event that their entry is about, or was. */
const revisionRows = (db: NewsroomDb) =>
  db
    .selectFrom('record_revisions')
    .leftJoin('record_entries', 'record_entries.id', 'record_revisions.id')
    .selectAll('record_revisions')
    .select('record_entries.event_id')

/** Every revision of each of these entries, oldest first; unknown ids have none. */
export async function revisionsOf(db: NewsroomDb, ids: readonly EntryId[]): Promise<Map<EntryId, Revision[]>> {
  const found = new Map<EntryId, Revision[]>(ids.map((id) => [id, []]))
  for (const some of portions([...found.keys()])) {
    const rows = await revisionRows(db)
      .where('record_revisions.id', 'in', some)
      .orderBy('record_revisions.id')
      .orderBy('record_revisions.rev')
      .execute()
    for (const row of rows) found.get(row.id as EntryId)?.push(fromRow(row))
  }
  return found
}

/** The whole log, or what was recorded after a number, in order. */
export async function revisionsAfter(db: NewsroomDb, number: number, limit: number): Promise<Revision[]> {
  const rows = await revisionRows(db)
    .where('record_revisions.number', '>', number)
    .orderBy('record_revisions.number')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** These entries as their newest revisions have them, in the order of their ids; erased and unknown ones are left out. */
export async function entriesById(db: NewsroomDb, ids: readonly EntryId[]): Promise<Entry[]> {
  const found: Entry[] = []
  for (const some of portions([...new Set(ids)].toSorted())) {
    const rows = await db
      .selectFrom('record_entries')
      .innerJoin('record_revisions', 'record_revisions.number', 'record_entries.number')
      .selectAll('record_revisions')
      .select('record_entries.event_id')
      .where('record_entries.id', 'in', some)
      .orderBy('record_entries.id')
      .execute()
    found.push(...rows.map(fromRow).flatMap((revision) => entryOf(revision) ?? []))
  }
  return found
}

/** Who recorded each revision of an entry, oldest first. For staff only. */
export async function recordedBy(db: NewsroomDb, id: EntryId): Promise<string[]> {
  const rows = await db.selectFrom('record_revisions').select('by').where('id', '=', id).orderBy('rev').execute()
  return rows.map((row) => row.by)
}

const fromRow = (row: Selectable<RecordRevisionRow> & { event_id: string | null }): Revision =>
  ({
    type: row.type,
    id: row.id,
    rev: row.rev,
    status: row.status,
    recordedAt: row.at,
    sequence: row.number,
    content: row.content === null ? null : JSON.parse(row.content),
    reason: row.reason,
    act: row.act,
    erasedAt: row.erased_at,
    eventId: row.event_id,
  }) as Revision
