import { pageUrl, type ExportContext, measureWords } from './row-words.ts'
import type { Row } from './tables.ts'

/** A figure as the edition's table of figures has it, as far as a file tells it. */
export interface StoredCell extends Readonly<Record<string, string | number | null>> {
  readonly event_slug: string
  readonly is_open: number
  readonly is_approx: number
  readonly measure: string
  readonly equipment: string | null
}

/** A row of the table of figures as a row of a file: with the address of its event, and yes or no for one and nought. */
export const cellRow = (cell: StoredCell, context: ExportContext): Row => ({
  ...cell,
  open: cell.is_open,
  approx: cell.is_approx,
  measure: measureWords(cell),
  event_url: pageUrl('event', cell.event_slug, context),
})
