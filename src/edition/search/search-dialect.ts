import { sql, SqliteAdapter } from 'kysely'
import type { Term } from '../../record/search-question.ts'
import type { EditionDb } from '../edition-db.ts'
import { inSpan } from './search-document.ts'
import { FIRST_DATED, firstOfSpan, type Position, spanAt } from './search-position.ts'

/** What documents must hold, and what they must not. */
export interface Wanted {
  readonly all: readonly Term[]
  readonly none: readonly Term[]
}

/** From one position to another, both included, and how many at most. */
export interface Range {
  readonly from: Position
  readonly to: Position
  readonly limit: number
}

/** What of the search differs between databases. */
export interface SearchDialect {
  /** Does all of one search, with whatever the database has to be told before. */
  readonly searching: <Result>(db: EditionDb, work: (db: EditionDb) => Promise<Result>) => Promise<Result>
  /** The newest positions of what is wanted. */
  readonly newest: (db: EditionDb, wanted: Wanted, range: Range) => Promise<Position[]>
}

export const searchDialect = (db: EditionDb): SearchDialect =>
  db.getExecutor().adapter instanceof SqliteAdapter ? SQLITE : POSTGRES

/** FTS5 holds its rows in the order of their positions, and is walked from the newest on. */
const SQLITE: SearchDialect = {
  searching: (db, work) => work(db),
  newest: async (db, wanted, { from, to, limit }) => {
    // A position that came as a floating-point number would be passed over by the index.
    const { rows } = await sql<{ position: Position }>`
      select rowid as position from search_index
      where search_index match ${inWords(wanted, FTS5)} and rowid between ${BigInt(from)} and ${BigInt(to)}
      order by rowid desc limit ${limit}`.execute(db)
    return rows.map(({ position }) => position)
  },
}

/**
 * A GIN index knows no order, and finds all that fits before the newest of it can be told. So it is asked for the newest
 * months first, then for those before, then for the rest, until there is enough. Its planner thinks that comparing a text costs nothing, and would
 * rather read the whole archive.
 */
const POSTGRES: SearchDialect = {
  searching: (db, work) =>
    db.transaction().execute(async (tx) => {
      await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
      return work(tx)
    }),
  newest: async (db, wanted, range) => {
    if (range.from < FIRST_DATED) return inGin(db, wanted, range)
    const { rows } = await sql<{ newest: Position | null; oldest: Position | null }>`
      select (select max(position) from search_documents where position between ${range.from} and ${range.to}) as newest,
        (select min(position) from search_documents where position between ${range.from} and ${range.to}) as oldest`.execute(
      db,
    )
    const { newest, oldest } = rows[0] ?? { newest: null, oldest: null }
    return newest === null || oldest === null ? [] : spanBySpan(db, wanted, { ...range, from: oldest, to: newest })
  },
}

/**
 * How many spans of thirty days are asked at a time. What is not frequent enough to be found a thousand times within
 * these is not so frequent that all of it could not be asked for.
 */
const SPANS = [4, 16]

async function spanBySpan(db: EditionDb, wanted: Wanted, { from, to, limit }: Range): Promise<Position[]> {
  const found: Position[] = []
  let top = to
  for (const spans of SPANS) {
    const lowest = Math.max(spanAt(from), spanAt(top) - spans + 1)
    const within: Term[] = []
    for (let span = lowest; span <= spanAt(top); span += 1) within.push({ kind: 'token', token: inSpan(span) })
    const bottom = Math.max(from, firstOfSpan(lowest))
    const asked = { all: [...wanted.all, { kind: 'any', of: within } as const], none: wanted.none }
    found.push(...(await inGin(db, asked, { from: bottom, to: top, limit: limit - found.length })))
    top = bottom - 1
    if (found.length === limit || top < from) return found
  }
  return [...found, ...(await inGin(db, wanted, { from, to: top, limit: limit - found.length }))]
}

/** Asked so that only the index over the words can answer. */
async function inGin(db: EditionDb, wanted: Wanted, { from, to, limit }: Range): Promise<Position[]> {
  const { rows } = await sql<{ position: Position }>`
    select position from search_documents
    where vector @@ ${inWords(wanted, TSQUERY)}::tsquery and position + 0 between ${from}::bigint and ${to}::bigint
    order by position + 0 desc limit ${limit}`.execute(db)
  return rows.map(({ position }) => position)
}

interface Operators {
  readonly quote: '"' | "'"
  readonly and: string
  readonly or: string
  readonly andNot: string
}

/** @see https://sqlite.org/fts5.html#full_text_query_syntax */
const FTS5: Operators = { quote: '"', and: ' AND ', or: ' OR ', andNot: ' NOT ' }
/** @see https://www.postgresql.org/docs/18/datatype-textsearch.html#DATATYPE-TSQUERY */
const TSQUERY: Operators = { quote: "'", and: ' & ', or: ' | ', andNot: ' & !' }

/** Tokens hold letters, digits and underscores only; in quotation marks none of them can be an operator. */
function inWords({ all, none }: Wanted, operators: Operators): string {
  const wanted = termWords({ kind: 'all', of: all }, operators)
  return none.length === 0 ? wanted : wanted + operators.andNot + termWords({ kind: 'any', of: none }, operators)
}

function termWords(term: Term, operators: Operators): string {
  const { quote, and, or } = operators
  if (term.kind === 'token') return quote + term.token.replaceAll(/[^\p{L}\p{N}_]/gu, '') + quote
  return `(${term.of.map((one) => termWords(one, operators)).join(term.kind === 'all' ? and : or)})`
}
