import type { Picked } from './cite-fields.ts'

/** The one there is; null where there are none or several. */
export const onlyOne = (groups: readonly Picked[]): Picked | null => (groups.length === 1 ? (groups[0] ?? null) : null)

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/**
 * The group that the text names. "Wagner fighters" is the group of that name, not "Soldiers and Wagner fighters together";
 * "fighters" alone may be anybody's.
 */
export function groupNamed(groups: readonly Picked[], people: string): Picked | null {
  const wanted = wordsIn(people)
  if (wanted.length === 0) return null
  const naming = groups.filter(({ label }) => wanted.every((word) => wordsIn(label).includes(word)))
  return onlyOne(naming.filter(({ label }) => wordsIn(label).length === wanted.length)) ?? onlyOne(naming)
}
