import type { ActorId, ClaimId, EventId } from '../ids.ts'
import type { Translated } from './names.ts'
import type { When } from './when.ts'
import type { Where } from './where.ts'

/** What happened, in our own words; `battle` holds parts and is no type of its own kind of violence. */
export const EVENT_TYPES = [
  'battle',
  'armed-clash',
  'ambush',
  'raid',
  'air-or-drone-strike',
  'shelling-or-rocket-fire',
  'explosive-device',
  'suicide-attack',
  'attack-on-civilians',
  'execution',
  'abduction',
  'detention',
  'sexual-violence',
  'siege-or-blockade',
  'territory-taken',
  'withdrawal',
  'attack-on-infrastructure',
  'looting-or-burning',
  'protest',
  'riot',
  'crackdown',
  'ceasefire-or-agreement',
  'prisoner-exchange',
  'surrender',
  'displacement',
  'accident',
  'other',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** Actors that stood together. Enemies are those of another side. */
export interface Side {
  readonly label: Translated
  readonly actorIds: readonly ActorId[]
}

export const PARTICIPATION_ROLES = ['attacker', 'defender', 'target', 'perpetrator-alleged', 'present'] as const

/** Who took part, and the claim that says so. */
export interface Participation {
  readonly actorId: ActorId
  readonly role: (typeof PARTICIPATION_ROLES)[number]
  readonly basis: ClaimId | null
}

/** Something that somebody says happened. Named so because every language has an `Event` of its own. */
export interface RecordEvent {
  /** The last part of its address: `/record/tinzaouaten-2024`. */
  readonly slug: string
  readonly titles: Translated
  readonly type: EventType
  readonly when: When
  readonly where: Where
  /** The battle that this ambush was part of; never a circle. */
  readonly partOf: readonly EventId[]
  readonly sides: readonly Side[]
  readonly participation: readonly Participation[]
  /** Where it turned out to be another event told twice. Its claims count for that one. */
  readonly mergedInto?: EventId
}
