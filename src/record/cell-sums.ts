import type { EventId, VictimGroupId } from '../ids.ts'
import { rootOf } from './actor-roots.ts'
import { type Member, readCell } from './cell-members.ts'
import type { StatementSum } from './cell-summary.ts'
import { claimIndex } from './cells-of.ts'
import type { EntryOf } from './entry.ts'
import { familyOf, groupFamilyOf } from './event-family.ts'
import { statementOf } from './origins-unnamed.ts'
import type { RecordSet } from './record-set.ts'
import { stanceOf } from './stance.ts'

/**
 * The only sums there are: figures that one claimant gave in one statement for people who cannot be the same. "50
 * fighters and 10 soldiers" are 60 dead of that statement, and are always marked as our sum.
 *
 * The figures are live, count one incident each and measure the same. The groups are declared apart: they exhaust a
 * parent together, or belong to different forces, and none contains another; or the group is the same and the events
 * are separate parts of one whole. Vague words and "up to" have no sum. Never across claimants, never over running
 * tolls, never a group with its sub-group.
 *
 * @see record.md 1.3, step 8
 */
export function sumsOf(set: RecordSet, eventId: EventId): StatementSum[] {
  const { parts } = familyOf(set, eventId)
  const rows = [...claimIndex(set).cells.values()].filter(
    ({ cell }) => cell.eventId === eventId || parts.has(cell.eventId),
  )
  const members = rows.flatMap(({ cell }) => readCell(set, cell).members).filter(isSummable)
  const statements = Map.groupBy(members, (member) => statementKey(set, member.claim))
  return [...statements.values()].flatMap((those) => sumOf(set, those) ?? [])
}

function isSummable({ claim: { content }, stated }: Member): boolean {
  return content.counting.kind === 'incident' && stated.lower !== null && stated.upper !== null
}

/** One statement of one claimant, one measure, and people to whom it stands alike: its own dead are no part of its enemy's. */
function statementKey(set: RecordSet, claim: EntryOf<'claim'>): string {
  const { about, claimantId } = claim.content
  const measure = about.kind === 'measure' ? `${about.measure}|${about.equipment ?? ''}` : ''
  return `${claimantId}|${measure}|${stanceOf(set, claim)}|${statementOf(set, claim)}`
}

function sumOf(set: RecordSet, members: readonly Member[]): StatementSum | null {
  const isApart = members.every((one, index) => members.slice(index + 1).every((other) => areApart(set, one, other)))
  if (members.length < 2 || !isApart) return null
  const total = (end: 'lower' | 'upper') => members.reduce((sum, { stated }) => sum + (stated[end] ?? 0), 0)
  const isApprox = members.some(({ stated }) => stated.approx)
  return {
    claimIds: members.toSorted((a, b) => a.claim.sequence - b.claim.sequence).map(({ claim }) => claim.id),
    low: total('lower'),
    high: total('upper'),
    open: members.some(({ stated }) => stated.open),
    approxLow: isApprox,
    approxHigh: isApprox,
    beyond: members.some(({ stated }) => stated.beyond),
  }
}

function areApart(set: RecordSet, { claim: one }: Member, { claim: other }: Member): boolean {
  const [a, b] = [one.content.about, other.content.about]
  if (a.kind !== 'measure' || b.kind !== 'measure') return false
  if (a.groupId !== b.groupId) return areGroupsApart(set, a.eventId, a.groupId, b.groupId)
  return areEventsApart(set, a.eventId, b.eventId)
}

function areGroupsApart(set: RecordSet, eventId: EventId, one: VictimGroupId, other: VictimGroupId): boolean {
  const [a, b] = [set.groups.get(one)?.content, set.groups.get(other)?.content]
  if (!a || !b || groupFamilyOf(set, one).containing.has(other) || groupFamilyOf(set, one).contained.has(other)) {
    return false
  }
  const isPartition = a.partitionBasis !== undefined && a.partitionBasis === b.partitionBasis
  if (isPartition && a.subsetOf.some((parent) => b.subsetOf.includes(parent))) return true
  const on = set.events.get(eventId)?.content.when.edtf
  if (!a.affiliation || !b.affiliation || !on) return false
  return rootOf(set, a.affiliation, on) !== rootOf(set, b.affiliation, on)
}

/** Separate parts of one whole: neither contains the other. */
function areEventsApart(set: RecordSet, one: EventId, other: EventId): boolean {
  const [a, b] = [familyOf(set, one), familyOf(set, other)]
  const isNested = one === other || a.parts.has(other) || b.parts.has(one)
  return !isNested && [...a.wholes].some((whole) => b.wholes.has(whole))
}
