import type { ClaimId, DocumentId, EventId, SourceId } from '../ids.ts'
import type { CellClaim, CellSummary, StatementSum } from './cell-summary.ts'
import type { Proposition } from './claim.ts'

/** Who says what of one event: what a page and a story's box show. Made by `ledgerOf`. */
export interface Ledger {
  readonly eventId: EventId
  /**
   * A cell for each group and measure of the event, also where only a part of it has claims: own figures first, the
   * largest groups first, sub-groups below their group.
   */
  readonly cells: readonly LedgerCell[]
  /** What is so or not so: whether somebody took part, who is responsible. */
  readonly propositions: readonly LedgerProposition[]
  /** What one statement says of several groups or parts, added up by us; see `sumsOf`. */
  readonly sums: readonly StatementSum[]
  /** How many claims stand behind all of it, of the event and of its parts, live and not. */
  readonly claims: number
}

/** A cell with the claims on parts of its event that are shown beside it. */
export interface LedgerCell {
  readonly summary: CellSummary
  /** Claims on the same group and measure in a part of the event; each says of which part it speaks. */
  readonly parts: readonly (CellClaim & { readonly eventId: EventId })[]
}

export interface LedgerProposition {
  readonly proposition: Proposition
  readonly eventId: EventId
  /** Live claims for it (assert, admit, accuse) and against it (deny), by who said it first. */
  readonly claims: readonly CellClaim[]
  readonly disputed: boolean
}

/** The words for readers of a claim's act and stance: see record.md 1.5. */
export type StanceWord = 'claimed' | 'admitted' | 'reported' | 'denied' | 'declined' | 'accused' | 'estimated'

/** Where a claim came to us from: the claimant, then each relay, then the publisher. */
export interface ClaimPath {
  readonly claimId: ClaimId
  /** Names are looked up by the page. The shortest path first; each ends in a document. */
  readonly ways: readonly (readonly PathStep[])[]
}

export type PathStep =
  | { readonly kind: 'claimant'; readonly sourceId: SourceId }
  | { readonly kind: 'relay'; readonly sourceId: SourceId }
  | { readonly kind: 'document'; readonly documentId: DocumentId }
  | { readonly kind: 'unknown' }
