import { type FeedList, type PageAddress, pathTo } from '../../story/addresses.ts'
import { message } from '../messages/message.ts'
import type { ListSubject, PageContext } from '../props.ts'
import { subjectDescription, subjectName } from '../fronts/subjects.ts'

/** What a feed follows: a list of stories, those that show an entry of the record, or everything that was corrected. */
export type FeedSubject =
  | ListSubject
  | { readonly kind: 'event' | 'actor' | 'place'; readonly slug: string; readonly name: string }
  | { readonly kind: 'corrections' }

/** The same subject as addresses know it. */
export function feedListOf(subject: FeedSubject): FeedList {
  switch (subject.kind) {
    case 'all':
    case 'corrections':
      return { kind: subject.kind }
    case 'section':
      return { kind: 'section', slug: subject.section.slug }
    case 'author':
      return { kind: 'author', slug: subject.persona.slug }
    case 'event':
    case 'actor':
    case 'place':
      return { kind: subject.kind, slug: subject.slug }
  }
}

/** "Mali", "Corrections": what the feed is called beside the paper's name. */
export function feedSubjectName(context: PageContext, subject: FeedSubject): string {
  if (subject.kind === 'corrections') return message(context.language, 'feeds.corrections')
  return 'name' in subject ? subject.name : subjectName(context, subject)
}

/** "The Sahel Record", "The Sahel Record · Mali". */
export const feedTitle = (context: PageContext, subject: FeedSubject): string =>
  subject.kind === 'all' ? context.newspaper.name : `${context.newspaper.name} · ${feedSubjectName(context, subject)}`

/** One sentence on what the feed carries; empty where the paper says nothing of itself. */
export function feedDescription(context: PageContext, subject: FeedSubject): string {
  const { newspaper, language } = context
  if (subject.kind === 'corrections') return message(language, 'feeds.correctionsOf', { paper: newspaper.name })
  return 'name' in subject
    ? message(language, 'feeds.showing', { paper: newspaper.name, name: subject.name })
    : subjectDescription(context, subject)
}

/** The page that the feed belongs to. */
export const feedHomePath = ({ newspaper, language }: PageContext, subject: FeedSubject): string =>
  pathTo(homeOf(feedListOf(subject), language), newspaper)

function homeOf(list: FeedList, language: string): PageAddress {
  switch (list.kind) {
    case 'event':
    case 'actor':
    case 'place':
      return { kind: list.kind, language, slug: list.slug }
    case 'corrections':
      return { kind: 'corrections', language, month: null }
    case 'all':
    case 'section':
    case 'author':
      return { kind: 'front', language, list }
  }
}
