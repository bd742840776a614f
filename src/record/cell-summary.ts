import type { AssessmentId, ClaimId } from '../ids.ts'
import type { Cell } from './claim.ts'
import type { Edtf } from './when.ts'

/** Where a claimant stands towards those it speaks of, at the date of the event. */
export type Stance = 'own-loss' | 'ally-loss' | 'enemy-loss' | 'third-party' | 'own-harm' | 'unknown'

/**
 * The lowest and the highest number stated: never a sum, an average or a best guess. `open`: whoever stated the highest
 * said "at least". `approx`: an end of the range was stated as "about". `beyond`: the highest number itself is ruled
 * out, because everybody who stated it said "more than" or "fewer than".
 */
export interface StatedRange {
  readonly low: number | null
  readonly high: number | null
  readonly open: boolean
  readonly approxLow: boolean
  readonly approxHigh: boolean
  readonly beyond: boolean
}

/** How many independent origins stand behind a set of claims, at least and at most. */
export interface OriginCount {
  readonly named: number
  readonly anonMin: number
  readonly anonMax: number
  readonly untraced: number
  readonly min: number
  readonly max: number
  readonly appearances: number
  /** Distinct publishers of those appearances. */
  readonly publishers: number
}

/** Why a claim of the cell does not count now. It stays in history. */
export type NotLive =
  | { readonly kind: 'revised'; readonly by: ClaimId }
  | { readonly kind: 'retracted'; readonly by: ClaimId }
  /** Every appearance was taken down, and we hold no capture. */
  | { readonly kind: 'withdrawn' }
  /** Known from a machine's translation only, or disputed between translations. */
  | { readonly kind: 'provisional'; readonly figures: readonly string[] }
  /** A later word of the same origin. */
  | { readonly kind: 'superseded'; readonly by: ClaimId }
  /** It repeats another claim, which stands for it. */
  | { readonly kind: 'derived'; readonly from: readonly ClaimId[] }

/** A claim that speaks of the cell, live or not. */
export interface CellClaim {
  readonly claimId: ClaimId
  readonly stance: Stance
  readonly notLive: NotLive | null
  /** Live, and the one that speaks for its origin. */
  readonly isMember: boolean
  /** An older toll than the newest of the cell: it bounds from below only. */
  readonly isStale: boolean
}

/** Two claims that cannot both be right, in different cells. */
export interface CrossConflict {
  /** The claim whose lower bound is too high, and the claim whose upper bound it breaks. */
  readonly claimIds: readonly [ClaimId, ClaimId]
  readonly because: 'part-exceeds-whole' | 'subset-exceeds-group' | 'killed-exceeds-killed-or-wounded'
}

/**
 * Figures of one statement of one claimant, over people who cannot be the same, added up by us: always marked so.
 */
export interface StatementSum extends StatedRange {
  readonly claimIds: readonly ClaimId[]
}

/** What the record can say of one figure: record.md's steps 1 to 8, as of now or of an earlier hour. */
export interface CellSummary extends StatedRange {
  readonly cell: Cell
  /** Every claim on the cell in the order in which it was recorded, history included. */
  readonly claims: readonly CellClaim[]
  /** Members without a stated number: their words are shown, never a number. */
  readonly unquantified: readonly ClaimId[]
  /** No number satisfies all members. */
  readonly conflict: boolean
  readonly byStance: Partial<Readonly<Record<Stance, StatedRange>>>
  /** What was admitted (own loss or own harm); `floor`: at least one, or the number of the named dead. Null: nothing was. */
  readonly admitted: (StatedRange & { readonly floor: number }) | null
  readonly disputed: boolean
  /** The live denials behind `disputed`. */
  readonly deniedBy: readonly ClaimId[]
  /** From a live assessment of ours; else null. */
  readonly best: { readonly number: number; readonly assessmentId: AssessmentId } | null
  readonly origins: OriginCount
  /** The range with what is claimed of parts and sub-groups as lower bounds; null where no part adds a number. */
  readonly withParts: StatedRange | null
  /** Members' claims of parts: shown beside the cell, never in its number. */
  readonly fromParts: readonly ClaimId[]
  /** "At most 84 if the CSP is right": upper bounds from wholes and from killed-or-wounded. */
  readonly atMost: readonly { readonly number: number; readonly claimId: ClaimId }[]
  readonly crossConflicts: readonly CrossConflict[]
  /** Claims of a running toll that went down: the earlier and the later. */
  readonly revisedDown: readonly (readonly [ClaimId, ClaimId])[]
  readonly firstSaid: Edtf | null
  readonly lastSaid: Edtf | null
}
