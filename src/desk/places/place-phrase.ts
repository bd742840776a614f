import { countryAt, isNameWord, nameRunAt } from './name-run.ts'
import {
  isDescribing,
  isNoBase,
  isOfPeople,
  isPeople,
  isSideBefore,
  isSomebodyElse,
  isVague,
  nounBehind,
} from './place-nouns.ts'
import { unknownRunAt } from './shouted-places.ts'
import { isPlaceNoun, keyAt, knownPlaceAt, lowerAt, type PlaceReader } from './place-reader.ts'

/** What stands for a place: a name with what it is, a place that is only described, or a side of one. */
export interface PlacePhrase {
  readonly first: number
  readonly last: number
  /** `name` "Diffa", `area` "the Diffa region", "five villages", `side` "the north of the country". */
  readonly head: 'name' | 'area' | 'side'
  readonly isNamed: boolean
  /** Is it a country and no more? */
  readonly isCountry: boolean
  /** Is it "the area", "his village": said of a place that was named before? */
  readonly pointsBack: boolean
}

/** So many words may describe a place before its noun: "a crowded open-air market". */
const MOST_DESCRIBING = 3
const DEEPEST = 4

/** The place that begins at a token, if one does: with its article, with what it is, with whose it is. */
export function placePhraseAt(reader: PlaceReader, at: number, depth = 0): PlacePhrase | undefined {
  if (depth > DEEPEST || at >= reader.tokens.length) return undefined
  const begin = behindDeterminers(reader, at)
  const hasArticle = hasArticleBefore(reader, at, begin)
  return (
    sideOf(reader, { at, begin, depth }) ??
    namedPlace(reader, { at, begin, depth, hasArticle }) ??
    describedPlace(reader, { at, begin, depth })
  )
}

interface From {
  /** Where the phrase begins, with its article. */
  readonly at: number
  /** Where what it says begins. */
  readonly begin: number
  readonly depth: number
}

function behindDeterminers(reader: PlaceReader, at: number): number {
  const { words, tokens } = reader
  let begin = at
  while (begin < at + 3) {
    const token = tokens[begin]
    if (!token || knownPlaceAt(reader, begin) !== undefined) break
    // «Les Cayes», "El Salvador", "Las Vegas": capitals within a sentence are part of the name.
    if (token.isCapital && !reader.sentence.isShouted) break
    if (token.kind !== 'number' && !words.determiners.has(token.lower) && !words.determiners.has(token.key)) break
    begin += 1
  }
  return begin
}

const hasArticleBefore = (reader: PlaceReader, at: number, begin: number): boolean =>
  begin > at && reader.words.articles.has(lowerAt(reader, at))

/** "The south-east of the country", «le nord du Mali»: a side, with what it is a side of. */
function sideOf(reader: PlaceReader, { at, begin, depth }: From): PlacePhrase | undefined {
  const { words } = reader
  let side = begin
  while (words.sideAdjectives.has(keyAt(reader, side)) && words.sides.has(keyAt(reader, side + 1))) side += 1
  if (!words.sides.has(keyAt(reader, side))) return undefined
  if (words.of.has(lowerAt(reader, side + 1))) {
    const whole = placePhraseAt(reader, side + 2, depth + 1)
    if (whole) return { ...whole, first: at, head: 'side', isCountry: false, pointsBack: false }
    return undefined
  }
  const isAlone = begin > at && !isNameWord(reader, side + 1) && !isDescribing(reader, side + 1)
  return isAlone ? { ...UNNAMED, first: at, last: side, head: 'side' } : undefined
}

const UNNAMED = { isNamed: false, isCountry: false, pointsBack: false } as const

