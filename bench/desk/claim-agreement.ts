import type { LintClaim, LintFigure } from '../../src/desk/lint-json.ts'
import type { GoldClaim, GoldFigure } from './gold-story.ts'
import { isAlike, isSame } from './same-words.ts'

/** What is judged of a claim that was found. */
export const FIELDS = ['figure', 'claimant', 'via', 'stance', 'date', 'place', 'who'] as const
export type Field = (typeof FIELDS)[number]

/** Names of people and places may be given longer or shorter; `strict` wants the same words. */
export type Strictness = 'strict' | 'lenient'

type Compared = (one: string | null, other: string | null) => boolean

const COMPARED: Readonly<Record<Strictness, Compared>> = { strict: isSame, lenient: isAlike }

/** Every answer that counts as right for a field: the key's own, and those that it accepts too. */
export const answersOf = (gold: GoldClaim, field: Exclude<Field, 'figure'>): readonly (string | null)[] => [
  gold[field],
  ...((gold.also_accept?.[field] ?? []) as readonly (string | null)[]),
]

/** Is the field right? Undefined where the key does not judge it. */
export function isRight(field: Field, claim: LintClaim, gold: GoldClaim, strictness: Strictness): boolean | undefined {
  if (field === 'figure') return isFigureRight(claim.figure, gold)
  if (field === 'date' && gold.date_scored === false) return undefined
  const answers = answersOf(gold, field)
  if (field === 'stance' || field === 'date') return answers.includes(claim[field])
  return answers.some((answer) => COMPARED[strictness](claim[field], answer))
}

function isFigureRight(figure: LintFigure, { figure: own, also_accept: accepted }: GoldClaim): boolean {
  const answers = [own, ...((accepted?.['figure'] ?? []) as readonly GoldFigure[])]
  return answers.some(
    ({ min, max, approx, vague }) =>
      figure.min === min &&
      figure.max === max &&
      figure.approx === approx &&
      (figure.vague === null) === (vague === null),
  )
}

/** May they be about the same: sentences that overlap, the same effect, and the same figure or one in the same place? */
export function mayBeSame(claim: LintClaim, gold: GoldClaim): boolean {
  const effects = [gold.effect, ...(gold.also_accept?.['effect'] ?? [])]
  return overlap(claim, gold) && effects.includes(claim.effect) && isSameFigure(claim.figure, gold.figure)
}

interface Span {
  readonly start: number
  readonly end: number
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

function isSameFigure(one: LintFigure, other: GoldFigure): boolean {
  const hasNumber = one.min !== null || one.max !== null
  return overlap(one, other) || (hasNumber && one.min === other.min && one.max === other.max)
}

/** How well they agree: fields that are right, and a little for standing in the same place. */
export const agreement = (claim: LintClaim, gold: GoldClaim): number =>
  FIELDS.filter((field) => isRight(field, claim, gold, 'lenient') !== false).length +
  (overlap(claim.figure, gold.figure) ? 0.5 : 0) +
  (gold.required ? 0.25 : 0)
