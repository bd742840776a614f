import type { Block, Table, TableCell, TableRow } from '../../story/document.ts'
import { type HtmlReading, inlinesOf } from './html-reading.ts'
import { findElement, type HtmlElement, type HtmlNode } from './html-tree.ts'
import { wordsOf } from '../plain-text.ts'

/** Wider cells than this are a mistake or an attack. */
const MAX_SPAN = 100

/** A table with its caption; what is no text in its cells (pictures, tables in tables) follows it. */
export function tableFrom(source: HtmlElement, caption: string | null, reading: HtmlReading): Block[] {
  const rows = rowsIn(source)
  const own = source.children.filter((child) => typeof child !== 'string' && child.name === 'caption')
  const words = wordsOf({ ...source, children: own })
  const stray = straysIn(source, rows)
  const before = stray.flatMap((node) => reading.blocksOf({ name: 'div', attributes: {}, children: [node] }))
  const captions = [words, caption].flatMap((text) => (text ? [paragraphOf(text)] : []))
  if (rows.every((row) => cellsIn(row).length <= 1) && findElement(source, 'img', 'table')) {
    return [...before, ...rows.flatMap((row) => cellsIn(row).flatMap((cell) => reading.blocksOf(cell))), ...captions]
  }
  const after: Block[] = []
  const content = rows.flatMap((row) => tableRow(row, after, reading))
  if (!content.some((row) => row.content.some((cell) => cell.content.length > 0)))
    return [...before, ...captions, ...after]
  if (after.some(({ type }) => type === 'table')) reading.problems.add('A table inside a table was set below it.')
  const table: Table = { type: 'table', attrs: { caption: words || caption }, content }
  return [...before, table, ...(words ? captions.slice(1) : []), ...after]
}

const paragraphOf = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

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

/** The rows of this table, not those of tables inside it. A form or the like may stand between table and rows. */
function rowsIn(table: HtmlElement): HtmlElement[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'tr') return [child]
    return isBetween(child) ? rowsIn(child) : []
  })
}

const isBetween = (child: HtmlElement): boolean =>
  /^t(?:head|body|foot)$/.test(child.name) ||
  (child.name !== 'table' && child.children.some((inner) => typeof inner !== 'string' && inner.name === 'tr'))

const PARTS = /^(?:caption|colgroup|col|tr|td|th)$/

/** What stands between rows and cells, where nothing should; browsers show it above the table. */
function straysIn(table: HtmlElement, rows: readonly HtmlElement[]): HtmlNode[] {
  const between = (parent: HtmlElement): HtmlNode[] =>
    parent.children.flatMap((child): HtmlNode[] => {
      if (typeof child === 'string') return child.trim() === '' ? [] : [child]
      if (isBetween(child)) return between(child)
      return PARTS.test(child.name) && child.name !== 'td' && child.name !== 'th' ? [] : [child]
    })
  const inRows = rows.flatMap((row) => row.children.filter((child) => !isCell(child)))
  return [...between(table), ...inRows.filter((child) => typeof child !== 'string' || child.trim() !== '')]
}

const isCell = (child: HtmlNode): child is HtmlElement =>
  typeof child !== 'string' && (child.name === 'td' || child.name === 'th')

const cellsIn = (row: HtmlElement): HtmlElement[] => row.children.filter(isCell)
