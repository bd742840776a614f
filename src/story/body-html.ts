import type { ClaimId } from '../ids.ts'
import type {
  Aside,
  Block,
  Blockquote,
  Embed,
  EventMapBlock,
  Figure,
  Heading,
  Inline,
  LedgerBlock,
  List,
  ListItem,
  PullQuote,
  StoryDocument,
  TimelineBlock,
} from './document.ts'
import { footnoteMarks, type NumberedFootnote, numberFootnotes, referenceId } from './footnotes.ts'
import { headingIds } from './heading-ids.ts'
import { publicHref } from './href.ts'
import { inlineHtml, linkAttributes } from './inline-html.ts'
import { inlineText } from './plain-text.ts'
import { builtHtml, escapeHtml, type SafeHtml } from './safe-html.ts'
import { tableHtml } from './table-html.ts'

/** The few words that the body needs in the page's language. */
export interface BodyWords {
  /** The heading over the footnotes. */
  readonly notes: string
  /** What a screen reader says for a mark in the text: "Note 2". */
  readonly note: (number: number) => string
  /** What a screen reader says for the way back: "Back to the text, note 2". */
  readonly backToText: (number: number) => string
  /** The name of a table's scrolling frame: "Table 1". */
  readonly table: (number: number) => string
}

/** Draws what a body shows of the record, as it stands when the page is made. */
export interface RecordDrawing {
  readonly ledger: (block: LedgerBlock) => SafeHtml
  readonly timeline: (block: TimelineBlock) => SafeHtml
  readonly eventMap: (block: EventMapBlock, caption: SafeHtml) => SafeHtml
  /** Where the words that state a figure lead: its row on this page, or the claim's own page; null for one that readers do not have. */
  readonly claimHref: (claimId: ClaimId) => string | null
}

export interface BodyOptions {
  /** Draws a figure that has a picture; its caption comes along as finished markup. */
  readonly figure: (figure: Figure, caption: SafeHtml) => SafeHtml
  readonly words: BodyWords
  /** Without it, blocks of the record are left out and the words of a claim are words. */
  readonly record?: RecordDrawing
  /** Set at the beginning of the first paragraph: the dateline. */
  readonly opening?: SafeHtml
  /** Turns paths and fragments into whole addresses, for readers elsewhere; by default they stay as they are. */
  readonly address?: (href: string) => string
  /** Ids that the page around the body uses. */
  readonly takenIds?: readonly string[]
}

/** What the serializer carries along. The counters run in reading order, so blocks are written strictly in turn. */
interface Writer {
  readonly options: BodyOptions
  readonly address: (href: string) => string
  readonly inline: (content: readonly Inline[]) => SafeHtml
  readonly headingId: (words: string) => string
  readonly nextTable: () => number
  readonly nextBox: () => number
}

/**
 * A story's body as markup: whole, escaped, and with nothing that acts.
 *
 * Footnotes stand at the end in the order of their references. Figures whose picture is missing are left out.
 */
export function bodyHtml(document: StoryDocument, options: BodyOptions): SafeHtml {
  const notes = numberFootnotes(document)
  const writer = writerFor(notes, options)
  const first = document.content.findIndex(({ type }) => type === 'paragraph')
  const running = document.content
    .map((block, index) => (index === first ? openingHtml(block, writer) : blockHtml(block, writer)))
    .join('')
  return builtHtml(running + footnotesHtml(notes, writer))
}

function writerFor(notes: readonly NumberedFootnote[], options: BodyOptions): Writer {
  const address = options.address ?? ((href: string) => href)
  const mark = footnoteMarks(notes, options.words.note)
  const surroundings = {
    address,
    footnoteMark: (id: string) => mark(id, address),
    claimHref: options.record?.claimHref ?? (() => null),
  }
  return {
    options,
    address,
    inline: (content) => inlineHtml(content, surroundings),
    headingId: headingIds(options.takenIds ?? []),
    nextTable: counter(),
    nextBox: counter(),
  }
}

function counter(): () => number {
  let last = 0
  return () => {
    last += 1
    return last
  }
}

