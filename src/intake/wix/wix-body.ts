import { type ReadHtml, readHtml, readHtmlTree } from '../html/html-document.ts'
import { escapedText } from '../html/html-text.ts'
import { isRow } from '../json-value.ts'
import { ProblemList } from '../problem-list.ts'
import { isDraftContent, ricosFromDraft } from './draft-content.ts'
import { ricosTree } from './ricos.ts'

/** What stands in a cell, by its look. */
export type CellText = 'ricos' | 'draft' | 'json' | 'html' | 'plain' | 'empty'

/** Tells in what form a cell holds its text. */
export function formOf(cell: string): CellText {
  const text = cell.trim()
  if (text === '') return 'empty'
  if (text.startsWith('{')) {
    const value = parsed(text)
    if (isDraftContent(value)) return 'draft'
    if (isRow(value)) return Array.isArray(value['nodes']) ? 'ricos' : 'json'
    // Rich text that was cut off on its way.
    if (/^\{\s*"(?:nodes|blocks|entityMap|metadata)"/.test(text)) return 'json'
  }
  return /<(?:p|div|br|h[1-6]|ul|ol|li|strong|em|a|img|span|blockquote|figure|table)\b[^>]*>/i.test(text)
    ? 'html'
    : 'plain'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * A cell's text as a story's body: rich content (Ricos, or Draft.js in old exports), HTML, or plain words whose empty
 * lines end paragraphs.
 */
export function bodyOf(cell: string, base: string | null): ReadHtml {
  const form = formOf(cell)
  if (form !== 'ricos' && form !== 'draft') return readHtml(form === 'html' ? cell : paragraphs(cell), { base })
  const value = parsed(cell.trim())
  const problems = new ProblemList()
  const content = isDraftContent(value) ? ricosFromDraft(value) : isRow(value) ? value : {}
  const read = readHtmlTree(ricosTree(content, problems), { base })
  return { ...read, problems: [...problems.all(), ...read.problems] }
}

const paragraphs = (plain: string): string =>
  plain
    .split(/\r?\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => `<p>${escapedText(part.trim()).replaceAll(/\r?\n/g, '<br>')}</p>`)
    .join('')
