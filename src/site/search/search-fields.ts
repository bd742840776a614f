import type { Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'
import { type LocalDate, parseLocalDate } from '../../time.ts'
import type { PageContext } from '../props.ts'

/** Where to look: stories and the record, or one of them. */
export const SCOPES = ['all', 'stories', 'record'] as const
export type Scope = (typeof SCOPES)[number]

/** What can be set beside the words. */
export const CONDITIONS = ['kind', 'language', 'section', 'from', 'to'] as const
export type Condition = (typeof CONDITIONS)[number]

/** A search as its address says it; what is in no list of ours counts as left free. */
export interface SearchFields {
  /** As the reader wrote it. */
  readonly q: string
  readonly kind: Scope
  readonly language: Language | null
  readonly section: Section | null
  readonly from: DateField
  readonly to: DateField
}

/** A day that was asked for, and why it could not be used. */
export interface DateField {
  readonly value: string
  readonly on: LocalDate | null
  readonly problem: 'no-date' | 'before-from' | null
}

const LONGEST = 400
const FREE: DateField = { value: '', on: null, problem: null }

export const NO_FIELDS: SearchFields = { q: '', kind: 'all', language: null, section: null, from: FREE, to: FREE }

/** Reads a search from an address. */
export function readFields(query: URLSearchParams, { newspaper, sections }: PageContext): SearchFields {
  const value = (name: 'q' | Condition) => (query.get(name) ?? '').slice(0, LONGEST)
  const from = dateField(value('from'))
  const to = dateField(value('to'))
  const isTurned = from.on !== null && to.on !== null && to.on < from.on
  return {
    q: value('q'),
    kind: SCOPES.find((scope) => scope === value('kind')) ?? 'all',
    language: newspaper.languages.find((language) => language === value('language')) ?? null,
    section: sections.find(({ slug }) => slug === value('section')) ?? null,
    from,
    to: isTurned ? { ...to, on: null, problem: 'before-from' } : to,
  }
}

function dateField(sent: string): DateField {
  const value = sent.trim().slice(0, 30)
  if (value === '') return FREE
  const on = parseLocalDate(value) ?? null
  return { value, on, problem: on === null ? 'no-date' : null }
}

/** The search without one of its conditions. */
export const without = (fields: SearchFields, condition: Condition): SearchFields => ({
  ...fields,
  [condition]: NO_FIELDS[condition],
})

/** Conditions that narrow this search. */
export const conditionsOf = (fields: SearchFields): Condition[] =>
  CONDITIONS.filter((condition) => textOf(fields, condition) !== '')

function textOf({ kind, language, section, from, to }: SearchFields, condition: Condition): string {
  switch (condition) {
    case 'kind':
      return kind === 'all' ? '' : kind
    case 'language':
      return language ?? ''
    case 'section':
      return section?.slug ?? ''
    case 'from':
      return from.on ?? ''
    case 'to':
      return to.on ?? ''
  }
}

/** The search as it stands in an address, with what cannot be used left out. */
export function searchQuery(fields: SearchFields, after: string | null = null): string {
  const query = new URLSearchParams({ q: fields.q })
  for (const condition of conditionsOf(fields)) query.set(condition, textOf(fields, condition))
  if (after !== null) query.set('after', after)
  return `?${query.toString()}`
}