/** A name with what goes before and behind: "northern Mali's Kidal region", "Tse Zoola community of Makurdi LGA". */
function namedPlace(
  reader: PlaceReader,
  { at, begin, depth, hasArticle }: From & { readonly hasArticle: boolean },
): PlacePhrase | undefined {
  const { tokens } = reader
  let name = begin
  while (name < begin + 2 && isSideBefore(reader, name)) name += 1
  const last = nameRunAt(reader, name)
  if (last === undefined) return undefined
  const isKnown = knownPlaceAt(reader, name) === last || countryAt(reader, name) === last
  if (lowerAt(reader, last + 1) === "'s" || tokens[last + 1]?.text === '’') return owned(reader, { at, last, depth })
  const noun = nounBehind(reader, last + 1)
  const hasNoun = noun !== undefined || isPlaceNoun(reader, last) || isPlaceNoun(reader, name)
  const settlement = settlementNamed(reader, noun ?? last)
  if (settlement) return settlement
  if (!isKnown && noun === undefined && isPeople(reader, name, last)) return undefined
  if (hasArticle && !isKnown && !hasNoun && name === begin && !mayHaveArticle(reader, at)) return undefined
  const phrase: PlacePhrase = {
    first: !hasNoun && hasArticle ? begin : at,
    last: noun ?? last,
    head: hasNoun ? 'area' : 'name',
    isNamed: true,
    isCountry: !hasNoun && name === begin && countryAt(reader, name) === last,
    pointsBack: false,
  }
  return hasNoun ? withWhole(reader, phrase, depth) : phrase
}

/** French names of regions have articles («dans le Nord-Kivu», «dans l'Ituri»), and so have a few English ones. */
const mayHaveArticle = ({ language, tokens }: PlaceReader, at: number): boolean =>
  language === 'fr' && /^(?:dans|sur|du|de)$/.test(tokens[at - 1]?.key ?? '')

/** "Mali's Kidal region": what is owned is the place; "Mali's war" is none. */
function owned(reader: PlaceReader, { at, last, depth }: { at: number; last: number; depth: number }) {
  const thing = placePhraseAt(reader, last + 2, depth + 1)
  // "Mali's capital Bamako": the name alone.
  if (thing && thing.head === 'name') return thing
  if (thing) return { ...thing, first: at, isNamed: true, isCountry: false, pointsBack: false }
  const isPart = OWNED.some((kind) => reader.words[kind].has(keyAt(reader, last + 2)))
  if (!isPart || isSomebodyElse(reader, last + 3) || isNameWord(reader, last + 3)) return undefined
  return { ...UNNAMED, first: at, last: last + 2, head: 'area', isNamed: true } as const
}

/** "Yemen's capital", "Mali's north". */
const OWNED = ['settlements', 'areas', 'sides'] as const

/** "Five villages in his area", "the border town of Tinzaouaten", «un hôtel»: a noun that is a place. */
function describedPlace(reader: PlaceReader, { at, begin, depth }: From): PlacePhrase | undefined {
  const { words } = reader
  let noun = begin
  while (!isPlaceNoun(reader, noun)) {
    if (noun - begin >= MOST_DESCRIBING || !isDescribing(reader, noun)) return undefined
    noun += 1
  }
  while (isPlaceNoun(reader, noun + 1) && reader.language === 'en') noun += 1
  if (isSomebodyElse(reader, noun + 1)) return undefined
  const settlement = settlementNamed(reader, noun)
  if (settlement) return settlement
  const pointsBack = begin > at && words.definite.has(lowerAt(reader, at)) && noun === begin
  const isBare = begin === at && noun === begin
  const phrase: PlacePhrase = { ...UNNAMED, first: at, last: noun, head: 'area', pointsBack }
  const whole = withWhole(reader, withAdjective(reader, phrase), depth)
  if (whole.isNamed && words.vague.has(keyAt(reader, noun))) return vaguelyNamed(reader, phrase, whole)
  const isOfCountry = words.countries.has(keyAt(reader, noun))
  // "At sea", "in prison", "in town": a noun without an article says where only with the name of what it is in.
  if (!whole.isNamed && (isNoBase(reader, noun) || (!pointsBack && isVague(reader, noun)))) return undefined
  if (!whole.isNamed && isBare) return keyAt(reader, noun).endsWith('s') ? whole : undefined
  return isOfCountry && !whole.isNamed ? { ...phrase, pointsBack: true } : whole
}

/** "Busy sites of Bujumbura": what is known is Bujumbura. */
function vaguelyNamed(reader: PlaceReader, { first }: PlacePhrase, whole: PlacePhrase): PlacePhrase {
  let name = first
  while (name < whole.last && nameRunAt(reader, name) === undefined) name += 1
  return { ...whole, first: name, head: 'name' }
}

