import { isPlaceNoun, keyAt, lowerAt, type PlaceReader } from './place-reader.ts'
import type { PlacePhrase } from './place-phrase.ts'

const LONGEST = 4
/** Words with these endings are of the language: "NEGOTIATION", "FIGHTING", "PARTLY". */
const COMMON_ENDING =
  /(?:tion|tions|sion|ing|ment|ence|ance|ness|ity|ism|ist|ly|ed|ive|ous|ful|less|ship|age|ure|ories|ory|ants|ant|ors|or|ers|er)$/

/**
 * A place in a text that is in capitals throughout, behind a preposition: words that are none of the language's small ones,
 * up to a comma or the noun that says what it is: "IN CHALATENANGO DEPARTMENT", "IN SAN SALVADOR, EL SALVADOR".
 */
export function shoutedPlaceAt(reader: PlaceReader, at: number): PlacePhrase | undefined {
  const last = unknownRunAt(reader, at)
  if (last === undefined) return undefined
  if (isPlaceNoun(reader, last + 1)) return { ...NAMED, first: at, last: last + 1, head: 'area' }
  return lowerAt(reader, last + 1) === ',' ? { ...NAMED, first: at, last, head: 'name' } : undefined
}

const NAMED = { isNamed: true, isCountry: false, pointsBack: false } as const

/** The last of the words in capitals that begin here and are no words of the language, as far as anybody can tell. */
export function unknownRunAt(reader: PlaceReader, at: number): number | undefined {
  const { sentence, words, tokens } = reader
  if (!sentence.isShouted) return undefined
  let behind = at
  while (behind < at + LONGEST && isUnknown(reader, behind)) behind += 1
  if (behind === at || behind === at + LONGEST) return undefined
  if (tokens.slice(at, behind).some(({ key }) => COMMON_ENDING.test(key) || key.length < 3)) return undefined
  const next = tokens[behind]
  const isEnd = next?.kind !== 'word' || words.breaks.has(next.key) || words.notPlaces.has(next.key)
  return isEnd || isPlaceNoun(reader, behind) ? behind - 1 : undefined
}

function isUnknown(reader: PlaceReader, at: number): boolean {
  const { words, tokens } = reader
  const token = tokens[at]
  if (token?.kind !== 'word' || isPlaceNoun(reader, at)) return false
  const { key } = token
  const isSmall = words.breaks.has(key) || words.determiners.has(lowerAt(reader, at)) || words.of.has(key)
  const isOther = [words.notPlaces, words.peoples, words.events, words.people].some((list) => list.has(key))
  const isSaying = [words.titles, words.speech, words.speakers].some((list) => list.has(keyAt(reader, at)))
  return !isSmall && !isOther && !isSaying
}
