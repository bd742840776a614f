import type { ReportId, StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { Language } from './story.ts'

/** What a reader says is wrong: a fact, a figure, a name or a place, a part that does not work, something else. */
export const REPORT_KINDS = ['fact', 'figure', 'name', 'broken', 'other'] as const

export type ReportKind = (typeof REPORT_KINDS)[number]

/** In characters, as a person counts them. */
export const REPORT_TEXT = { least: 10, most: 4_000 } as const
export const MOST_CONTACT = 200

/** What a reader wrote about one public page. Nothing in it says who wrote it, but for the contact they chose to give. */
export interface ReaderReport {
  readonly id: ReportId
  /** The path of the page: a story, an event or a claim. */
  readonly about: string
  readonly storyId: StoryId | null
  /** The language of the form. */
  readonly language: Language
  readonly kind: ReportKind
  readonly text: string
  readonly contact: string | null
  /** To the minute. */
  readonly receivedAt: Instant
}

/** What a form was filled in with, as it came. */
export interface ReportFields {
  readonly about: string
  readonly kind: string
  readonly text: string
  readonly contact: string
}

/** What keeps a report from being sent. Whether the page exists is not known here. */
export type ReportProblem = 'kind' | 'too-short' | 'too-long' | 'contact'

/** What a reader has to change before the report can be sent; none when it is complete. */
export function problemsOf({ kind, text, contact }: ReportFields): ReportProblem[] {
  const length = lengthOf(text.trim())
  return [
    ...(isReportKind(kind) ? [] : ['kind' as const]),
    ...(length < REPORT_TEXT.least ? ['too-short' as const] : []),
    ...(length > REPORT_TEXT.most ? ['too-long' as const] : []),
    ...(lengthOf(contact.trim()) > MOST_CONTACT ? ['contact' as const] : []),
  ]
}

export const isReportKind = (text: string): text is ReportKind => REPORT_KINDS.some((kind) => kind === text)

/** Characters, not the units in which a string is kept. */
export const lengthOf = (text: string): number => Array.from(text).length

/** An instant without what is finer than its minute. */
export const toTheMinute = (at: Instant): Instant => `${at.slice(0, 16)}:00.000Z` as Instant
