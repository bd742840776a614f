/**
 * Pairs of one sequence with another, in order, that are as like one another, together, as can be.
 *
 * @param like how like two are; what is 0 is never paired
 */
export function bestPairs(
  height: number,
  width: number,
  like: (row: number, column: number) => number,
): (readonly [number, number])[] {
  const scores = Array.from({ length: height }, (_, row) =>
    Float64Array.from({ length: width }, (__, at) => like(row, at)),
  )
  const best = Array.from({ length: height + 1 }, () => new Float64Array(width + 1))
  const bestAt = (row: number, column: number) => best[row]?.[column] ?? 0
  for (let row = height - 1; row >= 0; row -= 1) {
    for (let column = width - 1; column >= 0; column -= 1) {
      const paired = (scores[row]?.[column] ?? 0) + bestAt(row + 1, column + 1)
      best[row]?.fill(Math.max(paired, bestAt(row + 1, column), bestAt(row, column + 1)), column, column + 1)
    }
  }
  const pairs: (readonly [number, number])[] = []
  for (let row = 0, column = 0; row < height && column < width; ) {
    if (bestAt(row, column) === bestAt(row + 1, column)) row += 1
    else if (bestAt(row, column) === bestAt(row, column + 1)) column += 1
    else pairs.push([row++, column++])
  }
  return pairs
}
