import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'

export type PageStatus = 200 | 301 | 308 | 404 | 410 | 500 | 503

/** A finished answer before compression. */
export interface FinishedPage {
  readonly status: PageStatus
  readonly contentType: string
  readonly body: string
  /** Where a 301 or 308 leads; null on every other page. */
  readonly location: string | null
  readonly language?: Language | null
  /** The page's only stylesheet, for its content policy; null when it has none. */
  readonly style: string | null
  /** What the page shows: `story:sty_…`, `list:site:en`, `site`. No spaces in a tag. */
  readonly tags: readonly string[]
  /** May the press keep it? A page that may not be kept is answered with `no-store`. */
  readonly kept: boolean
  /** When it stops being true by itself, such as a list of the last two days; null where only a change can do that. */
  readonly freshUntil?: Instant | null
  /** May other sites show it in a frame? Nobody may, unless the page was made for that. */
  readonly mayBeFramed?: boolean
  /** The file name for a page that is made to be saved: it holds its pictures in itself. ASCII letters, digits, `-` and `.`. */
  readonly savedAs?: string
  /** What a `Link` header says of the page (RFC 8288): whole links, separated by commas. */
  readonly links?: string | null
}

/**
 * Renders the page of one path from the edition: decoded, one slash between parts, none at the end.
 *
 * It throws when the edition cannot be asked. A page that does not exist is a page with status 404.
 */
export type RenderPage = (path: string) => Promise<FinishedPage>

/** What one numbered change of the edition means for the pages. */
export interface EditionChange {
  readonly number: number
  /** Pages that show one of these are rendered anew, and may be served stale if that fails. */
  readonly tags: readonly string[]
  /** Pages that show one of these are gone at once and never served again: a killed story is not news. */
  readonly purge: readonly string[]
}
