import { type Selectable, sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { PictureId, StoryId } from '../ids.ts'
import { picturesIn } from '../story/pictures.ts'
import type { PublicPicture, Rendition } from '../story/public-picture.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { toContent } from './story-rows.ts'
import type { PictureRow } from './tables.ts'

/** A picture as the newsroom has it: what readers may get of it, and the words that a figure begins with. */
export interface Picture extends PublicPicture, PictureWords {
  readonly takenOn: LocalDate | null
  readonly addedAt: Instant
  readonly by: string
  /** Of the file as it came, in hexadecimal: the same file again is the same picture. */
  readonly sha256: string
}

/** What a figure that shows the picture begins with; each figure may say something else. */
export interface PictureWords {
  readonly alt: string
  readonly decorative: boolean
  readonly caption: string | null
  readonly credit: string | null
  readonly licence: string | null
}

export async function pictureById(db: NewsroomDb, id: PictureId): Promise<Picture | undefined> {
  const row = await db.selectFrom('pictures').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toPicture(row)
}

export async function pictureByHash(db: NewsroomDb, sha256: string): Promise<Picture | undefined> {
  const row = await db.selectFrom('pictures').selectAll().where('sha256', '=', sha256).executeTakeFirst()
  return row && toPicture(row)
}

/** Which pictures are looked for. */
export interface PictureFilter {
  /** Words that occur in the description, the caption or the credit. */
  readonly words?: string
  /** Who added them. */
  readonly by?: string
}

/** Pictures, the newest first, before `before`: page on with the last one of a page. */
export async function picturesBefore(
  db: NewsroomDb,
  before: Pick<Picture, 'addedAt' | 'id'> | null,
  limit: number,
  { words = '', by }: PictureFilter = {},
): Promise<Picture[]> {
  let query = db.selectFrom('pictures').selectAll().orderBy('added_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (by !== undefined) query = query.where('by', '=', by)
  for (const word of words.toLowerCase().split(/\s+/).filter(Boolean)) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    query = query.where(
      sql<boolean>`lower(alt || ' ' || coalesce(caption, '') || ' ' || coalesce(credit, '')) like ${pattern} escape '\\'`,
    )
  }
  if (before) {
    const { addedAt, id } = before
    query = query.where((where) => where(where.refTuple('added_at', 'id'), '<', where.tuple(addedAt, id)))
  }
  return (await query.execute()).map(toPicture)
}

/** What readers may have of these pictures, by their id; one that is unknown is left out. */
export async function publicPictures(
  db: NewsroomDb,
  ids: readonly PictureId[],
): Promise<Map<PictureId, PublicPicture>> {
  const found = new Map<PictureId, PublicPicture>()
  for (const some of portions([...new Set(ids)])) {
    const rows = await db.selectFrom('pictures').selectAll().where('id', 'in', some).execute()
    for (const row of rows) found.set(row.id as PictureId, toPublicPicture(row))
  }
  return found
}

/** The pictures that bylines have, whether readers know the byline yet or not. */
export async function picturesOfPersonas(db: NewsroomDb): Promise<PublicPicture[]> {
  const rows = await db
    .selectFrom('pictures')
    .selectAll()
    .where('id', 'in', db.selectFrom('personas').select('picture_id').where('picture_id', 'is not', null))
    .execute()
  return rows.map(toPublicPicture)
}

/** Stories whose live revision shows a picture. Reads through all live texts: for what an editor does now and then. */
export async function liveStoriesShowing(db: NewsroomDb, id: PictureId): Promise<StoryId[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.live_revision'),
    )
    .select(['stories.id', 'story_revisions.content'])
    .where('stories.killed_at', 'is', null)
    .where('story_revisions.content', 'like', `%"${id}"%`)
    .orderBy('stories.id')
    .execute()
  return rows.filter(({ content }) => picturesIn(toContent(content).body).includes(id)).map((row) => row.id as StoryId)
}

