import { parseId } from '../ids.ts'
import { type Month, parseLocalDate } from '../time.ts'
import {
  type Address,
  type AddressLanguages,
  ALL_STORIES,
  FEED_FILE,
  type FeedFormat,
  type FeedList,
  isSlug,
  MACHINE_PATHS,
  type MachineFile,
  maySectionUse,
  type PageAddress,
  RESERVED_EVENT_SLUGS,
  type StoryList,
} from './addresses.ts'
import { HOUSE_PAGES } from './house-page.ts'
import type { Language } from './story.ts'

/** What a path means; undefined when no page can ever live there. */
export function parsePath(path: string, site: AddressLanguages): Address | undefined {
  if (!path.startsWith('/')) return undefined
  const file = MACHINE_FILES.get(path)
  if (file) return { kind: file }
  if (path.startsWith('/sitemap')) return parseSitemap(path)
  const key = /^\/([0-9a-f]{8}[0-9a-f-]{0,120})\.txt$/.exec(path)?.[1]
  if (key) return { kind: 'indexnow-key', key }
  if (path === '/text' || path.startsWith('/text/')) {
    const of = parsePath(path.slice('/text'.length) || '/', site)
    return of && isPage(of) ? { kind: 'text', language: of.language, of } : undefined
  }
  const parts = path.split('/').slice(1)
  const other = site.languages.find((language) => language === parts[0] && language !== site.defaultLanguage)
  const rest = other ? parts.slice(1) : parts
  if (path === '/' || (other && rest.length === 0)) {
    return { kind: 'front', language: other ?? site.defaultLanguage, list: ALL_STORIES }
  }
  return parseParts(rest, { site, language: other ?? site.defaultLanguage, path })
}

const MACHINE_FILES = new Map(Object.entries(MACHINE_PATHS).map(([kind, path]) => [path, kind as MachineFile]))

/** Pages are for people; the other addresses answer machines, or are another form of a page. */
const NO_PAGES: ReadonlySet<Address['kind']> = new Set<Address['kind']>([
  'text',
  'story-offline',
  'ninjs',
  'event-embed',
  'feed',
])

export const isPage = (address: Address): address is PageAddress => 'language' in address && !NO_PAGES.has(address.kind)

function parseSitemap(path: string): Address | undefined {
  if (path === '/sitemap.xml') return { kind: 'sitemap-index' }
  const name = /^\/sitemaps\/([a-z0-9-]+)\.xml$/.exec(path)?.[1] ?? ''
  if (name === 'entries' || name === 'news' || name === 'pages') return { kind: 'sitemap-of', what: name }
  if (isMonth(name)) return { kind: 'sitemap-month', month: name }
  const month = name.replace(/^record-/, '')
  return month !== name && isMonth(month) ? { kind: 'sitemap-record', month } : undefined
}

interface PathInLanguage {
  readonly site: AddressLanguages
  readonly language: Language
  readonly path: string
}

function parseParts(parts: readonly string[], { site, language, path }: PathInLanguage): Address | undefined {
  const [first = '', second] = parts
  switch (first) {
    case 'record':
      return parseRecord(parts.slice(1), language)
    case 'how-we-count':
    case 'data':
    case 'mirrors':
    case 'search':
      return parts.length === 1 ? { kind: first, language } : undefined
    case 'about':
      return parseHousePage(parts, language)
    case 'corrections':
      return parseCorrections(parts.slice(1), language)
    case 'feeds':
      return parseFeed(parts.slice(1), language, site)
    case 'authors':
      return second !== undefined && isSlug(second)
        ? parseView(parts.slice(2), language, { kind: 'author', slug: second })
        : undefined
  }
  if (parseLocalDate(parts.slice(0, 3).join('-')) && isSlug(parts[3] ?? '')) {
    return parseStory(parts.slice(4), language, path)
  }
  if (first === 'archive' || /^\d{4}$/.test(first)) return parseView(parts, language, ALL_STORIES)
  return maySectionUse(first, site) ? parseView(parts.slice(1), language, { kind: 'section', slug: first }) : undefined
}

