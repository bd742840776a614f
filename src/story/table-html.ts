import type { Inline, Table, TableCell, TableRow } from './document.ts'
import { builtHtml, escapeHtml, type SafeHtml } from './safe-html.ts'

/** No browser honours more, and a damaged import must not ask for it. */
const MOST_SPAN = 100

/**
 * A table in a frame that scrolls sideways by itself, by finger or by keyboard, so that the page never does.
 *
 * @param label the frame's name, different for each table of a page
 */
export function tableHtml(table: Table, label: string, inline: (content: readonly Inline[]) => SafeHtml): SafeHtml {
  const caption = table.attrs.caption?.trim()
  const name = escapeHtml(caption ? `${label}: ${caption}` : label)
  const headRows = table.content.findIndex((row) => !isHead(row))
  const split = headRows < 0 ? 0 : headRows
  const rows = (part: readonly TableRow[], isInHead: boolean) =>
    part.map((row) => rowHtml(row, isInHead, inline)).join('')
  const head = split > 0 ? `<thead>${rows(table.content.slice(0, split), true)}</thead>` : ''
  return builtHtml(
    `<div class="table" role="region" tabindex="0" aria-label="${name}"><table>` +
      (caption ? `<caption>${escapeHtml(caption)}</caption>` : '') +
      `${head}<tbody>${rows(table.content.slice(split), false)}</tbody></table></div>`,
  )
}

const isHead = (row: TableRow): boolean => row.content.length > 0 && row.content.every((cell) => cell.attrs.header)

function rowHtml(row: TableRow, isInHead: boolean, inline: (content: readonly Inline[]) => SafeHtml): string {
  return `<tr>${row.content.map((cell) => cellHtml(cell, isInHead, inline)).join('')}</tr>`
}

function cellHtml({ attrs, content }: TableCell, isInHead: boolean, inline: (content: readonly Inline[]) => SafeHtml) {
  const tag = attrs.header ? 'th' : 'td'
  const scope = attrs.header ? ` scope="${isInHead ? 'col' : 'row'}"` : ''
  return `<${tag}${scope}${span('colspan', attrs.colspan)}${span('rowspan', attrs.rowspan)}>${inline(content)}</${tag}>`
}

function span(name: 'colspan' | 'rowspan', cells: number): string {
  const whole = Math.min(MOST_SPAN, Math.trunc(cells))
  return whole > 1 ? ` ${name}="${whole}"` : ''
}
