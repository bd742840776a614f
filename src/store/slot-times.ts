import type { FrontChangeId, StoryId } from '../ids.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { Instant } from '../time.ts'
import type { FrontChangeRow } from './list-tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A change of one place of a front, to be made at a time to come. */
export interface FrontChange extends Pick<FrontSlot, 'list' | 'language' | 'position' | 'until'> {
  readonly id: FrontChangeId
  /** Null lets the newest stories fill the place again. */
  readonly storyId: StoryId | null
  readonly fromAt: Instant
  readonly by: string
  /** When it was set. */
  readonly at: Instant
  /** Why it could not be made when its time came; null while it waits. */
  readonly refused: string | null
}

/** Sets a change to be made; one that was set for the same place and time gives way. */
export async function insertFrontChange(tx: NewsroomTx, change: FrontChange): Promise<void> {
  const { id, list, language, position, storyId, fromAt, until, by, at, refused } = change
  await tx
    .deleteFrom('front_changes')
    .where('list', '=', list)
    .where('language', '=', language)
    .where('position', '=', position)
    .where('from_at', '=', fromAt)
    .execute()
  await tx
    .insertInto('front_changes')
    .values({ id, list, language, position, story_id: storyId, from_at: fromAt, until, by, at, refused })
    .execute()
}

/** The changes that wait for their time on a front, and those that could not be made; the earliest first. */
export async function frontChanges(
  db: NewsroomDb,
  { list, language }: Pick<FrontSlot, 'list' | 'language'>,
): Promise<FrontChange[]> {
  const rows = await db
    .selectFrom('front_changes')
    .selectAll()
    .where('list', '=', list)
    .where('language', '=', language)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map(toChange)
}

/** Changes whose time has come, the earliest first. */
export async function dueFrontChanges(db: NewsroomDb, now: Instant): Promise<FrontChange[]> {
  const rows = await db
    .selectFrom('front_changes')
    .selectAll()
    .where('from_at', '<=', now)
    .where('refused', 'is', null)
    .orderBy('from_at')
    .orderBy('id')
    .execute()
  return rows.map(toChange)
}

export async function frontChangeById(db: NewsroomDb, id: FrontChangeId): Promise<FrontChange | undefined> {
  const row = await db.selectFrom('front_changes').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toChange(row)
}

/** Takes a change away: it was made, or nobody wants it any more. */
export async function deleteFrontChange(tx: NewsroomTx, id: FrontChangeId): Promise<void> {
  await tx.deleteFrom('front_changes').where('id', '=', id).execute()
}

/** Notes why a change could not be made. It is not tried again. */
export async function refuseFrontChange(tx: NewsroomTx, id: FrontChangeId, reason: string): Promise<void> {
  await tx.updateTable('front_changes').set({ refused: reason }).where('id', '=', id).execute()
}

const toChange = (row: FrontChangeRow): FrontChange => ({
  id: row.id as FrontChangeId,
  list: row.list as FrontSlot['list'],
  language: row.language,
  position: row.position,
  storyId: row.story_id as StoryId | null,
  fromAt: row.from_at as Instant,
  until: row.until as Instant | null,
  by: row.by,
  at: row.at as Instant,
  refused: row.refused,
})
