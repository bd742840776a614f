import { EVENT_TYPES } from '../../record/event.ts'
import { parseLocalDate } from '../../time.ts'

export const FILTER_NAMES = ['from', 'to', 'place', 'actor', 'type', 'disputed'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** Why a value of the filter was not used. */
export type FilterProblem = 'no-date' | 'before-from' | 'unknown-place' | 'unknown-actor' | 'unknown-type' | 'no-answer'

/** What a reader asked for in one field, and why it could not be used. */
export interface FilterField {
  /** As it was sent; empty when the reader left it free. */
  readonly value: string
  readonly problem: FilterProblem | null
}

export type FilterFields = Readonly<Record<FilterName, FilterField>>

const LONGEST = 120

export const EMPTY_FILTER: FilterFields = readFilter({})

/**
 * Reads a search of the record as it came in an address. What cannot be used is kept with the reason, to be said
 * beside its field, and counts as left free. Whether a place or an actor is known only the edition can tell.
 */
export function readFilter(sent: Partial<Readonly<Record<FilterName, string>>>): FilterFields {
  const value = (name: FilterName) => (sent[name] ?? '').trim().slice(0, LONGEST)
  const field = (name: FilterName, problem: FilterProblem | null): FilterField => ({
    value: value(name),
    problem: value(name) === '' ? null : problem,
  })
  const [from, to] = [parseLocalDate(value('from')), parseLocalDate(value('to'))]
  return {
    from: field('from', from ? null : 'no-date'),
    to: field('to', to ? (from && to < from ? 'before-from' : null) : 'no-date'),
    place: field('place', null),
    actor: field('actor', null),
    type: field('type', isOneOf(EVENT_TYPES, value('type')) ? null : 'unknown-type'),
    disputed: field('disputed', isOneOf(['yes', 'no'], value('disputed')) ? null : 'no-answer'),
  }
}

function isOneOf(words: readonly string[], text: string): boolean {
  return words.includes(text)
}

/** The value of a field, where it can be used. */
export const usable = ({ value, problem }: FilterField): string | null =>
  value === '' || problem !== null ? null : value

export const isEmptyFilter = (fields: FilterFields): boolean =>
  FILTER_NAMES.every((name) => usable(fields[name]) === null)

/** The filter as it stands in an address, with what cannot be used left out. */
export function filterQuery(fields: FilterFields, after: string | null = null): string {
  const query = new URLSearchParams()
  for (const name of FILTER_NAMES) {
    const value = usable(fields[name])
    if (value !== null) query.set(name, value)
  }
  if (after !== null) query.set('after', after)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
