/**
 * A value as JSON that is the same for the same value: members sorted by name, no spaces, absent members left out.
 *
 * @see https://www.rfc-editor.org/info/rfc8785 of which this is the part that our content needs (whole numbers and
 *   decimal degrees, text, lists, objects)
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`
}
