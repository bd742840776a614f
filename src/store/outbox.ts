import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { EntryId } from '../record/entry.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { NewsroomTables } from './tables.ts'

/** What a change is about: one story, one entry of the record, or the house (paper, sections, bylines). Ids only, never text. */
export type ChangeSubject =
  | { readonly kind: 'story'; readonly storyId: StoryId }
  | { readonly kind: 'record'; readonly entryId: EntryId }
  | { readonly kind: 'house' }

/** One numbered change that the edition has to follow. */
export type OutboxRow = ChangeSubject & { readonly number: number }

/**
 * Takes the next numbers of a counter inside this transaction.
 *
 * The row stays locked until the commit, so numbers commit in order and without holes: a reader that has seen
 * number n has seen all before it. A sequence would not promise that.
 *
 * @returns the first of the numbers taken
 */
export async function takeNumbers(
  tx: NewsroomTx,
  counter: 'outbox' | 'audit' | 'record' | 'evidence',
  howMany: number,
): Promise<number> {
  const { value } = await tx
    .updateTable('counters')
    .set((set) => ({ value: set('value', '+', howMany) }))
    .where('name', '=', counter)
    .returning('value')
    .executeTakeFirstOrThrow()
  return value - howMany + 1
}

/** Notes changes for the edition, in the transaction that makes them. @returns the number of the last one */
export async function noteChanges(tx: NewsroomTx, subjects: readonly ChangeSubject[], at: Instant): Promise<number> {
  const first = await takeNumbers(tx, 'outbox', subjects.length)
  const rows = subjects.map((subject, index) => ({
    number: first + index,
    kind: subject.kind,
    subject_id: subjectIdOf(subject),
    at,
  }))
  for (const some of portions(rows)) await tx.insertInto('outbox').values(some).execute()
  return first + subjects.length - 1
}

/** The changes after a number, in order. */
export async function changesAfter(db: NewsroomDb, number: number, limit: number): Promise<OutboxRow[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['number', 'kind', 'subject_id'])
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(toOutboxRow)
}

function subjectIdOf(subject: ChangeSubject): string | null {
  if (subject.kind === 'story') return subject.storyId
  return subject.kind === 'record' ? subject.entryId : null
}

function toOutboxRow({ number, kind, subject_id: id }: OutboxOnFile): OutboxRow {
  if (kind === 'story') return { number, kind, storyId: id as StoryId }
  return kind === 'record' ? { number, kind, entryId: id as EntryId } : { number, kind: 'house' }
}

type OutboxOnFile = Pick<NewsroomTables['outbox'], 'number' | 'kind' | 'subject_id'>

/** The number of the newest change; 0 when there was none. */
export async function newestChange(db: NewsroomDb): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', 'outbox').executeTakeFirst()
  return row?.value ?? 0
}

/** Sees to it that the numbers given out from now on lie above one that was seen elsewhere. @returns the newest number */
export async function raiseNumber(tx: NewsroomTx, counter: 'outbox', above: number): Promise<number> {
  await tx
    .updateTable('counters')
    .set({ value: above })
    .where('name', '=', counter)
    .where('value', '<', above)
    .execute()
  return newestChange(tx)
}
