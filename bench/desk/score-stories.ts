import { codePointsOf } from '../../src/desk/code-points.ts'
import type { LintClaim } from '../../src/desk/lint-json.ts'
import { DESK_STANCES } from '../../src/desk/reading.ts'
import { answersOf, type Field, FIELDS, isRight, type Strictness } from './claim-agreement.ts'
import type { GoldClaim } from './gold-story.ts'
import { type Matched, matchClaims } from './match-claims.ts'
import { isAlike } from './same-words.ts'
import { type Share, share } from './share.ts'

/** What the desk made of one story, beside its key. */
export interface JudgedStory {
  readonly id: string
  readonly text: string
  readonly claims: readonly LintClaim[]
  readonly key: readonly GoldClaim[]
}

export interface StoriesScore {
  /** Claims of the key that have to be found. */
  readonly recall: Share
  /** Of what was suggested, how much the key has: what it does not insist on counts as right. */
  readonly precision: Share
  readonly fields: Readonly<Record<Strictness, Readonly<Record<Field, Share>>>>
  /** The mean over the stances that the key has. */
  readonly stanceMacro: number
  readonly faults: readonly Fault[]
}

export interface Fault {
  readonly story: string
  readonly kind: 'missed' | 'extra' | 'wrong-side' | 'figure-not-in-text' | Field
  readonly found: string | null
  readonly wanted: string | null
  readonly sentence: string
}

/** Scores stories as the README of their key says. */
export function scoreStories(stories: readonly JudgedStory[]): StoriesScore {
  const judged = stories.map((story) => ({ story, matched: matchClaims(story.claims, story.key) }))
  const pairs = judged.flatMap(({ matched }) => matched.pairs)
  const required = pairs.filter(({ gold }) => gold.required)
  const wanted = stories.flatMap(({ key }) => key.filter((gold) => gold.required))
  const suggested = stories.flatMap(({ claims }) => claims)
  const fieldsAt = (strictness: Strictness) =>
    Object.fromEntries(
      FIELDS.map((field) => {
        const answers = required.map(({ claim, gold }) => isRight(field, claim, gold, strictness))
        return [field, share(answers.filter(Boolean).length, answers.filter((right) => right !== undefined).length)]
      }),
    ) as Record<Field, Share>
  return {
    recall: share(required.length, wanted.length),
    precision: share(pairs.length, suggested.length),
    fields: { strict: fieldsAt('strict'), lenient: fieldsAt('lenient') },
    stanceMacro: stanceMacro(required),
    faults: judged.flatMap(({ story, matched }) => faultsOf(story, matched)),
  }
}

function stanceMacro(pairs: Matched['pairs']): number {
  const byClass = DESK_STANCES.map((stance) => pairs.filter(({ gold }) => gold.stance === stance)).filter(
    ({ length }) => length > 0,
  )
  const shares = byClass.map(
    (own) => own.filter(({ claim, gold }) => isRight('stance', claim, gold, 'strict')).length / own.length,
  )
  return shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length)
}

function faultsOf(story: JudgedStory, { pairs, missed, extra }: Matched): Fault[] {
  const of = (kind: Fault['kind'], sentence: string, found: string | null, wanted: string | null): Fault => ({
    story: story.id,
    kind,
    found,
    wanted,
    sentence,
  })
  return [
    ...missed
      .filter(({ required }) => required)
      .map((gold) => of('missed', gold.sentence, null, `${gold.effect}: ${gold.figure.text}`)),
    ...extra.map((claim) => of('extra', claim.sentence, `${claim.effect}: ${claim.figure.text} (${claim.rule})`, null)),
    ...pairs.flatMap(({ claim, gold }) =>
      FIELDS.filter((field) => gold.required && isRight(field, claim, gold, 'lenient') === false).map((field) =>
        of(field, claim.sentence, shown(claim[field]), wantedOf(gold, field)),
      ),
    ),
    ...pairs
      .filter(({ claim, gold }) => isWrongSide(claim, gold))
      .map(({ claim, gold }) => of('wrong-side', claim.sentence, claim.claimant, gold.claimant)),
    ...story.claims
      .filter((claim) => !isInText(claim, story.text))
      .map((claim) => of('figure-not-in-text', claim.sentence, claim.figure.text, null)),
  ]
}

const shown = (value: unknown): string | null =>
  value === null || typeof value === 'string' ? value : JSON.stringify(value)

const wantedOf = (gold: GoldClaim, field: Field): string | null =>
  field === 'figure'
    ? JSON.stringify(gold.figure)
    : answersOf(gold, field)
        .map((answer) => answer ?? '–')
        .join(' | ')

/** Was it given to somebody who does not say it? Given to nobody, it is merely less than the story says. */
const isWrongSide = ({ claimant }: LintClaim, gold: GoldClaim): boolean =>
  claimant !== null && !answersOf(gold, 'claimant').some((answer) => isAlike(claimant, answer))

/** Spans count characters, not UTF-16 units. */
const isInText = ({ figure }: LintClaim, text: string): boolean =>
  figure.text !== '' && codePointsOf(text).slice(figure.start, figure.end).join('') === figure.text
