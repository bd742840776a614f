import { decodeText } from '../../src/intake/encoding.ts'
import { openFeed, readFeed } from '../../src/intake/feed/feed.ts'
import type { FeedItem, FeedSource } from '../../src/intake/feed/feed-item.ts'
import { plainText } from '../../src/intake/plain-text.ts'
import { readDate } from '../../src/intake/source-date.ts'
import { readHtml } from '../../src/intake/html/html-document.ts'
import { addressesIn, runsIn, wordsOf } from './document-shape.ts'
import { type Expectation, expectationsIn, type Value } from './python-expectation.ts'

/** What became of one comparison of a case. */
export interface Judgement {
  /** `beyond`: it concerns something that no story holds. */
  readonly verdict: 'agrees' | 'differs' | 'beyond'
  readonly path: string
  readonly expected: Value
  readonly found: Value
}

/** How many comparisons came out how. */
export const tally = (all: readonly Judgement[]): Record<Judgement['verdict'], number> => {
  const count = { agrees: 0, differs: 0, beyond: 0 }
  for (const { verdict } of all) count[verdict] += 1
  return count
}

/** Judges a case of feedparser by the line `Expect:` of its first comment. */
export function judgeCase(bytes: Uint8Array): Judgement[] {
  const decoded = decodeText(bytes)
  const text = decoded.kind === 'text' ? decoded.text : new TextDecoder('latin1').decode(bytes)
  const expression = /^\s*Expect:\s*(.+)$/im.exec(text)?.[1]?.trim() ?? '1'
  const { found } = openFeed(bytes)
  const stories = readFeed(bytes).length
  if (expression === '1') return [{ verdict: 'agrees', path: '', expected: 1, found: stories }]
  const expectations = expectationsIn(expression)
  if (!expectations) return [{ verdict: 'beyond', path: expression, expected: null, found: null }]
  const encoding = decoded.kind === 'text' ? decoded.encoding : 'unreadable'
  return expectations.map((one) =>
    judge(one, { found, encoding, isFromHttp: /^\s*(?:Header:|Description:.*(?:http|docuri))/im.test(text) }),
  )
}

interface Read {
  readonly found: FeedSource | undefined
  readonly encoding: string
  /** The case is about headers of an answer, which a file has not. */
  readonly isFromHttp: boolean
}

function judge({ path, expected }: Expectation, read: Read): Judgement {
  const seen = seenAt(path, expected, read)
  if (seen === undefined) return { verdict: 'beyond', path, expected, found: null }
  return {
    verdict: JSON.stringify(seen.found) === JSON.stringify(seen.wanted) ? 'agrees' : 'differs',
    path,
    expected: seen.wanted,
    found: seen.found,
  }
}

interface Seen {
  readonly found: Value
  readonly wanted: Value
}

/** What we read at a place that feedparser names, beside what it should be; undefined where no story has such a thing. */
function seenAt(path: string, expected: Value, read: Read): Seen | undefined {
  if (read.isFromHttp) return undefined
  if (path === 'encoding') return encodings(expected, read.encoding)
  const [, number, field] = /^(?:ord\()?entries\[(\d+)\][.]?(.*?)\)?$/.exec(path) ?? []
  if (number === undefined) return seenInFeed(path.replace(/^feed\./, ''), expected, read.found)
  const item = read.found?.items[Number(number)]
  return item && field !== undefined ? seenInItem(field, expected, item) : undefined
}

/** A value as text; lists and records stand for nothing that a story holds. */
export const inWords = (value: Value | undefined): string =>
  typeof value === 'object' || value === undefined ? '' : String(value)

const SAME_ENCODING: Readonly<Record<string, string>> = { 'tis-620': 'windows-874', gb2312: 'gb18030' }

const encodings = (expected: Value, found: string): Seen => {
  const wanted = inWords(expected).toLowerCase()
  return { wanted: SAME_ENCODING[wanted] ?? wanted, found: SAME_ENCODING[found] ?? found }
}

