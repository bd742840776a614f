import type { Block, Inline } from '../../story/document.ts'
import { withItsName } from './block-writer.ts'
import type { FootnoteBook } from './html-footnotes.ts'
import type { HtmlElement } from './html-tree.ts'
import type { IncomingPicture } from '../incoming.ts'
import type { ProblemList } from '../problem-list.ts'

/** What the readers of single elements share while one story's HTML is read. */
export interface HtmlReading {
  /** The address of the page, for relative links; null when it is not known. */
  readonly base: string | null
  /** WordPress before blocks: an empty line ends a paragraph, a new line breaks one. */
  readonly classic: boolean
  readonly problems: ProblemList
  readonly footnotes: FootnoteBook
  readonly pictures: IncomingPicture[]
  /** Reads what stands inside an element as blocks. */
  blocksOf(parent: HtmlElement): Block[]
}

/** The words of an element as one run, and the blocks in it that are no words. */
export function inlinesOf(parent: HtmlElement, reading: HtmlReading): RunAndRest {
  return asRun(reading.blocksOf(parent))
}

export interface RunAndRest {
  readonly content: Inline[]
  readonly rest: Block[]
}

/** Several blocks as one run of text, each on its own line; pictures, tables and the like are handed back. */
export function asRun(blocks: readonly Block[]): RunAndRest {
  const lines: (readonly Inline[])[] = []
  const rest: Block[] = []
  for (const block of blocks) {
    const found = linesOf(block)
    if (found) lines.push(...found)
    else rest.push(block)
  }
  const content = lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' } as const, ...line]))
  return { content, rest }
}

function linesOf(block: Block): (readonly Inline[])[] | undefined {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content]
    case 'pullQuote': {
      const { attribution } = block.attrs
      return attribution ? [block.content, [{ type: 'text', text: `— ${attribution}` }]] : [block.content]
    }
    case 'list':
      return block.content.flatMap((item) => item.content.flatMap((part) => linesOf(part) ?? []))
    case 'blockquote':
    case 'aside':
      return withItsName(block).flatMap((part) => linesOf(part) ?? [])
    case 'figure':
    case 'table':
    case 'embed':
    case 'footnote':
    case 'ledger':
    case 'timeline':
    case 'eventMap':
    case 'rule':
      return undefined
  }
}
