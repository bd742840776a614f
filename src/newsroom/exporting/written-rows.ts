import type { CarriedColumn, CarriedRow } from '../../store/carried-rows.ts'
import type { CarriedTable } from '../../store/carried-tables.ts'

/** A row as an export writes it: its columns by their names in camel case, JSON as what it says, 0 and 1 as false and true. */
export type WrittenRow = Readonly<Record<string, unknown>>

const memberOf = (column: string): string =>
  column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** A row for a file. */
export const writtenRow = ({ json = [], flags = [] }: CarriedTable, row: CarriedRow): WrittenRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      memberOf(column),
      flags.includes(column) ? value === 1 : json.includes(column) ? opened(value) : value,
    ]),
  )

/** JSON that would not come back letter by letter stays the text that it is: hashes and commitments rest on it. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    const json: unknown = JSON.parse(value)
    return typeof json !== 'string' && JSON.stringify(json) === value ? json : value
  } catch {
    return value
  }
}

/** What came of reading a row: the row, or what is wrong with it. */
export type ReadRow = { readonly row: CarriedRow } | { readonly fault: string }

/** A row of a file as the table takes it. A column that the file does not know yet is left to the database. */
export function readRow(table: CarriedTable, columns: readonly CarriedColumn[], written: unknown): ReadRow {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) {
    return { fault: 'it should be an object with members' }
  }
  const members = new Map<string, unknown>(Object.entries(written))
  const row: Record<string, unknown> = {}
  for (const column of columns) {
    const member = memberOf(column.name)
    const value = members.get(member)
    members.delete(member)
    const read = readValue(table, column, value)
    if ('fault' in read) return { fault: `“${member}” ${read.fault}` }
    if (read.value !== undefined) row[column.name] = read.value
  }
  const [unknown] = members.keys()
  return unknown === undefined ? { row } : { fault: `it has a member “${unknown}” that means nothing here` }
}

type ReadValue = { readonly value: unknown } | { readonly fault: string }

function readValue({ json = [], flags = [] }: CarriedTable, column: CarriedColumn, value: unknown): ReadValue {
  if (value === undefined) return column.isNeeded ? { fault: 'is missing' } : { value: undefined }
  if (value === null) return column.isNullable ? { value: null } : { fault: 'may not be empty' }
  if (flags.includes(column.name)) {
    return typeof value === 'boolean' ? { value: value ? 1 : 0 } : { fault: 'should be true or false' }
  }
  if (json.includes(column.name)) {
    if (typeof value !== 'string') return { value: JSON.stringify(value) }
    return isJson(value) ? { value } : { fault: 'should be JSON' }
  }
  return plainValue(column, value)
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function plainValue({ takes }: CarriedColumn, value: unknown): ReadValue {
  switch (takes) {
    case 'text':
      if (typeof value !== 'string') return { fault: 'should be a text' }
      // PostgreSQL has no room for it, and no text of ours has one.
      return value.includes('\u0000') ? { fault: 'holds a character that no text has' } : { value }
    case 'whole':
      return Number.isSafeInteger(value) ? { value } : { fault: 'should be a whole number' }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? { value } : { fault: 'should be a number' }
    case 'bytes':
      return { fault: 'cannot stand in a text file' }
  }
}
