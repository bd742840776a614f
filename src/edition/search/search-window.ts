import { type AskedWord, allOf, anyOf, type Term } from '../../record/search-question.ts'
import type { EditionDb } from '../edition-db.ts'
import { compareRanks, type Ranked, writeCursor } from './search-cursor.ts'
import { anywhere, inHeadline, ofKind, ofLanguage, ofList } from './search-document.ts'
import { wantedPositions } from './search-matches.ts'
import { LAST, type Position, positionsBetween } from './search-position.ts'
import type { SearchRequest } from './search-request.ts'

/** How many of the newest that fit are ranked together. */
const WINDOW = 1_000

/** The newest that fit, ranked. */
export interface SearchWindow {
  readonly top: Position
  /** There is more below. */
  readonly isMore: boolean
  /** Those that stand after this one; all of them after null. */
  after(last: Ranked | null): readonly Ranked[]
  /** The cursor of what lies below; null where nothing does. */
  below(): string | null
}

/**
 * The newest thousand that fit, those first that say everything in their headline.
 *
 * @param terms what is looked for, all of it
 * @param top where the thousand begins; null for the newest of all
 */
export async function windowOf(
  db: EditionDb,
  request: SearchRequest,
  { terms, top: asked }: { readonly terms: readonly Term[]; readonly top: Position | null },
): Promise<SearchWindow> {
  const [low, high] = positionsBetween(request.zone, request.from, request.to)
  const to = Math.min(high, asked ?? LAST)
  const narrowed = narrowedBy(request)
  const none = excluded(request.question.without)
  const anyOfAll = byAuthorToo(request, inField(terms, anywhere))
  const found = await wantedPositions(
    db,
    { all: [...anyOfAll, ...narrowed], none },
    { from: low, to, limit: WINDOW + 1 },
  )
  const positions = found.slice(0, WINDOW)
  const top = positions[0] ?? to
  const bottom = positions.at(-1) ?? to + 1
  const headlines = new Set(
    await wantedPositions(
      db,
      { all: [...inField(terms, inHeadline), ...narrowed], none },
      { from: bottom, to: top, limit: WINDOW },
    ),
  )
  const ranked = positions.map((position) => ({ position, isHeadline: headlines.has(position) })).sort(compareRanks)
  const isMore = found.length > WINDOW
  return {
    top,
    isMore,
    after: (last) => (last === null ? ranked : ranked.filter((one) => compareRanks(last, one) < 0)),
    below: () => (isMore ? writeCursor({ top: bottom - 1, after: null }) : null),
  }
}

/** Terms as they are looked for anywhere in a text, or in its headline alone. */
export const inField = (terms: readonly Term[], field: (token: string) => string): Term[] =>
  terms.map((term) =>
    term.kind === 'token' ? mark(field(term.token)) : { kind: term.kind, of: inField(term.of, field) },
  )

const mark = (token: string): Term => ({ kind: 'token', token })

/** Whoever asks for an author by name wants what the author wrote, too. */
const byAuthorToo = ({ byAuthor }: SearchRequest, terms: readonly Term[]): readonly Term[] =>
  byAuthor === null ? terms : [anyOf([allOf(terms), mark(ofList(byAuthor))])]

const excluded = (without: readonly AskedWord[]): Term[] =>
  inField(
    without.map(({ term }) => term),
    anywhere,
  )

/** What is narrowed. Events stand in no section, and in every language. */
function narrowedBy({ scope, language, list }: SearchRequest): Term[] {
  if (scope === 'record') return [mark(ofKind('event'))]
  if (list !== null) return [mark(ofList(list)), ...(language === null ? [] : [mark(ofLanguage(language))])]
  if (scope === 'stories') return [mark(language === null ? ofKind('story') : ofLanguage(language))]
  return language === null ? [] : [anyOf([mark(ofLanguage(language)), mark(ofKind('event'))])]
}