function blockHtml(block: Block, writer: Writer): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${writer.inline(block.content)}</p>`
    case 'heading':
      return headingHtml(block, writer)
    case 'list':
      return listHtml(block, writer)
    case 'blockquote':
      return blockquoteHtml(block, writer)
    case 'pullQuote':
      return pullQuoteHtml(block, writer)
    case 'figure':
      return block.attrs.picture.kind === 'missing' ? '' : writer.options.figure(block, writer.inline(block.content))
    case 'table':
      return tableHtml(block, writer.options.words.table(writer.nextTable()), writer.inline)
    case 'embed':
      return embedHtml(block, writer)
    case 'aside':
      return asideHtml(block, writer)
    case 'ledger':
      return writer.options.record?.ledger(block) ?? ''
    case 'timeline':
      return writer.options.record?.timeline(block) ?? ''
    case 'eventMap':
      return writer.options.record?.eventMap(block, writer.inline(block.content)) ?? ''
    case 'rule':
      return '<hr>'
    case 'footnote':
      return ''
  }
}

function openingHtml(block: Block, writer: Writer): string {
  const opening = writer.options.opening ?? ''
  return blockHtml(block, writer).replace('<p>', () => `<p>${opening}`)
}

function headingHtml({ attrs: { level }, content }: Heading, writer: Writer): string {
  return `<h${level} id="${writer.headingId(inlineText(content))}">${writer.inline(content)}</h${level}>`
}

function listHtml({ attrs, content }: List, writer: Writer): string {
  const start = attrs.ordered && attrs.start !== 1 ? ` start="${Math.trunc(attrs.start)}"` : ''
  const tag = attrs.ordered ? 'ol' : 'ul'
  return `<${tag}${start}>${content.map((item) => itemHtml(item, writer)).join('')}</${tag}>`
}

/** An item of one paragraph is set tight, without a paragraph's space around it. */
function itemHtml({ content }: ListItem, writer: Writer): string {
  const paragraphs = content.filter((part) => part.type === 'paragraph').length
  const isTight = paragraphs <= 1
  const parts = content.map((part) =>
    part.type === 'paragraph' && isTight ? writer.inline(part.content) : blockHtml(part, writer),
  )
  return `<li>${parts.join('')}</li>`
}

function blockquoteHtml({ attrs, content }: Blockquote, writer: Writer): string {
  const source = attrs.source === null ? null : publicHref(attrs.source)
  const cite = source === null ? '' : ` cite="${escapeHtml(writer.address(source))}"`
  const quote = `<blockquote${cite}>${content.map((block) => blockHtml(block, writer)).join('')}</blockquote>`
  return quoteHtml('quote', quote, speakerHtml(attrs.attribution ?? source, source, writer))
}

function pullQuoteHtml({ attrs, content }: PullQuote, writer: Writer): string {
  const quote = `<blockquote><p>${writer.inline(content)}</p></blockquote>`
  return quoteHtml('pull', quote, speakerHtml(attrs.attribution, null, writer))
}

const quoteHtml = (look: 'quote' | 'pull', quote: string, speaker: string): string =>
  `<figure class="${look}">${quote}${speaker && `<figcaption>${speaker}</figcaption>`}</figure>`

function speakerHtml(attribution: string | null, source: string | null, writer: Writer): string {
  const words = attribution?.trim() ? escapeHtml(attribution.trim()) : ''
  return source === null || words === '' ? words : `<a ${linkAttributes(source, writer.address)}>${words}</a>`
}

/** A film or a post elsewhere: a link with words. An address that readers may not be sent to leaves the words. */
function embedHtml({ attrs: { url, title, provider } }: Embed, writer: Writer): string {
  const target = publicHref(url)
  const words = escapeHtml(title.trim() || url)
  const link = target === null ? `<b>${words}</b>` : `<a ${linkAttributes(target, writer.address)}>${words}</a>`
  const where = provider?.trim() || (target && URL.canParse(target) ? new URL(target).hostname : '')
  return `<p class="embed">${link}${where && ` <small>${escapeHtml(where)}</small>`}</p>`
}

function asideHtml({ attrs, content }: Aside, writer: Writer): string {
  const number = writer.nextBox()
  const title = attrs.title?.trim()
  const heading = title ? `<h2 id="box:${number}">${escapeHtml(title)}</h2>` : ''
  const inside = heading + content.map((block) => blockHtml(block, writer)).join('')
  return title
    ? `<section class="box" aria-labelledby="box:${number}">${inside}</section>`
    : `<div class="box" role="note">${inside}</div>`
}

function footnotesHtml(notes: readonly NumberedFootnote[], writer: Writer): string {
  if (notes.length === 0) return ''
  const items = notes.map(
    (note) => `<li id="note:${note.number}">${writer.inline(note.footnote.content)}${wayBackHtml(note, writer)}</li>`,
  )
  const heading = escapeHtml(writer.options.words.notes)
  return `<section class="notes" aria-labelledby="notes:"><h2 id="notes:">${heading}</h2><ol>${items.join('')}</ol></section>`
}

function wayBackHtml({ number, references }: NumberedFootnote, writer: Writer): string {
  const label = escapeHtml(writer.options.words.backToText(number))
  return Array.from({ length: references }, (_, index) => {
    const href = escapeHtml(writer.address(`#${referenceId(number, index + 1)}`))
    return ` <a class="back" href="${href}" aria-label="${label}">↩</a>`
  }).join('')
}
