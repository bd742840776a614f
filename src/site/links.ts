import { type FeedFormat, pathTo, type StoryList } from '../story/addresses.ts'
import type { Persona, Section } from '../story/section.ts'
import type { Language } from '../story/story.ts'
import type { Month } from '../time.ts'
import { feedListOf, type FeedSubject } from './feeds/feed-subject.ts'
import type { ListSubject, PageContext } from './props.ts'

/** Whose stories an address lists, for a page's subject. */
function listOf(subject: ListSubject): StoryList {
  if (subject.kind === 'all') return { kind: 'all' }
  return subject.kind === 'section'
    ? { kind: 'section', slug: subject.section.slug }
    : { kind: 'author', slug: subject.persona.slug }
}

export const frontPath = ({ newspaper, language }: PageContext, subject: ListSubject): string =>
  pathTo({ kind: 'front', language, list: listOf(subject) }, newspaper)

export const homePath = ({ newspaper }: PageContext, language: Language): string =>
  pathTo({ kind: 'front', language, list: { kind: 'all' } }, newspaper)

export const sectionPath = (context: PageContext, section: Section): string =>
  frontPath(context, { kind: 'section', section })

export const authorPath = ({ newspaper, language }: PageContext, { slug }: Pick<Persona, 'slug'>): string =>
  pathTo({ kind: 'front', language, list: { kind: 'author', slug } }, newspaper)

export const archivePath = ({ newspaper, language }: PageContext, subject: ListSubject): string =>
  pathTo({ kind: 'archive', language, list: listOf(subject) }, newspaper)

export const monthPath = ({ newspaper, language }: PageContext, subject: ListSubject, month: Month): string =>
  pathTo({ kind: 'month', language, list: listOf(subject), month }, newspaper)

export const feedPath = ({ newspaper, language }: PageContext, subject: FeedSubject, format: FeedFormat): string =>
  pathTo({ kind: 'feed', language, list: feedListOf(subject), format }, newspaper)

export const feedsPath = ({ newspaper, language }: PageContext): string =>
  pathTo({ kind: 'feeds', language }, newspaper)

/** The story for other newsrooms, as ninjs. */
export const ninjsPath = (
  { newspaper }: PageContext,
  { language, path }: { readonly language: Language; readonly path: string },
): string => pathTo({ kind: 'ninjs', language, path }, newspaper)
