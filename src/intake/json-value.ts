/** An object of a JSON file of which nothing is known yet. */
export type JsonRow = Readonly<Record<string, unknown>>

export const isRow = (value: unknown): value is JsonRow =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The object under a name; undefined when something else stands there. */
export function rowIn(row: JsonRow | undefined, name: string): JsonRow | undefined {
  const value = row?.[name]
  return isRow(value) ? value : undefined
}

/** The objects of the list under a name; what else is in the list is passed over. */
export function rowsIn(row: JsonRow | undefined, name: string): JsonRow[] {
  const value = row?.[name]
  return Array.isArray(value) ? value.filter(isRow) : []
}

/** The first of some fields that holds text or a number; an empty text when none does. */
export function textIn(row: JsonRow | undefined, ...names: readonly string[]): string {
  for (const name of names) {
    const value = row?.[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  }
  return ''
}

/** True for what exports write for "yes": `true`, 1, "1", "true". */
export const isYes = (value: unknown): boolean => value === true || value === 1 || value === '1' || value === 'true'
