import type { FrontSlot } from '../story/front-slot.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

type Front = Pick<FrontSlot, 'list' | 'language'>
export type ChosenPlace = Pick<FrontSlot, 'position' | 'storyId' | 'until'>

/** A front as it was before somebody changed it last. */
export interface FrontBefore {
  readonly places: readonly ChosenPlace[]
  /** Who changed it, and when. */
  readonly by: string
  readonly at: Instant
}

/** The front before its last change; undefined when it has had none. */
export async function frontBefore(db: NewsroomDb, { list, language }: Front): Promise<FrontBefore | undefined> {
  const row = await db
    .selectFrom('fronts_before')
    .selectAll()
    .where('list', '=', list)
    .where('language', '=', language)
    .executeTakeFirst()
  return row && { places: JSON.parse(row.slots) as ChosenPlace[], by: row.by, at: row.at as Instant }
}

/** Keeps what a front was like, in place of what was kept of it until now. */
export async function keepFrontBefore(tx: NewsroomTx, { list, language }: Front, before: FrontBefore): Promise<void> {
  const row = { slots: JSON.stringify(before.places), by: before.by, at: before.at }
  await tx
    .insertInto('fronts_before')
    .values({ list, language, ...row })
    .onConflict((conflict) => conflict.columns(['list', 'language']).doUpdateSet(row))
    .execute()
}

/** Puts these stories in the places of a front; all others of it are free then. */
export async function replaceFrontSlots(
  tx: NewsroomTx,
  { list, language }: Front,
  places: readonly ChosenPlace[],
): Promise<void> {
  await tx.deleteFrom('front_slots').where('list', '=', list).where('language', '=', language).execute()
  if (places.length === 0) return
  await tx
    .insertInto('front_slots')
    .values(places.map(({ position, storyId, until }) => ({ list, language, position, story_id: storyId, until })))
    .execute()
}
