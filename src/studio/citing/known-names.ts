import { queryOptions } from '@tanstack/react-query'
import type { KnownName } from '../../desk/desk-text.ts'
import { api } from '../api/api.ts'

interface Known {
  readonly version: number
  readonly names: readonly KnownName[]
}

/** The newest that was asked for in each language: the server sends thousands of names only where one has changed. */
const kept = new Map<string, Known>()

const LOOK_AGAIN_MS = 60_000

/** The names by which the record knows its actors, places and sources: the same list until one of them changes. */
export const askingNames = (language: string) =>
  queryOptions<readonly KnownName[]>({
    queryKey: ['GET /desk/names', language],
    staleTime: LOOK_AGAIN_MS,
    queryFn: async ({ signal }) => {
      const before = kept.get(language)
      const query = { language, ...(before && { have: before.version }) }
      const { version, names } = await api('GET /desk/names', { query }, signal)
      const known = { version, names: names ?? before?.names ?? [] }
      kept.set(language, known)
      return known.names
    },
    // Comparing thousands of names one by one would take longer than it saves.
    structuralSharing: false,
  })
