import { z } from 'zod'
import { edtfBounds, parseEdtf } from '../record/edtf.ts'
import { foldName } from '../record/name-folding.ts'
import type { LocalDate } from '../time.ts'
import type { KnownName } from './desk-text.ts'
import { standingOf } from './casualties/standing-of.ts'
import { readFigures } from './figures/read-figures.ts'
import { keyOf } from './key-of.ts'
import type { DeskLanguage } from './language.ts'
import { endsOf } from './lint-json.ts'
import { MOST_CONFIDENCE, PROVIDER_RULE } from './provider.ts'
import { firstIn, lastBefore, type PlacedSentence, placeOf, sentencesAround, unitsBefore } from './provider-places.ts'
import { DESK_STANCES, type NamedInText, type ReadDate, type SuggestedClaim, type SuggestedMeasure } from './reading.ts'
import type { Span } from './text/token.ts'

/** What a model's answer is held against. */
export interface AskedText {
  /** The paragraphs joined, as they were sent. */
  readonly text: string
  readonly language: DeskLanguage
  readonly publishedOn: LocalDate | null
  readonly known: readonly KnownName[]
}

/** The same, made ready to be looked into again and again. */
export interface HeldText extends AskedText {
  /** UTF-16 units before so many characters. */
  readonly units: (characters: number) => number
  readonly sentenceAround: (span: Span) => PlacedSentence | undefined
  /** Whom the record knows by a name, whatever its case and accents. */
  readonly entryOf: (name: string) => KnownName | undefined
}

export function heldText(asked: AskedText): HeldText {
  const entries = new Map<string, KnownName>()
  for (const entry of asked.known) {
    for (const name of [entry.name, ...entry.aliases]) entries.set(foldName(name), entries.get(foldName(name)) ?? entry)
  }
  entries.delete('')
  return {
    ...asked,
    units: unitsBefore(asked.text),
    sentenceAround: sentencesAround(asked.text, asked.language),
    entryOf: (name) => entries.get(foldName(name)),
  }
}

const place = z.int().min(0).max(10_000_000).optional()
const name = z
  .string()
  .max(300)
  .transform((text) => text.trim() || null)
  .nullable()
  .default(null)
const end = z.int().min(0).nullable()
export const confidence = z.number().min(0).max(1).default(MOST_CONFIDENCE)

/** A claim as `onrecord lint --json` prints it. What else is said of it is passed over. */
export const toldClaim = z.object({
  sentence: z.string().max(10_000).optional(),
  start: place,
  end: place,
  claimant: name,
  via: name,
  effect: z.string().max(40),
  who: name,
  figure: z.object({ text: z.string().min(1).max(300), start: place, end: place, min: end, max: end }),
  date: z.string().max(100).nullable().default(null),
  place: name,
  stance: z.enum(DESK_STANCES),
  hedge: name,
  confidence,
})

type ToldClaim = z.output<typeof toldClaim>

/** What annotated stories call it, and what the record does. */
const MEASURES: Readonly<Record<string, SuggestedMeasure>> = {
  killed: 'killed',
  injured: 'wounded',
  wounded: 'wounded',
  captured: 'captured',
  abducted: 'abducted',
  missing: 'missing',
  displaced: 'displaced',
}

const ACTS = { claims: 'assert', reports: 'assert', admits: 'admit', denies: 'deny' } as const

/** A claim that a model found, as far as the text bears it out; otherwise in words what does not. */
export function claimFrom(asked: HeldText, told: ToldClaim): SuggestedClaim | string {
  const measure = Object.hasOwn(MEASURES, told.effect) ? MEASURES[told.effect] : undefined
  if (measure === undefined) return 'its effect is none that the desk knows'
  const read = figureOf(asked, told)
  if (typeof read === 'string') return read
  const { sentence, offset } = read.around
  const span = { start: offset + sentence.start, end: offset + sentence.end }
  const said = namesIn(asked, told, span)
  if (typeof said === 'string') return said
  const date = dateOf(asked, told, span)
  if (typeof date === 'string') return date
  const hedge = told.hedge !== null && firstIn(asked.text, told.hedge, span) ? told.hedge : null
  const { figure } = read
  return {
    ...span,
    ...said,
    key: keyOf('claim', measure, figure.words, said.who?.text ?? null, said.claimant?.text ?? null, sentence.text),
    act: ACTS[told.stance],
    stance: told.stance,
    measure,
    standing: standingOf(said.who?.text ?? null, asked.language),
    figure,
    date,
    hedge,
    confidence: Math.min(told.confidence, MOST_CONFIDENCE),
    rule: PROVIDER_RULE,
  }
}

