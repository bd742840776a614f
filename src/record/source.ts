import type { ActorId, SourceId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Name, Translated } from './names.ts'

/** Categories that tell unnamed claimants apart: two "security" officials may be one and the same. */
export const SOURCE_CATEGORIES = [
  'security',
  'medical',
  'elected',
  'resident',
  'diplomatic',
  'humanitarian',
  'other',
] as const

/** Somebody who says something, or carries what was said. */
export interface Source {
  /** The last part of its address: `/record/source/site`. */
  readonly slug: string
  readonly kind: 'person' | 'organisation' | 'channel' | 'office'
  /** Empty for an unnamed source. */
  readonly names: readonly Name[]
  /** For whom it speaks. */
  readonly actorId: ActorId | null
  /** Named; described but not named ("two security officials"); or not even that ("reports"). */
  readonly anonymity: 'named' | 'described' | 'none'
  /** How an unnamed source was described, verbatim and in which language. */
  readonly description: { readonly text: string; readonly lang: string } | null
  readonly category: (typeof SOURCE_CATEGORIES)[number] | null
  /** The office a spokesman belongs to, the company behind an agency. */
  readonly ownerId: SourceId | null
  /** With whom it sympathises, where it is no party itself: "sympathetic to Wagner". */
  readonly sympathy: Translated
  /** Internal: the admiralty code's A to F, by whom, when and why. */
  readonly reliability?: readonly {
    readonly grade: 'A' | 'B' | 'C' | 'D' | 'E' | 'F'
    readonly by: string
    readonly at: Instant
    readonly reason: string
  }[]
  readonly mergedInto?: SourceId
}
