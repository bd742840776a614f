/** No table of ours has more than thirty columns; SQLite takes 32,766 values in one statement, PostgreSQL 65,535. */
const ROWS = 1_000

/** Rows in portions that one statement can carry. */
export function* portions<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let first = 0; first < rows.length; first += ROWS) yield rows.slice(first, first + ROWS)
}
