import type { ActorId, EventId, PlaceId, SectionId, StoryId } from '../ids.ts'

/** Why an older story stands beside a newer one, the strongest reason first. */
export type RelatedReason =
  | { readonly kind: 'event'; readonly id: EventId }
  | { readonly kind: 'series'; readonly id: SectionId }
  | { readonly kind: 'actor'; readonly id: ActorId }
  | { readonly kind: 'place'; readonly id: PlaceId }
  | { readonly kind: 'section'; readonly id: SectionId }

/** An older story chosen to stand beside a newer one when that was published. */
export interface RelatedChoice {
  readonly storyId: StoryId
  readonly reason: RelatedReason
}
