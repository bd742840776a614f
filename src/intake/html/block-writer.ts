import type { Aside, Block, Blockquote, Inline, List, Mark, Paragraph } from '../../story/document.ts'
import { embedOf, providerOf } from './html-embeds.ts'
import { InlineWriter } from './inline-writer.ts'
import { linkAddress } from '../link-address.ts'

/** Writes blocks one after the other; loose words between them become paragraphs. */
export class BlockWriter {
  readonly #blocks: Block[] = []
  /** Pictures met amid a paragraph, set behind it so that its sentence stays whole. */
  #waiting: Block[] = []
  readonly run = new InlineWriter()
  /** True inside a `p`, where a new line in the source is only a space. */
  inParagraph = false

  /** Ends the paragraph being written, if any. */
  flush(): void {
    const content = this.run.take()
    if (content.length > 0) this.#blocks.push(paragraphOrEmbed(content))
    this.#blocks.push(...this.#waiting)
    this.#waiting = []
  }

  /** Sets a block after what was written so far. */
  add(...blocks: readonly Block[]): void {
    this.flush()
    this.#blocks.push(...blocks)
  }

  /** Sets a picture or link where it was met, or behind the paragraph it was met in. */
  addBeside(...blocks: readonly Block[]): void {
    if (this.run.isEmpty) return this.add(...blocks)
    this.#waiting.push(...blocks)
    // It stood between two words.
    if (blocks.length > 0) this.run.text(' ', [])
  }

  take(): Block[] {
    this.flush()
    return this.#blocks
  }
}

const BARE_ADDRESS = /^https?:\/\/\S+$/

/** An address alone on its line is a link to something elsewhere. */
function paragraphOrEmbed(content: Inline[]): Block {
  const [only, ...others] = content
  if (others.length > 0 || only?.type !== 'text' || only.marks || !BARE_ADDRESS.test(only.text)) {
    return { type: 'paragraph', content }
  }
  const url = linkAddress(only.text)
  if (url === null) return { type: 'paragraph', content }
  if (providerOf(url) !== null) return embedOf(url, '')
  const link: Mark = { type: 'link', attrs: { href: url } }
  return { type: 'paragraph', content: [{ ...only, marks: [link] }] }
}

/** What may stand in a list item or a block quote, and what has to stand after it. */
export function withinQuote(blocks: readonly Block[]): { inside: (Paragraph | List)[]; after: Block[] } {
  const inside: (Paragraph | List)[] = []
  const after: Block[] = []
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'list':
        inside.push(block)
        break
      case 'heading':
        inside.push({ type: 'paragraph', content: block.content })
        break
      case 'pullQuote':
        inside.push({ type: 'paragraph', content: block.content }, ...speakerLine(block.attrs.attribution))
        break
      case 'blockquote':
      case 'aside': {
        const nested = withinQuote(withItsName(block))
        inside.push(...nested.inside)
        after.push(...nested.after)
        break
      }
      case 'rule':
        break
      case 'figure':
      case 'table':
      case 'embed':
      case 'footnote':
      case 'ledger':
      case 'timeline':
      case 'eventMap':
        after.push(block)
    }
  }
  return { inside, after }
}

/** The blocks of a quotation or a box that loses its frame: whose words they are, or its title, stay as a line. */
export function withItsName(block: Blockquote | Aside): readonly Block[] {
  if (block.type === 'blockquote') return [...block.content, ...speakerLine(block.attrs.attribution)]
  const { title } = block.attrs
  return title ? [{ type: 'paragraph', content: [{ type: 'text', text: title }] }, ...block.content] : block.content
}

const speakerLine = (speaker: string | null): Paragraph[] =>
  speaker ? [{ type: 'paragraph', content: [{ type: 'text', text: `— ${speaker}` }] }] : []
