import type { ActorId, ClaimId, DocumentId, EventId, EvidenceId, PlaceId, SourceId, VictimGroupId } from '../ids.ts'
import type { Quantity } from './quantity.ts'
import type { When } from './when.ts'

export const ACTS = ['assert', 'estimate', 'admit', 'accuse', 'deny', 'decline', 'retract', 'revise'] as const
/** What the claimant did by saying it. */
export type Act = (typeof ACTS)[number]

export const MEASURES = [
  'killed',
  'wounded',
  'killed-or-wounded',
  'captured',
  'missing',
  'abducted',
  'displaced',
  'equipment-lost',
] as const
export type Measure = (typeof MEASURES)[number]

/** One figure's address: which event, which people, what happened to them. */
export interface Cell {
  readonly eventId: EventId
  readonly groupId: VictimGroupId
  readonly measure: Measure
  /** What kind of equipment, for `equipment-lost`; else null. */
  readonly equipment: string | null
}

/** Something that is so or not so, without a number. */
export type Proposition =
  | { readonly kind: 'occurred' }
  /** `as` narrows it: "as fighters". */
  | { readonly kind: 'participated'; readonly actorId: ActorId; readonly as: string | null }
  | { readonly kind: 'responsible'; readonly actorId: ActorId }
  | { readonly kind: 'control'; readonly placeId: PlaceId; readonly actorId: ActorId }

export type About =
  | ({ readonly kind: 'measure' } & Cell)
  | { readonly kind: 'proposition'; readonly eventId: EventId; readonly proposition: Proposition }

/** What a figure counts: one incident, a toll that is still running, a total since a day, a stretch of time. Instants or EDTF. */
export type Counting =
  | { readonly kind: 'incident' }
  | { readonly kind: 'running'; readonly asOf: string | null }
  | { readonly kind: 'cumulative'; readonly since: string | null; readonly asOf: string | null }
  | { readonly kind: 'period'; readonly from: string; readonly to: string }

export const BASES = [
  'own-operations',
  'own-count',
  'names-list',
  'hospital-or-morgue',
  'eyewitness',
  'imagery',
  'other-claim',
  'not-stated',
] as const

/** What was said, word for word, and where. */
export interface Wording {
  readonly text: string
  readonly lang: string
  readonly documentId: DocumentId | null
  readonly start: number | null
  readonly end: number | null
}

/** The wording in another language. Where it reads another figure than the claim's, that figure stands here. */
export interface WordingTranslation {
  readonly text: string
  readonly lang: string
  readonly kind: 'human' | 'machine' | 'official'
  readonly by: string | null
  readonly figure?: Quantity
  readonly state: 'unconfirmed' | 'confirmed' | 'rejected'
}

export const DERIVATIONS = ['quotes', 'cites', 'repeats', 'translates', 'aggregates'] as const

/** One claimant, one proposition or figure, one occasion. */
export interface Claim {
  readonly claimantId: SourceId
  readonly act: Act
  readonly saidAt: When
  readonly about: About
  /** Null when it is about a proposition. */
  readonly figure: Quantity | null
  readonly counting: Counting
  readonly basis: (typeof BASES)[number]
  /** Who read the figure: nobody may rely on a machine's translation alone. */
  readonly figureReadFrom: 'original' | 'human-translation' | 'machine-translation'
  readonly wording: Wording
  readonly translations: readonly WordingTranslation[]
  /** "Reportedly", verbatim. */
  readonly hedge: string | null
  /** People whose deaths it names: the floor of an admission without a number. */
  readonly namedDead: number
  readonly revises: ClaimId | null
  readonly retracts: ClaimId | null
  readonly denies: ClaimId | null
  readonly derivedFrom: readonly { readonly claimId: ClaimId; readonly how: (typeof DERIVATIONS)[number] }[]
  /** Another claim of the same statement. */
  readonly sameStatementAs: ClaimId | null
  /** Figures that this one contains. */
  readonly includes: readonly ClaimId[]
  readonly sharedEvidence: readonly EvidenceId[]
}