function seenInFeed(field: string, expected: Value, feed: FeedSource | undefined): Seen | undefined {
  switch (field) {
    case 'title':
    case 'title_detail.value':
      return words(expected, feed?.title ?? '')
    case 'link':
      return { wanted: expected, found: feed?.link ?? '' }
    case 'links[0].href':
      return feed?.link ? { wanted: address(expected), found: address(feed.link) } : undefined
    case 'language':
      return { wanted: inWords(expected).toLowerCase(), found: feed?.language.toLowerCase().replace('_', '-') ?? '' }
    default:
      return undefined
  }
}

const address = (written: Value): string => URL.parse(inWords(written))?.href ?? inWords(written)

const date = (written: string): Value => {
  const read = readDate(written)
  return read?.precision === 'minute' ? read.at : (read?.on ?? '')
}

function seenInItem(field: string, expected: Value, item: FeedItem): Seen | undefined {
  switch (field) {
    case 'title':
    case 'title_detail.value':
      return words(expected, plainText(item.titleHtml))
    case 'summary':
    case 'description':
    case 'summary_detail.value':
      return text(expected, item.summaryHtml || item.contentHtml, item)
    case 'content[0].value':
      return text(expected, item.contentHtml || item.summaryHtml, item)
    case 'link':
      return { wanted: expected, found: item.link }
    case 'id':
    case 'guid':
      return { wanted: expected, found: item.id }
    case 'author':
      return { wanted: inWords(expected).replace(/ \(.*@.*\)$/, ''), found: item.authors[0] ?? '' }
    case 'author_detail.name':
      return { wanted: expected, found: item.authors[0] ?? '' }
    case 'published':
    case 'published_parsed':
    case 'created_parsed':
      return { wanted: instant(expected), found: date(item.published) }
    case 'updated':
    case 'updated_parsed':
      return { wanted: instant(expected), found: date(item.updated) }
    case 'tags[0].term':
      return { wanted: expected, found: item.categories[0] ?? '' }
    case 'tags[1].term':
      return { wanted: expected, found: item.categories[1] ?? '' }
    case 'enclosures[0].url':
    case 'enclosures[0].href':
    case 'image.href':
      return { wanted: expected, found: item.media[0]?.url ?? '' }
    case 'content[0].language':
    case 'summary_detail.language':
    case 'title_detail.language':
      return { wanted: expected ?? '', found: item.language }
    case 'summary_detail.base':
    case 'content[0].base':
      return { wanted: expected, found: item.base }
    default:
      return undefined
  }
}

/** Written as plain text or as HTML: feedparser hands both on as they came. */
const words = (expected: Value, found: string): Seen =>
  inWords(expected) === found ? { wanted: found, found } : { wanted: plainText(inWords(expected)), found }

const instant = (expected: Value): Value => {
  if (!Array.isArray(expected)) return readInstant(inWords(expected))
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = expected.map(Number)
  return new Date(Date.UTC(year, month - 1, day, hours, minutes, seconds)).toISOString()
}

const readInstant = (written: string): string => {
  const date = readDate(written)
  return date?.precision === 'minute' ? date.at : ''
}

/** A text's words, and the addresses of links and pictures in it, as they stand in a story. */
const text = (expected: Value, html: string, item: FeedItem): Seen => ({
  wanted: shown(inWords(expected), item),
  found: shown(html, item),
})

function shown(source: string, item: FeedItem): string {
  const { document, pictures } = readHtml(source, { base: item.base ?? (item.link || null) })
  const said = runsIn(document).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim()
  return JSON.stringify([said, addressesIn(document), pictures.map(({ url }) => url)])
}

/** Do two pieces of HTML stand in a story as the same words, links and pictures? */
export function sameText(path: string, expected: string, html: string, item: FeedItem): Judgement {
  const { wanted, found } = text(expected, html, item)
  return { verdict: wanted === found ? 'agrees' : 'differs', path, expected: wanted, found }
}
