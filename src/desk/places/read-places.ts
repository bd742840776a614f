import type { DeskLanguage } from '../language.ts'
import type { PlaceMention } from '../mentions.ts'
import type { NameMention } from '../names/known-names.ts'
import type { Sentence } from '../text/token.ts'
import { placeWithoutLeadIn } from './event-names.ts'
import { distanceAt, type FoundLeadIn, leadInAt } from './lead-in.ts'
import { isPlaceOfSpeaker } from './of-speaker.ts'
import { placeChain } from './place-chain.ts'
import { type PlacePhrase, placePhraseAt } from './place-phrase.ts'
import {
  isPlaceNoun,
  keyAt,
  knownPlaceAt,
  lowerAt,
  placeEntryIn,
  type PlaceReader,
  placeReader,
  wordsOf,
} from './place-reader.ts'
import { shoutedPlaceAt } from './shouted-places.ts'

/**
 * The places that a sentence names, in its order: "in Anbar, Iraq", "south of Tinzaouaten", «dans la région de Diffa». A
 * place with what it lies in is one. What says when ("in July"), how ("in an ambush") or by whom is none.
 */
export function readPlaces(sentence: Sentence, names: readonly NameMention[], language: DeskLanguage): PlaceMention[] {
  const reader = placeReader(sentence, names, language)
  const found: PlaceMention[] = []
  for (let at = 0; at < sentence.tokens.length; at++) {
    const one = placeFrom(reader, at)
    if (!one) continue
    found.push(one.mention)
    at = one.read
  }
  return found
}

interface Found {
  readonly mention: PlaceMention
  /** The last token that belongs to it. */
  readonly read: number
}

const placeFrom = (reader: PlaceReader, at: number): Found | undefined =>
  afterLeadIn(reader, at) ?? afterDistance(reader, at) ?? ofTitle(reader, at) ?? withoutLeadIn(reader, at)

function afterLeadIn(reader: PlaceReader, at: number): Found | undefined {
  const lead = leadInAt(reader, at)
  if (!lead) return undefined
  const phrase = phraseBehind(reader, lead)
  if (!phrase) return undefined
  const { place, read } = chainOf(reader, lead, phrase)
  if (!mayFollow(reader, lead, phrase) && !isAtPlace(reader, lead, phrase, read)) return undefined
  const isNear = lead.kind === 'near'
  return {
    read,
    mention: mentionOf(reader, isNear ? { ...place, first: at } : place, {
      preposition: wordsOf(reader, at, lead.behind - 1),
      isOfSpeaker: lead.kind !== 'upon' && isPlaceOfSpeaker(reader, at, read),
    }),
  }
}

function phraseBehind(reader: PlaceReader, { behind, kind }: FoundLeadIn): PlacePhrase | undefined {
  if (kind !== 'upon') return placePhraseAt(reader, behind) ?? shoutedPlaceAt(reader, behind)
  const at = behindDay(reader, behind)
  return placePhraseAt(reader, at) ?? shoutedPlaceAt(reader, at) ?? placeOfPeople(reader, at)
}

/** «A touché mardi soir le centre», «attaqué dimanche vers 5 heures le site»: the day may stand before what was hit. */
function behindDay(reader: PlaceReader, at: number): number {
  let behind = at
  while (behind < at + LONGEST_DAY && WHEN.test(keyAt(reader, behind))) behind += 1
  const isNumber = reader.tokens[behind]?.kind === 'number' && WHEN.test(keyAt(reader, behind + 1))
  return isNumber && behind > at ? behind + 2 : behind
}

const LONGEST_DAY = 6
const WHEN =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|matin|soir|midi|vers|heures?|apres-midi|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday)$/

/** «Sur les élèves d'une école de Kumba»: where those are whom it hit. */
function placeOfPeople(reader: PlaceReader, at: number): PlacePhrase | undefined {
  const { words } = reader
  const people = words.determiners.has(lowerAt(reader, at)) ? at + 1 : at
  if (!words.of.has(lowerAt(reader, people + 1)) || reader.tokens[people]?.isCapital) return undefined
  const phrase = placePhraseAt(reader, people + 2)
  return phrase?.isNamed && (phrase.head === 'area' || isTownOf(reader, phrase)) ? phrase : undefined
}

/** "A gathering at Tudun Biri in Igabi": at whatever lies in a place; but "an analyst at Reuters in London". */
function isAtPlace(reader: PlaceReader, { at, kind }: FoundLeadIn, phrase: PlacePhrase, read: number): boolean {
  const { words } = reader
  const before = keyAt(reader, at - 1)
  if (kind !== 'plain' || lowerAt(reader, at) !== 'at' || phrase.head !== 'name') return false
  if (read === phrase.last && !words.events.has(before) && !isPlaceNoun(reader, at - 1)) return false
  const isSomebody = [words.people, words.titles, words.speakers, words.hearers].some((list) => list.has(before))
  return !isSomebody && !/(?:er|or|ist|yst|ert|ian)s?$/.test(before) && !words.peoples.has(keyAt(reader, phrase.first))
}

