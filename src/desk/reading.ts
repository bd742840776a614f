import type { Act, Measure } from '../record/claim.ts'
import type { Quantity } from '../record/quantity.ts'
import type { STANDINGS } from '../record/victim-group.ts'
import type { Edtf } from '../record/when.ts'
import type { Span } from './text/token.ts'

/**
 * What the desk found in a text. Spans count UTF-16 units from the beginning of the text that was read: its paragraphs
 * joined by a line's end (see `DeskText`).
 */
export interface Reading {
  readonly claims: readonly SuggestedClaim[]
  readonly responsibilities: readonly SuggestedResponsibility[]
  readonly findings: readonly DeskFinding[]
}

/** What can happen to people, as far as the desk reads it; equipment is left to people. */
export type SuggestedMeasure = Exclude<Measure, 'equipment-lost'>

/** On which side of a claim somebody stands; see `stance.md` in the codebook. */
export const DESK_STANCES = ['claims', 'reports', 'admits', 'denies'] as const
/**
 * `admits`: a side on its own losses or its own harm. `claims`: a side, an official or a witness on others. `reports`: the
 * outlet itself, or a third party (a UN body, a hospital, a monitor, an agency). `denies`: says that it was not so.
 */
export type DeskStance = (typeof DESK_STANCES)[number]

/** Somebody or something that the text names. */
export interface NamedInText {
  /** As the text has it, without an article that is no part of the name. */
  readonly text: string
  /** Where it stands; for what was carried over from an earlier sentence, where it stood there. */
  readonly span: Span
  /** Was it carried over? The words of the sentence that stand for it ("the group", "he"), or null where none do. */
  readonly carried: { readonly as: string | null } | null
  /** The record's own entry (an actor, a place, a source) that goes by this name. */
  readonly entryId: string | null
}

/** A figure as the sentence states it. */
export interface ReadFigure extends Span {
  readonly words: string
  /** Null where people are told without a number: "civilians were killed". */
  readonly quantity: Quantity | null
}

/** A date that was resolved. */
export interface ReadDate {
  readonly edtf: Edtf
  readonly words: string
  readonly span: Span
  /** Was it said in an earlier sentence of the same event? */
  readonly isCarried: boolean
}

/** One claimant, one effect, one group of people, one figure, in one sentence: for somebody to accept or to dismiss. */
export interface SuggestedClaim extends Span {
  /** The same suggestion in the same words has the same key, wherever they have moved: dismissals go by it. */
  readonly key: string
  /** Null: the paper says so in its own voice. */
  readonly claimant: NamedInText | null
  readonly via: NamedInText | null
  readonly act: Extract<Act, 'assert' | 'admit' | 'accuse' | 'deny' | 'estimate'>
  readonly stance: DeskStance
  readonly measure: SuggestedMeasure
  /** Who was counted: "Malian soldiers". Null where the text does not say: "12 dead". */
  readonly who: NamedInText | null
  /** What they are by the words for them; unknown where these do not say. */
  readonly standing: (typeof STANDINGS)[number]
  readonly figure: ReadFigure
  readonly date: ReadDate | null
  readonly place: NamedInText | null
  /** "Reportedly", verbatim. */
  readonly hedge: string | null
  /** From 0 to 1: how often such a suggestion is right, as measured. */
  readonly confidence: number
  /** The rule that found it, by its name in docs/decisions/042. */
  readonly rule: string
}

export const RESPONSIBILITY_KINDS = ['claimed', 'accused', 'suspected', 'denied', 'stated'] as const

/** Who is said to have done it: by themselves, by others, or as a fact. */
export interface SuggestedResponsibility extends Span {
  readonly key: string
  readonly actor: NamedInText
  readonly kind: (typeof RESPONSIBILITY_KINDS)[number]
  readonly claimant: NamedInText | null
  readonly via: NamedInText | null
  readonly confidence: number
  readonly rule: string
}

export const FINDING_KINDS = [
  'figure-without-source',
  'claim-as-fact',
  'hidden-source',
  'date-rots',
  'name-against-record',
  'figure-against-record',
  'figures-differ',
  'sum-of-claimants',
  'loaded-word',
  'quote-without-speaker',
  'picture-without-credit',
  'headline-differs',
  'missing-via',
] as const
export type DeskFindingKind = (typeof FINDING_KINDS)[number]

/** What a desk editor would underline. Why, and what to do, stands in `finding-words.ts` in English and French. */
export interface DeskFinding extends Span {
  readonly key: string
  readonly kind: DeskFindingKind
  /** The words underlined. */
  readonly words: string
  /** What to put in place of the words; null where only a person can say. */
  readonly fix: string | null
  /** What the sentence about it needs: the record's spelling, the other figure. */
  readonly facts: Readonly<Record<string, string>>
  readonly confidence: number
  readonly rule: string
}