/** «Sites fréquentés de Bujumbura»: French describes behind the noun. */
function withAdjective(reader: PlaceReader, phrase: PlacePhrase): PlacePhrase {
  if (reader.language !== 'fr') return phrase
  const next = phrase.last + 1
  if (isOfPeople(reader, next) && !reader.words.vague.has(keyAt(reader, phrase.last)))
    return { ...phrase, last: next, isNamed: true, pointsBack: false }
  let last = phrase.last
  while (last < phrase.last + MOST_DESCRIBING && isDescribing(reader, last + 1)) last += 1
  last = behindPurpose(reader, last)
  return reader.words.of.has(lowerAt(reader, last + 1)) ? { ...phrase, last } : phrase
}

/** «Le centre de détention de Tajoura», «une salle de spectacle du quartier»: what it is for stands before where it is. */
function behindPurpose(reader: PlaceReader, last: number): number {
  const purpose = last + 2
  if (!reader.words.of.has(lowerAt(reader, last + 1)) || !isDescribing(reader, purpose)) return last
  if (isPlaceNoun(reader, purpose)) return last
  const end = isDescribing(reader, purpose + 1) && !isPlaceNoun(reader, purpose + 1) ? purpose + 1 : purpose
  return reader.words.of.has(lowerAt(reader, end + 1)) ? end : last
}

/** "The town of Jabla", «la ville de Gao», «la capitale Bamako»: the name says it all. */
function settlementNamed(reader: PlaceReader, noun: number): PlacePhrase | undefined {
  if (!reader.words.settlements.has(keyAt(reader, noun))) return undefined
  const isOf = reader.words.of.has(lowerAt(reader, noun + 1))
  const name = isOf ? noun + 2 : noun + 1
  const last = nameRunAt(reader, name) ?? (isOf ? unknownRunAt(reader, name) : undefined)
  if (last === undefined || nounBehind(reader, last + 1) !== undefined || isPlaceNoun(reader, last)) return undefined
  if (countryAt(reader, name) === last && isOf && keyAt(reader, noun).endsWith('s')) return undefined
  return { first: name, last, head: 'name', isNamed: true, isCountry: false, pointsBack: false }
}

const BORDERS = /^(?:border|borders|frontier|frontieres?)$/

/** A place with what it belongs to: "two villages of Benue State", "a market in Kano" is for the chain. */
function withWhole(reader: PlaceReader, phrase: PlacePhrase, depth: number): PlacePhrase {
  const next = phrase.last + 1
  const isWith = BORDERS.test(keyAt(reader, phrase.last)) && reader.words.withNeighbour.has(lowerAt(reader, next))
  if (!isWith && !reader.words.of.has(lowerAt(reader, next))) return bareBehind(reader, phrase)
  const whole = placePhraseAt(reader, next + 1, depth + 1)
  if (!whole) return inCapitals(reader, phrase)
  const isOwnName = phrase.isNamed && whole.pointsBack
  if (isOwnName) return phrase
  return {
    ...phrase,
    last: whole.last,
    isNamed: phrase.isNamed || whole.isNamed,
    pointsBack: whole.pointsBack && !whole.isNamed && phrase.pointsBack,
  }
}

/** "THE DEPARTMENT OF MORAZAN" */
function inCapitals(reader: PlaceReader, phrase: PlacePhrase): PlacePhrase {
  const last = phrase.isNamed ? undefined : unknownRunAt(reader, phrase.last + 2)
  return last === undefined ? phrase : { ...phrase, last, isNamed: true, pointsBack: false }
}

/** «L'aéroport Hamid Karzai», "camp Kobe": the name right behind its noun; «l'église Notre-Dame de Fatima» to its end. */
function bareBehind(reader: PlaceReader, phrase: PlacePhrase): PlacePhrase {
  if (phrase.isNamed) return phrase
  const name = nameRunAt(reader, phrase.last + 1)
  if (name === undefined) return phrase
  const whole = reader.words.of.has(lowerAt(reader, name + 1)) ? nameRunAt(reader, name + 2) : undefined
  return { ...phrase, last: whole ?? name, isNamed: true, pointsBack: false }
}
