import type { EditionDb } from '../../src/edition/edition-db.ts'
import { search } from '../../src/edition/search/search.ts'
import { namesInQuestion, namesLike } from '../../src/edition/search/search-names.ts'
import type { SearchRequest } from '../../src/edition/search/search-request.ts'
import { readQuestion } from '../../src/record/search-question.ts'
import type { LocalDate } from '../../src/time.ts'

/** A search for these words, narrowed by nothing. */
export const ask = (asked: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  question: readQuestion(asked),
  scope: 'all',
  language: null,
  list: null,
  from: null,
  to: null,
  zone: 'Africa/Bamako',
  after: null,
  limit: 20,
  byAuthor: null,
  ...more,
})

/** What a search asks of the edition, for whoever looks at the plans of queries. */
export const SEARCH_QUERIES: Readonly<Record<string, (db: EditionDb) => Promise<unknown>>> = {
  search: async (db) => {
    await search(db, ask('story army'))
    await search(db, ask('story 7 -army', { list: 'section:sec_3', after: '900000000000000~0~800000000000000' }))
    await search(db, ask('"four people" place 7', { scope: 'record', from: '2020-03-01' as LocalDate }))
  },
  namesInQuestion: (db) => namesInQuestion(db, readQuestion('place 7 army').words),
  namesLike: (db) => namesLike(db, readQuestion('plase').words),
}
