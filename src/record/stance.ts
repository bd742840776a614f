import type { ActorId, VictimGroupId } from '../ids.ts'
import type { Stance } from './cell-summary.ts'
import type { Claim, Proposition } from './claim.ts'
import type { EntryOf } from './entry.ts'
import type { StanceWord } from './ledger.ts'
import { actorOfSource, isNamed } from './origins-claimant.ts'
import { boundsOf } from './quantity-bounds.ts'
import type { RecordSet } from './record-set.ts'
import { areAllied, type Field, fieldOf, isAmong, isOwn, sideOf } from './stance-sides.ts'
import { standingEvent } from './event-family.ts'
import type { VictimGroup } from './victim-group.ts'

/** A claim, recorded or still to be judged. */
type Said = Pick<EntryOf<'claim'>, 'content'>

/**
 * Where a claimant stands towards those it speaks of, on the day of the event.
 *
 * Of victims, the first that fits: *own-harm*, when they are civilians and the claimant is said to have harmed them;
 * *own-loss*, when both have one root; *ally-loss*, when they stood on one side; *enemy-loss*, when they stood on two;
 * *ally-loss* again, when they were allied. Else *third-party* for a claimant who took no part, and *unknown* for one who
 * did, for one whom nobody names, and where nobody has recorded who took part.
 *
 * A group of several takes the stance towards its sub-groups when they agree, though not that towards a single one: of
 * the rest of the group, that says nothing. A sub-group without an affiliation takes that of its group. Of propositions:
 * see `stanceToProposition`.
 *
 * @see record.md 1.5, Stance and status words for readers
 */
export function stanceOf(set: RecordSet, { content }: Said): Stance {
  const field = fieldOf(set, content.about.eventId)
  if (!field) return 'unknown'
  const claimant = actorOfSource(set, content.claimantId)
  const outside = stanceOfBystander(field, content, claimant)
  if (content.about.kind === 'proposition') return stanceToProposition(field, content, claimant) ?? outside
  return stanceToGroup(field, claimant, content.about.groupId, new Set()) ?? outside
}

/** The stance of somebody of whom the record knows no tie to the victims. */
function stanceOfBystander(field: Field, { claimantId }: Claim, claimant: ActorId | null): Stance {
  if (claimant === null) return isNamed(field.set, claimantId) ? 'third-party' : 'unknown'
  if (isAmong(field, claimant, field.present)) return 'unknown'
  // Without any sides on record, an army may well have been one of them.
  return field.present.length === 0 && mayFight(field.set, claimant) ? 'unknown' : 'third-party'
}

const FIGHTS_OR_GOVERNS: ReadonlySet<string> = new Set<EntryOf<'actor'>['content']['kind']>([
  'state-armed-force',
  'police-or-gendarmerie',
  'government',
  'private-military-company',
  'non-state-armed-group',
  'armed-coalition',
  'community-militia',
  'criminal-group',
  'peacekeeping-or-foreign-force',
])

const mayFight = (set: RecordSet, actorId: ActorId): boolean =>
  FIGHTS_OR_GOVERNS.has(set.actors.get(actorId)?.content.kind ?? '')

/** Null where the record knows no tie between the claimant and the group. */
function stanceToGroup(
  field: Field,
  claimant: ActorId | null,
  groupId: VictimGroupId,
  passed: ReadonlySet<VictimGroupId>,
): Stance | null {
  const group = field.set.groups.get(groupId)?.content
  if (claimant === null || !group || passed.has(groupId)) return null
  if (isCivilian(group) && isAmong(field, claimant, field.accused)) return 'own-harm'
  if (group.affiliation !== null) return stanceToActor(field, claimant, group.affiliation)
  const inner = new Set([...passed, groupId])
  const stances = subGroupsOf(field.set, groupId).map((id) => stanceToGroup(field, claimant, id, inner))
  if (stances.length > 1) return agreed(stances)
  return agreed(group.subsetOf.map((id) => stanceToGroup(field, claimant, id, inner)))
}

const isCivilian = ({ standing }: VictimGroup): boolean =>
  standing === 'civilian' || standing === 'aid-worker' || standing === 'journalist'

function stanceToActor(field: Field, claimant: ActorId, victims: ActorId): Stance | null {
  if (isOwn(field, claimant, victims)) return 'own-loss'
  const [ours, theirs] = [sideOf(field, claimant), sideOf(field, victims)]
  if (ours && theirs) return ours === theirs ? 'ally-loss' : 'enemy-loss'
  return areAllied(field, claimant, victims) ? 'ally-loss' : null
}

/** The one stance that all have. Own people and allies together are losses of the claimant's side: ally-loss. */
function agreed(stances: readonly (Stance | null)[]): Stance | null {
  const different = new Set(stances)
  const [first = null] = different
  if (different.size <= 1) return first
  return different.size === 2 && different.has('own-loss') && different.has('ally-loss') ? 'ally-loss' : null
}

