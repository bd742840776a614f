import type { Block, Inline, List, ListItem, StoryDocument, Table } from './document.ts'

const WORDS_A_MINUTE = 230

const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.,\u2010\u2011][\p{L}\p{N}\p{M}]+)*/gu

/** The story's body as plain text, in reading order: paragraphs separated by an empty line, footnotes at the end. */
export function plainText(document: StoryDocument): string {
  const notes = document.content.filter(isNote)
  const running = document.content.filter((block) => !isNote(block))
  return [...running, ...notes].flatMap(blockText).join('\n\n')
}

const isNote = (block: Block): boolean => block.type === 'footnote'

/** How many words a story's body has: runs of letters or digits, with the hyphens, points and apostrophes inside them. */
export const countWords = (document: StoryDocument): number => plainText(document).match(WORD)?.length ?? 0

/** Whole minutes that a reader at ease needs, never less than one. */
export const readingMinutes = (words: number): number => Math.max(1, Math.ceil(words / WORDS_A_MINUTE))

/** A run of words without its marks; a forced line break stays a line break. */
export const inlineText = (content: readonly Inline[]): string =>
  content.map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? '\n' : '')).join('')

const spoken = (...texts: (string | null)[]): string[] =>
  texts.flatMap((text) => (text === null || text.trim() === '' ? [] : [text.trim()]))

function blockText(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'footnote':
      return spoken(inlineText(block.content))
    case 'list':
      return spoken(listText(block, ''))
    case 'blockquote':
      return [...block.content.flatMap(blockText), ...spoken(block.attrs.attribution)]
    case 'pullQuote':
      return spoken(inlineText(block.content), block.attrs.attribution)
    case 'figure':
      return block.attrs.picture.kind === 'missing' ? [] : spoken(inlineText(block.content))
    case 'table':
      return spoken(block.attrs.caption, tableText(block))
    case 'embed':
      return spoken(block.attrs.title)
    case 'aside':
      return [...spoken(block.attrs.title), ...block.content.flatMap(blockText)]
    case 'eventMap':
      return spoken(inlineText(block.content))
    case 'ledger':
    case 'timeline':
    case 'rule':
      return []
  }
}

function listText(list: List, indent: string): string {
  const bullet = (index: number) => (list.attrs.ordered ? `${list.attrs.start + index}.` : '–')
  return list.content.map((item, index) => itemText(item, `${indent}${bullet(index)} `, indent)).join('\n')
}

function itemText(item: ListItem, bullet: string, indent: string): string {
  const parts = item.content.map((part) =>
    part.type === 'list' ? listText(part, `${indent}  `) : inlineText(part.content).trim(),
  )
  return bullet + parts.join('\n')
}

const tableText = (table: Table): string =>
  table.content.map((row) => row.content.map((cell) => inlineText(cell.content).trim()).join('\t')).join('\n')
