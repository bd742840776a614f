import type { Entry, EntryId, EntryStatus, EntryType, EntryTypes, Revision } from '../../record/entry.ts'
import type { RecordAct } from '../../staff/acts.ts'
import type { AuditLine } from '../../store/audit.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { appendRevisions, type NewRevision } from '../../store/record-log.ts'
import { everLive } from '../../store/record-state.ts'
import type { Instant } from '../../time.ts'
import { type Done, type Outcome, perform, recordWithin, type Within } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { flagStories } from './flag-stories.ts'

/** One act on the record while it is done: its transaction, its hour and its name in the audit and in the log. */
export interface RecordDesk {
  readonly newsroom: Newsroom
  readonly tx: NewsroomTx
  readonly now: Instant
  readonly act: string
}

/** An entry as somebody wants it to stand, judged by `checkEntries` before it is written. */
export type Proposal = {
  [Type in EntryType]: {
    readonly type: Type
    readonly id: EntryTypes[Type]['id']
    readonly content: EntryTypes[Type]['content']
  }
}[EntryType]

/** What an act on the record came to. */
export interface RecordDone<Result> {
  readonly result: Result
  readonly subject: EntryId | string
  readonly revisions: readonly Revision[]
  /** What was erased, as it stood before: the revisions no longer say which figures they move. */
  readonly erased?: readonly Entry[]
  readonly detail?: AuditLine['detail']
}

/**
 * Does one thing to the record: the revisions, one audit line (ids and counts) and a number for the edition for each
 * entry of which readers have or had something, in one transaction. Drafts leave no number. Stories whose figures moved
 * become tasks for their desks.
 */
export const performOnRecord = <Result>(
  newsroom: Newsroom,
  act: RecordAct,
  work: (desk: RecordDesk) => Promise<RecordDone<Result>>,
): Promise<Outcome<Result>> => perform(newsroom, act, (tx, now) => doneToRecord({ newsroom, tx, now, act }, work))

/** The same as part of another act, such as the publication of a story. */
export const performOnRecordWithin = async <Result>(
  within: Within,
  act: RecordAct,
  work: (desk: RecordDesk) => Promise<RecordDone<Result>>,
): Promise<Result> => (await recordWithin(within, act, () => doneToRecord({ ...within, act }, work))).result

async function doneToRecord<Result>(
  desk: RecordDesk,
  work: (desk: RecordDesk) => Promise<RecordDone<Result>>,
): Promise<Done<Result>> {
  const { revisions, erased = [], detail, ...done } = await work(desk)
  await flagStories(desk, revisions, erased)
  const ids = [...new Set(revisions.map(({ id }) => id))]
  const publicIds = await everLive(desk.tx, ids)
  return {
    ...done,
    detail: { ...detail, revisions: revisions.length },
    changes: ids.filter((id) => publicIds.has(id)).map((entryId) => ({ kind: 'record', entryId })),
  }
}

/** A proposal as a revision in the making. */
export const toRevision = (
  { type, id, content }: Proposal,
  more: { readonly status: EntryStatus; readonly reason?: string | null; readonly act: string },
): NewRevision =>
  ({ type, id, content, status: more.status, reason: more.reason ?? null, act: more.act }) as NewRevision

/** Appends revisions under the name of whoever acts. */
export const write = ({ newsroom, tx, now }: RecordDesk, rows: readonly NewRevision[]): Promise<Revision[]> =>
  appendRevisions(tx, rows, { at: now, by: newsroom.actor.name })
