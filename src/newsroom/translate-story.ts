import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import { storyAccess } from '../store/story-access.ts'
import { contentOf, setTranslatedFromRevision } from '../store/translations.ts'
import type { Language, Story } from '../story/story.ts'
import { perform } from './act.ts'
import { assertMay } from './assert-may.ts'
import { createStory } from './create-story.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Begins a translation: a draft in the same group with the original's blocks, its pictures, figures and the claims behind
 * them, whose words are to be put into the other language. It is made from what readers have, or from the newest
 * revision of an original that they do not have yet.
 *
 * @throws OnrecordError `not-found`; `refused` for a killed original or where the language has a version already;
 *   `bad-input` for a language that the paper has not
 */
export async function translateStory(newsroom: Newsroom, originalId: StoryId, language: Language): Promise<Story> {
  await assertMay(newsroom.db, newsroom.actor, ['read-story', originalId])
  const original = await findStory(newsroom.db, originalId)
  if (original.kill) {
    throw new OnrecordError('refused', 'The original was withdrawn: there is nothing to translate.')
  }
  const revision = original.liveRevision ?? original.revision
  const content = (await contentOf(newsroom.db, { storyId: originalId, revision })) ?? original.content
  const deskId = (await storyAccess(newsroom.db, originalId))?.deskId ?? null
  return createStory(newsroom, { language, translatedFrom: originalId, slug: null, content, deskId })
}

/** Says that a translation says now what its original says: from here on, changes of the original are news to it. */
export async function markTranslationCurrent(newsroom: Newsroom, storyId: StoryId): Promise<void> {
  await perform(newsroom, ['revise-story', storyId], async (tx) => {
    const { translatedFrom } = await findStory(tx, storyId)
    if (translatedFrom === null) throw new OnrecordError('refused', 'The story is no translation.')
    const original = await findStory(tx, translatedFrom)
    const revision = original.liveRevision ?? original.revision
    await setTranslatedFromRevision(tx, storyId, revision)
    return { result: undefined, subject: storyId, detail: { translatedFromRevision: revision } }
  })
}
