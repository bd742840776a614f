import type { EventId, VictimGroupId } from '../ids.ts'
import type { RecordSet } from './record-set.ts'

/** The events that an event is part of, and those that are part of it: at every remove, never the event itself. */
export interface EventFamily {
  readonly wholes: ReadonlySet<EventId>
  readonly parts: ReadonlySet<EventId>
}

/** The event that counts: where one event was told twice, its claims and its parts count for the other. */
export function standingEvent(set: RecordSet, id: EventId): EventId {
  const passed = new Set<EventId>()
  let standing = id
  for (;;) {
    const next = set.events.get(standing)?.content.mergedInto
    if (next === undefined || passed.has(next)) return standing
    passed.add(standing)
    standing = next
  }
}

/** All that stands above and below one thing, without the thing itself. A circle, which is refused elsewhere, ends the walk. */
function reach<Id>(from: Id, next: (id: Id) => readonly Id[]): ReadonlySet<Id> {
  const found = new Set<Id>()
  const open = [...next(from)]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === from || found.has(id)) continue
    found.add(id)
    open.push(...next(id))
  }
  return found
}

interface Kinship<Id> {
  readonly above: ReadonlyMap<Id, readonly Id[]>
  readonly below: ReadonlyMap<Id, readonly Id[]>
}

function kinship<Id>(pairs: Iterable<readonly [below: Id, above: Id]>): Kinship<Id> {
  const above = new Map<Id, Id[]>()
  const below = new Map<Id, Id[]>()
  for (const [low, high] of pairs) {
    if (low === high) continue
    above.set(low, [...(above.get(low) ?? []), high])
    below.set(high, [...(below.get(high) ?? []), low])
  }
  return { above, below }
}

const eventKinships = new WeakMap<RecordSet, Kinship<EventId>>()

/** Who is part of whom: merged events give their ties to the event that stands for them, withdrawn events have none. */
function eventKinship(set: RecordSet): Kinship<EventId> {
  const known = eventKinships.get(set)
  if (known) return known
  const counts = (id: EventId) => set.events.get(id)?.status !== 'withdrawn'
  const pairs = [...set.events.values()].flatMap((event) =>
    event.content.partOf.map((whole) => [standingEvent(set, event.id), standingEvent(set, whole)] as const),
  )
  const made = kinship(pairs.filter(([part, whole]) => counts(part) && counts(whole)))
  eventKinships.set(set, made)
  return made
}

/**
 * Every event that this one is part of, and every event that is part of it: the battle above the ambush, and above the
 * battle the offensive.
 */
export function familyOf(set: RecordSet, eventId: EventId): EventFamily {
  const { above, below } = eventKinship(set)
  const event = standingEvent(set, eventId)
  return { wholes: reach(event, (id) => above.get(id) ?? []), parts: reach(event, (id) => below.get(id) ?? []) }
}

/** The groups that contain a group, and those that it contains, at every remove. */
export interface GroupFamily {
  readonly containing: ReadonlySet<VictimGroupId>
  readonly contained: ReadonlySet<VictimGroupId>
}

const groupKinships = new WeakMap<RecordSet, Kinship<VictimGroupId>>()

function groupKinship(set: RecordSet): Kinship<VictimGroupId> {
  const known = groupKinships.get(set)
  if (known) return known
  const counts = (id: VictimGroupId) => set.groups.get(id)?.status !== 'withdrawn'
  const pairs = [...set.groups.values()].flatMap((group) => group.content.subsetOf.map((of) => [group.id, of] as const))
  const made = kinship(pairs.filter(([low, high]) => counts(low) && counts(high)))
  groupKinships.set(set, made)
  return made
}

/** Children are among civilians, and civilians among all the dead: what contains a group, and what it contains. */
export function groupFamilyOf(set: RecordSet, groupId: VictimGroupId): GroupFamily {
  const { above, below } = groupKinship(set)
  return {
    containing: reach(groupId, (id) => above.get(id) ?? []),
    contained: reach(groupId, (id) => below.get(id) ?? []),
  }
}
