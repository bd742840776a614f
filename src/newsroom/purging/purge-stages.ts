/**
 * When a cache is told of a change, in milliseconds after it: at once; then when other hosts have dropped their pages too; then
 * when nothing can be on its way any more that was sent by a host which had not heard of it.
 */
export const STAGES_MS: readonly number[] = [0, 1_000, 15_000]

/** Under which the progress of a repeat is kept: the repeats follow the changes as the first telling does, each by itself. */
export const againOf = (cache: string, afterMs: number): string =>
  afterMs === 0 ? cache : `${cache} again after ${afterMs / 1_000} s`

/** Every name under which progress of these caches is kept. */
export const allNamesOf = (caches: readonly string[]): string[] =>
  caches.flatMap((cache) => STAGES_MS.map((afterMs) => againOf(cache, afterMs)))

/** Is this the progress of a cache itself, and not of a repeat? */
export const isFirstTelling = (name: string): boolean => !/ again after \d+ s$/.test(name)
