import { cellKey, standingCell } from './cells-of.ts'
import type { CellSummary } from './cell-summary.ts'
import type { Cell } from './claim.ts'
import type { RecordSet } from './record-set.ts'

/**
 * The newsroom's own number for a cell: from a live, signed assessment of that cell which no later one has replaced;
 * the latest recorded where several stand. Nowhere else does a number of ours come from.
 *
 * @see record.md 1.3, step 6
 */
export function bestOf(set: RecordSet, cell: Cell): CellSummary['best'] {
  const live = [...set.assessments.values()].filter(({ status }) => status === 'live')
  const replaced = new Set(live.map(({ content }) => content.supersedes))
  const standing = live
    .filter(({ id, content: { subject } }) => {
      if (subject.kind !== 'cell' || replaced.has(id)) return false
      return cellKey(standingCell(set, subject)) === cellKey(cell)
    })
    .sort((a, b) => a.sequence - b.sequence)
    .at(-1)
  const number = standing?.content.best ?? null
  return standing && number !== null ? { number, assessmentId: standing.id } : null
}
