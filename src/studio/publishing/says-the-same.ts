/**
 * Do two values that JSON can hold say the same, whatever order their fields, and the marks on words, were written in?
 * An importer may write bold before a claim where the editor writes it after.
 */
export function saysTheSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const [left, right] = [fieldsOf(one), fieldsOf(other)]
  return (
    left.length === right.length &&
    left.every(([name, value]) => saysTheSame(inOrder(name, value), inOrder(name, valueIn(other, name))))
  )
}

/** A field that is undefined is no field: JSON does not write it. */
const fieldsOf = (value: object): [string, unknown][] =>
  Object.entries(value).filter(([, field]) => field !== undefined)

const valueIn = (value: object, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name]

const inOrder = (name: string, value: unknown): unknown =>
  name === 'marks' && Array.isArray(value)
    ? value.toSorted((one, other) => (typeOf(one) < typeOf(other) ? -1 : 1))
    : value

const typeOf = (mark: unknown): string =>
  typeof mark === 'object' && mark !== null ? String(valueIn(mark, 'type')) : ''
