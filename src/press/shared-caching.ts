import type { CacheSettings } from '../config/operating-settings.ts'
import {
  type HeaderList,
  sharedHeaders,
  type SurrogateCaching,
  type SurrogateWords,
  unsharedHeaders,
} from './page-headers.ts'

/** What caches in front are told beside pages: of pictures, of cards, of data. */
export interface SharedCaching {
  /** Has this process heard of every change, as of a moment ago? Nothing may be kept that it answers otherwise. */
  readonly isInStep: () => boolean
  /**
   * To be called before anything is read that is answered. Gives the headers for the tags of what was read, which give
   * no leave to keep it where reading has taken so long that a change may have come between.
   */
  begin(): (tags: readonly string[]) => HeaderList
}

/** How the caches that are set are told what a page shows; undefined where there are none. */
export function surrogateFor(caches: CacheSettings | null): SurrogateCaching | undefined {
  if (!caches) return undefined
  const { varnish, fastly, cloudflare, maxAgeSeconds } = caches
  const words: SurrogateWords[] = [
    ...(varnish || fastly ? ['surrogate-key' as const] : []),
    ...(cloudflare ? ['cache-tag' as const] : []),
  ]
  return { maxAgeSeconds, words }
}

/** Nothing in front keeps anything. */
export const NOTHING_SHARED: SharedCaching = { isInStep: () => true, begin: () => () => [] }

/**
 * How far an answer may be behind the newest change and still be kept in front, in milliseconds: somewhat longer than the
 * longest time between two looks at the edition. What was kept too early is dropped by the last of the repeated purges,
 * which comes long after.
 */
const MOST_BEHIND_MS = 6_000

/**
 * @param surrogate undefined where there are no caches in front
 * @param lookedAtMs when this process last knew where the edition stands, by a clock that never goes back
 */
export function sharedCaching(
  surrogate: SurrogateCaching | undefined,
  lookedAtMs: () => number,
  nowMs: () => number = () => performance.now(),
): SharedCaching {
  if (!surrogate) return NOTHING_SHARED
  const isInStep = () => nowMs() - lookedAtMs() <= MOST_BEHIND_MS
  return {
    isInStep,
    begin: () => {
      const begunMs = nowMs()
      return (tags) => {
        const headers = sharedHeaders(tags, surrogate)
        return isInStep() && nowMs() - begunMs <= MOST_BEHIND_MS ? headers : unsharedHeaders(headers)
      }
    },
  }
}
