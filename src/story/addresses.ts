import { type ClaimId, parseId } from '../ids.ts'
import type { Language } from './story.ts'
import { type LocalDate, type Month, parseLocalDate } from '../time.ts'

/** Which languages have addresses, and which of them has no prefix. */
export interface AddressLanguages {
  readonly languages: readonly Language[]
  readonly defaultLanguage: Language
}

/** One list of stories: all of them, a section's or an author's. */
export type StoryList =
  | { readonly kind: 'all' }
  | { readonly kind: 'section'; readonly slug: string }
  | { readonly kind: 'author'; readonly slug: string }

export const ALL_STORIES: StoryList = { kind: 'all' }

export type FeedFormat = 'rss' | 'atom'

/** Every public address there is. The one map that both the router and the links are made from. */
export type Address =
  | { readonly kind: 'front'; readonly language: Language; readonly list: StoryList }
  | { readonly kind: 'archive'; readonly language: Language; readonly list: StoryList }
  | { readonly kind: 'month'; readonly language: Language; readonly list: StoryList; readonly month: Month }
  | { readonly kind: 'feed'; readonly language: Language; readonly list: StoryList; readonly format: FeedFormat }
  | { readonly kind: 'feeds'; readonly language: Language }
  | { readonly kind: 'story'; readonly language: Language; readonly path: string }
  | { readonly kind: 'record-front'; readonly language: Language }
  | { readonly kind: 'record-month'; readonly language: Language; readonly month: Month }
  | { readonly kind: EntryPageKind; readonly language: Language; readonly slug: string }
  | { readonly kind: 'claim'; readonly language: Language; readonly id: ClaimId }
  | { readonly kind: 'how-we-count'; readonly language: Language }
  | { readonly kind: 'data'; readonly language: Language }
  | { readonly kind: 'sitemap-index' }
  | { readonly kind: 'sitemap-month'; readonly month: Month }
  | { readonly kind: 'robots' }
  | { readonly kind: 'icon' }

/** Entries of the record that have a page under a slug of their own. */
export type EntryPageKind = 'event' | 'actor' | 'place' | 'source'

/** The paper's icon. The only address that is known without knowing the paper. */
export const ICON_PATH = '/icon.svg'

/** First parts of addresses that no section may take as its slug. */
export const RESERVED_SLUGS: readonly string[] = [
  'archive',
  'authors',
  'data',
  'feeds',
  'how-we-count',
  'media',
  'record',
  'search',
  'sitemaps',
  'studio',
  'text',
]

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const isSlug = (text: string): boolean => text.length <= 120 && SLUG.test(text)

/** May a section live at `/slug`? Not under a reserved word, a language code or anything like a year. */
export const maySectionUse = (slug: string, { languages }: AddressLanguages): boolean =>
  isSlug(slug) && !RESERVED_SLUGS.includes(slug) && !languages.includes(slug) && !/^\d+$/.test(slug)

