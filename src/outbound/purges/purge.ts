/** What a cache in front of the site is to drop. */
export type Purge =
  | { readonly kind: 'everything' }
  | {
      readonly kind: 'tags'
      /** Pages with these tags have changed: they are made anew, and may be shown as they were while nobody can make them. */
      readonly changed: readonly string[]
      /** Pages with these tags show what was withdrawn: they go for good. */
      readonly withdrawn: readonly string[]
    }

/** A cache in front of the site that can be told what to drop. */
export interface PurgedCache {
  /** Under which its progress is kept, and which operators read: `varnish http://10.0.0.5:6081`. Never a secret. */
  readonly name: string
  /**
   * Resolves when the cache has dropped it.
   *
   * @throws OnrecordError `fetch-failed` or `refused`, in words that name the cache and no key
   */
  purge(what: Purge): Promise<void>
}

/** Tags in portions of at most so many. */
export function inPortions(tags: readonly string[], size: number): string[][] {
  const portions: string[][] = []
  for (let at = 0; at < tags.length; at += size) portions.push(tags.slice(at, at + size))
  return portions
}
