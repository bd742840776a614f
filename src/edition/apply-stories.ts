import { portions } from '../database/portions.ts'
import type { SectionId, StoryId } from '../ids.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import type { Projection, PublicStory } from '../story/public-story.ts'
import { replaceStoryPictures } from './apply-pictures.ts'
import { eventsShown, replaceShown } from './apply-stories-shown.ts'
import { correctionPlaces, replaceCorrections } from './corrections.ts'
import type { EditionTx } from './edition-db.ts'
import { replaceSlots } from './front-slots.ts'
import { type Listing, listingsIn, replaceListings } from './listings.ts'
import { listsOf } from './list-keys.ts'
import { indexStories } from './search/search-index.ts'
import { toGoneRow, toRow } from './story-rows.ts'
import { groupTag, listTag, monthTag, storyTag, type ListKey, type Tag } from './tags.ts'
import { replaceVersions } from './versions.ts'

/** What the edition should hold of one story from now on. */
export interface StoryChange {
  readonly id: StoryId
  readonly projection: Projection
  /** The story's former addresses. */
  readonly redirectsFrom: readonly string[]
  /** The places of fronts that it was chosen for. */
  readonly slots?: readonly FrontSlot[]
  /** The pictures that its live body shows; left out where it shows none. */
  readonly pictures?: readonly PublicPicture[]
}

/** The tags that a set of changes touched. */
export interface Touched {
  readonly tags: Set<Tag>
  readonly purge: Set<Tag>
  /** The lists that stories left, joined or changed in. */
  readonly lists: Set<ListKey>
}

/**
 * Puts stories in place of what the edition held of them: applied a second time, it changes nothing.
 *
 * @param parents the section tree, for the lists a story stands in
 * @returns the tags of everything that was shown before or is shown now
 */
export async function applyStories(
  tx: EditionTx,
  changes: readonly StoryChange[],
  parents: ReadonlyMap<SectionId, SectionId | null>,
): Promise<Touched> {
  const touched: Touched = { tags: new Set(), purge: new Set(), lists: new Set() }
  if (changes.length === 0) return touched
  const ids = changes.map((change) => change.id)
  const live = changes.flatMap(({ projection }) => (projection.kind === 'live' ? [projection.story] : []))
  const before = await listingsIn(tx, ids)
  const after = live.flatMap((story) => toListings(story, parents))
  const corrected = await correctionPlaces(tx, ids)
  await touchGroups(tx, ids, live, touched)
  await tx.deleteFrom('gone').where('story_id', 'in', ids).execute()
  await tx.deleteFrom('redirects').where('story_id', 'in', ids).execute()
  const shown = await eventsShown(tx, ids)
  await replaceStories(tx, ids, live)
  for (const tag of await replaceShown(tx, ids, live, shown)) touched.tags.add(tag)
  for (const id of await replaceVersions(tx, changes)) touched.purge.add(storyTag(id))
  for (const tag of await replaceCorrections(tx, changes, corrected)) touched.tags.add(tag)
  for (const tag of await replaceListings(tx, before, after)) touched.tags.add(tag)
  for (const tag of await replaceSlots(tx, changes)) touched.tags.add(tag)
  const pictures = await replaceStoryPictures(tx, changes)
  for (const tag of pictures.tags) touched.tags.add(tag)
  for (const tag of pictures.purge) touched.purge.add(tag)
  await indexStories(tx, ids, live, after)
  await insertGone(tx, changes)
  await insertRedirects(tx, changes)
  touchAll(touched, changes, [...before, ...after])
  return touched
}

const toListings = (story: PublicStory, parents: ReadonlyMap<SectionId, SectionId | null>): Listing[] =>
  [...listsOf(story, parents)].map((list) => ({
    list,
    language: story.language,
    published_at: story.firstPublished.at,
    story_id: story.id,
    month: story.month,
  }))

/** A story's other language versions show a link to it. */
async function touchGroups(
  tx: EditionTx,
  ids: readonly StoryId[],
  live: readonly PublicStory[],
  { tags }: Touched,
): Promise<void> {
  const rows = await tx.selectFrom('stories').select('group_id').where('id', 'in', ids).execute()
  for (const row of rows) tags.add(`group:${row.group_id}`)
  for (const story of live) tags.add(groupTag(story.groupId))
}

/** Stories that stay are updated where they stand, so that no address is ever free in between. */
async function replaceStories(tx: EditionTx, ids: readonly StoryId[], live: readonly PublicStory[]): Promise<void> {
  const staying = new Set(live.map((story) => story.id))
  const leaving = ids.filter((id) => !staying.has(id))
  if (leaving.length > 0) {
    await tx.deleteFrom('listings').where('story_id', 'in', leaving).execute()
    await tx.deleteFrom('stories').where('id', 'in', leaving).execute()
  }
  if (live.length === 0) return
  const rows = live.map(toRow)
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id') as (keyof (typeof rows)[number])[]
  await tx
    .insertInto('stories')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((set) => Object.fromEntries(columns.map((column) => [column, set.ref(`excluded.${column}`)]))),
    )
    .execute()
}

async function insertGone(tx: EditionTx, changes: readonly StoryChange[]): Promise<void> {
  const rows = changes.flatMap(({ projection }) => {
    if (projection.kind !== 'gone') return []
    return [toGoneRow(projection.story)]
  })
  if (rows.length > 0) await tx.insertInto('gone').values(rows).execute()
}

/** Former addresses of a live story lead to it, those of a killed one to its notice. */
async function insertRedirects(tx: EditionTx, changes: readonly StoryChange[]): Promise<void> {
  const rows = changes.flatMap(({ id, projection, redirectsFrom }) =>
    projection.kind === 'private'
      ? []
      : redirectsFrom.map((from) => ({ from_path: from, story_id: id, to_path: projection.story.path })),
  )
  // Two addresses that an earlier release told apart may be read as one: the first of them leads somewhere.
  for (const some of portions(rows)) {
    await tx
      .insertInto('redirects')
      .values(some)
      .onConflict((conflict) => conflict.column('from_path').doNothing())
      .execute()
  }
}

function touchAll(
  { tags, purge, lists }: Touched,
  changes: readonly StoryChange[],
  listings: readonly Listing[],
): void {
  for (const { id, projection } of changes) {
    tags.add(storyTag(id))
    if (projection.kind !== 'live') purge.add(storyTag(id))
  }
  for (const { list, language, month } of listings) {
    lists.add(list)
    tags.add(listTag(list, language))
    tags.add(monthTag(list, language, month))
  }
}
