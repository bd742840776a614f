import type { ActorId, SourceId } from '../ids.ts'
import { lineOf } from './actor-roots.ts'
import type { EntryOf } from './entry.ts'
import type { RecordSet } from './record-set.ts'
import type { Edtf } from './when.ts'

/** A claim, recorded or still to be judged. */
type Said = Pick<EntryOf<'claim'>, 'content'>

/**
 * Through whom a claimant speaks on the day of its claim: the source, the offices above it, then the actor it speaks
 * for and everybody that actor was then part of. The last of them is the root, by whose name an origin goes.
 *
 * An unnamed claimant is itself and nothing more, whomever it is said to belong to.
 *
 * @see record.md 1.4, Independent origins, step 4
 */
export function claimantLine(set: RecordSet, { content }: Said): Voices {
  const known = linesOfSet.get(set) ?? new Map<string, Voices>()
  linesOfSet.set(set, known)
  const key = `${content.claimantId} ${content.saidAt.edtf}`
  const line = known.get(key) ?? newLine(set, content.claimantId, content.saidAt.edtf)
  known.set(key, line)
  return line
}

type Voices = readonly (SourceId | ActorId)[]

const linesOfSet = new WeakMap<RecordSet, Map<string, Voices>>()

function newLine(set: RecordSet, claimantId: SourceId, on: Edtf): Voices {
  const claimant = sourceNow(set, claimantId)
  if (!isNamed(set, claimant)) return [claimant]
  const offices = officesAbove(set, claimant)
  const actorId = actorOfSource(set, claimant)
  return actorId === null ? offices : [...offices, ...lineOf(set, actorId, on)]
}

/**
 * Do two claims come from one claimant: the same source, or the same root on the days of the two claims? Only then may
 * one revise or retract the other.
 */
export function isSameClaimant(set: RecordSet, one: Said, other: Said): boolean {
  if (one.content.claimantId === other.content.claimantId) return true
  const line = claimantLine(set, one)
  return claimantLine(set, other).some((voice) => line.includes(voice))
}

/** For which actor a source speaks: its own, else that of the nearest office above it; null for nobody's spokesman. */
export function actorOfSource(set: RecordSet, sourceId: SourceId): ActorId | null {
  const speaking = officesAbove(set, sourceNow(set, sourceId)).find((id) => set.sources.get(id)?.content.actorId)
  return speaking === undefined ? null : (set.sources.get(speaking)?.content.actorId ?? null)
}

/** Is the source called by its name? */
export const isNamed = (set: RecordSet, sourceId: SourceId): boolean =>
  set.sources.get(sourceNow(set, sourceId))?.content.anonymity === 'named'

/** The source as which a source now stands: itself, unless it turned out to be another one. */
export const sourceNow = (set: RecordSet, sourceId: SourceId): SourceId =>
  chain(sourceId, (id) => set.sources.get(id)?.content.mergedInto).at(-1) ?? sourceId

/** A source and its offices, as far up as the first that speaks for an actor. */
const officesAbove = (set: RecordSet, sourceId: SourceId): readonly SourceId[] =>
  chain(sourceId, (id) => {
    const source = set.sources.get(id)?.content
    return source && source.actorId === null && source.ownerId ? sourceNow(set, source.ownerId) : undefined
  })

function chain<Id>(start: Id, next: (id: Id) => Id | undefined): readonly Id[] {
  const passed: Id[] = []
  for (let id: Id | undefined = start; id !== undefined && !passed.includes(id); id = next(id)) passed.push(id)
  return passed
}
