import type { SideCopyId, StoryId } from '../ids.ts'
import type { Margin } from '../story/margin.ts'
import type { StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { toContent } from './story-rows.ts'

/** A text that lies beside a story because it could not be saved into it. */
export interface SideCopy {
  readonly id: SideCopyId
  readonly storyId: StoryId
  /** The version of the working copy that it was written on. */
  readonly baseVersion: number
  readonly content: StoryContent
  readonly margin: Margin
  readonly by: string
  readonly device: string
  readonly at: Instant
  readonly reason: SideReason
  readonly settledAt: Instant | null
}

/**
 * Why it lies there: written on an older text; left by somebody who may not write there any more; replaced from elsewhere
 * (the command line, an import); or handed over while the story was scheduled.
 */
export type SideReason = 'conflict' | 'late' | 'replaced' | 'handover'

export type SideCopyLine = Omit<SideCopy, 'content' | 'margin' | 'storyId'> & { readonly headline: string }

/** A side copy of this story; undefined when there is none with this id. */
export async function sideCopyById(db: NewsroomDb, storyId: StoryId, id: SideCopyId): Promise<SideCopy | undefined> {
  const row = await db
    .selectFrom('side_copies')
    .selectAll()
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .executeTakeFirst()
  return row && { ...toLine(row), storyId, content: toContent(row.content), margin: JSON.parse(row.margin) as Margin }
}

/** The side copies of a story, newest first, those that have been settled included; at most 200. */
export async function sideCopiesOf(db: NewsroomDb, storyId: StoryId): Promise<SideCopyLine[]> {
  const rows = await db
    .selectFrom('side_copies')
    .select(['id', 'base_version', 'headline', 'by', 'device', 'at', 'reason', 'settled_at'])
    .where('story_id', '=', storyId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...toLine(row), headline: row.headline }))
}

/** How many of them nobody has settled. */
export async function countOpenSideCopies(db: NewsroomDb, storyId: StoryId): Promise<number> {
  const row = await db
    .selectFrom('side_copies')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('story_id', '=', storyId)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** What a device has laid beside the story from this version and nobody has settled: its later words belong there too. */
export async function openSideCopies(
  db: NewsroomDb,
  { storyId, by, device, baseVersion, reason }: Pick<SideCopy, 'storyId' | 'by' | 'device' | 'baseVersion' | 'reason'>,
): Promise<Pick<SideCopy, 'id' | 'content'>[]> {
  const rows = await db
    .selectFrom('side_copies')
    .select(['id', 'content'])
    .where('story_id', '=', storyId)
    .where('by', '=', by)
    .where('device', '=', device)
    .where('base_version', '=', baseVersion)
    .where('reason', '=', reason)
    .where('settled_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, content }) => ({ id: id as SideCopyId, content: toContent(content) }))
}

/** Lays a text beside the story, or brings one that lies there up to its device's newest words. */
export async function putSideCopy(tx: NewsroomTx, copy: Omit<SideCopy, 'settledAt'>): Promise<void> {
  const newest = {
    content: JSON.stringify(copy.content),
    margin: JSON.stringify(copy.margin),
    headline: copy.content.headline,
    at: copy.at,
  }
  await tx
    .insertInto('side_copies')
    .values({
      id: copy.id,
      story_id: copy.storyId,
      base_version: copy.baseVersion,
      by: copy.by,
      device: copy.device,
      reason: copy.reason,
      settled_at: null,
      settled_by: null,
      ...newest,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(newest))
    .execute()
}

/** Marks side copies of a story as settled; those that were stay as they are. */
export async function markSettled(
  tx: NewsroomTx,
  storyId: StoryId,
  ids: readonly SideCopyId[],
  { at, by }: { at: Instant; by: string },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('side_copies')
    .set({ settled_at: at, settled_by: by })
    .where('story_id', '=', storyId)
    .where('id', 'in', ids)
    .where('settled_at', 'is', null)
    .execute()
}

export async function deleteSideCopy(tx: NewsroomTx, id: SideCopyId): Promise<void> {
  await tx.deleteFrom('side_copies').where('id', '=', id).execute()
}

/** Removes side copies that were settled before this. */
export async function deleteSettledBefore(tx: NewsroomTx, until: Instant): Promise<void> {
  await tx.deleteFrom('side_copies').where('settled_at', '<', until).execute()
}

const toLine = (row: {
  id: string
  base_version: number
  by: string
  device: string
  at: string
  reason: string
  settled_at: string | null
}): Omit<SideCopyLine, 'headline'> => ({
  id: row.id as SideCopyId,
  baseVersion: row.base_version,
  by: row.by,
  device: row.device,
  at: row.at as Instant,
  reason: row.reason as SideReason,
  settledAt: row.settled_at as Instant | null,
})
