import type { Language } from '../story/story.ts'

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
