import type { Later } from './improvements.ts'
import type { Answer, Encoding, KeptPage } from './kept-page.ts'
import type { EditionChange, RenderPage } from './page.ts'
import type { SurrogateCaching } from './page-headers.ts'

export interface PressOptions {
  readonly render: RenderPage
  /** Everything kept together, in bytes: pages, encodings, headers, tags, known absences. Default 128 MiB. */
  readonly maxBytes?: number
  /** Set only where a proxy or CDN hears of every change: it will keep pages until it does. */
  readonly surrogate?: SurrogateCaching | undefined
  /** Told of every render or compression that failed; the reader may have got a stale page and not know. */
  readonly onFault?: (error: unknown) => void
  /** How long a reader waits for a render when there is an older page to give instead. Default 3 s. */
  readonly patienceMs?: number
  /** How long a reader waits for a render when there is nothing else. Default 15 s. */
  readonly renderTimeoutMs?: number
  /** When to compress better; default 250 ms after there is something to compress. */
  readonly later?: Later
  /** Milliseconds of the epoch, for pages that are true until an hour; default the system's clock. */
  readonly now?: () => number
}

export interface PressStats {
  readonly pages: number
  readonly absences: number
  /** Bytes kept, as they count against `maxBytes`. */
  readonly bytes: number
  readonly maxBytes: number
  /** Requests answered from memory, and those that waited for a render. */
  readonly hits: number
  readonly misses: number
  readonly renders: number
  readonly faults: number
  /** Pages that changes made stale or removed. */
  readonly dropped: number
  readonly evicted: number
}

/** A page to be sent; stale when it should have been rendered anew and could not be. */
export interface Served {
  readonly page: KeptPage
  readonly isStale: boolean
}

/** Renders, keeps and drops pages. */
export interface Press {
  /** The page of a path if it is kept and fresh. Asks nobody, waits for nothing. */
  kept(path: string): KeptPage | undefined
  /**
   * The page of a path, rendered if need be.
   *
   * @throws whatever the render throws, when there is no stale page to give; OnrecordError `database-unavailable`
   * when it takes too long
   */
  page(path: string): Promise<Served>
  /** A page in an encoding it is not kept in; gzip is kept from then on. */
  encode(served: Served, encoding: Encoding): Promise<Answer>
  /** Drops exactly the pages that the changes touch, and says how many. Takes effect before it returns. */
  changed(changes: readonly EditionChange[]): number
  /** Drops every page for good and says how many: for a reader too far behind to know what changed. */
  dropAll(): number
  stats(): PressStats
}
