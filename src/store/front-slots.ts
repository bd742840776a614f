import type { StoryId } from '../ids.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { FrontSlotRow } from './tables.ts'

/** Every chosen place, or those of one front, in order of front and place. Those whose time is over are among them. */
export async function readFrontSlots(
  db: NewsroomDb,
  front: Pick<FrontSlot, 'list' | 'language'> | null,
): Promise<FrontSlot[]> {
  let query = db.selectFrom('front_slots').selectAll().orderBy('list').orderBy('language').orderBy('position')
  if (front) query = query.where('list', '=', front.list).where('language', '=', front.language)
  return (await query.execute()).map(toSlot)
}

/** The places these stories were chosen for. */
export async function slotsOfStories(db: NewsroomDb, ids: readonly StoryId[]): Promise<FrontSlot[]> {
  if (ids.length === 0) return []
  return (await db.selectFrom('front_slots').selectAll().where('story_id', 'in', ids).execute()).map(toSlot)
}

/** Puts a story in a place: whoever stood there leaves, and the story leaves any other place of the same front. */
export async function fillSlot(tx: NewsroomTx, slot: FrontSlot): Promise<void> {
  const { list, language, position, storyId, until } = slot
  await tx
    .deleteFrom('front_slots')
    .where('list', '=', list)
    .where('language', '=', language)
    .where((where) => where.or([where('position', '=', position), where('story_id', '=', storyId)]))
    .execute()
  await tx.insertInto('front_slots').values({ list, language, position, story_id: storyId, until }).execute()
}

/** Frees a place. */
export async function freeSlot(
  tx: NewsroomTx,
  { list, language, position }: Pick<FrontSlot, 'list' | 'language' | 'position'>,
): Promise<void> {
  await tx
    .deleteFrom('front_slots')
    .where('list', '=', list)
    .where('language', '=', language)
    .where('position', '=', position)
    .execute()
}

const toSlot = (row: FrontSlotRow): FrontSlot => ({
  list: row.list as FrontSlot['list'],
  language: row.language,
  position: row.position,
  storyId: row.story_id as StoryId,
  until: row.until as Instant | null,
})
