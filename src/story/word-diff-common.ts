/** Two positions that hold the same thing: one in the text before, one in the text after. */
export type Pair = readonly [before: number, after: number]

/** Beyond this many comparisons two sequences are cut at what occurs once in both. A quarter of a million is about a millisecond. */
const MAX_CELLS = 250_000

/**
 * What two sequences have in common, in order: a longest common subsequence, or nearly one where they are long.
 *
 * Time is bounded: equal beginnings and endings are taken off first; what is left is compared each with each up to
 * {@link MAX_CELLS}, and is cut into shorter stretches beyond.
 */
export function commonPairs(before: readonly string[], after: readonly string[]): Pair[] {
  return pairsIn(before, after, { from: 0, to: before.length }, { from: 0, to: after.length })
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function pairsIn(before: readonly string[], after: readonly string[], one: Stretch, other: Stretch): Pair[] {
  const start: Pair[] = []
  let { from: left } = one
  let { from: right } = other
  while (left < one.to && right < other.to && before[left] === after[right]) start.push([left++, right++])
  const end: Pair[] = []
  let { to: leftEnd } = one
  let { to: rightEnd } = other
  while (leftEnd > left && rightEnd > right && before[leftEnd - 1] === after[rightEnd - 1])
    end.push([--leftEnd, --rightEnd])
  const middle = [
    { from: left, to: leftEnd },
    { from: right, to: rightEnd },
  ] as const
  const isSmall = (leftEnd - left) * (rightEnd - right) <= MAX_CELLS
  const between = isSmall ? compared(before, after, ...middle) : anchored(before, after, ...middle)
  return [...start, ...between, ...end.toReversed()]
}

/** Each with each: the table of lengths of common endings, read from its beginning. */
function compared(before: readonly string[], after: readonly string[], one: Stretch, other: Stretch): Pair[] {
  const width = other.to - other.from + 1
  const height = one.to - one.from + 1
  if (width === 1 || height === 1) return []
  const lengths = new Uint32Array(width * height)
  for (let row = height - 2; row >= 0; row -= 1) {
    for (let column = width - 2; column >= 0; column -= 1) {
      const cell = row * width + column
      lengths[cell] =
        before[one.from + row] === after[other.from + column]
          ? (lengths[cell + width + 1] ?? 0) + 1
          : Math.max(lengths[cell + width] ?? 0, lengths[cell + 1] ?? 0)
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < height - 1 && column < width - 1; ) {
    const cell = row * width + column
    if (before[one.from + row] === after[other.from + column]) pairs.push([one.from + row++, other.from + column++])
    else if ((lengths[cell + width] ?? 0) >= (lengths[cell + 1] ?? 0)) row += 1
    else column += 1
  }
  return pairs
}

/** Cuts two long stretches at what occurs once in both and in the same order; without any, they have nothing in common. */
function anchored(before: readonly string[], after: readonly string[], one: Stretch, other: Stretch): Pair[] {
  const anchors = longestRise(uniquePairs(before, after, one, other))
  const pairs: Pair[] = []
  let [left, right] = [one.from, other.from]
  for (const [atLeft, atRight] of anchors) {
    const found = pairsIn(before, after, { from: left, to: atLeft + 1 }, { from: right, to: atRight + 1 })
    for (const pair of found) pairs.push(pair)
    left = atLeft + 1
    right = atRight + 1
  }
  if (anchors.length === 0) return pairs
  for (const pair of pairsIn(before, after, { from: left, to: one.to }, { from: right, to: other.to })) pairs.push(pair)
  return pairs
}

function uniquePairs(before: readonly string[], after: readonly string[], one: Stretch, other: Stretch): Pair[] {
  const once = onceIn(after, other)
  return [...onceIn(before, one)].flatMap(([text, atLeft]): Pair[] => {
    const atRight = once.get(text)
    return atRight === undefined ? [] : [[atLeft, atRight]]
  })
}

/** What occurs exactly once in a stretch, and where, in order. */
function onceIn(texts: readonly string[], { from, to }: Stretch): Map<string, number> {
  const found = new Map<string, number>()
  const again = new Set<string>()
  for (let at = from; at < to; at += 1) {
    const text = texts[at] ?? ''
    if (found.has(text)) again.add(text)
    else found.set(text, at)
  }
  for (const text of again) found.delete(text)
  return found
}

/** The longest run of pairs that rises on both sides: patience sorting. The pairs come in rising order of the first side. */
function longestRise(pairs: readonly Pair[]): Pair[] {
  const tops: number[] = []
  const below: (number | undefined)[] = []
  const last: number[] = []
  pairs.forEach(([, right], index) => {
    const pile = firstAtLeast(tops, right)
    tops[pile] = right
    last[pile] = index
    below[index] = pile > 0 ? last[pile - 1] : undefined
  })
  const rise: Pair[] = []
  for (let at = last.at(-1); at !== undefined; at = below[at]) {
    const pair = pairs[at]
    if (pair) rise.push(pair)
  }
  return rise.toReversed()
}

function firstAtLeast(rising: readonly number[], wanted: number): number {
  let low = 0
  let high = rising.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rising[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
