/** One entry of a feed, of whatever format, with its texts as HTML. */
export interface FeedItem {
  readonly id: string
  readonly link: string
  /** Where relative addresses in its text start from; null when only the link can tell. */
  readonly base: string | null
  readonly titleHtml: string
  readonly summaryHtml: string
  readonly contentHtml: string
  readonly authors: readonly string[]
  readonly published: string
  readonly updated: string
  readonly categories: readonly string[]
  readonly keywords: readonly string[]
  readonly media: readonly FeedMedia[]
  /** As written; empty when nothing tells or the entry takes it back. */
  readonly language: string
  /** Its editor has not published it yet (Atom Publishing Protocol, `app:draft`). */
  readonly isDraft: boolean
  /** What of it has no place in a story, in sentences. */
  readonly leftOut: readonly string[]
  /** The line or number of the entry in the file. */
  readonly where: string
}

export interface FeedMedia {
  readonly url: string
  readonly type: string
  readonly caption: string
  readonly credit: string
  /** In pixels; 0 when nobody says. */
  readonly width: number
  /** A small copy of something else. */
  readonly isSmall: boolean
}

/** What the feed as a whole says. */
export interface FeedSource {
  readonly items: readonly FeedItem[]
  readonly title: string
  readonly language: string
  readonly link: string
  /** The program that wrote it. */
  readonly generator: string
}

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Plain text as HTML: an empty line ends a paragraph, a new line breaks one. */
export const paragraphsHtml = (plain: string): string =>
  plain
    .split(/\r?\n[ \t]*\r?\n\s*/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapeHtml(part.trim()).replace(/\r?\n/g, '<br>')}</p>`)
    .join('')
