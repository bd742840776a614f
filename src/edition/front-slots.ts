import type { StoryId } from '../ids.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'
import type { StoryChange } from './apply-stories.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'
import { COLUMNS_LISTED, type ListedStory, toListed } from './listed-stories.ts'
import { type ListKey, listTag, type Tag } from './tags.ts'

/** A live story in the place of a front that was chosen for it. */
export interface FilledSlot {
  readonly position: number
  /** When the place is filled by itself again; null where nobody said. */
  readonly until: Instant | null
  readonly story: ListedStory
}

/** The chosen places of a front whose time is not over at `now`, in order. */
export async function filledSlots(
  db: EditionDb,
  { list, language, now }: { list: ListKey; language: Language; now: Instant },
): Promise<FilledSlot[]> {
  const rows = await db
    .selectFrom('front_slots')
    .innerJoin('stories', 'stories.id', 'front_slots.story_id')
    .select([...COLUMNS_LISTED, 'front_slots.position', 'front_slots.until'])
    .where('front_slots.list', '=', list)
    .where('front_slots.language', '=', language)
    .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
    .orderBy('front_slots.position')
    .execute()
  return rows.map((row) => ({
    position: row.position,
    until: row.until as Instant | null,
    story: toListed(row),
  }))
}

/**
 * Puts the chosen places of these stories in place of what was there: none for a story that readers do not have.
 *
 * @returns the tags of the fronts that were or are concerned
 */
export async function replaceSlots(tx: EditionTx, changes: readonly StoryChange[]): Promise<Tag[]> {
  const ids: StoryId[] = changes.map(({ id }) => id)
  const before = await tx
    .deleteFrom('front_slots')
    .where('story_id', 'in', ids)
    .returning(['list', 'language'])
    .execute()
  const after = changes.flatMap(({ projection, slots = [] }) => (projection.kind === 'live' ? slots : []))
  for (const slot of after) await putInPlace(tx, slot)
  return [...before, ...after].map(({ list, language }) => listTag(list as ListKey, language))
}

/** The story that stood there until now may be of a change that has yet to come. */
async function putInPlace(tx: EditionTx, { list, language, position, storyId, until }: FrontSlot): Promise<void> {
  const row = { story_id: storyId, until }
  await tx
    .insertInto('front_slots')
    .values({ list, language, position, ...row })
    .onConflict((conflict) => conflict.columns(['list', 'language', 'position']).doUpdateSet(row))
    .execute()
}
