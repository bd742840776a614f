import { deskLanguage } from '../../../src/desk/language.ts'
import { paragraphsOf } from '../../../src/desk/text/paragraphs.ts'
import type { DeskContext, DeskText } from '../../../src/desk/desk-text.ts'
import { readText } from '../../../src/desk/read-text.ts'
import type { Reading, SuggestedClaim } from '../../../src/desk/reading.ts'
import { noonOf, type LocalDate } from '../../../src/time.ts'
import type { ExpectedClaim, Passage } from './passage.ts'

/** A plain text as the desk takes it, with paragraphs where the text has them. */
export const plainDeskText = (text: string): DeskText => ({
  paragraphs: paragraphsOf(text).map(({ start, end }) => ({
    text: text.slice(start, end),
    kind: 'text',
    speaker: null,
    cited: [],
  })),
  pictures: [],
})

/** A context in which nothing is known beside the text. */
export const aContext = (changes: Partial<DeskContext> = {}): DeskContext => ({
  language: 'en',
  publishedAt: null,
  zone: 'UTC',
  known: [],
  figures: [],
  style: [],
  without: [],
  ...changes,
})

export function readPassage({ text, language, publishedOn, zone }: Passage): Reading {
  const publishedAt = noonOf(publishedOn as LocalDate)
  return readText(plainDeskText(text), aContext({ language: deskLanguage(language) ?? 'en', publishedAt, zone }))
}

/** One claim that was expected and what came of it, or a claim that nobody expected. */
export interface Judged {
  readonly expected: ExpectedClaim | null
  readonly claim: SuggestedClaim | null
  /** The fields in which they differ. */
  readonly wrong: readonly string[]
}

/** Compares what the desk suggests with what an editor finds. */
export function judge(
  passage: Passage,
  claims: readonly SuggestedClaim[],
  textOf: (claim: SuggestedClaim) => string,
): Judged[] {
  const left = [...claims]
  const judged = passage.claims.map((expected): Judged => {
    const same = left.filter(
      (claim) => textOf(claim).includes(expected.in) && asList(expected.measure).includes(claim.measure),
    )
    const claim = same.find((one) => figureOf(one) === expected.figure)
    if (!claim) return { expected, claim: null, wrong: [] }
    left.splice(left.indexOf(claim), 1)
    return { expected, claim, wrong: differences(expected, claim) }
  })
  return [...judged, ...left.map((claim) => ({ expected: null, claim, wrong: [] }))]
}

const asList = <Value>(value: Value | readonly Value[]): readonly Value[] =>
  Array.isArray(value) ? (value as readonly Value[]) : [value as Value]

/** A figure as the passages write it. */
function figureOf({ figure: { quantity } }: SuggestedClaim): string {
  switch (quantity?.kind) {
    case 'exact':
      return String(quantity.n)
    case 'atLeast':
    case 'moreThan':
      return `${quantity.n}+`
    case 'atMost':
    case 'fewerThan':
      return `<${quantity.n}`
    case 'approx':
      return `~${quantity.n}`
    case 'range':
      return `${quantity.lo}-${quantity.hi}`
    case 'none':
      return '0'
    case 'vague':
    case 'some':
    case 'notGiven':
    case undefined:
      return 'vague'
  }
}

const plain = (text: string | null): string | null =>
  text === null
    ? null
    : text
        .toLowerCase()
        .replace(/[’]/g, "'")
        .replace(/^(?:the|an?|les?|la|l'|des?|une?|du)\s*/, '')

/** Are they the same words, or one within the other? */
const isAlike = (one: string | null, other: string | null): boolean => {
  const [short, long] = [plain(one), plain(other)]
  if (short === null || long === null) return short === long
  return short.includes(long) || long.includes(short)
}

function differences(expected: ExpectedClaim, claim: SuggestedClaim): string[] {
  const wrong: string[] = []
  const compare = (field: string, values: unknown, got: string | null, isRight: (value: string | null) => boolean) => {
    if (values !== undefined && !asList(values as string | null).some(isRight)) wrong.push(`${field}: ${got}`)
  }
  const { claimant, via, stance, who, date, place } = claim
  compare('by', expected.by, claimant?.text ?? null, (value) => isAlike(value, claimant?.text ?? null))
  compare('via', expected.via, via?.text ?? null, (value) => isAlike(value, via?.text ?? null))
  compare('stance', expected.stance, stance, (value) => value === stance)
  compare('who', expected.who, who?.text ?? null, (value) => isAlike(value, who?.text ?? null))
  compare('date', expected.date, date?.edtf ?? null, (value) => value === (date?.edtf ?? null))
  compare('place', expected.place, place?.text ?? null, (value) => isAlike(value, place?.text ?? null))
  return wrong
}
