import type { LocalDate } from '../time.ts'
import type { KnownName } from './desk-text.ts'
import type { DeskLanguage } from './language.ts'
import type { DeskFinding, DeskFindingKind, SuggestedClaim } from './reading.ts'

/*
 * What a newsroom's own language model is asked and what it answers. It gets what `onrecord lint` gets and answers what
 * `onrecord lint --json` prints (`toldClaim`): where it cannot count characters, the words themselves do, as long as they
 * stand in the text once. It is a second reader, never a source: see `provider-reply.ts`.
 */

/** What is sent, as JSON. */
export interface ProviderRequest {
  /** Counts changes of this form. */
  readonly version: 1
  /** The paragraphs, headline first, with a line's end between them. */
  readonly text: string
  readonly language: DeskLanguage
  /** The day that weekdays are counted from. */
  readonly publishedOn: LocalDate | null
  /** IANA. */
  readonly zone: string
  /** Names of the record as readers see them; none unless the newsroom has allowed it. */
  readonly knownNames: readonly string[]
}

/** What may be used of an answer, and in words why the rest may not. */
export interface ProviderReading {
  readonly claims: readonly SuggestedClaim[]
  readonly findings: readonly DeskFinding[]
  readonly refused: readonly string[]
}

/** The rule by which everything of a model's is known. */
export const PROVIDER_RULE = 'provider'

/** Whatever a model says of itself: nobody has measured it. */
export const MOST_CONFIDENCE = 0.6

/** So many are looked at. A story has a few dozen. */
export const MOST_FROM_PROVIDER = 200

/** Findings that a model may make: those that say nothing but where. */
export const PROVIDER_FINDINGS = [
  'figure-without-source',
  'claim-as-fact',
  'hidden-source',
  'loaded-word',
  'quote-without-speaker',
  'missing-via',
] as const satisfies readonly DeskFindingKind[]

/** Names as they are sent: each once, and never a source's. */
export const namesToSend = (known: readonly KnownName[]): string[] => [
  ...new Set(known.flatMap(({ kind, name }) => (kind === 'source' ? [] : [name]))),
]
