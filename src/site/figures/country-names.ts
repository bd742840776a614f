import type { Language } from '../../story/story.ts'
import type { Country } from './atlas.ts'

/** Where newspapers use another name than the Unicode tables, which set the two Congos apart by their capitals. */
const IN_THE_PAPERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CD: { en: 'DR Congo', fr: 'RD Congo' },
  CG: { en: 'Congo', fr: 'Congo' },
  CF: { en: 'Central African Rep.', fr: 'Rép. centrafricaine' },
}

const displayNames = new Map<Language, Intl.DisplayNames>()

function namesIn(language: Language): Intl.DisplayNames {
  const known = displayNames.get(language)
  if (known) return known
  const made = new Intl.DisplayNames([language], { type: 'region', style: 'short' })
  displayNames.set(language, made)
  return made
}

/** A country's name in the page's language; Natural Earth's English one where no standard names it. */
export function countryName({ code, name }: Country, language: Language): string {
  // Unicode knows the numeric codes of countries as aliases of the letters: 466 is ML.
  const region = code === undefined ? undefined : new Intl.Locale(`und-${code}`).region
  if (region === undefined) return name
  const spoken = IN_THE_PAPERS[region]?.[language.slice(0, 2)] ?? namesIn(language).of(region) ?? name
  return spoken.replace(/ \(.*\)$/, '')
}
