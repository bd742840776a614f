/** What the list is narrowed to, as it stands in the address. Without a state, what waits. */
export interface IncomingSearch {
  readonly q?: string | undefined
  readonly state?: string | undefined
  readonly source?: string | undefined
  readonly language?: string | undefined
}

const FILTERS = ['q', 'state', 'source', 'language'] as const

/** Stands for all states in the address: the list begins with what waits. */
export const ALL = 'all'

/** Reads the address; what has not the form of text is left out. */
export function readIncomingSearch(search: Readonly<Record<string, unknown>>): IncomingSearch {
  const given = FILTERS.flatMap((name) => {
    const value = search[name]
    const text = typeof value === 'number' ? String(value) : value
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : []
  })
  return Object.fromEntries(given)
}

export const isNarrowed = (search: IncomingSearch): boolean => FILTERS.some((name) => search[name] !== undefined)

/** The question to the server: what waits, unless the address says otherwise. */
export function questionOf({ state = 'waiting', ...rest }: IncomingSearch): IncomingSearch {
  return state === ALL ? rest : { ...rest, state }
}
