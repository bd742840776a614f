import type { ActorId } from '../ids.ts'
import type { Membership } from './actor.ts'
import { edtfBounds } from './edtf.ts'
import type { RecordSet } from './record-set.ts'
import type { Edtf } from './when.ts'

/** The actor at the top of an actor's line on a day: itself, when it was part of nobody. See `lineOf`. */
export const rootOf = (set: RecordSet, actorId: ActorId, on: Edtf): ActorId =>
  lineOf(set, actorId, on).at(-1) ?? actorId

const linesOfSet = new WeakMap<RecordSet, Map<string, readonly ActorId[]>>()

/**
 * An actor and everybody it was part of on that day, from itself up to its root.
 *
 * "Part of" and "branch of" lead upwards; "allied with" and "employed by" do not. Where an actor was part of several at
 * once, the membership that the newsroom lists first leads. An actor that turned out to be another one is that other one.
 *
 * @see record.md 1.1, Entities and fields
 */
export function lineOf(set: RecordSet, actorId: ActorId, on: Edtf): readonly ActorId[] {
  const known = linesOfSet.get(set) ?? new Map<string, readonly ActorId[]>()
  linesOfSet.set(set, known)
  const key = `${actorId} ${on}`
  const line = known.get(key) ?? climb(set, actorId, on)
  known.set(key, line)
  return line
}

function climb(set: RecordSet, actorId: ActorId, on: Edtf): readonly ActorId[] {
  const line: ActorId[] = []
  for (let actor: ActorId | undefined = actorNow(set, actorId); actor !== undefined && !line.includes(actor); ) {
    line.push(actor)
    const above: Membership | undefined = membershipsOn(set, actor, on).find(isBranch)
    actor = above && actorNow(set, above.ofId)
  }
  return line
}

/** The actor as which an actor now stands: itself, unless it turned out to be another one. */
export function actorNow(set: RecordSet, actorId: ActorId): ActorId {
  const passed = new Set<ActorId>()
  let id = actorId
  for (let next = set.actors.get(id)?.content.mergedInto; next !== undefined && !passed.has(next); ) {
    passed.add(id)
    id = next
    next = set.actors.get(id)?.content.mergedInto
  }
  return id
}

/** An actor's memberships of every kind that held on a day, in the newsroom's order. */
export const membershipsOn = (set: RecordSet, actorId: ActorId, on: Edtf): readonly Membership[] =>
  (set.actors.get(actorId)?.content.memberships ?? []).filter((membership) => heldOn(membership, on))

/** Does this membership make one root of two actors? */
export const isBranch = ({ relation }: Membership): boolean => relation === 'part-of' || relation === 'branch-of'

/**
 * Did a membership hold on one of the days that a date may mean?
 *
 * A date that is known at one end only ("on or before 27 July", "since 22 July") stands for the day at that end. A
 * membership's own dates are read widely: one that began some day in July held all July.
 */
function heldOn({ from, to }: Membership, on: Edtf): boolean {
  const { earliest, latest } = edtfBounds(on)
  const begun = from === null ? null : edtfBounds(from).earliest
  const over = to === null ? null : edtfBounds(to).latest
  const lastDay = latest ?? earliest
  const firstDay = earliest ?? latest
  return (
    (begun === null || lastDay === null || begun <= lastDay) && (over === null || firstDay === null || over >= firstDay)
  )
}
