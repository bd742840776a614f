/** What a cell may hold. Numbers are written as they are; null is an empty cell. */
export type CsvValue = string | number | boolean | null

/** A cell that begins with one of these is run as a formula by spreadsheet programs. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * One line of CSV (RFC 4180, but with a line feed alone at its end, as UN OCHA and most tools write it).
 *
 * Text that a spreadsheet would run as a formula gets an apostrophe before it: a claimant may be called anything.
 *
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(csvCell).join(',')}\n`

function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  const safe = FORMULA.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
