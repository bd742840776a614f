import type { StoryDocument } from '../story/document.ts'
import type { SectionKind } from '../story/section.ts'
import type { Instant, LocalDate } from '../time.ts'

/** What a reader finds in a file, in file order: what the site says of itself, stories, and what it could not read. */
export type Incoming = IncomingSite | IncomingStory | IncomingProblem

/** What a file tells of the site that it came from, before its stories. A file that tells nothing yields none. */
export interface IncomingSite {
  readonly kind: 'site'
  /** The names under which the site was reached ("example.org"): links to them lead to other stories of the import. */
  readonly hosts: readonly string[]
  readonly title: string | null
  /** BCP 47. */
  readonly language: string | null
  /** IANA name of the zone its local times are in. */
  readonly zone: string | null
}

/** A story as its source tells it, before the newsroom has mapped names to its own sections and bylines. */
export interface IncomingStory {
  readonly kind: 'story'
  /** The source's own name for it; the same story read again has the same one. */
  readonly foreignId: string
  /** Its full address where it was; null when the source does not tell. */
  readonly address: string | null
  /** The last part of its address, where the source names one. */
  readonly slug: string | null
  /** The same for stories that are one story in several languages; null for a story that stands alone. */
  readonly translationGroup: string | null
  readonly status: IncomingStatus
  readonly published: IncomingDate | null
  readonly updatedAt: Instant | null
  readonly kicker: string | null
  readonly headline: string
  readonly standfirst: string
  /** The section path in the source's words and order. */
  readonly sectionPath: readonly IncomingSection[]
  readonly bylines: readonly string[]
  readonly keywords: readonly string[]
  /** BCP 47; null when nothing tells. */
  readonly language: string | null
  readonly body: StoryDocument
  readonly pictures: readonly IncomingPicture[]
  /** Old addresses (path and query) that must lead to the story for ever. */
  readonly redirectsFrom: readonly string[]
  /** What of this story could not be kept, and where it stood. The story itself is whole without it. */
  readonly problems: readonly StoryProblem[]
}

/** Only `published` may ever become public, and only when the operator asks. */
export type IncomingStatus = 'published' | 'draft' | 'scheduled' | 'private' | 'trashed'

/** A full instant, or a calendar date when the source gives no time. */
export type IncomingDate =
  | { readonly precision: 'minute'; readonly at: Instant }
  | { readonly precision: 'day'; readonly on: LocalDate }

export interface IncomingSection {
  readonly label: string
  /** A guess from the words; the newsroom's own sections win. */
  readonly kind: SectionKind
}

export interface IncomingPicture {
  readonly role: 'lead' | 'body' | 'byline'
  readonly name: string | null
  readonly url: string | null
  readonly alt: string | null
  readonly caption: string | null
  /** Who made it, where the source says so apart from the caption. */
  readonly credit: string | null
}

export interface StoryProblem {
  readonly what: string
  /** A line number, an element or a heading in the source. */
  readonly where: string | null
}

/** Something that is no story, or no longer: one bad item never ends an import of ten thousand. */
export interface IncomingProblem {
  readonly kind: 'problem'
  readonly foreignId: string | null
  readonly where: string | null
  readonly what: string
  /** True when the file itself is at fault: it ended too early, or was read around a fault. Stories may be missing. */
  readonly fatal?: boolean
}
