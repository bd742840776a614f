import type { EditionDb } from '../../edition/edition-db.ts'
import { hasRecord } from '../../edition/has-record.ts'
import { publicNewspaper, publicSections } from '../../edition/house.ts'
import type { PageContext } from '../../site/props.ts'
import type { DataRelease } from '../../site/record/data-page.tsx'
import { ALL_STORIES, pathTo } from '../../story/addresses.ts'
import { EMPTY_PROFILE, type Newspaper, type Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'

/** Where pages come from. */
export interface PageSource {
  readonly edition: EditionDb
  /** Without a slash at the end. */
  readonly siteUrl: string
  /** The dated releases of the open data, newest first; left out where none are kept. */
  readonly releases?: () => Promise<readonly DataRelease[]>
}

/** What one rendering reads first: the paper and its sections. */
export interface PublicSite extends PageSource {
  readonly newspaper: Newspaper
  readonly sections: readonly Section[]
  /** Has the record anything for readers? */
  readonly hasRecord: boolean
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
  }
}

/** A page's surroundings; `pathIn` gives its address in each of the paper's languages, where it has one. */
export function contextFor(
  { newspaper, sections, siteUrl, hasRecord }: PublicSite,
  language: Language,
  pathIn: (language: Language) => string,
): PageContext {
  const alternates = newspaper.languages.map((other) => ({ language: other, path: pathIn(other) }))
  return {
    newspaper,
    sections,
    siteUrl,
    hasRecord,
    language,
    path: pathIn(language),
    alternates: alternates.length > 1 ? alternates : [],
  }
}

/** The surroundings of a page that exists in one language only, or has no address to share. */
export function contextOfOne(site: PublicSite, language: Language, path?: string): PageContext {
  const home = pathTo({ kind: 'front', language, list: ALL_STORIES }, site.newspaper)
  return { ...contextFor(site, language, () => path ?? home), alternates: [] }
}
