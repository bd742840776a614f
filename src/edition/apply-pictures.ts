import { portions } from '../database/portions.ts'
import type { PictureId, StoryId } from '../ids.ts'
import { picturesIn } from '../story/pictures.ts'
import type { Projection } from '../story/public-story.ts'
import type { PublicPicture, Rendition } from '../story/public-picture.ts'
import type { EditionTx } from './edition-db.ts'
import type { EditionTables } from './tables.ts'
import { pictureTag, type Tag } from './tags.ts'

/** What of a story's change concerns its pictures. */
interface PicturesOfStory {
  readonly id: StoryId
  readonly projection: Projection
  /** The pictures that its live body shows; left out where it shows none. */
  readonly pictures?: readonly PublicPicture[]
}

/** What was touched: `purge` names pictures that readers may no longer have. */
interface TouchedPictures {
  readonly tags: readonly Tag[]
  readonly purge: readonly Tag[]
}

/**
 * Puts the pictures of these stories in place of those they showed before. A picture that nothing shows any more leaves
 * with its files: from the commit on, none of them is served.
 */
export async function replaceStoryPictures(
  tx: EditionTx,
  changes: readonly PicturesOfStory[],
): Promise<TouchedPictures> {
  const before = await tx
    .deleteFrom('story_pictures')
    .where(
      'story_id',
      'in',
      changes.map(({ id }) => id),
    )
    .returning('picture_id')
    .execute()
  const shown = changes.flatMap(shownBy)
  for (const some of portions(shown)) {
    const rows = some.map(({ storyId, picture }) => ({ story_id: storyId, picture_id: picture.id }))
    await tx.insertInto('story_pictures').values(rows).execute()
  }
  const changed = await putPictures(
    tx,
    shown.map(({ picture }) => picture),
  )
  const gone = await removeUnshown(
    tx,
    before.map((row) => row.picture_id as PictureId),
  )
  return { tags: [...changed, ...gone].map(pictureTag), purge: gone.map(pictureTag) }
}

/** A picture that the newsroom does not know is not shown. */
function shownBy({ id, projection, pictures = [] }: PicturesOfStory): { storyId: StoryId; picture: PublicPicture }[] {
  if (projection.kind !== 'live' || pictures.length === 0) return []
  const known = new Map(pictures.map((picture) => [picture.id, picture]))
  return picturesIn(projection.story.body).flatMap((pictureId) => {
    const picture = known.get(pictureId)
    return picture ? [{ storyId: id, picture }] : []
  })
}

/**
 * Puts the pictures of bylines in place: of those that readers know of, once the house has been replaced.
 *
 * @param pictures those of all bylines
 * @returns the tags of those that readers may no longer have
 */
export async function replaceAuthorPictures(tx: EditionTx, pictures: readonly PublicPicture[]): Promise<Tag[]> {
  const before = await tx.deleteFrom('author_pictures').returning('picture_id').execute()
  const authors = await tx.selectFrom('authors').select('picture_id').where('picture_id', 'is not', null).execute()
  const named = new Set(authors.map((row) => row.picture_id))
  const shown = pictures.filter(({ id }) => named.has(id))
  if (shown.length > 0) {
    await tx
      .insertInto('author_pictures')
      .values(shown.map(({ id }) => ({ picture_id: id })))
      .execute()
  }
  await putPictures(tx, shown)
  const gone = await removeUnshown(
    tx,
    before.map((row) => row.picture_id as PictureId),
  )
  return gone.map(pictureTag)
}

/** Takes away every picture that nothing shows: for an edition that is made anew. */
export async function removeStrayPictures(tx: EditionTx): Promise<void> {
  const rows = await tx
    .selectFrom('pictures')
    .select('id')
    .where('id', 'not in', tx.selectFrom('story_pictures').select('picture_id'))
    .where('id', 'not in', tx.selectFrom('author_pictures').select('picture_id'))
    .execute()
  await removePictures(
    tx,
    rows.map((row) => row.id as PictureId),
  )
}

/** Writes what is new or has changed. @returns which pictures that were */
async function putPictures(tx: EditionTx, pictures: readonly PublicPicture[]): Promise<PictureId[]> {
  const wanted = new Map(pictures.map((picture) => [picture.id, picture]))
  const changed: PictureId[] = []
  for (const some of portions([...wanted.values()])) {
    const ids = some.map(({ id }) => id)
    const held = await tx.selectFrom('pictures').selectAll().where('id', 'in', ids).execute()
    const known = new Map(held.map((row) => [row.id, row]))
    const fresh = some.filter((picture) => !isSame(known.get(picture.id), toRow(picture)))
    await removePictures(
      tx,
      fresh.map(({ id }) => id),
    )
    await insertPictures(tx, fresh)
    changed.push(...fresh.map(({ id }) => id))
  }
  return changed
}

const isSame = (held: PictureRow | undefined, wanted: PictureRow): boolean =>
  held !== undefined && (Object.keys(wanted) as (keyof PictureRow)[]).every((column) => held[column] === wanted[column])

async function insertPictures(tx: EditionTx, pictures: readonly PublicPicture[]): Promise<void> {
  if (pictures.length === 0) return
  await tx.insertInto('pictures').values(pictures.map(toRow)).execute()
  for (const some of portions(pictures.flatMap(toFiles))) await tx.insertInto('picture_files').values(some).execute()
}

/** Of these pictures, those that no story and no byline shows. */
async function removeUnshown(tx: EditionTx, candidates: readonly PictureId[]): Promise<PictureId[]> {
  const gone: PictureId[] = []
  for (const some of portions([...new Set(candidates)])) {
    const inStories = tx.selectFrom('story_pictures').select('picture_id').where('picture_id', 'in', some)
    const ofAuthors = tx.selectFrom('author_pictures').select('picture_id').where('picture_id', 'in', some)
    const rows = await inStories.union(ofAuthors).execute()
    const shown = new Set(rows.map((row) => row.picture_id))
    gone.push(...some.filter((id) => !shown.has(id)))
  }
  await removePictures(tx, gone)
  return gone
}

async function removePictures(tx: EditionTx, ids: readonly PictureId[]): Promise<void> {
  for (const some of portions(ids)) {
    await tx.deleteFrom('picture_files').where('picture_id', 'in', some).execute()
    await tx.deleteFrom('pictures').where('id', 'in', some).execute()
  }
}

type PictureRow = EditionTables['pictures']

const toRow = (picture: PublicPicture): PictureRow => ({
  id: picture.id,
  width: picture.width,
  height: picture.height,
  focus_x: picture.focus.x,
  focus_y: picture.focus.y,
  colour: picture.colour,
  thumbhash: picture.thumbhash,
  renditions: JSON.stringify(picture.renditions),
})

const toFiles = ({ id, renditions }: PublicPicture): EditionTables['picture_files'][] => {
  // Two widths of a picture of one colour may be the same bytes.
  const files = new Map(renditions.map((rendition) => [rendition.name, rendition]))
  return [...files.values()].map(({ name, format, bytes }) => ({
    name,
    picture_id: id,
    media_type: MEDIA_TYPE[format],
    bytes,
  }))
}

/** As registered with IANA. */
const MEDIA_TYPE: Readonly<Record<Rendition['format'], string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
  png: 'image/png',
}
