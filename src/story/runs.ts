import type { Block, Inline, ListItem } from './document.ts'

/** Every run of text in a block, in reading order, however deep it stands. */
export function runsIn(block: Block | ListItem['content'][number]): (readonly Inline[])[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'pullQuote':
    case 'figure':
    case 'footnote':
    case 'eventMap':
      return [block.content]
    case 'list':
      return block.content.flatMap((item) => item.content.flatMap(runsIn))
    case 'blockquote':
    case 'aside':
      return block.content.flatMap(runsIn)
    case 'table':
      return block.content.flatMap((row) => row.content.map((cell) => cell.content))
    case 'embed':
    case 'ledger':
    case 'timeline':
    case 'rule':
      return []
  }
}
