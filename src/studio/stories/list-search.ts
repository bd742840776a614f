import type { StoryState } from '../../story/story.ts'

/** What the list is narrowed to, as it stands in the address: it can be kept, sent and gone back to. */
export interface ListSearch {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly language?: string | undefined
  readonly desk?: string | undefined
  readonly section?: string | undefined
  readonly byline?: string | undefined
  readonly author?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** `true`: only those in which the attribution desk suggests claims. */
  readonly suggested?: string | undefined
}

const FILTERS = ['q', 'state', 'language', 'desk', 'section', 'byline', 'author', 'from', 'to', 'suggested'] as const

/** Reads the address; what has not the form of text is left out. */
export function readListSearch(search: Readonly<Record<string, unknown>>): ListSearch {
  const given = FILTERS.flatMap((name) => {
    const value = search[name]
    // The router reads what looks like a number or a yes as one.
    const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : []
  })
  return Object.fromEntries(given)
}

export const isNarrowed = (search: ListSearch): boolean => FILTERS.some((name) => search[name] !== undefined)

/** The states in the order in which a story comes to them. */
export const STATES: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']
