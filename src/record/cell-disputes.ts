import type { ActorId, ClaimId, EventId } from '../ids.ts'
import { rootOf } from './actor-roots.ts'
import { type CellReading, type Member, carriedBy, readCell } from './cell-members.ts'
import { claimIndex } from './cells-of.ts'
import type { Proposition } from './claim.ts'
import type { EntryOf } from './entry.ts'
import { familyOf } from './event-family.ts'
import { livenessOf } from './live-claims.ts'
import { actorOfSource } from './origins-claimant.ts'
import type { RecordSet } from './record-set.ts'

type Denial = EntryOf<'claim'>

/** Denials that stand: of claims, by what they deny; of propositions, with the event of which they speak. */
interface Denials {
  readonly ofClaims: readonly { readonly denial: Denial; readonly denied: ClaimId }[]
  readonly ofPropositions: readonly {
    readonly denial: Denial
    readonly eventId: EventId
    readonly proposition: Proposition
  }[]
}

const known = new WeakMap<RecordSet, Denials>()

function denialsIn(set: RecordSet): Denials {
  const found = known.get(set)
  if (found) return found
  const { cells, propositions } = claimIndex(set)
  const onCells = [...cells.values()].flatMap(({ cell, claims }) =>
    claims.some(isDenial) ? claims.filter((one) => isDenial(one) && !readCell(set, cell).notLive.has(one.id)) : [],
  )
  const onPropositions = [...propositions.values()].flatMap(({ eventId, proposition, claims }) => {
    if (!claims.some(isDenial)) return []
    const liveness = livenessOf(set, claims)
    const standing = claims.filter((one) => isDenial(one) && !liveness.get(one.id))
    return standing.map((denial) => ({ denial, eventId, proposition }))
  })
  const all = [...onCells, ...onPropositions.map(({ denial }) => denial)]
  const ofClaims = all.flatMap((denial) => {
    const denied = denial.content.denies
    return denied === null ? [] : [{ denial, denied }]
  })
  const made = { ofClaims, ofPropositions: onPropositions }
  known.set(set, made)
  return made
}

const isDenial = (claim: EntryOf<'claim'>): boolean => claim.content.act === 'deny'

/**
 * The denials that dispute a cell, by recorded sequence.
 *
 * A denial of a member, or of a claim that repeats one. And a denial that the event, or the whole that it is part of,
 * took place; or that an actor took part in it or is responsible, where the victims are that actor's own people or a
 * member rests on what that actor did. A denial changes no number.
 *
 * @see record.md 1.3, step 6
 */
export function denialsOf(set: RecordSet, reading: CellReading): ClaimId[] {
  const denials = denialsIn(set)
  const { wholes } = familyOf(set, reading.cell.eventId)
  const carried = carriedBy(reading)
  const direct = denials.ofClaims.filter(({ denied }) => carried.has(denied))
  const general = denials.ofPropositions.filter(
    ({ eventId, proposition }) =>
      (eventId === reading.cell.eventId || wholes.has(eventId)) && concerns(set, reading, proposition),
  )
  const all = new Map([...direct, ...general].map(({ denial }) => [denial.id, denial.sequence] as const))
  return [...all].sort(([, a], [, b]) => a - b).map(([id]) => id)
}

function concerns(set: RecordSet, { cell, members }: CellReading, proposition: Proposition): boolean {
  if (proposition.kind === 'control') return false
  if (proposition.kind === 'occurred') return true
  return (
    isOwnPeople(set, cell, proposition.actorId) || members.some((member) => restsOn(set, member, proposition.actorId))
  )
}

function isOwnPeople(set: RecordSet, { eventId, groupId }: CellReading['cell'], actorId: ActorId): boolean {
  const affiliation = set.groups.get(groupId)?.content.affiliation
  return affiliation ? isSameRoot(set, eventId, affiliation, actorId) : false
}

/** Its claimant speaks for the actor, of the actor's own deeds; or it accuses where the actor is the one accused. */
function restsOn(set: RecordSet, { claim, stance }: Member, actorId: ActorId): boolean {
  const { eventId } = claim.content.about
  const speaksFor = actorOfSource(set, claim.content.claimantId)
  if (speaksFor && stance !== 'third-party' && isSameRoot(set, eventId, speaksFor, actorId)) return true
  const accused = set.events.get(eventId)?.content.participation ?? []
  return (
    claim.content.act === 'accuse' &&
    accused.some(
      (one) =>
        (one.role === 'attacker' || one.role === 'perpetrator-alleged') &&
        isSameRoot(set, eventId, one.actorId, actorId),
    )
  )
}

function isSameRoot(set: RecordSet, eventId: EventId, one: ActorId, other: ActorId): boolean {
  const on = set.events.get(eventId)?.content.when.edtf
  return one === other || (on !== undefined && rootOf(set, one, on) === rootOf(set, other, on))
}
