import type { Figure } from '../story/document.ts'
import type { HousePageKind } from '../story/house-page.ts'
import type { StoryId } from '../ids.ts'
import type { PublicPicture } from '../story/public-picture.ts'
import type { PublicStory } from '../story/public-story.ts'
import type { RelatedReason } from '../story/related.ts'
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
  /** The pages on which the paper speaks of itself, as far as it has them in this language. */
  readonly housePages: readonly HousePageKind[]
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
  /** The photograph that this figure shows; null for a drawing, and for one that is covered: no card shows that. */
  readonly leadPicture: PublicPicture | null
}

export interface Byline {
  readonly slug: string
  readonly name: string
  /** The name in languages that write it otherwise. */
  readonly names?: Persona['names']
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

/** Another story, and what it shares with this one; null where that has no name for readers any more. */
export interface RelatedStory {
  readonly card: StoryCard
  readonly because: RelatedBecause | null
}

/** What two stories share, by its name and its page. */
export interface RelatedBecause {
  readonly kind: RelatedReason['kind']
  readonly name: string
  readonly path: string
}

/** A finished answer's text. `style` is the page's only stylesheet, so that its hash can be the content policy. */
export interface RenderedPage {
  readonly contentType: string
  readonly body: string
  readonly style: string | null
}
