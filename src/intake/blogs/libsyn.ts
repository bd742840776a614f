import { feedFromXml } from '../feed/feed-xml.ts'
import { feedStory } from '../feed/feed-story.ts'
import { element } from '../html/html-rewriting.ts'
import type { HtmlElement } from '../html/html-tree.ts'
import type { Incoming, IncomingSite } from '../incoming.ts'
import type { Reader } from '../intake-file.ts'
import { isRow, type JsonRow } from '../json-value.ts'
import { readJsonFile } from '../json-text.ts'
import { languageTag } from '../language-tag.ts'

/**
 * Reads a podcast's feed that a program has taken apart into JSON, as tools that fetch Libsyn's feeds keep it: elements by
 * their names, attributes behind `@_`, text as `#text`. It is put together again and read as the feed it was.
 */
export const readLibsynFile: Reader = async function* (file, options) {
  const { value, problems } = await readJsonFile(file)
  const rss = isRow(value) ? value['rss'] : undefined
  if (isRow(rss)) {
    const feed = feedFromXml(toElement('rss', rss))
    yield siteOf(feed)
    for (const item of feed.items) yield named(feedStory(item, feed, options))
    if (feed.items.length === 0)
      yield { kind: 'problem', foreignId: null, where: null, what: 'The feed holds no episodes.' }
  } else if (value !== undefined) {
    const what = 'This is JSON, but no feed: it has no “rss”.'
    yield { kind: 'problem', foreignId: null, where: file.name, what, fatal: true }
  }
  yield* problems
}

const siteOf = ({ title, link, language }: ReturnType<typeof feedFromXml>): IncomingSite => {
  const host = URL.parse(link)?.host
  return { kind: 'site', hosts: host ? [host] : [], title: title || null, language: languageTag(language), zone: null }
}

const RECORDING = /\.(?:mp3|m4a|aac|ogg|wav|mp4|m4v)(?:$|\?)/i

/** Told apart from the same show's feed as XML. An episode whose address is its recording had no page of its own. */
function named(item: Incoming): Incoming {
  if (item.kind === 'site') return item
  const named = { ...item, foreignId: item.foreignId?.replace(/^feed:/, 'libsyn:') ?? null }
  return item.kind === 'story' && RECORDING.test(item.address ?? '')
    ? ({ ...named, address: null, redirectsFrom: [] } as Incoming)
    : (named as Incoming)
}

const ATTRIBUTE = '@_'

/** Deeper than any feed; what lies below is no feed's. */
const MAX_DEPTH = 20

function toElement(name: string, row: JsonRow, depth = 0): HtmlElement {
  const attributes: Record<string, string> = {}
  const children: HtmlElement['children'] = []
  for (const [key, value] of Object.entries(row)) {
    if (key.startsWith(ATTRIBUTE)) attributes[key.slice(ATTRIBUTE.length)] = textOf(value)
    else if (key === '#text' || key === '__cdata') children.push(textOf(value))
    else
      for (const one of Array.isArray(value) ? (value as readonly unknown[]) : [value])
        children.push(childOf(key, one, depth))
  }
  return { name, attributes, children }
}

const childOf = (name: string, value: unknown, depth: number): HtmlElement =>
  isRow(value) && depth < MAX_DEPTH ? toElement(name, value, depth + 1) : element(name, {}, textOf(value))

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
