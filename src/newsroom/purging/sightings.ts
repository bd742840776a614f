/** Which number of the edition this process saw, and when, in milliseconds of a clock that never goes back. */
interface Sighting {
  readonly number: number
  readonly atMs: number
}

/** Remembers for how long the edition has had its changes, as far as this process can know. */
export class Sightings {
  readonly #longestMs: number
  #seen: readonly Sighting[] = []

  /** @param longestMs how far back anybody asks */
  constructor(longestMs: number) {
    this.#longestMs = longestMs
  }

  /** Notes where the edition stands now. */
  note(number: number, nowMs: number): void {
    if (this.#seen.at(-1)?.number === number) return
    const old = this.#seen.findLastIndex(({ atMs }) => atMs <= nowMs - this.#longestMs)
    this.#seen = [...this.#seen.slice(Math.max(0, old)), { number, atMs: nowMs }]
  }

  /** The number that the edition had reached so long ago; undefined where nobody had looked yet. */
  reachedBefore(nowMs: number, agoMs: number): number | undefined {
    return this.#seen.findLast(({ atMs }) => atMs <= nowMs - agoMs)?.number
  }
}
