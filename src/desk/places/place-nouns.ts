import { countryAt, nameRunAt } from './name-run.ts'
import { isPlaceNoun, keyAt, knownPlaceAt, lowerAt, type PlaceReader } from './place-reader.ts'

/** "North" before Kivu, but not before Sudan: that is a country. */
export const isSideBefore = (reader: PlaceReader, at: number): boolean =>
  reader.words.sideAdjectives.has(keyAt(reader, at)) &&
  knownPlaceAt(reader, at) === undefined &&
  countryAt(reader, at) === undefined &&
  nameRunAt(reader, at + 1) !== undefined

/** "Taliban", "Israeli strikes": a people, an armed group, an adjective of either. */
export function isPeople({ words, tokens }: PlaceReader, at: number, last: number): boolean {
  const key = tokens[at]?.key ?? ''
  if (words.peoples.has(key)) return true
  const next = tokens[last + 1]
  const isBeforeNoun =
    next?.kind === 'word' && !next.isCapital && !words.breaks.has(next.key) && !next.key.endsWith('ly')
  return at === last && isBeforeNoun && /(?:ian|ean|ese|ish|wan)$/.test(key)
}

/** The nouns behind a name that say what it is: "Ado Local Government Area"; the last of them. */
export function nounBehind(reader: PlaceReader, from: number): number | undefined {
  let last: number | undefined
  for (let at = from; at < from + 4; at++) {
    if (isPlaceNoun(reader, at) && !reader.words.countries.has(keyAt(reader, at))) last = at
    else if (!reader.words.compounds.has(keyAt(reader, at))) break
  }
  return last !== undefined && isSomebodyElse(reader, last + 1) ? undefined : last
}

/** "Village chiefs", "school children": the noun tells of people, not where. */
export const isSomebodyElse = ({ words, tokens }: PlaceReader, at: number): boolean =>
  tokens[at]?.kind === 'word' && words.people.has(tokens[at].key)

/** «Sur la base d'informations»: only an army's base is a place. */
export const isNoBase = (reader: PlaceReader, noun: number): boolean =>
  keyAt(reader, noun) === 'base' &&
  reader.words.of.has(lowerAt(reader, noun + 1)) &&
  !/^(?:milit|air|naval)/.test(keyAt(reader, noun - 1))

/** "A state of emergency", «sur la base de»: one region of which no more is said is none. */
export function isVague(reader: PlaceReader, noun: number): boolean {
  const key = keyAt(reader, noun)
  return !key.endsWith('s') && reader.words.areas.has(key)
}

const NOT_PEOPLE =
  /^(?:urbain|suburbain|prochain|lointain|souterrain|certain|quotidien|ancien|moyen|chretien|aerien|anglais$|desormais|jamais|agricole|humain|riverain|voisin|espagnole?$)/

/** «Le territoire guyanais», «la frontière malienne»: an adjective that names a country. */
export function isOfPeople(reader: PlaceReader, at: number): boolean {
  const key = keyAt(reader, at)
  return (
    /(?:ais|aises?|ois|oises?|iens?|yens?|[iy]ennes?|eens?|eennes?|ains?|aines?|anes?|ols?|oles?)$/.test(key) &&
    key.length > 5 &&
    !NOT_PEOPLE.test(key) &&
    isDescribing(reader, at)
  )
}

/** May it describe the noun behind it? Any word that is none of the small ones. */
export function isDescribing({ words, tokens, sentence }: PlaceReader, at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  if (words.compounds.has(token.key)) return true
  if (token.isCapital && !sentence.isShouted) return false
  return !words.breaks.has(token.key) && !words.of.has(token.lower) && !words.determiners.has(token.lower)
}
