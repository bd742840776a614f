import { keyAt, lowerAt, type PlaceReader } from './place-reader.ts'
import { type LeadIn, PLACE_WORDS } from './place-words.ts'

/** A lead-in that stands in a sentence. */
export interface FoundLeadIn extends LeadIn {
  readonly at: number
  /** The token behind it, with which the place begins. */
  readonly behind: number
}

/** The lead-ins of each language by their first words, the longest first. */
const BY_FIRST = Object.fromEntries(
  Object.entries(PLACE_WORDS).map(([language, { leadIns }]) => [
    language,
    Map.groupBy(
      leadIns.toSorted((one, other) => other.words.length - one.words.length),
      ({ words }) => words[0] ?? '',
    ),
  ]),
)

/** What leads to a place at this token: "near", "on the outskirts of", «à proximité d'». */
export function leadInAt(reader: PlaceReader, at: number): FoundLeadIn | undefined {
  const candidates = BY_FIRST[reader.language]?.get(lowerAt(reader, at)) ?? []
  const found = candidates.find(({ words }) => words.every((word, index) => lowerAt(reader, at + index) === word))
  return found && { ...found, at, behind: at + found.words.length }
}

const NUMBER_WORD = /^(?:about|some|around|roughly|environ|quelque|pres|a)$/
const FROM = /^(?:of|from|de|du|des|d'|outside|away|to|the|au|a|l'|la|le|just)$/

/** How far somewhere is: the token with which that begins, behind "300 km north of", «à 300 km de». */
export function distanceAt(reader: PlaceReader, at: number): number | undefined {
  const { words, tokens } = reader
  let here = at
  while (here < at + 3 && NUMBER_WORD.test(keyAt(reader, here))) here += 1
  if (tokens[here]?.kind !== 'number' && !words.determiners.has(keyAt(reader, here))) return undefined
  here += 1
  if (!words.distances.has(keyAt(reader, here))) return undefined
  here += 1
  if (keyAt(reader, here) === '(') while (here < at + 12 && keyAt(reader, here - 1) !== ')') here += 1
  const behind = here
  while (
    here < behind + 5 &&
    (FROM.test(lowerAt(reader, here)) || FROM.test(keyAt(reader, here)) || words.sides.has(keyAt(reader, here)))
  )
    here += 1
  return here > behind ? here : undefined
}
