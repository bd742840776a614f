import type { StoryDocument } from '../../story/document.ts'
import type { FeedItem, FeedSource } from './feed-item.ts'
import { wordsIn } from '../html/inline-writer.ts'
import { plainText } from '../plain-text.ts'

const MORE =
  '(?:read (?:more|the (?:rest|full|whole)[^.]{0,60})|continue reading[^.]{0,80}|lire la suite[^.]{0,60}|weiterlesen[^.]{0,60}|leer más|seguir leyendo|leggi tutto|ler mais|lees verder)'
const DOTS = '(?:…|\\.\\.\\.|\\[(?:…|\\.\\.\\.|&hellip;)\\])'
const ENDS_IN_DOTS = new RegExp(`${DOTS}\\s*(?:${MORE})?\\s*[→»>]*\\s*$`, 'i')
const ENDS_IN_A_DOOR = new RegExp(`(?:\\[(?:…|\\.\\.\\.|&hellip;)\\]|${DOTS}\\s*${MORE}|^${MORE})\\s*[→»>]*\\s*$`, 'i')

/**
 * Does the feed hold only the beginning of the text? A summary that ends in dots does; so does a text that ends in a
 * door to the rest ("Continue reading"), and what Wix puts into the feed of a blog without its full texts.
 */
export function isCutShort(item: FeedItem, feed: FeedSource, { content }: StoryDocument): boolean {
  const last = content.findLast((block) => block.type === 'paragraph')
  const words = last ? wordsIn(last.content) : ''
  if (item.contentHtml !== '') return ENDS_IN_A_DOOR.test(words.slice(-200))
  return item.summaryHtml !== '' && (ENDS_IN_DOTS.test(words.slice(-200)) || isWixSummary(item, feed))
}

/** Wix' blogs call their feed's program by the name of the library it uses, and keep pictures at an address of their own. */
const isWixSummary = ({ media, link }: FeedItem, { generator }: FeedSource): boolean =>
  generator === 'RSS for Node' && (media.some(({ url }) => url.includes('wixstatic.com')) || /\/post\//.test(link))

const TRAIL = /\s*(?:…|\.\.\.|\[(?:…|\.\.\.)\])(?:\s*The post .{1,200} appeared first on .{1,200})?$/

/** The summary beside a full text, unless it is only the text's beginning. */
export function standfirstOf({ contentHtml, summaryHtml }: FeedItem, firstText: string): string {
  if (contentHtml === '' || summaryHtml === '') return ''
  const summary = plainText(summaryHtml)
  const isBeginning = firstText.startsWith(summary.replace(TRAIL, '').slice(0, 80))
  return isBeginning || summary.length > 1000 ? '' : summary
}
