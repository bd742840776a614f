/** Something that the key has, or something that was found. */
export interface Creditable {
  /** Costs nothing when it is missed. */
  readonly isOptional: boolean
}

export interface Credited {
  readonly credit: number
  /** How many of the key had to be found, with those that were though they had not to be. */
  readonly wanted: number
  readonly found: number
  /** What each of those found is worth, in their order. */
  readonly worth: readonly number[]
}

/**
 * The highest credit that pairs of the key and of what was found can have together, one to one.
 *
 * @param creditOf from 0 to 1
 * @see https://en.wikipedia.org/wiki/Hungarian_algorithm, in the form with potentials
 */
export function bestCredit<Key extends Creditable, Found>(
  key: readonly Key[],
  found: readonly Found[],
  creditOf: (key: Key, found: Found) => number,
): Credited {
  const size = Math.max(key.length, found.length)
  const value = (row: number, column: number): number => {
    const [wanted, given] = [key[row], found[column]]
    if (wanted === undefined || given === undefined) return 0
    const credit = creditOf(wanted, given)
    // Between equals, what has to be found comes first.
    return credit === 0 || wanted.isOptional ? credit : credit + PREFERRED
  }
  const columnOf = assignment(size, (row, column) => -value(row, column))
  const worth = found.map(() => 0)
  let optional = 0
  for (const [row, wanted] of key.entries()) {
    const column = columnOf[row] ?? -1
    const given = found[column]
    const own = given === undefined ? 0 : creditOf(wanted, given)
    if (own > 0) worth[column] = own
    if (own > 0 && wanted.isOptional) optional += 1
  }
  return {
    credit: worth.reduce((sum, one) => sum + one, 0),
    wanted: key.filter(({ isOptional }) => !isOptional).length + optional,
    found: found.length,
    worth,
  }
}

const PREFERRED = 1e-6

/** The column of each row, so that the costs together are least. */
function assignment(size: number, cost: (row: number, column: number) => number): number[] {
  const rowOf = Array.from({ length: size + 1 }, () => -1)
  const ofRow = new Float64Array(size + 1)
  const ofColumn = new Float64Array(size + 1)
  for (let row = 0; row < size; row += 1) augment(row, { size, cost, rowOf, ofRow, ofColumn })
  const columns = Array.from({ length: size }, () => -1)
  for (let column = 0; column < size; column += 1) columns[rowOf[column] ?? 0] = column
  return columns
}

interface Work {
  readonly size: number
  readonly cost: (row: number, column: number) => number
  /** The row of each column; the last column is where a new row waits. */
  readonly rowOf: number[]
  readonly ofRow: Float64Array
  readonly ofColumn: Float64Array
}

/** Finds a column for one more row, moving others where that is cheaper. */
function augment(row: number, { size, cost, rowOf, ofRow, ofColumn }: Work): void {
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
  const cameFrom = new Int32Array(size + 1).fill(size)
  const isSeen = new Uint8Array(size + 1)
  let column = size
  rowOf[size] = row
  do {
    isSeen[column] = 1
    const here = rowOf[column] ?? 0
    let step = Number.POSITIVE_INFINITY
    let next = size
    for (let other = 0; other < size; other += 1) {
      if (isSeen[other] === 1) continue
      const reduced = cost(here, other) - (ofRow[here] ?? 0) - (ofColumn[other] ?? 0)
      if (reduced < (least[other] ?? 0)) {
        least[other] = reduced
        cameFrom[other] = column
      }
      if ((least[other] ?? 0) < step) {
        step = least[other] ?? 0
        next = other
      }
    }
    for (let other = 0; other <= size; other += 1) {
      if (isSeen[other] === 1) {
        const own = rowOf[other] ?? 0
        ofRow[own] = (ofRow[own] ?? 0) + step
        ofColumn[other] = (ofColumn[other] ?? 0) - step
      } else least[other] = (least[other] ?? 0) - step
    }
    column = next
  } while ((rowOf[column] ?? -1) !== -1)
  while (column !== size) {
    const before = cameFrom[column] ?? size
    rowOf[column] = rowOf[before] ?? -1
    column = before
  }
}
