import type { Block } from '../../story/document.ts'
import { withinQuote } from './block-writer.ts'
import { embedOf, postAddress } from './html-embeds.ts'
import { asRun, type HtmlReading } from './html-reading.ts'
import { findElement, hasClass, type HtmlElement, withoutElement } from './html-tree.ts'
import { wordsIn } from './inline-writer.ts'
import { linkAddress } from '../link-address.ts'
import { wordsOf } from '../plain-text.ts'

/** A block quote with whose words they are, a pull quote, or a post from a network as a link. */
export function quoteFrom(source: HtmlElement, reading: HtmlReading): Block[] {
  const post = postAddress(source, reading.base)
  if (post !== null) return [embedOf(post, wordsOf(source))]
  const signature = signatureIn(source)
  const rest = signature ? withoutElement(source, signature) : source
  const { blocks, attribution } = signed(reading.blocksOf(rest), signature ? wordsOf(signature) : '')
  if (hasClass(source, /\bpull-?quote\b/)) {
    const { content, rest: after } = asRun(blocks)
    if (content.length > 0) return [{ type: 'pullQuote', attrs: { attribution }, content }, ...after]
    return attribution === null ? after : [loneSpeaker(attribution), ...after]
  }
  const { inside, after } = withinQuote(blocks)
  const written = source.attributes['cite'] ?? (signature && findElement(signature, 'a')?.attributes['href'])
  const address = written ? linkAddress(written, reading.base) : null
  if (inside.length === 0) return attribution === null ? after : [loneSpeaker(attribution), ...after]
  return [{ type: 'blockquote', attrs: { attribution, source: address }, content: inside }, ...after]
}

const loneSpeaker = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** The last `cite` or `footer` that stands at the end of the quotation, not amid its words. */
function signatureIn(parent: HtmlElement): HtmlElement | undefined {
  const last = parent.children.findLast((child) => typeof child !== 'string' || child.trim() !== '')
  if (last === undefined || typeof last === 'string') return undefined
  if (last.name === 'cite' || last.name === 'footer') return last
  const startsAlone = last.name === 'p' || last.name === 'div' || last.name === 'small'
  return startsAlone ? signatureIn(last) : undefined
}

const DASH = /^\s*[—–―-]{1,2}\s*/

/** A last short line that begins with a dash says whose words they are. */
function signed(blocks: readonly Block[], given: string): { blocks: readonly Block[]; attribution: string | null } {
  if (given !== '') return { blocks, attribution: given.replace(DASH, '') || null }
  const last = blocks.at(-1)
  const words = blocks.length > 1 && last?.type === 'paragraph' ? wordsIn(last.content) : ''
  return /^\s*[—–―]/.test(words) && words.length <= 120
    ? { blocks: blocks.slice(0, -1), attribution: words.replace(DASH, '') }
    : { blocks, attribution: null }
}
