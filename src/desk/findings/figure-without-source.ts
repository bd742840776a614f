import type { DeskFinding } from '../reading.ts'
import { tokensOf } from '../text/tokens.ts'
import { claimsInPlace, isAttributed, isInHead, isOwnVoice, type PlacedClaim } from './claims-in-place.ts'
import type { FindingInput } from './finding-input.ts'
import { hiddenIn } from './hidden-source.ts'
import { findingIn, inParagraph } from './make-finding.ts'
import { hasPhrase, phrasesIn } from './phrases.ts'
import { ruleWords } from './rule-words.ts'
import { numberKey, statedNumbers } from './stated-numbers.ts'
import { givesToSomebody } from './voices.ts'

/**
 * A number of dead, wounded, taken or missing for which the text names nobody.
 *
 * Quiet where the same number is attributed elsewhere in the text, where a claim of the record stands behind it, for what
 * happened before last year, for one person, for what a sentence takes as known, and in headline and standfirst, which sum
 * up the body. A figure is pointed at once, and a sentence at its first.
 */
export function figureWithoutSource(input: FindingInput): DeskFinding[] {
  const placed = claimsInPlace(input)
  const sourced = new Set(placed.filter(isAttributed).map(factKey))
  const seen = new Set<string>()
  return placed.flatMap((one) => {
    const key = factKey(one)
    const { claim, read } = one
    if (key === null || sourced.has(key) || seen.has(key) || seen.has(`sentence ${one.at}`)) return []
    if (isInHead(one) || !isOwnVoice(one) || claim.hedge !== null || !countsPeople(one)) return []
    if (isCited(input, one) || isHistory(input, one) || hiddenIn(read, input.context.language).length > 0) return []
    if (givesToSomebody(read, input.context.language) || isTakenAsKnown(input, one)) return []
    seen.add(key).add(`sentence ${one.at}`)
    const span = inParagraph(read, claim.figure)
    const facts = { figure: claim.figure.words, measure: claim.measure }
    return [findingIn(input, read, { kind: 'figure-without-source', span, facts, confidence: 0.8 })]
  })
}

const factKey = ({ claim }: PlacedClaim): string | null => {
  const number = numberKey(claim.figure.quantity)
  return number && `${claim.measure} ${number}`
}

/** One death may be told as it was seen; two and more are a count, and somebody has counted. */
const countsPeople = ({ claim }: PlacedClaim): boolean => (statedNumbers(claim.figure.quantity)?.high ?? 0) > 1

function isCited({ text }: FindingInput, { claim, read }: PlacedClaim): boolean {
  const { start, end } = inParagraph(read, claim.figure)
  const cited = text.paragraphs[read.paragraph]?.cited ?? []
  return cited.some((span) => span.start < end && span.end > start)
}

/** What happened in an earlier year is settled, or another story's business. */
function isHistory({ context }: FindingInput, { claim }: PlacedClaim): boolean {
  const year = Number(/(?<!\d)\d{4}(?=-|$|~|\/)/.exec(claim.date?.edtf ?? '')?.[0] ?? Number.NaN)
  return context.publishedAt !== null && Number(context.publishedAt.slice(0, 4)) - year > 1
}

/** "The 12 dead", "the killing of 12 officials", "two of the victims": what a sentence takes as known, it does not report. */
function isTakenAsKnown({ context }: FindingInput, { claim, read }: PlacedClaim): boolean {
  const { start } = inParagraph(read, claim.figure)
  const before = read.sentence.tokens.filter((token) => token.end <= start)
  const { knownBefore, partly } = ruleWords(context.language)
  if (hasPhrase(tokensOf(claim.figure.words, context.language), partly)) return true
  return phrasesIn(before.slice(-LONGEST_BEFORE), knownBefore).some(
    ({ last }) => last === Math.min(before.length, LONGEST_BEFORE) - 1,
  )
}

/** So many tokens are looked at before a figure: "the killing of". */
const LONGEST_BEFORE = 3
