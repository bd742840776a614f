import type { Quantity } from '../record/quantity.ts'
import { findingWords } from './findings/finding-words.ts'
import type { DeskLanguage } from './language.ts'
import type { DeskFinding, DeskStance, Reading, SuggestedClaim, SuggestedMeasure } from './reading.ts'
import type { Span } from './text/token.ts'

/** What `onrecord lint --json` prints of one text. Spans count characters of Unicode, as Python does, not UTF-16 units. */
export interface LintJson {
  readonly claims: readonly LintClaim[]
  readonly findings: readonly LintFinding[]
  readonly responsibilities: readonly LintResponsibility[]
}

/** A suggested claim; its span is that of its sentence. Dates are EDTF, names are as the text has them. */
export interface LintClaim extends Span {
  readonly sentence: string
  /** Null: the outlet in its own voice. */
  readonly claimant: string | null
  readonly via: string | null
  readonly effect: LintEffect
  readonly who: string | null
  /** What they are by the words for them: civilian, combatant, police …; unknown where these do not say. */
  readonly standing: SuggestedClaim['standing']
  readonly figure: LintFigure
  readonly date: string | null
  readonly place: string | null
  readonly stance: DeskStance
  readonly confidence: number
  readonly rule: string
}

export interface LintFigure extends Span {
  readonly text: string
  /** Null where the figure states no lower, or no upper, end. */
  readonly min: number | null
  readonly max: number | null
  readonly approx: boolean
  /** The words that stand for a number: "dozens". */
  readonly vague: string | null
}

export interface LintFinding extends Span {
  readonly kind: DeskFinding['kind']
  readonly words: string
  /** Why an editor would underline it, and what to do, in a sentence each. */
  readonly why: string
  readonly fix: string
  /** What to put in place of the words; null where only a person can say. */
  readonly instead: string | null
  readonly confidence: number
  readonly rule: string
}

export interface LintResponsibility extends Span {
  readonly sentence: string
  readonly organisation: string
  readonly kind: Reading['responsibilities'][number]['kind']
  readonly claimant: string | null
  readonly via: string | null
  readonly confidence: number
  readonly rule: string
}

export type LintEffect = 'killed' | 'injured' | 'captured' | 'missing' | 'displaced'

/** What the record measures, by the words that annotated stories use. */
const EFFECTS: Readonly<Record<SuggestedMeasure, LintEffect>> = {
  killed: 'killed',
  'killed-or-wounded': 'killed',
  wounded: 'injured',
  captured: 'captured',
  abducted: 'captured',
  missing: 'missing',
  displaced: 'displaced',
}

/** What a reading is told with. */
export interface LintSource {
  /** The text that was read: the paragraphs joined. */
  readonly text: string
  /** Characters of Unicode that stand, in what was given, before a place of the text that was read. */
  readonly charactersBefore: (at: number) => number
  /** In which findings are explained; it need not be that of the text. */
  readonly language: DeskLanguage
}

/** A reading in the form that other programs get. */
export function lintJson(reading: Reading, source: LintSource): LintJson {
  const placed = ({ start, end }: Span): Span => ({
    start: source.charactersBefore(start),
    end: source.charactersBefore(end),
  })
  const words = ({ start, end }: Span): string => source.text.slice(start, end)
  return {
    claims: reading.claims.map((claim) => claimJson(claim, placed, words)),
    findings: reading.findings.map((finding) => ({ ...placed(finding), ...findingJson(finding, source.language) })),
    responsibilities: reading.responsibilities.map((told) => ({
      ...placed(told),
      sentence: words(told),
      organisation: told.actor.text,
      kind: told.kind,
      claimant: told.claimant?.text ?? null,
      via: told.via?.text ?? null,
      confidence: told.confidence,
      rule: told.rule,
    })),
  }
}

function findingJson(finding: DeskFinding, language: DeskLanguage): Omit<LintFinding, keyof Span> {
  const { kind, words, facts, fix: instead, confidence, rule } = finding
  const explained = findingWords(language).kinds[kind]
  return { kind, words, why: explained.why(facts), fix: explained.fix(facts), instead, confidence, rule }
}

function claimJson(claim: SuggestedClaim, placed: (span: Span) => Span, words: (span: Span) => string): LintClaim {
  const { figure } = claim
  return {
    ...placed(claim),
    sentence: words(claim),
    claimant: claim.claimant?.text ?? null,
    via: claim.via?.text ?? null,
    effect: EFFECTS[claim.measure],
    who: claim.who?.text ?? null,
    standing: claim.standing,
    figure: { text: figure.words, ...endsOf(figure.quantity), ...placed(figure) },
    date: claim.date?.edtf ?? null,
    place: claim.place?.text ?? null,
    stance: claim.stance,
    confidence: claim.confidence,
    rule: claim.rule,
  }
}

type Ends = Pick<LintFigure, 'min' | 'max' | 'approx' | 'vague'>

const NO_NUMBER: Ends = { min: null, max: null, approx: false, vague: null }

/** The ends that a figure states: "more than 20" is 20 and more, as annotated stories write it. */
export function endsOf(quantity: Quantity | null): Ends {
  if (quantity === null) return NO_NUMBER
  switch (quantity.kind) {
    case 'exact':
      return { ...NO_NUMBER, min: quantity.n, max: quantity.n }
    case 'approx':
      return { ...NO_NUMBER, min: quantity.n, max: quantity.n, approx: true }
    case 'atLeast':
    case 'moreThan':
      return { ...NO_NUMBER, min: quantity.n }
    case 'atMost':
    case 'fewerThan':
      return { ...NO_NUMBER, max: quantity.n }
    case 'range':
      return { ...NO_NUMBER, min: quantity.lo, max: quantity.hi }
    case 'none':
      return { ...NO_NUMBER, min: 0, max: 0 }
    case 'vague':
    case 'some':
      return { ...NO_NUMBER, vague: quantity.verbatim }
    case 'notGiven':
      return NO_NUMBER
  }
}