/** Latin letters that are no letter with an accent: of French, the North, and the languages of the Sahel. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ɛ: 'e',
  ɔ: 'o',
  ŋ: 'n',
  ɲ: 'ny',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
}

/** A slug from a headline: plain letters and digits, no accents, at most eighty characters, cut at a word. */
export function slugFrom(text: string): string {
  const plain = text
    .replace(/[’'ʼ]/g, '')
    .replace(/&/g, ' and ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  if (plain.length <= 80) return plain
  const cut = plain.slice(0, 81)
  return cut.slice(0, cut.lastIndexOf('-') > 20 ? cut.lastIndexOf('-') : 80)
}

/** Where a story lives for ever: `/2024/07/29/slug`, other languages under `/fr/…`. */
export const storyPath = (on: LocalDate, slug: string, language: Language, site: AddressLanguages): string =>
  `${prefix(language, site)}/${on.replaceAll('-', '/')}/${slug}`

const prefix = (language: Language, site: AddressLanguages): string =>
  language === site.defaultLanguage ? '' : `/${language}`

const listPath = (list: StoryList): string => {
  if (list.kind === 'all') return ''
  return list.kind === 'section' ? `/${list.slug}` : `/authors/${list.slug}`
}

/** The path of an address, as it stands in a link. */
export function pathTo(address: Address, site: AddressLanguages): string {
  switch (address.kind) {
    case 'front':
      return `${prefix(address.language, site)}${listPath(address.list)}` || '/'
    case 'archive':
      return `${prefix(address.language, site)}${listPath(address.list)}/archive`
    case 'month':
      return `${prefix(address.language, site)}${listPath(address.list)}/${address.month.replace('-', '/')}`
    case 'feed':
      return `${prefix(address.language, site)}/feeds${listPath(address.list)}/${address.format}.xml`
    case 'feeds':
      return `${prefix(address.language, site)}/feeds`
    case 'story':
      return address.path
    case 'record-front':
      return `${prefix(address.language, site)}/record`
    case 'record-month':
      return `${prefix(address.language, site)}/record/${address.month.replace('-', '/')}`
    case 'event':
      return `${prefix(address.language, site)}/record/${address.slug}`
    case 'actor':
    case 'place':
    case 'source':
      return `${prefix(address.language, site)}/record/${address.kind}/${address.slug}`
    case 'claim':
      return `${prefix(address.language, site)}/record/claim/${address.id}`
    case 'how-we-count':
    case 'data':
      return `${prefix(address.language, site)}/${address.kind}`
    case 'sitemap-index':
      return '/sitemap.xml'
    case 'sitemap-month':
      return `/sitemaps/${address.month}.xml`
    case 'robots':
      return '/robots.txt'
    case 'icon':
      return ICON_PATH
  }
}

/** What a path means; undefined when no page can ever live there. */
export function parsePath(path: string, site: AddressLanguages): Address | undefined {
  if (!path.startsWith('/')) return undefined
  if (path === '/sitemap.xml') return { kind: 'sitemap-index' }
  if (path === '/robots.txt') return { kind: 'robots' }
  if (path === ICON_PATH) return { kind: 'icon' }
  const sitemap = /^\/sitemaps\/(\d{4}-\d{2})\.xml$/.exec(path)?.[1]
  if (sitemap) return isMonth(sitemap) ? { kind: 'sitemap-month', month: sitemap } : undefined
  const parts = path.split('/').slice(1)
  const other = site.languages.find((language) => language === parts[0] && language !== site.defaultLanguage)
  const rest = other ? parts.slice(1) : parts
  if (path === '/' || (other && rest.length === 0)) {
    return { kind: 'front', language: other ?? site.defaultLanguage, list: ALL_STORIES }
  }
  return parseParts(rest, { site, language: other ?? site.defaultLanguage, path })
}

interface PathInLanguage {
  readonly site: AddressLanguages
  readonly language: Language
  readonly path: string
}

function parseParts(parts: readonly string[], { site, language, path }: PathInLanguage): Address | undefined {
  const [first = '', second] = parts
  if (first === 'record') return parseRecord(parts.slice(1), language)
  if (first === 'how-we-count' || first === 'data') return parts.length === 1 ? { kind: first, language } : undefined
  if (first === 'feeds') return parseFeed(parts.slice(1), language, site)
  if (parts.length === 4 && parseLocalDate(parts.slice(0, 3).join('-')) && isSlug(parts[3] ?? '')) {
    return { kind: 'story', language, path }
  }
  if (first === 'authors') {
    return second !== undefined && isSlug(second)
      ? parseView(parts.slice(2), language, { kind: 'author', slug: second })
      : undefined
  }
  if (first === 'archive' || /^\d{4}$/.test(first)) return parseView(parts, language, ALL_STORIES)
  return maySectionUse(first, site) ? parseView(parts.slice(1), language, { kind: 'section', slug: first }) : undefined
}

function parseView(parts: readonly string[], language: Language, list: StoryList): Address | undefined {
  if (parts.length === 0) return { kind: 'front', language, list }
  if (parts.length === 1 && parts[0] === 'archive') return { kind: 'archive', language, list }
  const month = parts.join('-')
  return parts.length === 2 && isMonth(month) ? { kind: 'month', language, list, month } : undefined
}

/** Words after `/record/` that no event may have as its slug; nor may its slug be digits only. */
export const RESERVED_EVENT_SLUGS: readonly string[] = ['actor', 'claim', 'find', 'months', 'place', 'source']

function parseRecord(parts: readonly string[], language: Language): Address | undefined {
  const [first = '', second = '', ...more] = parts
  if (parts.length === 0) return { kind: 'record-front', language }
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
  const mayBeEvent = parts.length === 1 && isSlug(first) && !RESERVED_EVENT_SLUGS.includes(first)
  return mayBeEvent && !/^\d+$/.test(first) ? { kind: 'event', language, slug: first } : undefined
}

function parseFeed(parts: readonly string[], language: Language, site: AddressLanguages): Address | undefined {
  if (parts.length === 0) return { kind: 'feeds', language }
  const format = /^(rss|atom)\.xml$/.exec(parts.at(-1) ?? '')?.[1] as FeedFormat | undefined
  if (!format) return undefined
  const [first = '', second = ''] = parts
  if (parts.length === 1) return { kind: 'feed', language, list: ALL_STORIES, format }
  if (parts.length === 2 && maySectionUse(first, site))
    return { kind: 'feed', language, list: { kind: 'section', slug: first }, format }
  const isAuthor = parts.length === 3 && first === 'authors' && isSlug(second)
  return isAuthor ? { kind: 'feed', language, list: { kind: 'author', slug: second }, format } : undefined
}

const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)
