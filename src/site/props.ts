import type { Figure } from '../story/document.ts'
import type { StoryId } from '../ids.ts'
import type { PublicStory } from '../story/public-story.ts'
import type { Newspaper, Persona, Section } from '../story/section.ts'
import type { Language, Publication } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'

/** What every page needs to know besides its own content. */
export interface PageContext {
  readonly newspaper: Newspaper
  /** All sections: the masthead takes those with a position, kicker paths look theirs up. */
  readonly sections: readonly Section[]
  readonly language: Language
  /** The page's own path, for `canonical`. */
  readonly path: string
  /** The site's address without a trailing slash, `https://example.org`. */
  readonly siteUrl: string
  /** The same page in the newsroom's languages, itself included; empty when it has only one. */
  readonly alternates: readonly Alternate[]
  /** Does the record hold an event that readers may see? Then the masthead leads to it. */
  readonly hasRecord?: boolean
}

export interface Alternate {
  readonly language: Language
  readonly path: string
}

/** A story as it stands in a list. */
export interface StoryCard {
  readonly id: StoryId
  readonly language: Language
  readonly path: string
  readonly kicker: string | null
  readonly headline: string
  readonly standfirst: string
  readonly sectionIds: PublicStory['sectionIds']
  readonly authors: readonly Byline[]
  readonly firstPublished: Publication
  readonly updatedAt: Instant
  readonly isCorrected: boolean
  readonly words: number
  /** The first figure of the body, shown where the card stands large. */
  readonly leadFigure: Figure | null
}

export interface Byline {
  readonly slug: string
  readonly name: string
}

/** How many stories a list holds in a month. */
export interface MonthCount {
  readonly month: Month
  readonly stories: number
}

/** Whose list a page shows: everything, a section's, an author's. */
export type ListSubject =
  | { readonly kind: 'all' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'author'; readonly persona: Persona }

/** An older story with the reason why it stands beside this one. */
export interface RelatedStory {
  readonly card: StoryCard
  readonly sharedSection: Section
}

/** A finished answer's text. `style` is the page's only stylesheet, so that its hash can be the content policy. */
export interface RenderedPage {
  readonly contentType: string
  readonly body: string
  readonly style: string | null
}
