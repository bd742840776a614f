import type { SideCopyId, StoryId } from '../ids.ts'
import type { Margin } from '../story/margin.ts'
import type { StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { writeStoryLines } from './story-list-lines.ts'
import { toContent } from './story-rows.ts'

/** The text of a story as it is being written, beside what readers have. */
export interface WorkingCopy {
  readonly storyId: StoryId
  /** Grows by one with each save, and never goes back. */
  readonly version: number
  /** The revision it goes on from. */
  readonly baseRevision: number
  readonly content: StoryContent
  readonly margin: Margin
  readonly savedAt: Instant
  readonly by: string
  readonly device: string
  /** Since when it says something else than that revision; null while it does not. */
  readonly changedSince: Instant | null
}

/** The working copy of a story; undefined when nobody has written in the studio yet, and the newest revision stands. */
export async function workingCopyOf(db: NewsroomDb, storyId: StoryId): Promise<WorkingCopy | undefined> {
  const row = await db.selectFrom('working_copies').selectAll().where('story_id', '=', storyId).executeTakeFirst()
  return (
    row && {
      storyId,
      version: row.version,
      baseRevision: row.base_revision,
      content: toContent(row.content),
      margin: JSON.parse(row.margin) as Margin,
      savedAt: row.saved_at as Instant,
      by: row.by,
      device: row.device,
      changedSince: row.changed_since as Instant | null,
    }
  )
}

/** The version that a story's working copy has; 0 where there is none. */
export async function workingVersion(db: NewsroomDb, storyId: StoryId): Promise<number> {
  const row = await db.selectFrom('working_copies').select('version').where('story_id', '=', storyId).executeTakeFirst()
  return row?.version ?? 0
}

/** Keeps the working copy as it is now. What was before is gone, unless somebody made it a revision. */
export async function putWorkingCopy(tx: NewsroomTx, copy: WorkingCopy): Promise<void> {
  const row = {
    version: copy.version,
    base_revision: copy.baseRevision,
    content: JSON.stringify(copy.content),
    margin: JSON.stringify(copy.margin),
    saved_at: copy.savedAt,
    by: copy.by,
    device: copy.device,
    changed_since: copy.changedSince,
  }
  await tx
    .insertInto('working_copies')
    .values({ story_id: copy.storyId, ...row })
    .onConflict((conflict) => conflict.column('story_id').doUpdateSet(row))
    .execute()
  await writeStoryLines(tx, [{ id: copy.storyId, content: copy.content, at: copy.savedAt, by: copy.by }])
}

/** A save that was answered: by whom, under which id of their browser's making. */
export interface SaveKey {
  readonly storyId: StoryId
  readonly by: string
  readonly saveId: string
}

/** What came of it: a version, or a side copy. */
export interface AnsweredSave {
  readonly version: number | null
  readonly sideCopyId: SideCopyId | null
  readonly at: Instant
}

/** What was answered to this save before; undefined when it is new, or was answered too long ago. */
export async function answeredSave(
  db: NewsroomDb,
  { storyId, by, saveId }: SaveKey,
): Promise<AnsweredSave | undefined> {
  const row = await db
    .selectFrom('working_saves')
    .select(['version', 'side_copy_id', 'at'])
    .where('story_id', '=', storyId)
    .where('by', '=', by)
    .where('save_id', '=', saveId)
    .executeTakeFirst()
  return row && { version: row.version, sideCopyId: row.side_copy_id as SideCopyId | null, at: row.at as Instant }
}

/** Remembers the answer to a save, and forgets those of before `until`. */
export async function rememberSave(
  tx: NewsroomTx,
  { storyId, by, saveId }: SaveKey,
  { version, sideCopyId, at }: AnsweredSave,
  until: Instant,
): Promise<void> {
  await tx.deleteFrom('working_saves').where('at', '<', until).execute()
  await tx
    .insertInto('working_saves')
    .values({ story_id: storyId, by, save_id: saveId, version, side_copy_id: sideCopyId, at })
    .execute()
}
