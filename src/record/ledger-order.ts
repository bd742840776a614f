import type { VictimGroupId } from '../ids.ts'
import { MEASURES } from './claim.ts'
import { groupFamilyOf } from './event-family.ts'
import type { LedgerCell } from './ledger.ts'
import type { RecordSet } from './record-set.ts'
import { compare } from './said-order.ts'

/** All cells of one group, the gravest measure first. */
interface GroupOfCells {
  readonly groupId: VictimGroupId
  readonly cells: readonly LedgerCell[]
  /** 0: the event has a number of its own; 1: only its parts have one; 2: nobody gave any. */
  readonly rank: 0 | 1 | 2
  readonly size: number
}

/**
 * The order in which a ledger is read: groups with a number of the event's own first, then those whose number comes
 * from parts, then those without any; the largest first in each. A sub-group stands below its group, unless the group
 * itself has less of a number to show than the sub-group.
 */
export function inLedgerOrder(set: RecordSet, cells: readonly LedgerCell[]): LedgerCell[] {
  const byGroup = [...Map.groupBy(cells, ({ summary }) => summary.cell.groupId)]
  const groups = byGroup.map(([groupId, those]) => groupOfCells(groupId, those)).sort(largestFirst)
  const heads = new Map(groups.map((group) => [group, headOf(set, group, groups)] as const))
  const placed = (head: GroupOfCells | undefined): GroupOfCells[] =>
    groups.flatMap((group) => (heads.get(group) === head ? [group, ...placed(group)] : []))
  return placed(undefined).flatMap((group) => group.cells)
}

function groupOfCells(groupId: VictimGroupId, cells: readonly LedgerCell[]): GroupOfCells {
  const ordered = cells.toSorted((a, b) => gravity(a) - gravity(b) || compare(equipment(a), equipment(b)))
  const size = ordered.map(sizeOf).find((number) => number !== null) ?? 0
  const rank = ordered.map(rankOf).sort((a, b) => a - b)[0] ?? 2
  return { groupId, cells: ordered, rank, size }
}

const gravity = ({ summary }: LedgerCell): number => MEASURES.indexOf(summary.cell.measure)
const equipment = ({ summary }: LedgerCell): string => summary.cell.equipment ?? ''

function rankOf({ summary }: LedgerCell): 0 | 1 | 2 {
  if (summary.high !== null) return 0
  return summary.withParts === null ? 2 : 1
}

const sizeOf = ({ summary }: LedgerCell): number | null => summary.high ?? summary.withParts?.high ?? null

const largestFirst = (a: GroupOfCells, b: GroupOfCells): number =>
  a.rank - b.rank || b.size - a.size || compare(a.groupId, b.groupId)

/** The nearest group of the ledger that contains this one and has as much of a number to show. */
function headOf(set: RecordSet, group: GroupOfCells, groups: readonly GroupOfCells[]): GroupOfCells | undefined {
  const { containing } = groupFamilyOf(set, group.groupId)
  const above = groups.filter((other) => containing.has(other.groupId) && other.rank <= group.rank)
  const isNearest = (one: GroupOfCells) =>
    !above.some((other) => groupFamilyOf(set, other.groupId).containing.has(one.groupId))
  return above.find(isNearest)
}
