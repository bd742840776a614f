/** How many letters must be put in, taken out, changed or swapped with the next to make one word of the other; at most `most` + 1. */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) next.push(cheapest(one, other, { i, j, before, row, next }))
    before = row
    row = next
    if (Math.min(...row) > most) return most + 1
  }
  return Math.min(row[other.length] ?? most + 1, most + 1)
}

interface Cell {
  readonly i: number
  readonly j: number
  readonly before: readonly number[]
  readonly row: readonly number[]
  readonly next: readonly number[]
}

function cheapest(one: string, other: string, { i, j, before, row, next }: Cell): number {
  const isSame = one[i - 1] === other[j - 1]
  const changed = (row[j - 1] ?? Infinity) + (isSame ? 0 : 1)
  const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
  const swapped = isSwapped ? (before[j - 2] ?? Infinity) + 1 : Infinity
  return Math.min(changed, swapped, (row[j] ?? Infinity) + 1, (next[j - 1] ?? Infinity) + 1)
}
