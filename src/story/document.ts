import type { ClaimId, EventId, PictureId } from '../ids.ts'

/**
 * The body of a story, as stored: a tree of blocks in ProseMirror's JSON shape (`type`, `attrs`, `content`, `marks`),
 * so that editor, server and export read the same thing.
 *
 * `version` counts changes of this schema. An older document is raised by `upcast` when it is read, never in place.
 */
export interface StoryDocument {
  readonly type: 'doc'
  readonly version: typeof DOCUMENT_VERSION
  readonly content: readonly Block[]
}

export const DOCUMENT_VERSION = 2

export type Block =
  | Paragraph
  | Heading
  | List
  | Blockquote
  | PullQuote
  | Figure
  | Table
  | Embed
  | Footnote
  | Aside
  | LedgerBlock
  | TimelineBlock
  | EventMapBlock
  | Rule

export interface Paragraph {
  readonly type: 'paragraph'
  readonly content: readonly Inline[]
}

/** Headings inside a story begin at 2: the headline is the page's only 1. */
export interface Heading {
  readonly type: 'heading'
  readonly attrs: { readonly level: 2 | 3 | 4 }
  readonly content: readonly Inline[]
}

export interface List {
  readonly type: 'list'
  readonly attrs: { readonly ordered: boolean; readonly start: number }
  readonly content: readonly ListItem[]
}

export interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly (Paragraph | List)[]
}

/** Somebody's words, set apart. `attribution` says whose; `source` is the address they can be read at. */
export interface Blockquote {
  readonly type: 'blockquote'
  readonly attrs: { readonly attribution: string | null; readonly source: string | null }
  readonly content: readonly (Paragraph | List)[]
}

/** Words of the story itself or of a speaker in it, enlarged. */
export interface PullQuote {
  readonly type: 'pullQuote'
  readonly attrs: { readonly attribution: string | null }
  readonly content: readonly Inline[]
}

export interface Figure {
  readonly type: 'figure'
  readonly attrs: {
    readonly picture: Picture
    /** What a reader who cannot see the picture should know; empty only when `decorative`. */
    readonly alt: string
    readonly decorative: boolean
    readonly credit: string | null
    readonly licence: string | null
  }
  /** The caption. */
  readonly content: readonly Inline[]
}

/** What a figure shows. A picture that has not been brought over yet is `missing` and stays off public pages. */
export type Picture = MissingPicture | PhotoPicture | MapPicture | ChartPicture

/** A photograph or drawing that the newsroom has taken in. Its renditions stand beside the story, not in it. */
export interface PhotoPicture {
  readonly kind: 'photo'
  readonly pictureId: PictureId
  /** Why it is covered until the reader chooses to look: "shows the dead". Null shows it at once. */
  readonly cover: string | null
}

/** A picture known by name or address only, from an import. */
export interface MissingPicture {
  readonly kind: 'missing'
  readonly name: string | null
  readonly url: string | null
}

/** A locator map, drawn by the server from Natural Earth's borders. */
export interface MapPicture {
  readonly kind: 'map'
  /** West, south, east, north in decimal degrees (WGS 84). */
  readonly bounds: readonly [west: number, south: number, east: number, north: number]
  readonly marks: readonly MapMark[]
}

/** A point where the place is known exactly enough; a circle as wide as the statement is vague. */
export interface MapMark {
  readonly label: string
  readonly lat: number
  readonly lon: number
  /** Null draws a point (a settlement); a number draws a dashed circle of that radius. */
  readonly radiusKm: number | null
}

/** A bar chart of a few numbers, each with its words. */
export interface ChartPicture {
  readonly kind: 'chart'
  /** What is counted, for example "people displaced". */
  readonly unit: string
  readonly bars: readonly ChartBar[]
}

/** One bar. A range ("10 to 14") is drawn as a range; an exact figure has `low` equal to `high`. */
export interface ChartBar {
  readonly label: string
  readonly low: number
  readonly high: number
  /** The figure as it is to be read: "at least 20". */
  readonly words: string
}

export interface Table {
  readonly type: 'table'
  readonly attrs: { readonly caption: string | null }
  readonly content: readonly TableRow[]
}

export interface TableRow {
  readonly type: 'tableRow'
  readonly content: readonly TableCell[]
}

export interface TableCell {
  readonly type: 'tableCell'
  readonly attrs: { readonly header: boolean; readonly colspan: number; readonly rowspan: number }
  readonly content: readonly Inline[]
}

/** A film, a post, a recording elsewhere: a link with words, never code from another site. */
export interface Embed {
  readonly type: 'embed'
  readonly attrs: { readonly url: string; readonly title: string; readonly provider: string | null }
}

/** The text of a footnote; stands anywhere in the body, is set at its end, in the order of its references. */
export interface Footnote {
  readonly type: 'footnote'
  readonly attrs: { readonly id: string }
  readonly content: readonly Inline[]
}

/** A box beside the story: background, a definition, how we know. */
export interface Aside {
  readonly type: 'aside'
  readonly attrs: { readonly title: string | null }
  readonly content: readonly (Paragraph | List | Heading)[]
}

/** Who says what of an event: the box follows the record; the words around it stay as they were written. */
export interface LedgerBlock {
  readonly type: 'ledger'
  readonly attrs: { readonly eventId: EventId }
}

/** Who said what of an event, in the order in which it was said. */
export interface TimelineBlock {
  readonly type: 'timeline'
  readonly attrs: { readonly eventId: EventId }
}

/** Where events of the record happened, drawn as exactly as that is known. The content is the caption. */
export interface EventMapBlock {
  readonly type: 'eventMap'
  readonly attrs: { readonly eventIds: readonly EventId[] }
  readonly content: readonly Inline[]
}

export interface Rule {
  readonly type: 'rule'
}

export type Inline = Text | HardBreak | FootnoteReference

export interface Text {
  readonly type: 'text'
  /** Never empty. */
  readonly text: string
  readonly marks?: readonly Mark[]
}

export interface HardBreak {
  readonly type: 'hardBreak'
}

export interface FootnoteReference {
  readonly type: 'footnoteReference'
  readonly attrs: { readonly id: string }
}

export type Mark =
  | { readonly type: 'strong' }
  | { readonly type: 'emphasis' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }
  /** Words in another language than the story's; `language` is a BCP 47 tag. */
  | { readonly type: 'language'; readonly attrs: { readonly language: string } }
  /** The words that state a figure, and the claim in the record that stands behind them. */
  | { readonly type: 'claim'; readonly attrs: { readonly claimId: ClaimId } }
