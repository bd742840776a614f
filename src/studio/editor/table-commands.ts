import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  findTable,
  goToNextCell,
  isInTable,
  TableMap,
} from 'prosemirror-tables'
import { insertBlock } from './insert-commands.ts'
import { storySchema } from './schema.ts'

const { table, tableRow, tableCell } = storySchema.nodes

const threeCells = (header: boolean): Node =>
  tableRow.create(
    null,
    Array.from({ length: 3 }, () => tableCell.create({ header })),
  )

/** A table of three columns and three rows, the first of them headings. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  dispatch?.(insertBlock(state, table.create(null, [threeCells(true), threeCells(false), threeCells(false)])))
  return true
}

/** Whether each cell of a table's first row, or first column, is a heading. */
function headings(node: Node, part: 'row' | 'column'): boolean {
  const cells = cellsOf(node, part)
  return cells.length > 0 && cells.every(({ header }) => header)
}

interface PlacedCell {
  /** From the table's beginning. */
  readonly pos: number
  readonly header: boolean
}

/** The cells of the first row, or of the first column. */
function cellsOf(node: Node, part: 'row' | 'column'): PlacedCell[] {
  const map = TableMap.get(node)
  const length = part === 'row' ? map.width : map.height
  const places = Array.from({ length }, (_, index) => map.map[part === 'row' ? index : index * map.width] ?? 0)
  return [...new Set(places)].map((pos) => ({ pos, header: Boolean(node.nodeAt(pos)?.attrs['header']) }))
}

/** The table around the cursor and where its content begins. */
const tableAround = ({ selection }: EditorState) => findTable(selection.$head)

function setHeadings(tr: Transaction, start: number, part: 'row' | 'column', header: boolean): void {
  const node = tr.doc.nodeAt(start - 1)
  if (!node) return
  for (const cell of cellsOf(node, part)) {
    if (cell.header !== header) tr.setNodeAttribute(start + cell.pos, 'header', header)
  }
}

/** Makes the first row, or the first column, headings; asked again, plain cells. */
export const toggleHeadings =
  (part: 'row' | 'column'): Command =>
  (state, dispatch) => {
    const around = tableAround(state)
    if (!around) return false
    const { tr } = state
    setHeadings(tr, around.start, part, !headings(around.node, part))
    dispatch?.(tr)
    return true
  }

export const hasHeadings = (state: EditorState, part: 'row' | 'column'): boolean => {
  const around = tableAround(state)
  return around !== null && around !== undefined && headings(around.node, part)
}

/** Adds to the table; a cell that comes into a row or column of headings is one of them. */
const adding =
  (add: Command): Command =>
  (state, dispatch) => {
    const around = tableAround(state)
    if (!around || !dispatch) return add(state)
    const isRow = headings(around.node, 'row')
    const isColumn = headings(around.node, 'column')
    return add(state, (tr) => {
      if (isRow) setHeadings(tr, around.start, 'row', true)
      if (isColumn) setHeadings(tr, around.start, 'column', true)
      dispatch(tr)
    })
  }

export const rowBefore = adding(addRowBefore)
export const rowAfter = adding(addRowAfter)
export const columnBefore = adding(addColumnBefore)
export const columnAfter = adding(addColumnAfter)

/** Tab: the next cell; after the last one, a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch, view)) return true
  return rowAfter(state, dispatch && ((tr) => dispatch(goToNewRow(tr, state))))
}

/** Into the first cell of the row after the one that the cursor was in. */
function goToNewRow(tr: Transaction, { selection }: EditorState): Transaction {
  const around = findTable(tr.selection.$head)
  if (!around) return tr
  const row = selection.$head.index(around.depth) + 1
  const map = TableMap.get(around.node)
  const cell = around.start + map.positionAt(Math.min(row, map.height - 1), 0, around.node)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(cell + 1), 1)).scrollIntoView()
}

export const previousCell: Command = (state, dispatch, view) =>
  isInTable(state) && goToNextCell(-1)(state, dispatch, view)