interface ReadAround {
  readonly figure: SuggestedClaim['figure']
  readonly around: PlacedSentence
}

/** The figure as we read it ourselves: what the model made of the words only says whether it understood them. */
function figureOf(asked: HeldText, { figure: told, ...claim }: ToldClaim): ReadAround | string {
  const within = placeOf(asked.text, { ...claim, words: claim.sentence }, asked.units)
  if (!within) return 'its sentence is not in the text'
  const counted = placeOf(asked.text, { ...told, words: told.text }, asked.units)
  const isIn = counted !== undefined && within.start <= counted.start && counted.end <= within.end
  const span = isIn ? counted : firstIn(asked.text, told.text, within)
  const around = span && asked.sentenceAround(span)
  if (!span || !around) return 'its figure is not in its sentence'
  const figures = readFigures(around.sentence, asked.language).filter(
    ({ start, end }) => around.offset + start < span.end && span.start < around.offset + end,
  )
  const [only] = figures
  const figure = { ...span, words: told.text }
  if (!only) {
    // "Civilians were killed": people without a number, and no number of the model's either.
    const isBare = told.min === null && told.max === null && !/\p{N}/u.test(told.text)
    return isBare ? { figure: { ...figure, quantity: null }, around } : 'its number is not in the text'
  }
  if (figures.length > 1 || only.what !== 'count') return 'its words are no figure of people, or more than one'
  if (around.offset + only.start < span.start || span.end < around.offset + only.end) return 'it cuts a figure in two'
  const { min, max } = endsOf(only.quantity)
  if (min !== told.min || max !== told.max) return 'its numbers are not those of its words'
  return { figure: { ...figure, quantity: only.quantity }, around }
}

type Names = Pick<SuggestedClaim, 'claimant' | 'via' | 'who' | 'place'>

function namesIn(asked: HeldText, told: ToldClaim, sentence: Span): Names | string {
  const missing: string[] = []
  const find = (words: string | null, what: string): NamedInText | null => {
    if (words === null) return null
    const named = namedIn(asked, words, sentence)
    if (!named) missing.push(`its ${what} is not in the text`)
    return named ?? null
  }
  const names: Names = {
    claimant: find(told.claimant, 'claimant'),
    via: find(told.via, 'source'),
    who: find(told.who, 'people'),
    place: find(told.place, 'place'),
  }
  return missing[0] ?? names
}

/** Somebody by words of the text, in the sentence or before it, or by a name that the record knows them by. */
function namedIn({ text, entryOf }: HeldText, words: string, sentence: Span): NamedInText | undefined {
  const entry = entryOf(words)
  const entryId = entry?.entryId ?? null
  const inSentence = firstIn(text, words, sentence)
  if (inSentence) return { text: words, span: inSentence, carried: null, entryId }
  const before = lastBefore(text, words, sentence.start)
  if (before) return { text: words, span: before, carried: { as: null }, entryId }
  return entry && { text: entry.name, span: sentence, carried: { as: null }, entryId }
}

/** What happened is over when it is told: a day after the story's own is none. */
function dateOf({ publishedOn }: HeldText, { date }: ToldClaim, span: Span): ReadDate | null | string {
  if (date === null) return null
  const edtf = parseEdtf(date)
  if (!edtf) return 'its date is none'
  const { earliest } = edtfBounds(edtf)
  if (earliest !== null && publishedOn !== null && earliest > publishedOn) return 'its date is after the story'
  return { edtf, words: '', span, isCarried: false }
}