/** A story, or another form of it below its address. */
function parseStory(form: readonly string[], language: Language, path: string): Address | undefined {
  if (form.length === 0) return { kind: 'story', language, path }
  const of = { language, path: path.slice(0, path.lastIndexOf('/')) }
  if (form.length > 1) return undefined
  if (form[0] === 'changes') return { kind: 'story-changes', ...of }
  if (form[0] === 'offline') return { kind: 'story-offline', ...of }
  return form[0] === 'ninjs.json' ? { kind: 'ninjs', ...of } : undefined
}

function parseHousePage(parts: readonly string[], language: Language): Address | undefined {
  if (parts.length === 1) return { kind: 'house-page', language, page: 'about' }
  const page = HOUSE_PAGES.find((kind) => kind === parts[1] && kind !== 'about')
  return page && parts.length === 2 ? { kind: 'house-page', language, page } : undefined
}

function parseCorrections(parts: readonly string[], language: Language): Address | undefined {
  if (parts.length === 0) return { kind: 'corrections', language, month: null }
  const month = parts.join('-')
  return parts.length === 2 && isMonth(month) ? { kind: 'corrections', language, month } : undefined
}

function parseView(parts: readonly string[], language: Language, list: StoryList): Address | undefined {
  if (parts.length === 0) return { kind: 'front', language, list }
  if (parts.length === 1 && parts[0] === 'archive') return { kind: 'archive', language, list }
  const month = parts.join('-')
  return parts.length === 2 && isMonth(month) ? { kind: 'month', language, list, month } : undefined
}

function parseRecord(parts: readonly string[], language: Language): Address | undefined {
  const [first = '', second = '', ...more] = parts
  if (parts.length === 0) return { kind: 'record-front', language }
  if (second === 'embed' && more.length === 0 && mayBeEvent(first))
    return { kind: 'event-embed', language, slug: first }
  if (more.length > 0) return undefined
  const month = `${first}-${second}`
  if (isMonth(month)) return { kind: 'record-month', language, month }
  if (first === 'claim') {
    const id = parseId('claim', second)
    return id && { kind: 'claim', language, id }
  }
  if (first === 'actor' || first === 'place' || first === 'source') {
    return isSlug(second) ? { kind: first, language, slug: second } : undefined
  }
  return parts.length === 1 && mayBeEvent(first) ? { kind: 'event', language, slug: first } : undefined
}

const mayBeEvent = (slug: string): boolean =>
  isSlug(slug) && !RESERVED_EVENT_SLUGS.includes(slug) && !/^\d+$/.test(slug)

const FEED_FORMATS = new Map(Object.entries(FEED_FILE).map(([format, file]) => [file, format as FeedFormat]))

function parseFeed(parts: readonly string[], language: Language, site: AddressLanguages): Address | undefined {
  if (parts.length === 0) return { kind: 'feeds', language }
  const format = FEED_FORMATS.get(parts.at(-1) ?? '')
  const list = format && parseFeedList(parts.slice(0, -1), site)
  return list && { kind: 'feed', language, list, format }
}

function parseFeedList(parts: readonly string[], site: AddressLanguages): FeedList | undefined {
  const [first = '', second = '', third = ''] = parts
  if (parts.length === 0) return ALL_STORIES
  if (parts.length === 1 && first === 'corrections') return { kind: 'corrections' }
  if (parts.length === 1) return maySectionUse(first, site) ? { kind: 'section', slug: first } : undefined
  if (parts.length === 2 && first === 'authors') return isSlug(second) ? { kind: 'author', slug: second } : undefined
  if (first !== 'record') return undefined
  if (parts.length === 2) return mayBeEvent(second) ? { kind: 'event', slug: second } : undefined
  const isEntry = parts.length === 3 && (second === 'actor' || second === 'place') && isSlug(third)
  return isEntry ? { kind: second, slug: third } : undefined
}

const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
