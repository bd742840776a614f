import type { DeskContext, DeskParagraph, DeskPicture } from '../../src/desk/desk-text.ts'
import type { FindingInput, FindingRule, FindingSentence } from '../../src/desk/findings/finding-input.ts'
import { DEFAULT_STYLE } from '../../src/desk/findings/style-context.ts'
import { keyOf } from '../../src/desk/key-of.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { SpeechKind } from '../../src/desk/mentions.ts'
import { findNames, indexNames } from '../../src/desk/names/known-names.ts'
import type { NamedInText, SuggestedClaim, SuggestedResponsibility } from '../../src/desk/reading.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import type { Span } from '../../src/desk/text/token.ts'
import type { Quantity, VagueTerm } from '../../src/record/quantity.ts'
import { parseInstant } from '../../src/time.ts'

/** A paragraph: its words alone, or with what it is. */
export type Written = string | (Partial<DeskParagraph> & { readonly text: string })

/** A figure without its words: they are the claim's. */
type GivenQuantity =
  | { readonly kind: 'exact' | 'atLeast'; readonly n: number }
  | { readonly kind: 'range'; readonly lo: number; readonly hi: number }
  | { readonly kind: 'vague'; readonly term: VagueTerm }

/** A claim as a test tells it: the words of its figure, found in the text; the rest as far as it matters. */
export interface GivenClaim {
  readonly figure: string
  /** Which paragraph has the words; the first that has them where nothing is said. */
  readonly in?: number
  readonly by?: string
  readonly entry?: string
  readonly via?: string
  readonly measure?: SuggestedClaim['measure']
  readonly stance?: SuggestedClaim['stance']
  readonly who?: string
  readonly quantity?: GivenQuantity
  readonly date?: string
  readonly place?: string
  readonly hedge?: string
  readonly isPart?: boolean
}

/** Who speaks, where: the words that say so, and what is said; all of the sentence where nothing is said. */
export interface GivenSpeech {
  readonly words: string
  readonly in?: number
  readonly by: string | null
  readonly via?: string
  readonly speech?: SpeechKind
  readonly scope?: string
}

export interface GivenDate {
  readonly words: string
  readonly rots?: boolean
  readonly instead?: string
}

export interface GivenDeed {
  readonly actor: string
  readonly in?: number
  readonly kind: SuggestedResponsibility['kind']
  readonly by?: string
}

export interface Given {
  readonly language?: DeskLanguage
  readonly paragraphs: readonly Written[]
  readonly claims?: readonly GivenClaim[]
  readonly said?: readonly GivenSpeech[]
  readonly dates?: readonly GivenDate[]
  readonly deeds?: readonly GivenDeed[]
  readonly pictures?: readonly DeskPicture[]
  readonly context?: Partial<DeskContext>
}

/** A text that was read, as far as a test says what was read in it. */
export function givenText(given: Given): FindingInput {
  const language = given.language ?? 'en'
  const paragraphs = given.paragraphs.map(paragraphOf)
  const context: DeskContext = {
    language,
    publishedAt: parseInstant('2024-07-29T15:10:00Z') ?? null,
    zone: 'UTC',
    known: [],
    figures: [],
    style: DEFAULT_STYLE,
    without: [],
    ...given.context,
  }
  const names = indexNames(context.known)
  const bare = bareSentences(paragraphs, language)
  const sentences = bare.map((read) => ({
    ...read,
    names: findNames(read.sentence, names),
    dates: (given.dates ?? []).flatMap((date) => dateIn(read, date)),
    attributions: (given.said ?? []).flatMap((said) => speechIn(read, said)),
    casualties: (given.claims ?? []).flatMap((claim) => partIn(read, claim)),
  }))
  return {
    text: { paragraphs, pictures: given.pictures ?? [] },
    context,
    sentences,
    names,
    claims: (given.claims ?? []).map((claim) => claimOf(paragraphs, claim, language)),
    responsibilities: (given.deeds ?? []).map((deed) => deedOf(paragraphs, deed)),
  }
}

/** The text whose spans findings have. */
export const wholeText = ({ text }: FindingInput): string => text.paragraphs.map((one) => one.text).join('\n')

const paragraphOf = (written: Written): DeskParagraph => ({
  kind: 'text',
  speaker: null,
  cited: [],
  ...(typeof written === 'string' ? { text: written } : written),
})

function bareSentences(paragraphs: readonly DeskParagraph[], language: DeskLanguage): FindingSentence[] {
  let offset = 0
  return paragraphs.flatMap(({ text, kind, speaker }, paragraph) => {
    const here = offset
    offset += text.length + 1
    const nothing = { figures: [], dates: [], casualties: [], attributions: [], names: [], places: [] }
    return sentencesOf(text, language).map((sentence) => ({
      sentence,
      paragraph,
      kind,
      speaker,
      offset: here,
      ...nothing,
    }))
  })
}

