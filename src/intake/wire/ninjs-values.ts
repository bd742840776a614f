/** A ninjs item as it came: names differ between versions, values by sender. */
export type NinjsFields = Readonly<Record<string, unknown>>

export const isFields = (value: unknown): value is NinjsFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text, or a number as text; the first name that has one. Versions 1 and 2 write small letters, version 3 mixed. */
export function textOf(from: NinjsFields, ...names: readonly string[]): string {
  for (const name of names) {
    const value = from[name]
    if (typeof value === 'string' && value.trim() !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return ''
}

/** Lists, single values and objects by name all as a list. */
export function listOf(from: NinjsFields, ...names: readonly string[]): unknown[] {
  for (const name of names) {
    const value = from[name]
    if (Array.isArray(value) && value.length > 0) return value
    if (value !== undefined && value !== null && value !== '' && !Array.isArray(value)) return [value]
  }
  return []
}

/** The names of things that are told as objects or as plain words. */
export const namesIn = (values: readonly unknown[]): string[] =>
  values
    .map((value) =>
      typeof value === 'string' ? value : isFields(value) ? textOf(value, 'name', 'title', 'literal') : '',
    )
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** One of several texts of an item, with the part it plays. */
export interface RoleText {
  readonly role: string
  readonly contentType: string
  readonly value: string
}

/**
 * Texts that ninjs 1 tells in a field for each role (`body_main`, `body_richtext`), and 2 and 3 in a list of objects.
 *
 * @param one "body"; @param many "bodies"
 */
export function roleTexts(from: NinjsFields, one: string, many: string): RoleText[] {
  const listed = listOf(from, many).flatMap((value) => {
    if (typeof value === 'string') return [{ role: '', contentType: '', value }]
    if (!isFields(value)) return []
    return [
      {
        role: textOf(value, 'role'),
        contentType: textOf(value, 'contentType', 'contenttype'),
        value: textOf(value, 'value'),
      },
    ]
  })
  const named = Object.entries(from).flatMap(([key, value]) => {
    const role = key === one ? '' : key.startsWith(`${one}_`) ? key.slice(one.length + 1) : undefined
    return role === undefined || typeof value !== 'string' ? [] : [{ role, contentType: '', value }]
  })
  return [...listed, ...named].filter(({ value }) => value.trim() !== '')
}
