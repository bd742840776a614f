/**
 * How many characters of Unicode stand before a place that counts UTF-16 units, as JavaScript does: other programs count
 * characters. A place within a character counts as behind it.
 *
 * @returns a function that needs no second look at the text, however often it is asked
 */
export function codePointsBefore(text: string): (at: number) => number {
  const pairs: number[] = []
  for (const { index } of text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)) pairs.push(index)
  return (at) => at - countBelow(pairs, at)
}

/** How many of these rising numbers are below another. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit - 1) low = middle + 1
    else high = middle
  }
  return low
}

/** The characters of a text, one by one. */
export const codePointsOf = (text: string): string[] => Array.from(text)
