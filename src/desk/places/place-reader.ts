import { entryCalled, type NameMention } from '../names/known-names.ts'
import type { DeskLanguage } from '../language.ts'
import type { Sentence, Token } from '../text/token.ts'
import { PLACE_WORDS, type PlaceWords } from './place-words.ts'

/** A sentence with what is needed to find its places. */
export interface PlaceReader {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly language: DeskLanguage
  readonly words: PlaceWords
  /** Known names by the token that they begin with. */
  readonly namesAt: ReadonlyMap<number, NameMention>
}

export const placeReader = (
  sentence: Sentence,
  names: readonly NameMention[],
  language: DeskLanguage,
): PlaceReader => ({
  sentence,
  tokens: sentence.tokens,
  language,
  words: PLACE_WORDS[language],
  namesAt: new Map(names.map((name) => [name.first, name])),
})

/** The last token of a known place that begins here; undefined where none does. */
export function knownPlaceAt({ namesAt }: PlaceReader, at: number): number | undefined {
  const name = namesAt.get(at)
  return name?.known.some(({ kind }) => kind === 'place') ? name.last : undefined
}

/** Does somebody begin here of whom the record knows, and no place? */
export function isSomebodyAt({ namesAt }: PlaceReader, at: number): boolean {
  const name = namesAt.get(at)
  return name !== undefined && !name.known.some(({ kind }) => kind === 'place')
}

/** The record's own place among the known names of a stretch: the first, which is the most precise. */
export function placeEntryIn({ namesAt }: PlaceReader, first: number, last: number) {
  for (let at = first; at <= last; at++) {
    const name = namesAt.get(at)
    const place = name && name.last <= last ? entryCalled(name, 'place') : undefined
    if (place) return place
  }
  return undefined
}

export const keyAt = ({ tokens }: PlaceReader, at: number): string => tokens[at]?.key ?? ''
export const lowerAt = ({ tokens }: PlaceReader, at: number): string => tokens[at]?.lower ?? ''

/** The words of a stretch as they stand in the text. */
export const wordsOf = ({ sentence, tokens }: PlaceReader, first: number, last: number): string =>
  sentence.text.slice((tokens[first]?.start ?? 0) - sentence.start, (tokens[last]?.end ?? 0) - sentence.start)

/** Is it a noun that is a place: a town, a region, a market? */
export function isPlaceNoun(reader: PlaceReader, at: number): boolean {
  const { words, tokens } = reader
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  const { key } = token
  // «La zone du gouvernement local de Zaria»: so Nigeria's areas are called in French.
  if (key === 'gouvernement' && keyAt(reader, at + 1) === 'local') return true
  return words.settlements.has(key) || words.areas.has(key) || words.sites.has(key) || words.countries.has(key)
}
