import type { IncomingSection } from '../incoming.ts'
import { languageTag } from '../language-tag.ts'
import { isPlaceName } from '../place-names.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const known = new Map<string, ReadonlySet<string>>()

/** The names of countries in a language, as its own speakers write them. */
function countryNames(language: string): ReadonlySet<string> {
  const made = known.get(language)
  if (made) return made
  const names = new Set<string>()
  if (Intl.DisplayNames.supportedLocalesOf([language]).length > 0) {
    const catalogue = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const first of LETTERS)
      for (const second of LETTERS) names.add((catalogue.of(first + second) ?? '').toLowerCase())
  }
  names.delete('')
  known.set(language, names)
  return names
}

/**
 * The place that stands for an agency item's section: the first country or region it is about, else the one it was
 * sent from. Agencies name many places, cities among them; they are no path, and become keywords.
 *
 * @param located from the smallest to the largest
 */
export function placeSection(
  places: readonly string[],
  located: readonly string[],
  language: string,
): IncomingSection | undefined {
  const tag = languageTag(language)
  const isCountry = (name: string): boolean =>
    isPlaceName(name) || (tag !== null && countryNames(tag).has(name.trim().toLowerCase()))
  const label = places.find(isCountry) ?? located.findLast(isCountry)
  return label === undefined ? undefined : { label, kind: 'place' }
}
