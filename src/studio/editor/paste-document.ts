import { readHtmlTree } from '../../intake/html/html-document.ts'
import { parseHtml } from '../../intake/html/html-tree.ts'
import { type Block, DOCUMENT_VERSION, type StoryDocument } from '../../story/document.ts'
import { cleanedTree } from './paste-clean.ts'
import { type Dropped, DroppedCount } from './paste-dropped.ts'
import { withMeantLanguages } from './paste-language.ts'
import { blocksFromText } from './paste-text.ts'

/** What a program has left on the clipboard, in the forms that a browser hands over. */
export interface ClipboardText {
  readonly html: string
  readonly text: string
}

/** A paste as blocks of a story, and what was left out of it. */
export interface PastedDocument {
  readonly document: StoryDocument
  readonly dropped: Dropped
}

/**
 * Makes blocks of a story from what Google Docs, Word, LibreOffice, Pages, WhatsApp or a page on the web put on the
 * clipboard: words, headings, quotations, lists, links, footnotes and tables; the rest is left out and counted.
 *
 * @param language the story's, a BCP 47 tag: words in it need no mark
 */
export function documentFromClipboard({ html, text }: ClipboardText, language: string): PastedDocument {
  const dropped = new DroppedCount()
  const fromHtml = html.trim() === '' ? [] : blocksFromHtml(html, dropped)
  const blocks = fromHtml.length > 0 ? fromHtml : blocksFromText(text, dropped)
  const content = withMeantLanguages(withoutLooseRules(blocks), language)
  return { document: { type: 'doc', version: DOCUMENT_VERSION, content }, dropped: dropped.all() }
}

function blocksFromHtml(html: string, dropped: DroppedCount): readonly Block[] {
  const { document, problems } = readHtmlTree(cleanedTree(parseHtml(html), dropped))
  // Whatever is known by name was counted above; what the reader still had to leave out had no words.
  dropped.add('objects', problems.length)
  return document.content
}

/** A rule parts what stands above it from what stands below; at the end it only parted off the footnotes. */
function withoutLooseRules(blocks: readonly Block[]): Block[] {
  const words = blocks.filter(({ type }) => type !== 'footnote')
  const notes = blocks.filter(({ type }) => type === 'footnote')
  const first = words.findIndex(({ type }) => type !== 'rule')
  const last = words.findLastIndex(({ type }) => type !== 'rule')
  return first < 0 ? notes : [...words.slice(first, last + 1), ...notes]
}
