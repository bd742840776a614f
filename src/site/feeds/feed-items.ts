import type { PictureId } from '../../ids.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { GoneStory, PublicStory } from '../../story/public-story.ts'
import { builtHtml, escapeHtml, type SafeHtml } from '../../story/safe-html.ts'
import { type Persona, personaName } from '../../story/section.ts'
import type { Language, StoryNote } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { entryTag, feedContent, storyTag } from './feed-entry.ts'
import type { FeedSubject } from './feed-subject.ts'
import { authorPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { PhotoFile } from '../figures/photos-elsewhere.ts'
import type { PageContext } from '../props.ts'
import { sectionName, sectionsOf } from '../fronts/subjects.ts'
import { noteLines } from '../story/note-words.ts'

/** A story in a feed, with its authors. */
export interface FeedStory {
  readonly story: PublicStory
  readonly authors: readonly Persona[]
  /** The photographs that its body shows; left out where it shows none. */
  readonly pictures?: ReadonlyMap<PictureId, PublicPicture>
  /** The picture that leads it; null, or left out, where it has none. */
  readonly image?: FeedImage | null
}

/** A picture beside an entry, with what a reader who cannot see it should know. */
export type FeedImage = PhotoFile & { readonly alt: string }

/** A correction in the feed of corrections: the note, and the story above which it stands. */
export interface FeedCorrection {
  readonly note: StoryNote
  readonly story: Pick<PublicStory, 'id' | 'language' | 'path' | 'headline' | 'firstPublished'>
}

export interface FeedProps {
  readonly context: PageContext
  readonly subject: FeedSubject
  /** Newest first. */
  readonly stories: readonly FeedStory[]
  /** Newest first. */
  readonly corrections?: readonly FeedCorrection[]
  /** Stories of this list that were withdrawn lately, the last one first. */
  readonly gone?: readonly GoneStory[]
  /** The WebSub hub that tells readers' software of changes at once; null where the paper uses none. */
  readonly hub?: string | null
}

/** What every format says of one entry, each in its own way. */
export interface FeedItem {
  /** Stays the same whatever becomes of the entry. */
  readonly id: string
  readonly url: string
  readonly language: Language
  readonly title: string
  readonly summary: string
  readonly html: SafeHtml
  readonly publishedAt: Instant
  readonly updatedAt: Instant
  readonly authors: readonly { readonly name: string; readonly url: string }[]
  readonly categories: readonly { readonly term: string; readonly label: string }[]
  readonly image: FeedImage | null
}

/** The stories and corrections of a feed. */
export const feedItems = ({ context, stories, corrections = [] }: FeedProps): FeedItem[] => [
  ...stories.map((entry) => storyItem(context, entry)),
  ...corrections.map((correction) => correctionItem(context, correction)),
]

/**
 * Withdrawn stories for formats that have no word for them: an entry of the same name whose only text is the notice, so
 * that software that kept the story writes the notice over it.
 */
export const goneItems = ({ context, gone = [] }: FeedProps): FeedItem[] =>
  gone.map((story) => ({
    id: storyTag(context, story),
    url: context.siteUrl + story.path,
    language: story.language,
    title: message(context.language, 'feeds.withdrawn'),
    summary: story.notice,
    html: paragraph(story.notice),
    publishedAt: story.firstPublished.at,
    updatedAt: story.killedAt,
    authors: [],
    categories: [],
    image: null,
  }))

function storyItem(context: PageContext, { story, authors, image = null, pictures }: FeedStory): FeedItem {
  return {
    id: storyTag(context, story),
    url: context.siteUrl + story.path,
    language: story.language,
    title: story.headline,
    summary: story.standfirst,
    html: feedContent({ context, story, ...(pictures ? { pictures } : {}) }),
    publishedAt: story.firstPublished.at,
    updatedAt: story.updatedAt,
    authors: authors.map((author) => ({
      name: personaName(author, context.language),
      url: context.siteUrl + authorPath(context, author),
    })),
    categories: sectionsOf(context, story.sectionIds).map((section) => ({
      term: section.slug,
      label: sectionName(context, section),
    })),
    image,
  }
}

function correctionItem(context: PageContext, { note, story }: FeedCorrection): FeedItem {
  return {
    id: entryTag(context, story.firstPublished.at, note.id),
    url: context.siteUrl + story.path,
    language: story.language,
    title: message(context.language, note.kind === 'clarification' ? 'feeds.clarified' : 'feeds.corrected', {
      headline: story.headline,
    }),
    summary: note.text,
    html: builtHtml(noteLines(note, story.language).map(paragraph).join('')),
    publishedAt: note.at,
    updatedAt: note.at,
    authors: [],
    categories: [],
    image: null,
  }
}

const paragraph = (text: string): SafeHtml => builtHtml(`<p>${escapeHtml(text)}</p>`)

/** When a feed last changed; the beginning of time for an empty one, which has not. */
export const feedUpdatedAt = (items: readonly FeedItem[]): Instant =>
  items.reduce<Instant>(
    (latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest),
    '1970-01-01T00:00:00.000Z' as Instant,
  )
