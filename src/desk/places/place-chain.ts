import { countryAt, nameRunAt } from './name-run.ts'
import { type PlacePhrase, placePhraseAt } from './place-phrase.ts'
import { distanceAt, leadInAt } from './lead-in.ts'
import { keyAt, knownPlaceAt, lowerAt, type PlaceReader } from './place-reader.ts'
import { shoutedPlaceAt } from './shouted-places.ts'

const MOST_LINKS = 4

/** A place with what it lies in, and the token behind which reading goes on. */
export interface PlaceChain {
  readonly place: PlacePhrase
  /** The last token that says where, though it is left out of the place: "at Alindao, 300 km from Bangui". */
  readonly read: number
}

/**
 * A place and what it lies in, as one: "a market in Kano", "Urem al-Kubra, northern Syria", "Mahibere Dego, in central
 * Tigray". Behind a name, a country that only says what everybody knows is left out («Kaduna au Nigéria»), and so is how
 * far it is from somewhere else.
 */
export function placeChain(reader: PlaceReader, first: PlacePhrase): PlaceChain {
  let read = first.last
  let { last, isNamed } = first
  for (let links = 0; links < MOST_LINKS; links++) {
    const link = linkBehind(reader, { ...first, last: read, isNamed })
    if (!link) break
    read = link.last
    if (!link.isPart) break
    last = link.last
    isNamed ||= link.isNamed
  }
  const isAlone = last === first.last
  const place = isAlone ? first : { ...first, last, isNamed, isCountry: false, pointsBack: false }
  return { place, read }
}

interface Link {
  readonly last: number
  readonly isNamed: boolean
  /** Does it belong to the place, as news would say it? */
  readonly isPart: boolean
}

const linkBehind = (reader: PlaceReader, place: PlacePhrase): Link | undefined =>
  distanceBehind(reader, place) ??
  withLeadIn(reader, place) ??
  (lowerAt(reader, place.last + 1) === ',' ? afterComma(reader, place) : twin(reader, place))

/** "…, 300 km from Bangui": says nothing that the name did not. */
function distanceBehind(reader: PlaceReader, place: PlacePhrase): Link | undefined {
  const next = place.last + (lowerAt(reader, place.last + 1) === ',' ? 2 : 1)
  const distance = distanceAt(reader, next)
  const other = distance === undefined ? undefined : placePhraseAt(reader, distance)
  return other && { last: other.last, isNamed: true, isPart: !place.isNamed }
}

function withLeadIn(reader: PlaceReader, place: PlacePhrase): Link | undefined {
  const next = place.last + 1
  const lead = leadInAt(reader, next)
  if (!lead || (lead.kind === 'upon' && !isRegion(reader, lead.behind))) return undefined
  const whole = placePhraseAt(reader, lead.behind) ?? shoutedPlaceAt(reader, lead.behind)
  if (whole && lead.kind === 'near' && isPrecise(reader, place)) return aside(whole.last)
  if (
    !whole ||
    (lead.kind === 'near' && place.isNamed) ||
    (lead.isDoubtful && whole.head === 'name' && !whole.isCountry)
  )
    return undefined
  if (whole.pointsBack && place.isNamed && whole.head !== 'side') return undefined
  const other = reader.words.between.has(lead.words[0] ?? '') ? twin(reader, { ...whole, head: 'name' }) : undefined
  const isKnownAnyway = place.isNamed && (whole.isCountry || place.head === 'name')
  return { last: other?.last ?? whole.last, isNamed: whole.isNamed, isPart: !isKnownAnyway }
}

/** «Sur la commune de Maripasoula»: behind another place, "upon" an area is in it. */
const isRegion = (reader: PlaceReader, at: number): boolean =>
  reader.words.areas.has(keyAt(reader, at)) || reader.words.areas.has(keyAt(reader, at + 1))

/** ", Iraq", ", northern Syria", ", Benue State", ", in central Tigray". */
function afterComma(reader: PlaceReader, place: PlacePhrase): Link | undefined {
  const next = place.last + 2
  const lead = leadInAt(reader, next)
  if (lead?.kind === 'plain' && !lead.isDoubtful) {
    const whole = placePhraseAt(reader, lead.behind)
    const isJoined = whole?.isNamed && (!place.isNamed || (reader.language === 'en' && place.head === 'name'))
    if (isJoined) return part(whole.last)
    return whole?.isNamed && whole.head !== 'name' && isPrecise(reader, place) ? aside(whole.last) : undefined
  }
  if (lead?.kind === 'near' && isPrecise(reader, place)) {
    const whole = placePhraseAt(reader, lead.behind)
    return whole && aside(whole.last)
  }
  if (!place.isNamed || lead) return undefined
  const country = countryAt(reader, next)
  if (country !== undefined) return endsThere(reader, country) ? part(country) : undefined
  const known = knownPlaceAt(reader, next)
  if (known !== undefined) return endsThere(reader, known) ? part(known) : undefined
  const whole = placePhraseAt(reader, next)
  const isPlain = whole?.isNamed && whole.first === next && !reader.words.determiners.has(lowerAt(reader, next))
  const isSaid =
    reader.words.sideAdjectives.has(keyAt(reader, next)) || whole?.head === 'area' || whole?.head === 'side'
  return isPlain && isSaid && endsThere(reader, whole.last) ? part(whole.last) : undefined
}

/** Is it a town, a street, a market of its own, of which ", near the border" or «, dans le nord du Mali» says no more? */
function isPrecise({ tokens, words }: PlaceReader, { first, last, head, isNamed, isCountry }: PlacePhrase): boolean {
  if (!isNamed || isCountry || head === 'side') return false
  const stretch = tokens.slice(first, last + 1)
  if (head === 'name') return !words.sideAdjectives.has(stretch[0]?.key ?? '')
  return stretch.some(({ key, isCapital }) => !isCapital && (words.sites.has(key) || words.settlements.has(key)))
}

/** Read over, and no part of the place. */
const aside = (last: number): Link => ({ last, isNamed: true, isPart: false })

const part = (last: number): Link => ({ last, isNamed: true, isPart: true })

/** What is told of the country itself ("In Gao, Mali said …") begins another thought. */
const endsThere = ({ tokens, words }: PlaceReader, last: number): boolean => {
  const next = tokens[last + 1]
  if (!next || next.kind === 'mark') return next?.lower !== "'"
  return (
    !words.speech.has(next.key) && next.lower !== "'s" && !/^(?:has|have|a|ont|is|est|was|et|and)$/.test(next.lower)
  )
}

/** "Baghdad and Najaf": two names of which nothing else is said. */
function twin(reader: PlaceReader, place: PlacePhrase): Link | undefined {
  const and = place.last + 1
  if (place.head !== 'name' || !reader.words.and.has(lowerAt(reader, and))) return undefined
  const begin = and + (reader.words.articles.has(lowerAt(reader, and + 1)) ? 2 : 1)
  const last = nameRunAt(reader, begin)
  if (last === undefined || reader.words.peoples.has(keyAt(reader, begin))) return undefined
  const next = reader.tokens[last + 1]
  const isEnd =
    !next || (next.kind === 'mark' && next.text !== '(') || (next.kind === 'word' && reader.words.breaks.has(next.key))
  const doesSomething = /^(?:is|are|was|were|has|have|had|did|a|ont|est|sont|avait|avaient)$/.test(next?.lower ?? '')
  return isEnd && !doesSomething ? part(last) : undefined
}
