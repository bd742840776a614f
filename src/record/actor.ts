import type { ActorId } from '../ids.ts'
import type { Name, Translated } from './names.ts'
import type { Edtf } from './when.ts'

export const ACTOR_KINDS = [
  'state-armed-force',
  'police-or-gendarmerie',
  'government',
  'private-military-company',
  'non-state-armed-group',
  'armed-coalition',
  'community-militia',
  'criminal-group',
  'peacekeeping-or-foreign-force',
  'political-body',
  'international-body',
  'aid-organisation',
  'monitor-or-research-group',
  'news-organisation',
  'social-media-channel',
  'community',
  'person',
  'unidentified',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** "Part of" and "branch of" make one root of two actors; "allied with" and "employed by" do not. */
export interface Membership {
  readonly ofId: ActorId
  readonly relation: 'part-of' | 'branch-of' | 'allied-with' | 'employed-by'
  /** Null: as far back, or as far on, as anybody says. */
  readonly from: Edtf | null
  readonly to: Edtf | null
}

/** Somebody who acts or speaks: an army, a group, a government, a monitor, a person. */
export interface Actor {
  readonly slug: string
  readonly names: readonly Name[]
  readonly kind: ActorKind
  readonly memberships: readonly Membership[]
  /** ISO 3166-1 alpha-2 of the state it belongs to, where it belongs to one. */
  readonly country: string | null
  readonly codes: readonly { readonly scheme: 'wikidata' | 'ucdp'; readonly value: string }[]
  /** One neutral sentence for readers. */
  readonly about: Translated
  readonly mergedInto?: ActorId
}
