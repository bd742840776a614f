import type { ClaimId } from '../ids.ts'
import type { HousePageKind } from './house-page.ts'
import type { Language } from './story.ts'
import type { LocalDate, Month } from '../time.ts'

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

export type FeedFormat = 'rss' | 'atom' | 'json'

/** What a feed may follow: a list of stories, those that show an entry of the record, or all corrections. */
export type FeedList =
  | StoryList
  | { readonly kind: 'event' | 'actor' | 'place'; readonly slug: string }
  | { readonly kind: 'corrections' }

/** What a feed's file is called. */
export const FEED_FILE: Readonly<Record<FeedFormat, string>> = { rss: 'rss.xml', atom: 'atom.xml', json: 'feed.json' }

/** Every address of a page that people read. */
export type PageAddress =
  | { readonly kind: 'front'; readonly language: Language; readonly list: StoryList }
  | { readonly kind: 'archive'; readonly language: Language; readonly list: StoryList }
  | { readonly kind: 'month'; readonly language: Language; readonly list: StoryList; readonly month: Month }
  | { readonly kind: 'feeds'; readonly language: Language }
  | { readonly kind: 'story'; readonly language: Language; readonly path: string }
  /** What changed between the versions of the story at `path`. */
  | { readonly kind: 'story-changes'; readonly language: Language; readonly path: string }
  | { readonly kind: 'corrections'; readonly language: Language; readonly month: Month | null }
  | { readonly kind: 'house-page'; readonly language: Language; readonly page: HousePageKind }
  | { readonly kind: 'mirrors'; readonly language: Language }
  /** The empty form; with a question it is answered, and kept for nobody. */
  | { readonly kind: 'search'; readonly language: Language }
  | { readonly kind: 'record-front'; readonly language: Language }
  | { readonly kind: 'record-month'; readonly language: Language; readonly month: Month }
  | { readonly kind: EntryPageKind; readonly language: Language; readonly slug: string }
  | { readonly kind: 'claim'; readonly language: Language; readonly id: ClaimId }
  | { readonly kind: 'how-we-count'; readonly language: Language }
  | { readonly kind: 'data'; readonly language: Language }

/** Every public address there is. The one map that both the router and the links are made from. */
export type Address =
  | PageAddress
  /** The same page without pictures, drawings and styles: for text browsers and the slowest lines. */
  | { readonly kind: 'text'; readonly language: Language; readonly of: PageAddress }
  /** The story at `path` as one file that opens without a network and can be passed on. */
  | { readonly kind: 'story-offline'; readonly language: Language; readonly path: string }
  /** The story at `path` for other newsrooms: ninjs 3. */
  | { readonly kind: 'ninjs'; readonly language: Language; readonly path: string }
  /** An event's box for a frame on somebody else's page. */
  | { readonly kind: 'event-embed'; readonly language: Language; readonly slug: string }
  | { readonly kind: 'feed'; readonly language: Language; readonly list: FeedList; readonly format: FeedFormat }
  | { readonly kind: 'sitemap-index' }
  | { readonly kind: 'sitemap-month'; readonly month: Month }
  | { readonly kind: 'sitemap-record'; readonly month: Month }
  /** `entries`: actors, places and sources; `pages`: fronts, authors and what the paper says of itself; `news`: two days. */
  | { readonly kind: 'sitemap-of'; readonly what: SitemapOf }
  | { readonly kind: 'indexnow-key'; readonly key: string }
  | { readonly kind: MachineFile }

/** Files for machines at an address that is fixed by a standard or by custom. */
export type MachineFile = 'robots' | 'icon' | 'ads-txt' | 'trust-txt' | 'humans-txt' | 'security-txt' | 'mirrors-list'

export type SitemapOf = 'entries' | 'news' | 'pages'

/** Entries of the record that have a page under a slug of their own. */
export type EntryPageKind = 'event' | 'actor' | 'place' | 'source'

/** The paper's icon. The only address that is known without knowing the paper. */
export const ICON_PATH = '/icon.svg'

