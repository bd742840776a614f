import { decodeText } from '../encoding.ts'
import type { FeedSource } from './feed-item.ts'
import { feedFromJson } from './feed-json.ts'
import { feedStory } from './feed-story.ts'
import { feedFromXml } from './feed-xml.ts'
import { type HtmlElement, parseXml } from '../html/html-tree.ts'
import type { Incoming, IncomingProblem } from '../incoming.ts'
import { type Reader, tooLarge, wholeBytes } from '../intake-file.ts'

/** A feed in a file. */
export const readFeedFile: Reader = async function* (file) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  yield* readFeed(bytes)
}

/**
 * Reads a feed (RSS 0.9 to 2.0, RDF, Atom, CDF, JSON Feed) and gives its entries as stories, in the feed's order.
 *
 * A file that is written in another encoding than it says, or is no feed, gives one fatal problem and no story; one
 * that is cut off gives its whole entries and a fatal problem.
 */
export function readFeed(bytes: Uint8Array): Incoming[] {
  if (bytes.length === 0) return [fatal('The file is empty.')]
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return [fatal(decoded.what)]
  const told = decoded.problem === null ? [] : [problem(decoded.problem)]
  const text = decoded.text.trimStart()
  return [...told, ...(/^[{[]/.test(text) ? readJson(text) : readXml(text))]
}

const problem = (what: string): IncomingProblem => ({ kind: 'problem', foreignId: null, where: null, what })
const fatal = (what: string, where: string | null = null): IncomingProblem => ({ ...problem(what), where, fatal: true })

function readJson(text: string): Incoming[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return [
      fatal(
        `The file is no whole JSON: ${error instanceof Error ? error.message : 'it cannot be read'}. Fetch the feed again.`,
      ),
    ]
  }
  const feed = feedFromJson(value)
  return feed ? stories(feed) : [fatal('This is JSON, but no JSON Feed: it has no version of jsonfeed.org.')]
}

function readXml(text: string): Incoming[] {
  const { root: top, unclosed } = parseXml(text)
  const root = top.children.find((child) => typeof child !== 'string' && !/^[?!]/.test(child.name))
  if (typeof root !== 'object') return [fatal('This is no feed: it holds no XML and no JSON.')]
  const refusal = refused(root)
  if (refusal) return [fatal(refusal)]
  const feed = feedFromXml(root)
  const isCutOff = unclosed.length > 0
  const isInItem = unclosed.some((name) => /^(?:.+:)?(?:item|entry)$/i.test(name))
  const whole = isInItem ? { ...feed, items: feed.items.slice(0, -1) } : feed
  if (!isCutOff) return stories(whole)
  const line = text.trimEnd().split('\n').length
  const what = isInItem ? 'in the middle of an entry' : 'before its closing tag'
  return [...stories(whole, true), fatal(`The feed ends ${what}, at line ${line}. Fetch it again.`, `line ${line}`)]
}

function refused(root: HtmlElement): string | undefined {
  const name = root.name.toLowerCase()
  if (name === 'html' || name === '!doctype')
    return 'This is a web page, not a feed. A feed’s address often ends in /feed or feed.xml.'
  if (!/^(?:(?:.+:)?(?:rss|rdf|feed)|channel)$/.test(name))
    return `This is no feed: it begins with <${root.name.slice(0, 40)}>.`
  const isExport = Object.values(root.attributes).some((address) => /wordpress\.org\/export\//.test(address))
  return isExport ? 'This is a WordPress export, not a feed. Use `onrecord import wxr`.' : undefined
}

function stories({ items, link }: FeedSource, isCutOff = false): Incoming[] {
  if (items.length === 0 && !isCutOff) return [problem('The feed holds no entries.')]
  return items.map((item) => feedStory(item, link))
}