/** Stories that show a picture in their newest revision or in what readers have, by id. Reads through the texts. */
export async function storiesShowing(db: NewsroomDb, id: PictureId): Promise<StoryShowing[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('story_revisions', 'story_revisions.story_id', 'stories.id')
    .select(['stories.id', 'story_revisions.headline', 'story_revisions.revision', 'stories.live_revision'])
    .where((where) =>
      where.or([
        where('story_revisions.revision', '=', where.ref('stories.revision')),
        where('story_revisions.revision', '=', where.ref('stories.live_revision')),
      ]),
    )
    .where('story_revisions.content', 'like', `%"${id}"%`)
    .orderBy('stories.id')
    .orderBy('story_revisions.revision')
    .execute()
  const found = new Map<string, StoryShowing>()
  for (const row of rows) {
    const isLive = row.revision === row.live_revision || (found.get(row.id)?.isLive ?? false)
    found.set(row.id, { storyId: row.id as StoryId, headline: row.headline, isLive })
  }
  return [...found.values()]
}

/** A story that shows a picture, in its newest words; and whether readers have it there. */
export interface StoryShowing {
  readonly storyId: StoryId
  readonly headline: string
  readonly isLive: boolean
}

export async function insertPicture(tx: NewsroomTx, picture: Picture): Promise<void> {
  await tx.insertInto('pictures').values(toRow(picture)).execute()
}

/** Keeps a picture's words and its focal point as they are now. What was taken in stays as it is. */
export async function updatePicture(tx: NewsroomTx, picture: Picture): Promise<void> {
  const { focus_x, focus_y, alt, decorative, caption, credit, licence } = toRow(picture)
  await tx
    .updateTable('pictures')
    .set({ focus_x, focus_y, alt, decorative, caption, credit, licence })
    .where('id', '=', picture.id)
    .execute()
}

const toPublicPicture = (row: Selectable<PictureRow>): PublicPicture => ({
  id: row.id as PictureId,
  width: row.width,
  height: row.height,
  focus: { x: row.focus_x, y: row.focus_y },
  colour: row.colour,
  thumbhash: row.thumbhash,
  renditions: JSON.parse(row.renditions) as Rendition[],
})

const toPicture = (row: Selectable<PictureRow>): Picture => ({
  ...toPublicPicture(row),
  alt: row.alt,
  decorative: row.decorative === 1,
  caption: row.caption,
  credit: row.credit,
  licence: row.licence,
  takenOn: row.taken_on as LocalDate | null,
  addedAt: row.added_at as Instant,
  by: row.by,
  sha256: row.sha256,
})

const toRow = (picture: Picture): PictureRow => ({
  id: picture.id,
  sha256: picture.sha256,
  width: picture.width,
  height: picture.height,
  focus_x: picture.focus.x,
  focus_y: picture.focus.y,
  colour: picture.colour,
  thumbhash: picture.thumbhash,
  renditions: JSON.stringify(picture.renditions),
  alt: picture.alt,
  decorative: picture.decorative ? 1 : 0,
  caption: picture.caption,
  credit: picture.credit,
  licence: picture.licence,
  taken_on: picture.takenOn,
  added_at: picture.addedAt,
  by: picture.by,
})

/**
 * Forgets all pictures from somebody but those shown.
 *
 * @returns ids and names of files that no other picture has
 */
export async function deletePicturesBy(
  tx: NewsroomTx,
  by: string,
  shown: ReadonlySet<PictureId>,
): Promise<{ ids: PictureId[]; files: string[] }> {
  const pictures = (await tx.selectFrom('pictures').selectAll().where('by', '=', by).execute()).map(toPicture)
  const gone = pictures.filter(({ id }) => !shown.has(id))
  const ids = gone.map(({ id }) => id)
  for (const some of portions(ids)) await tx.deleteFrom('pictures').where('id', 'in', some).execute()
  const files = gone.flatMap(({ renditions }) => renditions.map(({ name }) => name))
  const kept = await tx.selectFrom('pictures').select('renditions').execute()
  return { ids, files: files.filter((name) => !kept.some(({ renditions }) => renditions.includes(name))) }
}

/** The next pictures in the order of their ids, each with the names of the files that readers get. */
export async function pictureFilesAfter(
  db: NewsroomDb,
  after: PictureId | null,
  limit: number,
): Promise<{ readonly id: PictureId; readonly names: readonly string[] }[]> {
  const rows = await db
    .selectFrom('pictures')
    .select(['id', 'renditions'])
    .where('id', '>', after ?? '')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, renditions }) => ({
    id: id as PictureId,
    names: (JSON.parse(renditions) as Rendition[]).map(({ name }) => name),
  }))
}
