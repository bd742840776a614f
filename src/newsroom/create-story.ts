import { OnrecordError } from '../errors.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { assignStory } from '../store/story-access.ts'
import { insertStories, versionIn } from '../store/stories.ts'
import { setTranslatedFromRevision } from '../store/translations.ts'
import { slugFrom } from '../story/addresses.ts'
import { parseDocument } from '../story/document-schema.ts'
import type { DeskId, StoryGroupId, StoryId } from '../ids.ts'
import type { Newspaper } from '../story/section.ts'
import { placeholderSlug } from '../story/story-slug.ts'
import type { Language, Publication, Story, StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { perform } from './act.ts'
import { findStory } from './find-story.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { theNewspaper } from './story-path.ts'

/** What a new story begins with. */
export interface StoryDraft {
  readonly language: Language
  /** The story this one is a translation of; it joins that story's language versions. */
  readonly translatedFrom: StoryId | null
  /** Null takes one from the headline. */
  readonly slug: string | null
  readonly content: StoryContent
  /** The desk that answers for it; left out, whichever desk takes it up. */
  readonly deskId?: DeskId | null
}

/**
 * Files a new draft.
 *
 * @throws OnrecordError `bad-input` for a malformed body or a language that the paper has not, `not-found` for an
 *   unknown original, `refused` when the original has a version in this language already
 */
export async function createStory(newsroom: Newsroom, draft: StoryDraft): Promise<Story> {
  const { result } = await perform(newsroom, ['create-story', null], async (tx, now) => {
    const original = draft.translatedFrom ? await findStory(tx, draft.translatedFrom) : null
    const newspaper = await theNewspaper(tx)
    const draftStory = newStory({
      id: newId(newsroom, 'story'),
      groupId: original?.groupId ?? newId(newsroom, 'story-group'),
      draft,
      firstPublished: null,
      updatedAt: null,
    })
    // Words that may not go out in one language may not go out in another.
    const story = original ? { ...draftStory, hold: original.hold, embargoUntil: original.embargoUntil } : draftStory
    parseDocument(story.content.body)
    assertLanguage(story.language, newspaper)
    if (original) await assertNoVersion(tx, story)
    await insertStories(tx, [{ story, by: newsroom.actor.name }], now)
    const author = newsroom.actor.staff?.accountId
    await assignStory(tx, story.id, { deskId: draft.deskId ?? null, authors: author ? [author] : [] })
    if (original) await setTranslatedFromRevision(tx, story.id, original.liveRevision ?? original.revision)
    return { result: story, subject: story.id, detail: { language: story.language } }
  })
  return result
}

function assertLanguage(language: Language, { languages }: Newspaper): void {
  if (languages.includes(language)) return
  throw new OnrecordError('bad-input', `“${language}” is not among the languages of the paper.`, {
    remedy: `Use one of ${languages.join(', ')}, or add the language with ./onrecord init.`,
  })
}

async function assertNoVersion(tx: NewsroomTx, story: Story): Promise<void> {
  const known = await versionIn(tx, story)
  if (known === undefined) return
  throw new OnrecordError('refused', `The story has a version in this language already: ${known}.`, {
    remedy: 'Work on that one.',
  })
}

/** A draft as it is filed for the first time: revision 1, not before readers yet. */
export function newStory(begin: {
  id: StoryId
  groupId: StoryGroupId
  draft: StoryDraft
  firstPublished: Publication | null
  updatedAt: Instant | null
}): Story {
  const { draft } = begin
  return {
    id: begin.id,
    groupId: begin.groupId,
    language: draft.language,
    translatedFrom: draft.translatedFrom,
    state: 'draft',
    revision: 1,
    liveRevision: null,
    slug: draft.slug ?? (slugFrom(draft.content.headline) || placeholderSlug(begin.id)),
    path: null,
    hold: null,
    embargoUntil: null,
    scheduledFor: null,
    firstPublished: begin.firstPublished,
    updatedAt: begin.updatedAt,
    kill: null,
    content: draft.content,
  }
}
