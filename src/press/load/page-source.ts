import type { EditionDb } from '../../edition/edition-db.ts'
import { hasRecord } from '../../edition/has-record.ts'
import { publicNewspaper, publicSections } from '../../edition/house.ts'
import { type KnownHousePage, knownHousePages } from '../../edition/house-pages.ts'
import type { PageContext } from '../../site/props.ts'
import type { DataRelease } from '../../site/record/data-page.tsx'
import { ALL_STORIES, pathTo } from '../../story/addresses.ts'
import { HOUSE_PAGES, type HousePageKind } from '../../story/house-page.ts'
import { EMPTY_PROFILE, type Newspaper, type Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'
import { type Instant, instantOf } from '../../time.ts'

/** Where pages come from. */
export interface PageSource {
  readonly edition: EditionDb
  /** Without a slash at the end. */
  readonly siteUrl: string
  /** The dated releases of the open data, newest first; left out where none are kept. */
  readonly releases?: () => Promise<readonly DataRelease[]>
  /** The WebSub hub that the feeds name; null, or left out, where the paper uses none. */
  readonly webSubHub?: string | null
  /** The key by which IndexNow knows that a ping is ours; null, or left out, where there is none. */
  readonly indexNowKey?: string | null
  /** The files of pictures by name, for a page that holds them in itself; left out where none are kept. */
  readonly media?: { read(name: string): Promise<Buffer | undefined> }
  /** The time, for what passes by itself; left out, the system's. */
  readonly now?: () => Instant
}

export const nowOf = ({ now }: PageSource): Instant => now?.() ?? instantOf(new Date())

/** What one rendering reads first: the paper and its sections. */
export interface PublicSite extends PageSource {
  readonly newspaper: Newspaper
  readonly sections: readonly Section[]
  /** Has the record anything for readers? */
  readonly hasRecord: boolean
  /** What the paper says of itself, in each of its languages. */
  readonly housePages: readonly KnownHousePage[]
}

/** A paper that nobody has named yet: its home page says what to do next. */
export const UNNAMED: Newspaper = {
  name: 'Onrecord',
  tagline: {},
  languages: ['en', 'fr'],
  defaultLanguage: 'en',
  zone: 'UTC',
  isSample: false,
  profile: EMPTY_PROFILE,
}

export async function openSite(source: PageSource): Promise<PublicSite> {
  const { edition } = source
  return {
    ...source,
    newspaper: (await publicNewspaper(edition)) ?? UNNAMED,
    sections: await publicSections(edition),
    hasRecord: await hasRecord(edition),
    housePages: await knownHousePages(edition),
  }
}

/** A page's surroundings; `pathIn` gives its address in each of the paper's languages, where it has one. */
export function contextFor(site: PublicSite, language: Language, pathIn: (language: Language) => string): PageContext {
  const { newspaper, sections, siteUrl, hasRecord } = site
  const alternates = newspaper.languages.map((other) => ({ language: other, path: pathIn(other) }))
  return {
    newspaper,
    sections,
    siteUrl,
    hasRecord,
    housePages: housePagesIn(site, language),
    language,
    path: pathIn(language),
    alternates: alternates.length > 1 ? alternates : [],
  }
}

/**
 * The pages on which the paper speaks of itself in this language. The one for sources is there as soon as the paper has
 * named a safe channel, even before it has written a word of its own.
 */
export function housePagesIn({ housePages, newspaper }: PublicSite, language: Language): HousePageKind[] {
  const written = new Set(housePages.filter((page) => page.language === language).map(({ kind }) => kind))
  const { signal, secureDrop } = newspaper.profile
  if (signal !== null || secureDrop !== null) written.add('contact-safely')
  return HOUSE_PAGES.filter((kind) => written.has(kind))
}

/** The surroundings of a page that exists in one language only, or has no address to share. */
export function contextOfOne(site: PublicSite, language: Language, path?: string): PageContext {
  const home = pathTo({ kind: 'front', language, list: ALL_STORIES }, site.newspaper)
  return { ...contextFor(site, language, () => path ?? home), alternates: [] }
}
