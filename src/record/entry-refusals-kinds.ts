import type { ActorId, ClaimId, EventId, VictimGroupId } from '../ids.ts'
import type { Stance } from './cell-summary.ts'
import type { Measure } from './claim.ts'
import type { EntryId } from './entry.ts'

/** Why something may not stand in the record. A value, so that a form can say it beside the field. */
export type RecordRefusal =
  /** It would lead back to itself: the way round, beginning with the entry. */
  | {
      readonly kind: 'circle'
      readonly of:
        | 'places'
        | 'memberships'
        | 'parts'
        | 'groups'
        | 'offices'
        | 'dispatches'
        | 'translations'
        | 'revisions'
        | 'repeats'
        | 'assessments'
        | 'mergers'
      readonly through: readonly EntryId[]
    }
  | { readonly kind: 'period-upside-down'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'on-two-sides'; readonly actorId: ActorId }
  | { readonly kind: 'group-of-another-event'; readonly groupId: VictimGroupId; readonly eventId: EventId }
  | { readonly kind: 'not-on-record'; readonly id: EntryId }
  | { readonly kind: 'no-figure'; readonly measure: Measure }
  | { readonly kind: 'declined-with-figure'; readonly verbatim: string }
  | { readonly kind: 'nothing-revised' }
  | { readonly kind: 'nothing-retracted' }
  | { readonly kind: 'nothing-denied' }
  | { readonly kind: 'of-another-claimant'; readonly does: 'revise' | 'retract'; readonly claimId: ClaimId }
  | { readonly kind: 'on-another-cell'; readonly does: 'revise' | 'retract'; readonly claimId: ClaimId }
  | { readonly kind: 'own-claim-denied'; readonly claimId: ClaimId }
  | { readonly kind: 'not-to-admit'; readonly stance: Stance }
  | { readonly kind: 'verified-by-its-claimant' }
