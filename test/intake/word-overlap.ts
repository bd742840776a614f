/** The words of a text, in small letters and in order. */
export const wordsIn = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.toLowerCase())

export interface Overlap {
  /** Which share of the expected words was found. */
  readonly found: number
  /** The harmonic mean of what was found and of what was right. */
  readonly f1: number
  /** Which share of the expected words was found in their order. */
  readonly inOrder: number
}

/** How far two texts have the same words, each word as often as it stands. */
export function overlapOf(expected: readonly string[], got: readonly string[]): Overlap {
  const left = new Map<string, number>()
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of got) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    left.set(word, count - 1)
    common += 1
  }
  return {
    found: common / expected.length,
    f1: (2 * common) / (expected.length + got.length),
    inOrder: longestInOrder(expected, got) / expected.length,
  }
}

function longestInOrder(expected: readonly string[], got: readonly string[]): number {
  let before = new Uint16Array(got.length + 1)
  for (const word of expected) {
    const now = new Uint16Array(got.length + 1)
    for (let at = 1; at <= got.length; at += 1)
      now[at] = word === got[at - 1] ? (before[at - 1] ?? 0) + 1 : Math.max(before[at] ?? 0, now[at - 1] ?? 0)
    before = now
  }
  return before.at(-1) ?? 0
}