/** Where those files stand. */
export const MACHINE_PATHS: Readonly<Record<MachineFile, string>> = {
  robots: '/robots.txt',
  icon: ICON_PATH,
  'ads-txt': '/ads.txt',
  'trust-txt': '/trust.txt',
  'humans-txt': '/humans.txt',
  'security-txt': '/.well-known/security.txt',
  'mirrors-list': '/mirrors.json',
}

/** First parts of addresses that no section may take as its slug. */
export const RESERVED_SLUGS: readonly string[] = [
  'healthz',
  'about',
  'archive',
  'authors',
  'corrections',
  'data',
  'feeds',
  'how-we-count',
  'media',
  'mirrors',
  'oembed',
  'record',
  'report',
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

const feedListPath = (list: FeedList): string => {
  switch (list.kind) {
    case 'event':
      return `/record/${list.slug}`
    case 'actor':
    case 'place':
      return `/record/${list.kind}/${list.slug}`
    case 'corrections':
      return '/corrections'
    case 'all':
    case 'section':
    case 'author':
      return listPath(list)
  }
}

const monthPart = (month: Month | null): string => (month === null ? '' : `/${month.replace('-', '/')}`)

/** The path of an address, as it stands in a link. */
export function pathTo(address: Address, site: AddressLanguages): string {
  if ('path' in address) return `${address.path}${OF_STORY[address.kind]}`
  if (address.kind === 'text') {
    const path = pathTo(address.of, site)
    return path === '/' ? '/text' : `/text${path}`
  }
  return 'language' in address ? pathInLanguage(address, site) : pathOfFile(address)
}

type OfStory = Extract<Address, { path: string }>
type InLanguage = Exclude<Extract<Address, { language: Language }>, OfStory | { kind: 'text' }>
type OfFile = Exclude<Address, { language: Language }>

/** What follows a story's own path. */
const OF_STORY: Readonly<Record<OfStory['kind'], string>> = {
  story: '',
  'story-changes': '/changes',
  'story-offline': '/offline',
  ninjs: '/ninjs.json',
}

function pathOfFile(address: OfFile): string {
  switch (address.kind) {
    case 'sitemap-index':
      return '/sitemap.xml'
    case 'sitemap-month':
      return `/sitemaps/${address.month}.xml`
    case 'sitemap-record':
      return `/sitemaps/record-${address.month}.xml`
    case 'sitemap-of':
      return `/sitemaps/${address.what}.xml`
    case 'indexnow-key':
      return `/${address.key}.txt`
    case 'robots':
    case 'icon':
    case 'mirrors-list':
    case 'ads-txt':
    case 'trust-txt':
    case 'humans-txt':
    case 'security-txt':
      return MACHINE_PATHS[address.kind]
  }
}

const pathInLanguage = (address: InLanguage, site: AddressLanguages): string =>
  `${prefix(address.language, site)}${withoutPrefix(address)}` || '/'

function withoutPrefix(address: InLanguage): string {
  switch (address.kind) {
    case 'front':
      return listPath(address.list)
    case 'archive':
      return `${listPath(address.list)}/archive`
    case 'month':
      return `${listPath(address.list)}${monthPart(address.month)}`
    case 'feed':
      return `/feeds${feedListPath(address.list)}/${FEED_FILE[address.format]}`
    case 'corrections':
      return `/corrections${monthPart(address.month)}`
    case 'house-page':
      return address.page === 'about' ? '/about' : `/about/${address.page}`
    case 'record-front':
      return '/record'
    case 'record-month':
      return `/record${monthPart(address.month)}`
    case 'event':
      return `/record/${address.slug}`
    case 'event-embed':
      return `/record/${address.slug}/embed`
    case 'actor':
    case 'place':
    case 'source':
      return `/record/${address.kind}/${address.slug}`
    case 'claim':
      return `/record/claim/${address.id}`
    case 'feeds':
    case 'mirrors':
    case 'search':
    case 'how-we-count':
    case 'data':
      return `/${address.kind}`
  }
}

/** Words after `/record/` that no event may have as its slug; nor may its slug be digits only. */
export const RESERVED_EVENT_SLUGS: readonly string[] = ['actor', 'claim', 'find', 'months', 'place', 'source']