const subGroups = new WeakMap<RecordSet, ReadonlyMap<VictimGroupId, readonly VictimGroupId[]>>()

/** The groups directly below a group. */
function subGroupsOf(set: RecordSet, groupId: VictimGroupId): readonly VictimGroupId[] {
  const known = subGroups.get(set)
  if (known) return known.get(groupId) ?? []
  const found = new Map<VictimGroupId, VictimGroupId[]>()
  for (const { id, status, content } of set.groups.values()) {
    if (status === 'withdrawn') continue
    for (const above of content.subsetOf) found.set(above, [...(found.get(above) ?? []), id])
  }
  subGroups.set(set, found)
  return found.get(groupId) ?? []
}

/**
 * The stance of somebody who speaks of its own responsibility: towards those that it harmed.
 *
 * Where all known victims of the event are civilians, own-harm; where none is, enemy-loss ("we attacked them"). Where
 * there are both, or none is known, an admission is of own-harm and a claim is of enemy-loss. Null for every other
 * proposition, and for other people's responsibility.
 */
function stanceToProposition(field: Field, { about, act }: Claim, claimant: ActorId | null): Stance | null {
  if (about.kind !== 'proposition' || about.proposition.kind !== 'responsible' || claimant === null) return null
  if (!isOwn(field, claimant, about.proposition.actorId)) return null
  const eventId = standingEvent(field.set, about.eventId)
  const groups = [...field.set.groups.values()].filter(
    ({ status, content }) => status === 'live' && standingEvent(field.set, content.eventId) === eventId,
  )
  const civilians = groups.filter(({ content }) => isCivilian(content)).length
  if (civilians < groups.length && civilians === 0) return 'enemy-loss'
  if (civilians === groups.length && civilians > 0) return 'own-harm'
  return act === 'admit' ? 'own-harm' : 'enemy-loss'
}

/**
 * May its claimant admit what this claim says? Only losses of its own or of its allies, harm that it is said to have
 * done, and what it or an ally took part in or holds. "We killed them" is a claim and never an admission.
 *
 * @see record.md 1.5, Stance and status words for readers
 */
export function isAdmissible(set: RecordSet, claim: Said): boolean {
  const { about, claimantId } = claim.content
  const stance = stanceOf(set, claim)
  if (stance === 'own-loss' || stance === 'ally-loss' || stance === 'own-harm') return true
  if (about.kind === 'measure' || about.proposition.kind === 'responsible') return false
  const field = fieldOf(set, about.eventId)
  const claimant = actorOfSource(set, claimantId)
  return field !== null && claimant !== null && isOfOurs(field, claimant, about.proposition)
}

/** Is it about the claimant or its allies; or, that it happened at all, from somebody who took part? */
function isOfOurs(field: Field, claimant: ActorId, proposition: Proposition): boolean {
  if (proposition.kind === 'occurred') return isAmong(field, claimant, field.present)
  const stance = stanceToActor(field, claimant, proposition.actorId)
  return stance === 'own-loss' || stance === 'ally-loss'
}

/**
 * The word for readers.
 *
 * A denial is *denied*, a refusal to say *declined*, an accusation *accused*. *Admitted*: own losses above nought, in
 * whatever manner they were stated, and whatever else its claimant may admit and did. Then *estimated*. What is left is
 * *claimed* from somebody who took part, of enemy losses or of its own attack, and *reported* from everybody else. An
 * own loss of nobody is claimed: nobody admits nought.
 *
 * @see record.md 1.5, Stance and status words for readers
 */
export function stanceWord(set: RecordSet, claim: Said): StanceWord {
  const { act } = claim.content
  if (act === 'deny') return 'denied'
  if (act === 'decline') return 'declined'
  if (act === 'accuse') return 'accused'
  if (isAdmission(set, claim)) return 'admitted'
  if (act === 'estimate') return 'estimated'
  return isPartisan(set, claim) ? 'claimed' : 'reported'
}

function isAdmission(set: RecordSet, claim: Said): boolean {
  const { act, figure } = claim.content
  const isNought = figure !== null && boundsOf(figure).upper === 0
  if (isNought) return false
  if (act === 'admit') return isAdmissible(set, claim)
  return figure !== null && figure.kind !== 'notGiven' && stanceOf(set, claim) === 'own-loss'
}

/** Does it come from somebody who took part? */
function isPartisan(set: RecordSet, claim: Said): boolean {
  const stance = stanceOf(set, claim)
  if (stance !== 'unknown') return stance !== 'third-party'
  const field = fieldOf(set, claim.content.about.eventId)
  const claimant = actorOfSource(set, claim.content.claimantId)
  return field !== null && claimant !== null && isAmong(field, claimant, field.present)
}
