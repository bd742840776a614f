import { type Question, spokenText, type Term } from '../../record/search-question.ts'
import type { EditionDb } from '../edition-db.ts'
import { readCursor, type SearchCursor, writeCursor } from './search-cursor.ts'
import { searchDialect } from './search-dialect.ts'
import { type FoundEntry, foundEntries } from './search-found-entries.ts'
import { type FoundEvent, type FoundStory, loadFound } from './search-found.ts'
import { documentsAt } from './search-matches.ts'
import { namesInQuestion, widened } from './search-names.ts'
import type { SearchRequest } from './search-request.ts'
import { type SearchWindow, windowOf } from './search-window.ts'

export interface SearchAnswer {
  /** Actors, places and sources that are called so; with the first page only, since they have no date. */
  readonly entries: readonly FoundEntry[]
  readonly hits: readonly (FoundStory | FoundEvent)[]
  /** How many stories and events fit; null where not all of them were counted or looked at. */
  readonly count: number | null
  /** There are more than were counted. */
  readonly isMore: boolean
  readonly next: string | null
  /** Other names that were looked for too. */
  readonly also: readonly string[]
  /** Every word that was looked for, other names included. */
  readonly terms: readonly Term[]
}

/** How many texts one page compares with a phrase at most. */
const MOST_COMPARED = 100
const ENTRIES_BESIDE = 6
const ENTRIES_ALONE = 40

/**
 * What fits a question, the same on every database. Of the newest thousand stories and events that hold all words, those
 * with all words in their headline come first, then the newest; the next thousand follows. Before all of them stand the
 * actors, places and sources that are called so.
 */
export const search = (db: EditionDb, request: SearchRequest): Promise<SearchAnswer> =>
  searchDialect(db).searching(db, (searching) => searched(searching, request))

async function searched(db: EditionDb, request: SearchRequest): Promise<SearchAnswer> {
  const { question, after } = request
  const { terms: ofWords, also } = widened(question.words, await namesInQuestion(db, question.words))
  const terms = [...ofWords, ...question.phrases.flatMap(({ words }) => words.map(({ term }) => term))]
  const cursor = after === null ? null : readCursor(after)
  if (terms.length === 0) return { entries: [], hits: [], count: 0, isMore: false, next: null, also, terms }
  const window = await windowOf(db, request, { terms, top: cursor?.top ?? null })
  const page = await pageOf(db, request, { window, cursor })
  const entries = cursor === null ? await entriesFor(db, request, terms) : []
  return { ...page, entries, also, terms }
}

async function pageOf(
  db: EditionDb,
  { question, limit }: SearchRequest,
  { window, cursor }: { readonly window: SearchWindow; readonly cursor: SearchCursor | null },
): Promise<Pick<SearchAnswer, 'hits' | 'count' | 'isMore' | 'next'>> {
  const candidates = window.after(cursor?.after ?? null)
  const hasPhrases = question.phrases.length > 0
  const most = hasPhrases ? Math.min(candidates.length, MOST_COMPARED) : candidates.length
  const hits: (FoundStory | FoundEvent)[] = []
  let looked = 0
  while (hits.length < limit && looked < most) {
    const some = candidates.slice(looked, looked + limit).map(({ position }) => position)
    const found = await loadFound(db, await documentsAt(db, some))
    for (const position of some) {
      const one = found.get(position)
      looked += 1
      if (one && saysPhrases(question, one)) hits.push(one)
      if (hits.length === limit) break
    }
  }
  const last = candidates[looked - 1]
  const isWhole = looked === candidates.length
  const counted = hasPhrases ? hits.length : candidates.length
  return {
    hits,
    count: cursor === null && (!hasPhrases || (isWhole && !window.isMore)) ? counted : null,
    isMore: window.isMore,
    next: isWhole || !last ? window.below() : writeCursor({ top: window.top, after: last }),
  }
}

const saysPhrases = ({ phrases }: Question, found: FoundStory | FoundEvent): boolean => {
  if (phrases.length === 0) return true
  const spoken = spokenText(found.text)
  return phrases.every(({ text }) => spoken.includes(spokenText(text)))
}

/** Entries have neither a date nor a section: who narrows by these wants none of them. */
async function entriesFor(db: EditionDb, request: SearchRequest, terms: readonly Term[]): Promise<FoundEntry[]> {
  const { scope, list, from, to, question } = request
  if (scope === 'stories' || list !== null || from !== null || to !== null) return []
  const limit = scope === 'record' ? ENTRIES_ALONE : ENTRIES_BESIDE
  return foundEntries(db, question, { terms, limit })
}
