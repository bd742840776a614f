import type { Block, Figure, Inline, List, StoryDocument, Table } from './document.ts'
import { inlineText } from './plain-text.ts'

/** What a line of a story is: it is compared with lines of its own kind only. */
export type LineRole = 'paragraph' | 'heading' | 'item' | 'quote' | 'caption' | 'row' | 'note'

/** One stretch of a story's words: a paragraph, a heading, a point of a list, a row of a table. */
export interface Line {
  readonly role: LineRole
  readonly text: string
}

/**
 * The words of a body, line by line in reading order, footnotes at the end. Marks and links are left out, and so is what
 * is drawn from the record: it has a history of its own. Of a picture its words are taken: caption, description, labels
 * and figures.
 */
export function linesOf(document: StoryDocument): Line[] {
  const notes = document.content.filter(({ type }) => type === 'footnote')
  const running = document.content.filter(({ type }) => type !== 'footnote')
  return [...running, ...notes].flatMap(linesIn).filter(({ text }) => text.trim() !== '')
}

const line = (role: LineRole, ...texts: readonly (string | null)[]): Line[] =>
  texts.flatMap((text) => (text === null ? [] : [{ role, text }]))

const run = (role: LineRole, content: readonly Inline[]): Line[] => line(role, inlineText(content))

function linesIn(block: Block): Line[] {
  switch (block.type) {
    case 'paragraph':
      return run('paragraph', block.content)
    case 'heading':
      return run('heading', block.content)
    case 'list':
      return itemsOf(block)
    case 'blockquote':
      return [...block.content.flatMap(linesIn).map(asQuote), ...line('quote', block.attrs.attribution)]
    case 'pullQuote':
      return [...run('quote', block.content), ...line('quote', block.attrs.attribution)]
    case 'figure':
      return wordsOfPicture(block)
    case 'table':
      return [...line('caption', block.attrs.caption), ...rowsOf(block)]
    case 'embed':
      return line('caption', block.attrs.title)
    case 'footnote':
      return run('note', block.content)
    case 'aside':
      return [...line('heading', block.attrs.title), ...block.content.flatMap(linesIn)]
    case 'eventMap':
      return run('caption', block.content)
    case 'ledger':
    case 'timeline':
    case 'rule':
      return []
  }
}

const asQuote = ({ text }: Line): Line => ({ role: 'quote', text })

const itemsOf = (list: List): Line[] =>
  list.content.flatMap((item) =>
    item.content.flatMap((part) => (part.type === 'list' ? itemsOf(part) : run('item', part.content))),
  )

/** A cell is a stretch of words, and a row is read in one go. */
const rowsOf = (table: Table): Line[] =>
  table.content.flatMap((row) => line('row', row.content.map((cell) => inlineText(cell.content).trim()).join(' | ')))

function wordsOfPicture({ attrs: { picture, alt, credit }, content }: Figure): Line[] {
  if (picture.kind === 'missing') return []
  return [...labelsIn(picture), ...line('caption', alt), ...run('caption', content), ...line('caption', credit)]
}

function labelsIn(picture: Exclude<Figure['attrs']['picture'], { kind: 'missing' }>): Line[] {
  switch (picture.kind) {
    case 'chart':
      return [
        ...line('caption', picture.unit),
        ...line('row', ...picture.bars.map(({ label, words }) => `${label}: ${words}`)),
      ]
    case 'map':
      return line('row', ...picture.marks.map(({ label }) => label))
    case 'photo':
      return line('caption', picture.cover)
  }
}