/** Nobody is between one place alone. */
function chainOf(reader: PlaceReader, lead: FoundLeadIn, phrase: PlacePhrase) {
  return placeChain(reader, reader.words.between.has(lead.words[0] ?? '') ? { ...phrase, head: 'name' } : phrase)
}

/** Is what stands behind a preposition a place, or somebody, or something else that is called by a name? */
function mayFollow(reader: PlaceReader, { at, kind, isDoubtful }: FoundLeadIn, phrase: PlacePhrase): boolean {
  const isSure = isSurePlace(reader, phrase)
  const before = keyAt(reader, at - 1)
  if (kind === 'upon') {
    if (phrase.head === 'area' || isTownOf(reader, phrase)) return true
    if (SHELLED.test(keyAt(reader, at))) return !isDoubtful || !reader.words.peoples.has(keyAt(reader, phrase.first))
    return reader.words.events.has(before) && (isSure || reader.language === 'en') && phrase.head === 'name'
  }
  // «A déclaré à Bamako» says where; «face à Bamako» does not.
  const isSomebody = reader.words.givesTo.has(before) && phrase.head === 'name'
  if (isSure) return !isSomebody || reader.words.speech.has(before)
  return !isDoubtful && !isSomebody
}

/** Who shells shells a place, or somebody whom the text writes otherwise. */
const SHELLED = /^(?:shelled|bombarded|bombarde)$/

/** "The city of Aleppo", of which only the name is kept. */
const isTownOf = ({ words, tokens }: PlaceReader, { first, head }: PlacePhrase): boolean =>
  head === 'name' &&
  tokens.slice(Math.max(0, first - 2), first).some(({ key }) => words.settlements.has(key) || words.vague.has(key))

/** "Some 30 km north of Gao" where no preposition leads to it. */
function afterDistance(reader: PlaceReader, at: number): Found | undefined {
  const isNumber = reader.tokens[at]?.kind === 'number'
  const behind = isNumber ? distanceAt(reader, at) : undefined
  const phrase = behind === undefined ? undefined : placePhraseAt(reader, behind)
  if (!phrase?.isNamed) return undefined
  const { place, read } = placeChain(reader, phrase)
  const preposition = lowerAt(reader, at - 1) === 'à' ? 'à' : ''
  return { read, mention: mentionOf(reader, { ...place, first: at }, { preposition, isOfSpeaker: false }) }
}

/** "The governor of Borno State": a place that is part of what somebody is called. */
function ofTitle(reader: PlaceReader, at: number): Found | undefined {
  const { words } = reader
  if (!words.titles.has(keyAt(reader, at)) || !words.of.has(lowerAt(reader, at + 1))) return undefined
  const phrase = placePhraseAt(reader, at + 2)
  if (!phrase?.isNamed || !(isSurePlace(reader, phrase) || GOVERNS_PLACES.test(keyAt(reader, at)))) return undefined
  const { place, read } = placeChain(reader, phrase)
  return {
    read,
    mention: mentionOf(reader, place, { preposition: wordsOf(reader, at + 1, at + 1), isOfSpeaker: true }),
  }
}

/** Behind other titles a name may be an organisation's, or a people's. */
const GOVERNS_PLACES =
  /^(?:governors?|mayor|bishop|archbishop|emir|university|gouverneur|maire|prefet|eveque|archeveque|universite)$/

const isSurePlace = (reader: PlaceReader, { first, head, isCountry }: PlacePhrase): boolean =>
  head !== 'name' || isCountry || knownPlaceAt(reader, first) !== undefined

function withoutLeadIn(reader: PlaceReader, at: number): Found | undefined {
  const phrase = placeWithoutLeadIn(reader, at)
  if (!phrase) return undefined
  const { place, read } = placeChain(reader, phrase)
  return { read, mention: mentionOf(reader, place, { preposition: '', isOfSpeaker: false }) }
}

function mentionOf(
  reader: PlaceReader,
  { first, last, head, isNamed }: PlacePhrase,
  { preposition, isOfSpeaker }: Pick<PlaceMention, 'preposition' | 'isOfSpeaker'>,
): PlaceMention {
  const { tokens } = reader
  const entry = placeEntryIn(reader, first, last)
  return {
    first,
    last,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
    words: wordsOf(reader, first, last),
    preposition,
    entryId: entry?.entryId ?? null,
    zone: entry?.zone ?? null,
    kind: isNamed ? 'name' : head === 'side' ? 'direction' : 'area',
    isOfSpeaker,
  }
}
