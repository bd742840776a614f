import type { Block, Table, TableCell, TableRow } from '../../story/document.ts'
import { type HtmlReading, inlinesOf } from './html-reading.ts'
import { findElement, type HtmlElement } from './html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** Wider cells than this are a mistake or an attack. */
const MAX_SPAN = 100

/** A table with its caption; what is no text in its cells (pictures, tables in tables) follows it. */
export function tableFrom(source: HtmlElement, caption: string | null, reading: HtmlReading): Block[] {
  const rows = rowsIn(source)
  if (rows.every((row) => cellsIn(row).length <= 1) && findElement(source, 'img', 'table')) {
    return rows.flatMap((row) => cellsIn(row).flatMap((cell) => reading.blocksOf(cell)))
  }
  const after: Block[] = []
  const content = rows.flatMap((row) => tableRow(row, after, reading))
  if (!content.some((row) => row.content.some((cell) => cell.content.length > 0))) return after
  if (after.some(({ type }) => type === 'table')) reading.problems.add('A table inside a table was set below it.')
  const own = source.children.find((child) => typeof child !== 'string' && child.name === 'caption')
  const words = typeof own === 'object' ? wordsOf(own) : ''
  const table: Table = { type: 'table', attrs: { caption: words || caption }, content }
  return [table, ...after]
}

function tableRow(row: HtmlElement, after: Block[], reading: HtmlReading): TableRow[] {
  const content = cellsIn(row).map((cell): TableCell => {
    const { content: words, rest } = inlinesOf(cell, reading)
    after.push(...rest)
    const attrs = {
      header: cell.name === 'th',
      colspan: span(cell.attributes['colspan']),
      rowspan: span(cell.attributes['rowspan']),
    }
    return { type: 'tableCell', attrs, content: words }
  })
  return content.length > 0 ? [{ type: 'tableRow', content }] : []
}

const span = (written: string | undefined): number => {
  const wide = Number.parseInt(written ?? '', 10)
  return wide >= 1 && wide <= MAX_SPAN ? wide : 1
}

/** The rows of this table, not those of tables inside it. */
function rowsIn(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.name) ? rowsIn(child) : []
  })
}

const cellsIn = (row: HtmlElement): HtmlElement[] =>
  row.children.filter(
    (child) => typeof child !== 'string' && (child.name === 'td' || child.name === 'th'),
  ) as HtmlElement[]
