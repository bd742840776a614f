import type { StoryDocument } from './document.ts'
import type { FigureUse } from './figures.ts'
import type { PersonaId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { PublicVersion } from './public-version.ts'
import type { RelatedChoice } from './related.ts'
import type { Dateline, Language, Publication, StoryNote } from './story.ts'
import type { Instant, Month } from '../time.ts'

/** All that readers may know of a live story, and nothing else. This is what the edition holds. */
export interface PublicStory {
  readonly id: StoryId
  readonly groupId: StoryGroupId
  readonly language: Language
  readonly translatedFrom: StoryId | null
  readonly path: string
  readonly kicker: string | null
  readonly headline: string
  readonly standfirst: string
  readonly dateline: Dateline | null
  readonly sectionIds: readonly SectionId[]
  readonly bylines: readonly PersonaId[]
  readonly keywords: readonly string[]
  /** Without pictures that have not been brought over. */
  readonly body: StoryDocument
  readonly notes: readonly StoryNote[]
  /** What its figures said of the record when this revision went live. */
  readonly figures: readonly FigureUse[]
  readonly firstPublished: Publication
  /** The month it is listed under, in the newsroom's zone. */
  readonly month: Month
  readonly updatedAt: Instant
  readonly words: number
  /** Older stories chosen when it was published; null where nobody chose, as with most of an import. */
  readonly related: readonly RelatedChoice[] | null
  /** How many versions readers have had, this one included. */
  readonly versions: number
}

/** What is left of a killed story: its address, its date and its notice. */
export interface GoneStory {
  readonly id: StoryId
  readonly language: Language
  readonly path: string
  /** Where it was listed, so that the feeds of those lists can say that it is gone. */
  readonly sectionIds: readonly SectionId[]
  readonly bylines: readonly PersonaId[]
  readonly firstPublished: Publication
  readonly killedAt: Instant
  readonly notice: string
}

/** What the edition should hold of a story: all of it, its notice, or nothing. */
export type Projection =
  | { readonly kind: 'live'; readonly story: PublicStory; readonly versions: readonly PublicVersion[] }
  | { readonly kind: 'gone'; readonly story: GoneStory }
  | { readonly kind: 'private' }
