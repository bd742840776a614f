import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/**
 * Where a story stands with a picture that it wants: the picture is not here, it is here and has yet to be put in, the
 * story shows it, its newest revision does and readers wait for an editor, or staff have the story and it was left alone.
 */
export type WantedPlace = 'waiting' | 'ready' | 'shown' | 'with-editor' | 'with-staff'

/** A story that shows, or would show, a wanted picture. */
export interface WantedUse {
  readonly key: string
  readonly storyId: StoryId
  readonly place: WantedPlace
}

/** What these stories want. */
export async function usesOfStories(db: NewsroomDb, storyIds: readonly StoryId[]): Promise<WantedUse[]> {
  const found: WantedUse[] = []
  for (const some of portions(storyIds)) {
    const rows = await db.selectFrom('wanted_picture_uses').selectAll().where('story_id', 'in', some).execute()
    found.push(...rows.map(toUse))
  }
  return found
}

/** Adds uses, or changes the place of those that are there. */
export async function putUses(tx: NewsroomTx, uses: readonly WantedUse[]): Promise<void> {
  for (const some of portions(uses)) {
    await tx
      .insertInto('wanted_picture_uses')
      .values(some.map(({ key, storyId, place }) => ({ key, story_id: storyId, place })))
      .onConflict((conflict) =>
        conflict.columns(['key', 'story_id']).doUpdateSet((set) => ({ place: set.ref('excluded.place') })),
      )
      .execute()
  }
}

/** Forgets what these stories want. */
export async function deleteUses(tx: NewsroomTx, storyIds: readonly StoryId[]): Promise<void> {
  for (const some of portions(storyIds)) {
    await tx.deleteFrom('wanted_picture_uses').where('story_id', 'in', some).execute()
  }
}

/** A picture has come: stories that wait for it are ready to show it. */
export async function readyUses(tx: NewsroomTx, key: string): Promise<void> {
  await tx
    .updateTable('wanted_picture_uses')
    .set({ place: 'ready' })
    .where('key', '=', key)
    .where('place', '=', 'waiting')
    .execute()
}

/** Notes what came of a story whose pictures were put in. */
export async function placeReadyUses(tx: NewsroomTx, storyId: StoryId, place: WantedPlace): Promise<void> {
  await tx
    .updateTable('wanted_picture_uses')
    .set({ place })
    .where('story_id', '=', storyId)
    .where('place', '=', 'ready')
    .execute()
}

/**
 * Stories with pictures that are here and have yet to be put in, by id, after `after`.
 *
 * @param wholeOnly only those that wait for no other picture: they are changed once instead of once for each
 */
export async function storiesReady(
  db: NewsroomDb,
  { after, limit, wholeOnly }: { readonly after: StoryId | null; readonly limit: number; readonly wholeOnly: boolean },
): Promise<StoryId[]> {
  let query = db
    .selectFrom('wanted_picture_uses as ready')
    .select('ready.story_id')
    .distinct()
    .where('ready.place', '=', 'ready')
    .orderBy('ready.story_id')
    .limit(limit)
  if (after !== null) query = query.where('ready.story_id', '>', after)
  if (wholeOnly) {
    query = query.where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('wanted_picture_uses as other')
            .innerJoin('wanted_pictures', 'wanted_pictures.key', 'other.key')
            .select('other.key')
            .whereRef('other.story_id', '=', 'ready.story_id')
            .where('other.place', '=', 'waiting')
            .where('wanted_pictures.state', '=', 'waiting'),
        ),
      ),
    )
  }
  return (await query.execute()).map((row) => row.story_id as StoryId)
}

/** Is a story ready to show a picture that is here? */
export async function isAnyReady(db: NewsroomDb): Promise<boolean> {
  const row = await db
    .selectFrom('wanted_picture_uses')
    .select('story_id')
    .where('place', '=', 'ready')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A story by its headline, with a picture that it wants. */
export interface StoryWanting {
  readonly key: string
  readonly storyId: StoryId
  readonly headline: string
}

const withHeadlines = (db: NewsroomDb) =>
  db
    .selectFrom('wanted_picture_uses')
    .innerJoin('stories', 'stories.id', 'wanted_picture_uses.story_id')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .select(['wanted_picture_uses.key', 'stories.id', 'story_revisions.headline'])

/** The first stories that want a picture, by id, and how many there are. */
export async function storiesWanting(
  db: NewsroomDb,
  key: string,
  limit: number,
): Promise<{ readonly first: readonly StoryWanting[]; readonly count: number }> {
  const rows = await withHeadlines(db)
    .where('wanted_picture_uses.key', '=', key)
    .orderBy('wanted_picture_uses.story_id')
    .limit(limit)
    .execute()
  if (rows.length < limit) return { first: rows.map(toWanting), count: rows.length }
  const { stories } = await db
    .selectFrom('wanted_picture_uses')
    .select((select) => select.fn.countAll<number>().as('stories'))
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return { first: rows.map(toWanting), count: stories }
}

/** Has stories looked at again that were left alone because staff had them. */
export async function readyLeftUses(tx: NewsroomTx): Promise<void> {
  await tx.updateTable('wanted_picture_uses').set({ place: 'ready' }).where('place', '=', 'with-staff').execute()
}

/** Stories that staff have, and that were left without pictures that are here; page on with the last of a page. */
export async function storiesLeftWithStaff(
  db: NewsroomDb,
  after: Pick<StoryWanting, 'key' | 'storyId'> | null,
  limit: number,
): Promise<StoryWanting[]> {
  let query = withHeadlines(db)
    .where('wanted_picture_uses.place', '=', 'with-staff')
    .orderBy('wanted_picture_uses.key')
    .orderBy('wanted_picture_uses.story_id')
    .limit(limit)
  if (after) {
    const { key, storyId } = after
    query = query.where((where) =>
      where(
        where.refTuple('wanted_picture_uses.key', 'wanted_picture_uses.story_id'),
        '>',
        where.tuple(key, storyId as string),
      ),
    )
  }
  return (await query.execute()).map(toWanting)
}

/** How many stories show a picture in a revision that readers do not have yet. */
export async function countWithEditor(db: NewsroomDb): Promise<number> {
  const row = await db
    .selectFrom('wanted_picture_uses')
    .select((select) => select.fn.count<number>('story_id').distinct().as('stories'))
    .where('place', '=', 'with-editor')
    .executeTakeFirstOrThrow()
  return row.stories
}

const toWanting = (row: { key: string; id: string; headline: string }): StoryWanting => ({
  key: row.key,
  storyId: row.id as StoryId,
  headline: row.headline,
})

const toUse = (row: { key: string; story_id: string; place: string }): WantedUse => ({
  key: row.key,
  storyId: row.story_id as StoryId,
  place: row.place as WantedPlace,
})
