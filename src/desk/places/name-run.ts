import { beginsCountry, isCountry } from './country-names.ts'
import { isSomebodyAt, keyAt, knownPlaceAt, lowerAt, type PlaceReader, wordsOf } from './place-reader.ts'

/** Small words within names: "Rio de Janeiro", "Deir ez-Zor", «Pont-de-la Mer». */
const WITHIN = new Set([
  'de',
  'do',
  'da',
  'del',
  'los',
  'las',
  'la',
  'el',
  'al',
  'ul',
  'bin',
  'ould',
  "d'",
  "l'",
  'du',
  'des',
  'es',
  'as',
  'ez',
])
const LONGEST = 5

/** The last token of the name that begins here, as far as its letters tell: known, a country, or written with capitals. */
export function nameRunAt(reader: PlaceReader, at: number): number | undefined {
  const known = knownPlaceAt(reader, at)
  if (known !== undefined) return known
  const country = countryAt(reader, at)
  if (country !== undefined) return country
  if (isSomebodyAt(reader, at)) return undefined
  return reader.sentence.isShouted ? undefined : capitalsAt(reader, at)
}

/** The last token of a country's name that begins here. */
export function countryAt(reader: PlaceReader, at: number): number | undefined {
  const { tokens, sentence } = reader
  if (tokens[at]?.kind !== 'word' || (!sentence.isShouted && !isNameWord(reader, at))) return undefined
  let found: number | undefined
  for (let last = at; last < Math.min(tokens.length, at + LONGEST); last++) {
    if (tokens[last]?.kind === 'mark' && !/^[-'’]$/.test(tokens[last]?.text ?? '')) break
    const words = wordsOf(reader, at, last)
    if (!beginsCountry(words)) break
    if (tokens[last]?.kind === 'word' && isCountry(words)) found = last
  }
  // "US" and "CAR" in a text in capitals are other words.
  const isDoubtful = found === at && sentence.isShouted && keyAt(reader, at).length < 4
  return isDoubtful ? undefined : found
}

function capitalsAt(reader: PlaceReader, at: number): number | undefined {
  if (!isNameWord(reader, at) || isAcronym(reader, at)) return undefined
  let last = at
  while (last + 1 < at + LONGEST) {
    const isJoined = WITHIN.has(lowerAt(reader, last + 1)) && !isOf(reader, last + 1) && isNameWord(reader, last + 2)
    if (isJoined) last += 2
    else if (isNameWord(reader, last + 1) && !isSomebodyAt(reader, last + 1) && !isAcronym(reader, last + 1)) last += 1
    else break
  }
  return last
}

/** «de» in French joins a place to another more often than it stands within a name. */
const isOf = (reader: PlaceReader, at: number): boolean =>
  reader.language === 'fr' && reader.words.of.has(lowerAt(reader, at))

/** Is it written as part of a name that may be a place's? */
export function isNameWord(reader: PlaceReader, at: number): boolean {
  const token = reader.tokens[at]
  if (token?.kind !== 'word') return false
  const isName = token.isCapital || /^(?:al|el|ul|ad|as|ar|an|ash|ez|es|az|at|et|od)-\p{Lu}/u.test(token.text)
  return isName && !reader.words.notPlaces.has(token.key)
}

const isAcronym = ({ tokens }: PlaceReader, at: number): boolean =>
  /^(?:\p{Lu}[.-]?){2,}\d*$/u.test(tokens[at]?.text ?? '')
