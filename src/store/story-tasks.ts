import { portions } from '../database/portions.ts'
import type { ClaimId, StoryId, TaskId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { NewsroomTables } from './tables.ts'

/** A figure of a live story has moved in the record: somebody has to look whether the words still hold. */
export interface StoryTask {
  readonly id: TaskId
  readonly storyId: StoryId
  /** The claim that the story states. */
  readonly claimId: ClaimId
  /** The claim that moved it: itself, or another of the same figure. */
  readonly movedBy: ClaimId
  /** The story's words. */
  readonly words: string
  /** The record's number at which it moved. */
  readonly sequence: number
  readonly at: Instant
  readonly doneAt: Instant | null
  readonly doneBy: string | null
}

export type NewTask = Omit<StoryTask, 'doneAt' | 'doneBy'>

/** Opens tasks; one that exists for the same move is left as it is. */
export async function openTasks(tx: NewsroomTx, tasks: readonly NewTask[]): Promise<void> {
  const rows = tasks.map(({ id, storyId, claimId, movedBy, words, sequence, at }) => ({
    id,
    story_id: storyId,
    claim_id: claimId,
    moved_by: movedBy,
    words,
    sequence,
    at,
    done_at: null,
    done_by: null,
  }))
  for (const some of portions(rows)) {
    await tx
      .insertInto('story_tasks')
      .values(some)
      .onConflict((conflict) => conflict.columns(['story_id', 'claim_id', 'moved_by', 'sequence']).doNothing())
      .execute()
  }
}

/** What is still to be looked at, the oldest first; of one story, or of all. */
export async function pendingTasks(
  db: NewsroomDb,
  { storyId, limit }: { storyId: StoryId | null; limit: number },
): Promise<StoryTask[]> {
  let query = db.selectFrom('story_tasks').selectAll().where('done_at', 'is', null)
  if (storyId !== null) query = query.where('story_id', '=', storyId)
  return (await query.orderBy('at').orderBy('id').limit(limit).execute()).map(toTask)
}

/** Closes the tasks of a story, or one of them. @returns how many were open */
export async function closeTasks(
  tx: NewsroomTx,
  { storyId, taskId }: { storyId: StoryId; taskId: TaskId | null },
  { at, by }: { at: Instant; by: string },
): Promise<number> {
  let query = tx.updateTable('story_tasks').set({ done_at: at, done_by: by })
  query = query.where('story_id', '=', storyId).where('done_at', 'is', null)
  if (taskId !== null) query = query.where('id', '=', taskId)
  return (await query.returning('id').execute()).length
}

/** Opens again what a publication had closed, since that publication was taken back. */
export async function reopenTasks(
  tx: NewsroomTx,
  { storyId, doneAt }: { storyId: StoryId; doneAt: Instant },
): Promise<void> {
  await tx
    .updateTable('story_tasks')
    .set({ done_at: null, done_by: null })
    .where('story_id', '=', storyId)
    .where('done_at', '=', doneAt)
    .execute()
}

/** Opens a task again that was closed. @returns whether it was closed */
export async function reopenTask(
  tx: NewsroomTx,
  { storyId, taskId }: { storyId: StoryId; taskId: TaskId },
): Promise<boolean> {
  const opened = await tx
    .updateTable('story_tasks')
    .set({ done_at: null, done_by: null })
    .where('story_id', '=', storyId)
    .where('id', '=', taskId)
    .where('done_at', 'is not', null)
    .returning('id')
    .execute()
  return opened.length > 0
}

const toTask = (row: NewsroomTables['story_tasks']): StoryTask => ({
  id: row.id as TaskId,
  storyId: row.story_id as StoryId,
  claimId: row.claim_id as ClaimId,
  movedBy: row.moved_by as ClaimId,
  words: row.words,
  sequence: row.sequence,
  at: row.at as Instant,
  doneAt: row.done_at as Instant | null,
  doneBy: row.done_by,
})