/** Where words stand in a sentence: their tokens, and their span in the paragraph. */
function wordsIn(
  { sentence, paragraph }: FindingSentence,
  words: string,
  only?: number,
): (Span & { first: number; last: number }) | undefined {
  const at = sentence.text.indexOf(words)
  if (at < 0 || (only !== undefined && only !== paragraph)) return undefined
  const [start, end] = [sentence.start + at, sentence.start + at + words.length]
  const within = sentence.tokens.flatMap((token, index) => (token.start < end && token.end > start ? [index] : []))
  return { start, end, first: within[0] ?? 0, last: within.at(-1) ?? 0 }
}

function speechIn(read: FindingSentence, { words, by, via, speech = 'say', scope, ...where }: GivenSpeech) {
  const place = wordsIn(read, words, where.in)
  if (!place) return []
  const said = (scope === undefined ? undefined : wordsIn(read, scope)) ?? {
    first: 0,
    last: read.sentence.tokens.length - 1,
  }
  return [
    {
      ...place,
      speaker: by === null ? null : { text: by },
      via: via === undefined ? null : { text: via },
      speech,
      standing: 'unknown' as const,
      scope: said,
    },
  ]
}

function dateIn(read: FindingSentence, { words, rots = true, instead }: GivenDate) {
  const place = wordsIn(read, words)
  return place ? [{ ...place, words, edtf: null, kind: 'day' as const, rots, instead: instead ?? null }] : []
}

function partIn(read: FindingSentence, { figure, isPart = false, ...where }: GivenClaim) {
  const place = wordsIn(read, figure, where.in)
  if (!place || !isPart) return []
  const told = {
    trigger: 0,
    who: null,
    agent: null,
    mood: 'told' as const,
    isSingle: false,
    isPart,
    confidence: 1,
    rule: '',
  }
  return [{ ...place, ...told, measure: 'killed' as const, figure: { words: figure, quantity: null, span: place } }]
}

function placeOf(paragraphs: readonly DeskParagraph[], words: string, only?: number): Span {
  let offset = 0
  for (const [index, { text }] of paragraphs.entries()) {
    const at = text.indexOf(words)
    if (at >= 0 && (only === undefined || only === index))
      return { start: offset + at, end: offset + at + words.length }
    offset += text.length + 1
  }
  throw new Error(`The text has no “${words}”.`)
}

const named = (text: string, span: Span, entryId: string | null = null): NamedInText => ({
  text,
  span,
  carried: null,
  entryId,
})

function claimOf(paragraphs: readonly DeskParagraph[], given: GivenClaim, lang: DeskLanguage): SuggestedClaim {
  const { figure, by, via, stance = by === undefined ? 'reports' : 'claims', measure = 'killed', date } = given
  const span = placeOf(paragraphs, figure, given.in)
  const number = Number(/\d[\d,]*/.exec(figure)?.[0].replaceAll(',', '') ?? Number.NaN)
  const quantity: Quantity = { ...(given.quantity ?? { kind: 'exact', n: number }), verbatim: figure, lang }
  return {
    ...span,
    key: keyOf('claim', figure),
    claimant: by === undefined ? null : named(by, span, given.entry),
    via: via === undefined ? null : named(via, span),
    act: 'assert',
    stance,
    measure,
    who: given.who === undefined ? null : named(given.who, span),
    standing: 'unknown',
    figure: { ...span, words: figure, quantity },
    date:
      date === undefined
        ? null
        : { edtf: date as NonNullable<SuggestedClaim['date']>['edtf'], words: date, span, isCarried: false },
    place: given.place === undefined ? null : named(given.place, span),
    hedge: given.hedge ?? null,
    confidence: 0.9,
    rule: 'given',
  }
}

function deedOf(
  paragraphs: readonly DeskParagraph[],
  { actor, kind, by, ...where }: GivenDeed,
): SuggestedResponsibility {
  const span = placeOf(paragraphs, actor, where.in)
  const claimant = by === undefined ? null : named(by, span)
  return {
    ...span,
    key: keyOf('deed', actor),
    actor: named(actor, span),
    kind,
    claimant,
    via: null,
    confidence: 0.9,
    rule: 'given',
  }
}

/** The words that a rule underlines in a text. */
export const underlined = (rule: FindingRule, given: Given): string[] =>
  rule(givenText(given)).map(({ words }) => words)

export const headline = (text: string): Written => ({ text, kind: 'headline' })
export const standfirst = (text: string): Written => ({ text, kind: 'standfirst' })
export const fr = { language: 'fr' } as const
