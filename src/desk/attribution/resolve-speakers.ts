import type { KnownName, ParagraphKind } from '../desk-text.ts'
import type { DeskLanguage } from '../language.ts'
import type { Attribution, SpeakerMention } from '../mentions.ts'
import type { NamedInText } from '../reading.ts'
import type { Sentence, Span } from '../text/token.ts'
import { meantBy } from './antecedent.ts'
import { backwards, carriedInto, type Block, blockAfter } from './carry-on.ts'
import { groundOf, type Range } from './ground.ts'
import { type KnownSpeaker, knownFrom, titledPersons } from './known-speakers.ts'
import { passedOnLater } from './relayed-later.ts'

/** A sentence of a text with the attributions that its own words make. */
export interface SaidSentence {
  readonly sentence: Sentence
  readonly attributions: readonly Attribution[]
  readonly paragraph: number
  readonly kind: ParagraphKind
  /** Whose words the paragraph is, where it is set apart as a quotation. */
  readonly speaker: string | null
  /** Where the paragraph begins in the whole text. */
  readonly offset: number
  readonly names: readonly (Span & { readonly known: readonly KnownName[] })[]
}

/** Who says what part of a sentence, by name: what "he" and "the group" stand for is found out. */
export interface ResolvedAttribution extends Omit<Attribution, 'speaker' | 'via'> {
  /** Null where nobody is named, or nobody can tell who is meant. */
  readonly speaker: NamedInText | null
  readonly via: NamedInText | null
  readonly standing: SpeakerMention['standing']
  /** All words that were said of the speaker, as keys: "spokesman", "army" and "malian" of somebody named. */
  readonly about: ReadonlySet<string>
  /** From 0 to 1: how sure it is that these are their words. */
  readonly confidence: number
}

/** Finds out who speaks in each sentence of a text; sentences of one quotation or one statement have one speaker. */
export function resolveSpeakers(sentences: readonly SaidSentence[], language: DeskLanguage): ResolvedAttribution[][] {
  const known: KnownSpeaker[] = []
  const resolved: ResolvedAttribution[][] = []
  let block: Block | undefined
  sentences.forEach((said, index) => {
    const own = ownAttributions(said, index, known, block, language)
    const carried = carriedInto(said, own, block)
    resolved.push(carried ?? own)
    block = blockAfter(said, own, carried, block, language)
    remember(
      known,
      titledPersons(said.sentence, (range, text) => placed(said, range, text), index, language),
    )
  })
  backwards(sentences, resolved)
  return passedOnLater(sentences, resolved, language)
}

/** More than these nobody keeps in mind, and neither does the desk: the work per sentence stays the same. */
const MOST_KNOWN = 60

function remember(known: KnownSpeaker[], more: readonly KnownSpeaker[]): void {
  known.push(...more)
  if (known.length > MOST_KNOWN) known.splice(0, known.length - MOST_KNOWN)
}

/** What the words of one attribution are read against. */
interface Place {
  readonly said: SaidSentence
  readonly index: number
  readonly known: KnownSpeaker[]
  readonly block: Block | undefined
  readonly language: DeskLanguage
}

function ownAttributions(
  said: SaidSentence,
  index: number,
  known: KnownSpeaker[],
  block: Block | undefined,
  language: DeskLanguage,
): ResolvedAttribution[] {
  const place: Place = { said, index, known, block, language }
  return said.attributions.flatMap((one): ResolvedAttribution[] => {
    const mention = one.speaker
    const via = one.via && namedHere(said, one.via)
    if (!mention || mention.kind === 'hidden')
      return [{ ...one, speaker: null, via, ...UNNAMED, hedge: one.hedge ?? mention?.words ?? null }]
    return isFirstPerson(mention, language) ? byFirstPerson(one, mention, place) : bySomebody(one, mention, via, place)
  })
}

/** "I" and "we" are whoever the statement belongs to; where the same sentence says who speaks, that stands beside it. */
function byFirstPerson(
  one: Attribution,
  { words }: SpeakerMention,
  { said, block, language }: Place,
): ResolvedAttribution[] {
  const isWithin = said.attributions.some(
    (outer) =>
      outer !== one &&
      outer.speaker !== null &&
      !isFirstPerson(outer.speaker, language) &&
      outer.scope.first <= one.first &&
      one.last <= outer.scope.last,
  )
  if (isWithin || !block || block.mode === 'unquoted') return []
  const { via, standing, about } = block
  return [{ ...one, speaker: asCarried(block.speaker, words), via, standing, about, confidence: 0.85 }]
}

