import { type RawBuilder, sql, SqliteAdapter } from 'kysely'
import type { NewsroomDb } from './newsroom-db.ts'
import { lettersOf } from '../record/name-folding.ts'
import { readQuestion, type Term } from '../record/search-question.ts'
import { STEM_LANGUAGES } from '../record/search-tokens.ts'

/** How a database writes a question to its index of words. */
interface Operators {
  readonly quote: '"' | "'"
  readonly and: string
  readonly or: string
  readonly andNot: string
  readonly prefix: string
}

/** @see https://sqlite.org/fts5.html#full_text_query_syntax */
const FTS5: Operators = { quote: '"', and: ' AND ', or: ' OR ', andNot: ' NOT ', prefix: '*' }
/** @see https://www.postgresql.org/docs/18/datatype-textsearch.html#DATATYPE-TSQUERY */
const TSQUERY: Operators = { quote: "'", and: ' & ', or: ' | ', andNot: ' & !', prefix: ':*' }

/**
 * A condition on `stories.id`: the newest text holds every word asked for, whatever their accents and endings; the last
 * word may have been begun only. Null where nothing is asked for.
 */
export function holdsWords(db: NewsroomDb, text: string): RawBuilder<boolean> | null {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter
  const words = inWords(text, isSqlite ? FTS5 : TSQUERY)
  if (words === null) return null
  return isSqlite
    ? sql<boolean>`stories.id in (select story_id from story_words where position in (select rowid from search_index where search_index match ${words}))`
    : sql<boolean>`stories.id in (select story_id from story_words where vector @@ ${words}::tsquery)`
}

function inWords(text: string, operators: Operators): string | null {
  const { asked, words, phrases, without } = readQuestion(text)
  const terms = [...words, ...phrases.flatMap((phrase) => phrase.words)].map(({ term }) => termWords(term, operators))
  if (terms.length === 0) return null
  const begun = /[\p{L}\p{N}]+$/u.exec(asked)?.[0]
  const last = words.at(-1)
  if (begun !== undefined && last?.text.endsWith(begun) === true) {
    terms[words.length - 1] =
      `(${[termWords(last.term, operators), ...begunWords(begun, operators)].join(operators.or)})`
  }
  const wanted = `(${terms.join(operators.and)})`
  const unwanted = without.map(({ term }) => termWords(term, operators)).join(operators.or)
  return unwanted === '' ? wanted : `${wanted}${operators.andNot}(${unwanted})`
}

/** Words that begin like this, in every grammar: "Tinz" while somebody types on. */
const begunWords = (text: string, { quote, prefix }: Operators): string[] => {
  const bare = lettersOf(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
  return bare === '' ? [] : STEM_LANGUAGES.map((language) => `${quote}${language}${bare}${quote}${prefix}`)
}

/** Tokens hold letters, digits and underscores only; in quotation marks none of them can be an operator. */
function termWords(term: Term, operators: Operators): string {
  const { quote, and, or } = operators
  if (term.kind === 'token') return quote + term.token.replaceAll(/[^\p{L}\p{N}_]/gu, '') + quote
  return `(${term.of.map((one) => termWords(one, operators)).join(term.kind === 'all' ? and : or)})`
}
