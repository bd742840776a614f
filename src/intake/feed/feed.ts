import { wholeObjects } from '../cut-json.ts'
import { decodeText } from '../encoding.ts'
import type { FeedSource } from './feed-item.ts'
import { feedFromJson } from './feed-json.ts'
import { feedStory } from './feed-story.ts'
import { feedFromXml } from './feed-xml.ts'
import { type HtmlElement, parseXml } from '../html/html-tree.ts'
import type { Incoming, IncomingProblem, IncomingSite } from '../incoming.ts'
import { type Reader, type ReadingOptions, tooLarge, wholeBytes } from '../intake-file.ts'
import { languageTag } from '../language-tag.ts'
import { resolveEntities } from '../xml-entities.ts'

/** A feed in a file. */
export const readFeedFile: Reader = async function* (file, options) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  const { found, problems } = openFeed(bytes)
  yield* siteOf(found)
  for (const item of found?.items ?? []) yield feedStory(item, found ?? NO_FEED, options)
  yield* problems
}

const NO_OPTIONS: ReadingOptions = { readOn: null, zone: null }

/**
 * Reads a feed (RSS 0.9 to 2.0, RDF, Atom, CDF, JSON Feed): what it says of its site, then its entries as stories in
 * the feed's order, then what is wrong with the file.
 *
 * A file that is no feed gives one fatal problem and no story; one that is cut off, or is not written in the encoding
 * it declares, gives what could be read and a fatal problem.
 */
export function readFeed(bytes: Uint8Array, options: ReadingOptions = NO_OPTIONS): Incoming[] {
  const { found, problems } = openFeed(bytes)
  return [
    ...siteOf(found),
    ...(found?.items ?? []).map((item) => feedStory(item, found ?? NO_FEED, options)),
    ...problems,
  ]
}

/** A feed as it was found in a file, and what is wrong with the file. */
export interface OpenedFeed {
  readonly found: FeedSource | undefined
  readonly problems: readonly IncomingProblem[]
}

const NO_FEED: FeedSource = { items: [], title: '', language: '', link: '', generator: '' }

/** Takes a feed apart without making stories of its entries. */
export function openFeed(bytes: Uint8Array): OpenedFeed {
  if (bytes.length === 0) return { found: undefined, problems: [fatal('The file is empty.')] }
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return { found: undefined, problems: [fatal(decoded.what)] }
  const told = decoded.problem === null ? [] : [decoded.isGuess ? fatal(decoded.problem) : problem(decoded.problem)]
  const text = decoded.text.trimStart()
  const { found, problems } = /^[{[]/.test(text) ? fromJson(text) : fromXml(text)
  const isEmpty = found?.items.length === 0 && problems.length === 0
  return { found, problems: [...told, ...problems, ...(isEmpty ? [problem('The feed holds no entries.')] : [])] }
}

const problem = (what: string): IncomingProblem => ({ kind: 'problem', foreignId: null, where: null, what })
const fatal = (what: string, where: string | null = null): IncomingProblem => ({ ...problem(what), where, fatal: true })

function* siteOf(feed: FeedSource | undefined): Generator<IncomingSite> {
  const host = URL.parse(feed?.link ?? '')?.hostname ?? ''
  const language = languageTag(feed?.language ?? '')
  if (!feed || (host === '' && feed.title === '' && language === null)) return
  yield { kind: 'site', hosts: host === '' ? [] : [host], title: feed.title || null, language, zone: null }
}

function fromJson(text: string): OpenedFeed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read'
    const list = text.search(/"items"\s*:\s*\[/)
    const items = list === -1 ? [] : wholeObjects(text.slice(list))
    const found = items.length > 0 ? feedFromJson({ version: 'https://jsonfeed.org/version/1', items }) : undefined
    return { found, problems: [fatal(`The file is no whole JSON: ${why}. Fetch the feed again.`)] }
  }
  const found = feedFromJson(value)
  const none = 'This is JSON, but no JSON Feed: it has no version of jsonfeed.org.'
  return { found, problems: found ? [] : [fatal(none)] }
}

function fromXml(source: string): OpenedFeed {
  const { text, problem: names } = resolveEntities(source)
  const { root: top, unclosed } = parseXml(text)
  const elements = top.children.filter(
    (child) => typeof child !== 'string' && !/^[?!]/.test(child.name),
  ) as HtmlElement[]
  const root = elements.find(isFeed) ?? elements[0]
  if (!root) return { found: undefined, problems: [fatal('This is no feed: it holds no XML and no JSON.')] }
  const refusal = refused(root)
  if (refusal) return { found: undefined, problems: [fatal(refusal)] }
  const feed = feedFromXml(root)
  const told = names === null ? [] : [problem(names)]
  const open = unclosed.map((name) => name.replace(/^.*:/, '').toLowerCase())
  if (open.length === 0) return { found: feed, problems: told }
  const isInItem = open.some((name) => name === 'item' || name === 'entry')
  const line = source.trimEnd().split('\n').length
  const what = isInItem ? 'in the middle of an entry' : 'before its closing tag'
  return {
    found: isInItem ? { ...feed, items: feed.items.slice(0, -1) } : feed,
    problems: [...told, fatal(`The feed ends ${what}, at line ${line}. Fetch it again.`, `line ${line}`)],
  }
}

const isFeed = ({ name }: HtmlElement): boolean => /^(?:(?:.+:)?(?:rss|rdf|feed)|channel)$/i.test(name)

function refused(root: HtmlElement): string | undefined {
  if (/^html$/i.test(root.name))
    return 'This is a web page, not a feed. A feed’s address often ends in /feed or feed.xml.'
  if (!isFeed(root)) return `This is no feed: it begins with <${root.name.slice(0, 40)}>.`
  const isExport = Object.values(root.attributes).some((address) => /wordpress\.org\/export\//.test(address))
  return isExport ? 'This is a WordPress export, not a feed. Use `onrecord import wxr`.' : undefined
}