function bySomebody(
  one: Attribution,
  mention: SpeakerMention,
  via: NamedInText | null,
  place: Place,
): ResolvedAttribution[] {
  const { said, index, known, language } = place
  const meant = boasted(meantBy(mention, known, index, language), one, mention)
  const here = namedHere(said, mention)
  if (one.via && via) remember(known, [passedOnBy(one.via, via, index)])
  if (meant === 'unclear') return []
  if (meant === 'self') {
    const now = forItsBody(sameAsBefore(knownFrom(said.sentence, one, mention, here, index, language), known), place)
    remember(known, [now])
    const confidence = mention.kind === 'definite' ? 0.8 : 0.95
    return [{ ...one, speaker: here, via, standing: now.standing, about: now.heads, confidence }]
  }
  remember(known, [{ ...meant, sentence: index, hasSpoken: true }])
  const standing = meant.standing === 'unknown' ? mention.standing : meant.standing
  return [
    { ...one, speaker: asCarried(meant.named, mention.words), via, standing, about: meant.heads, confidence: 0.85 },
  ]
}

/** "The group claimed to have killed": no monitor and no hospital does, so the words stand for themselves. */
const boasted = (meant: ReturnType<typeof meantBy>, { speech }: Attribution, { kind }: SpeakerMention) =>
  typeof meant === 'object' && meant.standing === 'third-party' && speech === 'claim' && kind === 'definite'
    ? 'self'
    : meant

/** The outlet that passed a statement on: "the agency" may mean it later. */
const passedOnBy = ({ words, standing, kind }: SpeakerMention, named: NamedInText, sentence: number): KnownSpeaker => ({
  named,
  standing,
  kind,
  isPerson: false,
  heads: new Set(words.toLowerCase().split(/[\s'’]+/)),
  sentence,
  hasSpoken: true,
})

/** «Selon son porte-parole James Oche», "its spokeswoman": speaks for the body that spoke before, and stands where it does. */
function forItsBody(now: KnownSpeaker, { index, known, language }: Place): KnownSpeaker {
  const { ownWords, personHeads } = groundOf(NOTHING, language).speakers
  const isIts = [...now.heads].some((key) => ownWords.has(key)) && [...now.heads].some((key) => personHeads.has(key))
  if (!isIts || now.standing !== 'official') return now
  const body = known.findLast(({ isPerson, hasSpoken, sentence }) => hasSpoken && !isPerson && index - sentence <= 3)
  if (!body || body.standing === 'outlet') return now
  return { ...now, standing: body.standing, heads: new Set([...now.heads, ...body.heads]) }
}

const UNNAMED = { standing: 'unknown', about: new Set<string>(), confidence: 0.9 } as const

/** Somebody who is named again is who they were: the words of both sentences tell of them. */
function sameAsBefore(now: KnownSpeaker, known: readonly KnownSpeaker[]): KnownSpeaker {
  const before = known.findLast(
    ({ named, kind }) => kind === 'name' && now.kind === 'name' && named.text === now.named.text,
  )
  if (!before) return now
  return {
    ...now,
    standing: now.standing === 'unknown' ? before.standing : now.standing,
    isPerson: now.isPerson || before.isPerson,
    heads: new Set([...before.heads, ...now.heads]),
  }
}

const isFirstPerson = ({ kind, words }: SpeakerMention, language: DeskLanguage): boolean =>
  kind === 'pronoun' && groundOf(NOTHING, language).speakers.firstPerson.has(words.toLowerCase())

const NOTHING: Sentence = { start: 0, end: 0, text: '', tokens: [], isShouted: false, beginsQuoted: false }

/** Somebody named before, in the words of this sentence. */
const asCarried = (named: NamedInText, as: string | null): NamedInText => ({ ...named, carried: { as } })

const placed = (said: SaidSentence, { first, last }: Range, text: string): NamedInText =>
  nameAt(said, text, { start: said.sentence.tokens[first]?.start ?? 0, end: said.sentence.tokens[last]?.end ?? 0 })

const namedHere = (said: SaidSentence, { words, start, end }: SpeakerMention): NamedInText =>
  nameAt(said, words, { start, end })

function nameAt({ offset, names }: SaidSentence, text: string, { start, end }: Span): NamedInText {
  const within = names.filter((name) => name.start >= start && name.end <= end)
  // "The mayor of Gao" is not Gao: the record's name must be most of the words.
  const whole = within.find((name) => name.end - name.start >= (end - start) * 0.6)
  const entry = whole?.known.find(({ kind }) => kind === 'actor') ?? whole?.known.find(({ kind }) => kind === 'source')
  return { text, span: { start: start + offset, end: end + offset }, carried: null, entryId: entry?.entryId ?? null }
}
