import type { Actor } from '../../record/actor.ts'
import { foldName } from '../../record/name-folding.ts'
import type { Name } from '../../record/names.ts'
import type { Place } from '../../record/place.ts'
import { anyOf, type Question, type Term } from '../../record/search-question.ts'
import type { Source } from '../../record/source.ts'
import type { EditionDb } from '../edition-db.ts'
import { inHeadline, ofKind } from './search-document.ts'
import { standing } from './search-entries.ts'
import { documentsAt, wantedPositions } from './search-matches.ts'
import { FIRST, FIRST_DATED } from './search-position.ts'
import { inField } from './search-window.ts'

/** An actor, a place or a source that is called so. */
export type FoundEntry =
  | { readonly kind: 'actor'; readonly entry: Actor }
  | { readonly kind: 'place'; readonly entry: Place }
  | { readonly kind: 'source'; readonly entry: Source }

/** How many are looked at, to choose the closest. */
const MOST = 80

const ANY_ENTRY = anyOf(
  (['actor', 'place', 'source'] as const).map((kind): Term => ({ kind: 'token', token: ofKind(kind) })),
)

/**
 * The entries whose names hold all words of a question, closest first: one that is called just so, then actors and places
 * before sources, then those with the shortest name.
 */
export async function foundEntries(
  db: EditionDb,
  question: Question,
  { terms, limit }: { readonly terms: readonly Term[]; readonly limit: number },
): Promise<FoundEntry[]> {
  const none = inField(
    question.without.map(({ term }) => term),
    inHeadline,
  )
  const positions = await wantedPositions(
    db,
    { all: [...inField(terms, inHeadline), ANY_ENTRY], none },
    { from: FIRST, to: FIRST_DATED - 1, limit: MOST },
  )
  const found = await documentsAt(db, positions)
  const idsOf = (wanted: string) => found.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))
  const actors = await standing<Actor>(db, 'actors', idsOf('actor'))
  const places = await standing<Place>(db, 'places', idsOf('place'))
  const sources = await standing<Source>(db, 'sources', idsOf('source'))
  const entries: FoundEntry[] = [
    ...[...actors.values()].map((entry) => ({ kind: 'actor', entry }) as const),
    ...[...places.values()].map((entry) => ({ kind: 'place', entry }) as const),
    ...[...sources.values()].map((entry) => ({ kind: 'source', entry }) as const),
  ]
  const asked = foldName(question.asked)
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, asked) }))
    .sort((one, other) => one.rank - other.rank || compareText(one.entry.entry.slug, other.entry.entry.slug))
    .slice(0, limit)
    .map(({ entry }) => entry)
}

function rankOf({ kind, entry }: FoundEntry, asked: string): number {
  const names: readonly Name[] = entry.names
  const isExact = names.some(({ text }) => foldName(text) === asked)
  const shortest = Math.min(999, ...names.map(({ text }) => text.length))
  return (isExact ? 0 : 10_000) + (kind === 'source' ? 1_000 : 0) + shortest
}

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
