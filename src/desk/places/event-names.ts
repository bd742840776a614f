import { countryAt, isNameWord, nameRunAt } from './name-run.ts'
import { type PlacePhrase, placePhraseAt } from './place-phrase.ts'
import { keyAt, knownPlaceAt, lowerAt, type PlaceReader } from './place-reader.ts'

/**
 * A place without a preposition, in what an event is called by: "the Kidal attack", "the battle of Tinzaouaten", «la prise
 * de Saraqeb», «l'attaque de deux villages», or by what is said of it: «Bujumbura, capitale du Burundi».
 */
export const placeWithoutLeadIn = (reader: PlaceReader, at: number): PlacePhrase | undefined =>
  placeBeforeEvent(reader, at) ?? placeBehindEvent(reader, at) ?? placeWithApposition(reader, at)

/** English puts the place before: "the Beni massacre". "The Boko Haram attack" names who did it. */
function placeBeforeEvent(reader: PlaceReader, at: number): PlacePhrase | undefined {
  const { words, language, tokens, sentence } = reader
  if (language !== 'en' || (at > 0 && isNameWord(reader, at - 1) && !sentence.isShouted)) return undefined
  const last = nameRunAt(reader, at)
  if (last === undefined || !words.events.has(keyAt(reader, last + 1))) return undefined
  const isKnown = knownPlaceAt(reader, at) === last || countryAt(reader, at) === last
  if (!isKnown) {
    const isDefinite =
      lowerAt(reader, at - 1) === 'the' || /^(?:war|massacre|siege|bombings?)$/.test(keyAt(reader, last + 1))
    if (!isDefinite || tokens.slice(at, last + 1).some(({ key }) => words.peoples.has(key) || ADJECTIVE.test(key)))
      return undefined
  }
  return named(at, last)
}

const ADJECTIVE = /(?:ian|ean|ese|ish|wan|ist|led)$/

function placeBehindEvent(reader: PlaceReader, at: number): PlacePhrase | undefined {
  const { words } = reader
  const isCalledSo = words.eventsOf.has(keyAt(reader, at)) || isDouble(reader, at)
  if (!(isCalledSo || words.events.has(keyAt(reader, at))) || !words.of.has(lowerAt(reader, at + 1))) return undefined
  const phrase = placePhraseAt(reader, at + 2)
  if (!phrase) return undefined
  if (phrase.head !== 'name') return phrase.pointsBack || lowerAt(reader, at + 1).endsWith('s') ? undefined : phrase
  const isKnown = phrase.isCountry || knownPlaceAt(reader, phrase.first) !== undefined
  return isKnown || (isCalledSo && !words.peoples.has(keyAt(reader, phrase.first))) ? phrase : undefined
}

/** «La double attaque de Boni et Douna», "the twin attacks of": told by both places, not by who did it. */
const isDouble = (reader: PlaceReader, at: number): boolean =>
  reader.words.events.has(keyAt(reader, at)) && /^(?:double|triple|twin|dual)s?$/.test(keyAt(reader, at - 1))

/** «Bujumbura, capitale du Burundi», "Rann, the headquarters of …": the name is a place's, since it is said to be one. */
function placeWithApposition(reader: PlaceReader, at: number): PlacePhrase | undefined {
  const { words } = reader
  if (reader.sentence.isShouted || !isNameWord(reader, at) || isNameWord(reader, at - 1)) return undefined
  const last = nameRunAt(reader, at)
  if (last === undefined || lowerAt(reader, last + 1) !== ',') return undefined
  let noun = last + 2
  while (
    noun < last + 5 &&
    (words.determiners.has(keyAt(reader, noun)) ||
      /^(?:port|border|main|largest|biggest|grande|principale)$/.test(keyAt(reader, noun)))
  )
    noun += 1
  const isPlace = words.settlements.has(keyAt(reader, noun)) || /^(?:chef-lieu|headquarters)$/.test(keyAt(reader, noun))
  return isPlace ? named(at, last) : undefined
}

const named = (first: number, last: number): PlacePhrase => ({
  first,
  last,
  head: 'name',
  isNamed: true,
  isCountry: false,
  pointsBack: false,
})
