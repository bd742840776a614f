/** One entry of a feed, of whatever format, with its texts as HTML. */
export interface FeedItem {
  readonly id: string
  readonly link: string
  readonly titleHtml: string
  readonly summaryHtml: string
  readonly contentHtml: string
  readonly authors: readonly string[]
  readonly published: string
  readonly updated: string
  readonly categories: readonly string[]
  readonly keywords: readonly string[]
  readonly media: readonly FeedMedia[]
  readonly language: string
  /** The line or number of the entry in the file. */
  readonly where: string
}

export interface FeedMedia {
  readonly url: string
  readonly type: string
  readonly caption: string
}

/** What the feed as a whole says. */
export interface FeedSource {
  readonly items: readonly FeedItem[]
  readonly language: string
  readonly link: string
}

export const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
