import { OnrecordError } from '../errors.ts'
import type { DeskId, SectionId, StoryId } from '../ids.ts'
import { desksFor } from '../staff/story-reach.ts'
import { allDesks } from '../store/desks.ts'
import { inTransaction } from '../store/newsroom-db.ts'
import { setTranslatedFromRevision } from '../store/translations.ts'
import type { Language, Story, StoryContent } from '../story/story.ts'
import { assertMay } from './assert-may.ts'
import { createStory } from './create-story.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/** What somebody says who wants to write. */
export interface Begun {
  readonly language: Language
  /** Null leaves it to the section's desk, or to the only one that the writer works for. */
  readonly deskId: DeskId | null
  readonly sectionIds: readonly SectionId[]
  /** The story to be translated: its text is there to write over, without headline and standfirst. */
  readonly translatedFrom: StoryId | null
}

const EMPTY: StoryContent = {
  kicker: null,
  headline: '',
  standfirst: '',
  dateline: null,
  sectionIds: [],
  bylines: [],
  keywords: [],
  body: { type: 'doc', version: 2, content: [] },
}

/**
 * Begins a draft and puts whoever began it on it. A desk answers for it: the one named, that of its section, or that of
 * the story it translates.
 *
 * @throws OnrecordError `forbidden` for a desk that the writer does not work for, `not-found` for a story that they may not
 *   read, `bad-input` for a language that the paper has not, `refused` when the story has a version in it already
 */
export async function beginStory(newsroom: Newsroom, begun: Begun): Promise<Story> {
  const { language, translatedFrom } = begun
  const original = translatedFrom === null ? null : await originalOf(newsroom, translatedFrom)
  const deskId = await deskOf(newsroom, begun, original)
  const content = original ? translatable(original.content) : { ...EMPTY, sectionIds: begun.sectionIds }
  const story = await createStory(newsroom, { language, translatedFrom, slug: null, content, deskId })
  if (original) {
    const revision = original.liveRevision ?? original.revision
    await inTransaction(newsroom.db, (tx) => setTranslatedFromRevision(tx, story.id, revision))
  }
  return story
}

async function originalOf(newsroom: Newsroom, id: StoryId): Promise<Story> {
  await assertMay(newsroom.db, newsroom.actor, ['read-story', id])
  return findStory(newsroom.db, id)
}

/** Pictures, figures and what they cite stand where they stood. What readers meet first is written anew. */
const translatable = (content: StoryContent): StoryContent => ({
  ...content,
  kicker: null,
  headline: '',
  standfirst: '',
})

async function deskOf(newsroom: Newsroom, begun: Begun, original: Story | null): Promise<DeskId | null> {
  const { staff } = newsroom.actor
  const mine = staff ? desksFor(staff, 'create-story') : 'all'
  if (begun.deskId !== null) {
    if (mine === 'all' || mine.includes(begun.deskId)) return begun.deskId
    throw new OnrecordError('forbidden', 'You do not write for that desk.', { remedy: 'Choose one of your own.' })
  }
  const sections = original?.content.sectionIds ?? begun.sectionIds
  const desks = await allDesks(newsroom.db)
  const ofSection = desks.find((desk) => desk.sectionIds.some((id) => sections.includes(id)))?.id ?? null
  if (mine === 'all') return ofSection
  return ofSection !== null && mine.includes(ofSection) ? ofSection : (mine[0] ?? null)
}
