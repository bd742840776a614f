import type { ActorId, EventId } from '../ids.ts'
import { actorNow, lineOf, membershipsOn, rootOf } from './actor-roots.ts'
import type { Act } from './claim.ts'
import type { EntryOf } from './entry.ts'
import { standingEvent } from './event-family.ts'
import type { RecordEvent, Side } from './event.ts'
import { livenessOf } from './live-claims.ts'
import type { RecordSet } from './record-set.ts'
import type { Edtf } from './when.ts'

/** What the record says of who stood where in one event, on its day. */
export interface Field {
  readonly set: RecordSet
  readonly on: Edtf
  readonly sides: readonly Side[]
  /** Everybody who took part, on a side or without one. */
  readonly present: readonly ActorId[]
  /** Those who are said to have done harm, by the event's participation or by somebody's claim of responsibility. */
  readonly accused: readonly ActorId[]
}

const fieldsOfSet = new WeakMap<RecordSet, Map<EventId, Field | null>>()

/**
 * Who stood where in an event: its own sides, else those of the nearest whole that has any; with everybody who took
 * part in it or in one of its wholes. Null for an event that is not in the set.
 */
export function fieldOf(set: RecordSet, asked: EventId): Field | null {
  const fields = fieldsOfSet.get(set) ?? new Map<EventId, Field | null>()
  fieldsOfSet.set(set, fields)
  const eventId = standingEvent(set, asked)
  const known = fields.get(eventId)
  if (known !== undefined) return known
  const made = newField(set, eventId)
  fields.set(eventId, made)
  return made
}

function newField(set: RecordSet, eventId: EventId): Field | null {
  const event = set.events.get(eventId)?.content
  if (!event) return null
  const events = eventAndWholes(set, eventId)
  const contents = events.flatMap((id) => [set.events.get(id)?.content ?? []].flat())
  const participation = contents.flatMap((one) => one.participation)
  return {
    set,
    on: event.when.edtf,
    sides: contents.find(({ sides }) => sides.length > 0)?.sides ?? [],
    present: [...participation.map(({ actorId }) => actorId), ...contents.flatMap(actorsOnSides)],
    accused: [
      ...participation.filter(({ role }) => role === 'perpetrator-alleged').map(({ actorId }) => actorId),
      ...events.flatMap((id) => accusedIn(set).get(id) ?? []),
    ],
  }
}

const actorsOnSides = ({ sides }: RecordEvent): ActorId[] => sides.flatMap(({ actorIds }) => actorIds)

/** An event and every event that it was part of, the nearest first. */
export function eventAndWholes(set: RecordSet, eventId: EventId): readonly EventId[] {
  const found = new Set([standingEvent(set, eventId)])
  // A set grows while it is walked, and is walked to its new end.
  for (const id of found) {
    for (const whole of set.events.get(id)?.content.partOf ?? []) found.add(standingEvent(set, whole))
  }
  return [...found]
}

const accusedOfSet = new WeakMap<RecordSet, ReadonlyMap<EventId, readonly ActorId[]>>()

/** The actors whom somebody holds responsible for each event, themselves included, and has not taken it back. */
function accusedIn(set: RecordSet): ReadonlyMap<EventId, readonly ActorId[]> {
  const known = accusedOfSet.get(set)
  if (known) return known
  const claims = [...set.claims.values()].filter(({ content }) => HOLDS_RESPONSIBLE.has(content.act))
  const liveness = livenessOf(set, claims.filter(isOnResponsibility))
  const found = new Map<EventId, ActorId[]>()
  for (const { id, content } of claims) {
    const why = liveness.get(id)
    if (why === undefined || (why !== null && why.kind !== 'derived') || content.about.kind !== 'proposition') continue
    const { eventId, proposition } = content.about
    const event = standingEvent(set, eventId)
    if (proposition.kind === 'responsible') found.set(event, [...(found.get(event) ?? []), proposition.actorId])
  }
  accusedOfSet.set(set, found)
  return found
}

const HOLDS_RESPONSIBLE: ReadonlySet<Act> = new Set<Act>(['assert', 'admit', 'accuse', 'revise'])

const isOnResponsibility = ({ content: { about } }: EntryOf<'claim'>): boolean =>
  about.kind === 'proposition' && about.proposition.kind === 'responsible'

/** Have both one root on the day of the event? Then each one's people are the other's own. */
export const isOwn = ({ set, on }: Field, one: ActorId, other: ActorId): boolean =>
  rootOf(set, one, on) === rootOf(set, other, on)

/** Is it, or one of its root, among these? */
export const isAmong = (field: Field, actor: ActorId, actors: readonly ActorId[]): boolean =>
  actors.some((other) => isOwn(field, actor, other))

/**
 * The side on which an actor stood: that which lists it, or the nearest actor above it; else that of somebody of its
 * root. Undefined where it stood on none.
 */
export function sideOf(field: Field, actor: ActorId): Side | undefined {
  const { set, on, sides } = field
  for (const one of lineOf(set, actor, on)) {
    const side = sides.find(({ actorIds }) => actorIds.some((id) => actorNow(set, id) === one))
    if (side) return side
  }
  return sides.find(({ actorIds }) => isAmong(field, actor, actorIds))
}

/** Was one allied with the other on the day, or somebody above the one with somebody above the other? */
export const areAllied = (field: Field, one: ActorId, other: ActorId): boolean =>
  isAlliedWith(field, one, other) || isAlliedWith(field, other, one)

function isAlliedWith({ set, on }: Field, one: ActorId, other: ActorId): boolean {
  const line = lineOf(set, other, on)
  return lineOf(set, one, on).some((actor) =>
    membershipsOn(set, actor, on).some(
      ({ relation, ofId }) => relation === 'allied-with' && line.includes(actorNow(set, ofId)),
    ),
  )
}
