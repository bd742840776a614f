/** So many of so many. */
export interface Share {
  readonly part: number
  readonly whole: number
}

export const share = (part: number, whole: number): Share => ({ part, whole })

/** From 0 to 1; of nothing, 1: nothing was wrong. */
export const ratio = ({ part, whole }: Share): number => (whole === 0 ? 1 : part / whole)

/** "0.87 (34 of 39)" */
export const inWords = (one: Share): string =>
  `${ratio(one).toFixed(2)} (${Number.isInteger(one.part) ? one.part : one.part.toFixed(1)} of ${one.whole})`

/** The harmonic mean of precision and recall. */
export function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}
