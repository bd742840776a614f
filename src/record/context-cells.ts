import type { EventId, VictimGroupId } from '../ids.ts'
import { type CellReading, readCell } from './cell-members.ts'
import { claimIndex } from './cells-of.ts'
import type { Cell, Measure } from './claim.ts'
import { familyOf, groupFamilyOf } from './event-family.ts'
import type { RecordSet } from './record-set.ts'

/** The cells of a set that lie within one cell, and those that contain it. */
export interface CellContext {
  /** The same measure of parts of the event, of sub-groups, or of both. */
  readonly parts: readonly CellReading[]
  /** The killed and the wounded below a figure of killed or wounded together. */
  readonly components: readonly CellReading[]
  /** The same measure of wholes and of containing groups; killed or wounded together above killed and above wounded. */
  readonly wholes: readonly CellReading[]
}

interface Reach {
  readonly events: ReadonlySet<EventId>
  readonly groups: ReadonlySet<VictimGroupId>
}

const isWithin = (reach: Reach, cell: Cell, other: Cell): boolean =>
  (other.eventId === cell.eventId || reach.events.has(other.eventId)) &&
  (other.groupId === cell.groupId || reach.groups.has(other.groupId))

const isSameMeasure = (one: Cell, other: Cell): boolean =>
  one.measure === other.measure && one.equipment === other.equipment

const isSamePlace = (one: Cell, other: Cell): boolean => one.eventId === other.eventId && one.groupId === other.groupId

const isComponent = (measure: Measure): boolean => measure === 'killed' || measure === 'wounded'

/**
 * What stands around a cell: the ambush within the battle, the children among the civilians, the killed among the killed
 * or wounded; and the other way about.
 *
 * @see record.md 1.3, step 7
 */
export function contextOf(set: RecordSet, cell: Cell): CellContext {
  const { wholes, parts } = familyOf(set, cell.eventId)
  const { containing, contained } = groupFamilyOf(set, cell.groupId)
  const below = { events: parts, groups: contained }
  const above = { events: wholes, groups: containing }
  const others = [...claimIndex(set).cells.values()].map((row) => row.cell)
  const isPart = (other: Cell) =>
    isWithin(below, cell, other) && isSameMeasure(cell, other) && !isSamePlace(cell, other)
  const isBelow = (other: Cell) =>
    cell.measure === 'killed-or-wounded' && isComponent(other.measure) && isWithin(below, cell, other)
  const isAbove = (other: Cell) =>
    isWithin(above, cell, other) &&
    ((isSameMeasure(cell, other) && !isSamePlace(cell, other)) ||
      (isComponent(cell.measure) && other.measure === 'killed-or-wounded'))
  const read = (fits: (other: Cell) => boolean) => others.filter(fits).map((other) => readCell(set, other))
  return { parts: read(isPart), components: read(isBelow), wholes: read(isAbove) }
}
