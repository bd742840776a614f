import { isBranch } from './actor-roots.ts'
import type { Actor } from './actor.ts'
import { edtfBounds } from './edtf.ts'
import type { EntryId } from './entry.ts'
import type { RecordRefusal } from './entry-refusals-kinds.ts'
import type { RecordSet } from './record-set.ts'
import type { Edtf } from './when.ts'

/** What may not lead back to where it began. */
export type CircleOf = Extract<RecordRefusal, { kind: 'circle' }>['of']

/**
 * The circle in which an entry would stand: refused, whatever its length, with the way round.
 *
 * @param first where the entry itself leads, as it would stand
 * @param next where the others lead, as they stand
 */
export function circleOf<Id extends EntryId>(
  of: CircleOf,
  id: Id,
  first: readonly (Id | null | undefined)[],
  next: (id: Id) => readonly (Id | null | undefined)[],
): RecordRefusal | null {
  const before = new Map<Id, Id>()
  const open: { readonly from: Id; readonly to: Id }[] = []
  const leadOn = (from: Id, heads: readonly (Id | null | undefined)[]) => {
    for (const to of heads) if (to) open.push({ from, to })
  }
  leadOn(id, first)
  for (let step = open.pop(); step; step = open.pop()) {
    const { from, to } = step
    if (to === id) return { kind: 'circle', of, through: wayBack(before, id, from) }
    if (before.has(to)) continue
    before.set(to, from)
    leadOn(to, next(to))
  }
  return null
}

/** From the entry round to the last one before it comes again. */
function wayBack<Id extends EntryId>(before: ReadonlyMap<Id, Id>, id: Id, last: Id): readonly Id[] {
  const way: Id[] = []
  for (let one: Id | undefined = last; one !== undefined && one !== id; one = before.get(one)) way.unshift(one)
  return [id, ...way]
}

/** Days between which a membership held; null where nobody says. */
interface Period {
  readonly from: string | null
  readonly to: string | null
}

/** Would an actor be part of itself on some day? Branches that changed hands, each in its time, make no circle. */
export function circleOfActors(set: RecordSet, id: EntryId, content: Actor): RecordRefusal | null {
  const walk = (actor: Actor, held: Period, way: readonly EntryId[]): RecordRefusal | null => {
    for (const membership of actor.memberships.filter(isBranch)) {
      const shared = sharedPeriod(held, periodOf(membership))
      if (!shared || way.slice(1).includes(membership.ofId)) continue
      if (membership.ofId === id) return { kind: 'circle', of: 'memberships', through: way }
      const above = set.actors.get(membership.ofId)?.content
      const found = above && walk(above, shared, [...way, membership.ofId])
      if (found) return found
    }
    return null
  }
  return walk(content, { from: null, to: null }, [id])
}

const periodOf = ({ from, to }: { readonly from: Edtf | null; readonly to: Edtf | null }): Period => ({
  from: from && edtfBounds(from).earliest,
  to: to && edtfBounds(to).latest,
})

function sharedPeriod(one: Period, other: Period): Period | null {
  const from = one.from !== null && (other.from === null || one.from > other.from) ? one.from : other.from
  const to = one.to !== null && (other.to === null || one.to < other.to) ? one.to : other.to
  return from !== null && to !== null && from > to ? null : { from, to }
}

/** A membership that ends before it begins. */
export function refusalOfPeriods({ memberships }: Actor): RecordRefusal | null {
  const upsideDown = memberships.find(
    (membership) => sharedPeriod(periodOf(membership), { from: null, to: null }) === null,
  )
  return upsideDown ? { kind: 'period-upside-down', from: upsideDown.from, to: upsideDown.to } : null
}
