import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { fillSlot, freeSlot, readFrontSlots } from '../store/front-slots.ts'
import { readSections } from '../store/house.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import type { FrontSlot } from '../story/front-slot.ts'
import type { Section } from '../story/section.ts'
import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { type Outcome, perform } from './act.ts'
import { findStory } from './find-story.ts'
import { assertMayStand, assertPosition } from './may-stand.ts'
import type { Newsroom } from './newsroom.ts'

/** Which story is to stand where, and how long. */
export interface Pin {
  readonly storyId: StoryId
  /** The slug of a section, or null for the home page. */
  readonly section: string | null
  /** 1 to 6; 1 is the lead. */
  readonly position: number
  readonly until: Instant | null
}

/**
 * Chooses a story for a place of the home page or of a section's front, in the story's own language. Whoever stood
 * there leaves. A story that readers do not have yet waits for its place; one that is killed loses it.
 *
 * @throws OnrecordError `not-found` for an unknown story or section, `bad-input` for no such place or a time that is
 *   over, `refused` for a killed story and for one that does not stand in the section
 */
export const pinStory = (newsroom: Newsroom, { storyId, section, position, until }: Pin): Promise<Outcome<FrontSlot>> =>
  perform(newsroom, 'pin-story', async (tx, now) => {
    assertPosition(position)
    if (until !== null && until <= now) {
      throw new OnrecordError('bad-input', 'That time is over already.', { remedy: 'Give a later one, or none.' })
    }
    const story = await findStory(tx, storyId)
    const list = section === null ? 'all' : (`section:${(await sectionBySlug(tx, section)).id}` as const)
    await assertMayStand(tx, { list, language: story.language }, story)
    const slot: FrontSlot = { list, language: story.language, position, storyId, until }
    const leaving = (await readFrontSlots(tx, slot)).filter((other) => other.position === position)
    await fillSlot(tx, slot)
    return {
      result: slot,
      subject: storyId,
      detail: { list, language: slot.language, position, until },
      changes: storiesOf([slot, ...leaving]),
    }
  })

/**
 * Frees a place: the newest stories fill it from now on.
 *
 * @throws OnrecordError `not-found` when no story was chosen for it
 */
export const unpinStory = (
  newsroom: Newsroom,
  { section, language, position }: { section: string | null; language: Language; position: number },
): Promise<Outcome<FrontSlot>> =>
  perform(newsroom, 'unpin-story', async (tx) => {
    const list = section === null ? 'all' : (`section:${(await sectionBySlug(tx, section)).id}` as const)
    const slot = (await readFrontSlots(tx, { list, language })).find((other) => other.position === position)
    if (!slot) {
      throw new OnrecordError('not-found', `No story was chosen for place ${position} there.`, {
        remedy: '`./onrecord front show` lists the chosen places.',
      })
    }
    await freeSlot(tx, slot)
    return {
      result: slot,
      subject: slot.storyId,
      detail: { list, language, position },
      changes: storiesOf([slot]),
    }
  })

/** A place is a property of the story in it: the edition follows the stories concerned. */
export const storiesOf = (slots: readonly Pick<FrontSlot, 'storyId'>[]) =>
  [...new Set(slots.map(({ storyId }) => storyId))].map((storyId) => ({ kind: 'story', storyId }) as const)

/** The section with this slug. @throws OnrecordError `not-found` */
export async function sectionBySlug(db: NewsroomDb, slug: string): Promise<Section> {
  const section = (await readSections(db)).find((known) => known.slug === slug)
  if (section) return section
  throw new OnrecordError('not-found', `There is no section “${slug}”.`, {
    remedy: '`./onrecord section list` shows them all.',
  })
}
