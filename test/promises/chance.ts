/** Numbers from 0 to below 1 that follow from a seed (mulberry32), so that a failure can be looked at again. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** When a round's writer is killed: so many deeds after its start, and so many milliseconds, whatever it is doing then. */
export interface Moment {
  readonly deeds: number
  readonly ms: number
  /** Not before this many kinds of deeds were among them; any, unless told. */
  readonly kinds?: number
}

export function momentOf(next: () => number): Moment {
  const isEarly = next() < 0.3
  return { deeds: isEarly ? 0 : 1 + Math.floor(next() * 30), ms: Math.floor(next() * (isEarly ? 700 : 15)) }
}
