import type { ActorId, ClaimId, EventId, VictimGroupId } from '../ids.ts'
import type { Translated } from './names.ts'

export const STANDINGS = [
  'civilian',
  'combatant',
  'police',
  'aid-worker',
  'journalist',
  'detainee',
  'mixed',
  'unknown',
] as const

/** Who was hurt, as far as a statement says: of an event and of everything that was part of it. */
export interface VictimGroup {
  readonly eventId: EventId
  readonly affiliation: ActorId | null
  readonly standing: (typeof STANDINGS)[number]
  readonly sex?: 'female' | 'male'
  readonly ageClass?: 'child' | 'adult'
  readonly nationality?: string
  /** "Wagner fighters", "combattants de Wagner". */
  readonly labels: Translated
  /** Groups that contain this one; never a circle. */
  readonly subsetOf: readonly VictimGroupId[]
  /** The claim that says that this group and its sisters exhaust their parent. */
  readonly partitionBasis?: ClaimId
  /** Internal: names and circumstances of victims that their families have not cleared. */
  readonly privateNote?: string
}
