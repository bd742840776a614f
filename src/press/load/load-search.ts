import { allAuthors } from '../../edition/house.ts'
import { search, type SearchAnswer } from '../../edition/search/search.ts'
import { namesLike } from '../../edition/search/search-names.ts'
import type { SearchRequest } from '../../edition/search/search-request.ts'
import type { ListKey } from '../../edition/tags.ts'
import { displayName } from '../../record/display-name.ts'
import { foldName } from '../../record/name-folding.ts'
import { type Question, readQuestion } from '../../record/search-question.ts'
import { searchBusyPage } from '../../site/search/search-busy-page.tsx'
import { readFields, type SearchFields } from '../../site/search/search-fields.ts'
import { searchPage, type SearchResults } from '../../site/search/search-page.tsx'
import { pathTo } from '../../story/addresses.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { foundLines } from './found-lines.ts'
import { contextFor, openSite, type PageSource, type PublicSite } from './page-source.ts'
import { languageOf, notFound } from './render-page.ts'

/** How many stories and events a page of answers holds. */
const PAGE = 20
/** How many names and words are offered where nothing was found. */
const MOST_OFFERED = 6

export interface SearchPages {
  /** Answers a question: by its words, and therefore never kept. */
  readonly answer: (path: string, query: URLSearchParams) => Promise<FinishedPage>
  /** What is said while more is asked than can be answered. */
  readonly busy: (path: string) => Promise<FinishedPage>
}

/** The search over what the edition holds. Nothing of a question is written anywhere. */
export const searchFrom = (from: PageSource): SearchPages => ({
  answer: async (path, query) => {
    const site = await openSite(from)
    const language = languageOf(path, site)
    if (path !== pathTo({ kind: 'search', language }, site.newspaper)) {
      return { ...notFound(site, language), kept: false }
    }
    return { ...(await answered(site, language, query)), kept: false }
  },
  busy: async (path) => {
    const site = await openSite(from)
    const language = languageOf(path, site)
    const page = searchBusyPage(contextOf(site, language))
    return { ...finished(page, { language, shows: [], status: 503 }), kept: false }
  },
})

/** No other language has the same answer, but each has a search. */
const contextOf = (site: PublicSite, language: Language) =>
  contextFor(site, language, (other) => pathTo({ kind: 'search', language: other }, site.newspaper))

async function answered(site: PublicSite, language: Language, query: URLSearchParams): Promise<FinishedPage> {
  const context = contextOf(site, language)
  const fields = readFields(query, context)
  const question = readQuestion(fields.q)
  const after = query.get('after')
  const request = await requestOf(site, { fields, question, after })
  const answer = await search(site.edition, request)
  const page = searchPage({
    context,
    fields: { ...fields, q: question.asked },
    results: question.asked === '' ? null : await resultsOf(site, { language, question, after, answer }),
  })
  return finished(page, { language, shows: [] })
}

interface Asked {
  readonly fields: SearchFields
  readonly question: Question
  readonly after: string | null
}

async function requestOf(site: PublicSite, { fields, question, after }: Asked): Promise<SearchRequest> {
  const { kind, language, section, from, to } = fields
  return {
    question,
    scope: kind,
    language,
    list: section === null ? null : `section:${section.id}`,
    from: from.on,
    to: to.on,
    zone: site.newspaper.zone,
    after,
    limit: PAGE,
    byAuthor: await authorCalled(site, question),
  }
}

/** The author whose name the question is, and nothing else. */
async function authorCalled({ edition }: PublicSite, question: Question): Promise<ListKey | null> {
  const asked = foldName(question.asked)
  if (asked === '' || question.without.length > 0) return null
  const author = (await allAuthors(edition)).find(({ name, names }) =>
    [name, ...Object.values(names)].some((one) => foldName(one) === asked),
  )
  return author ? `author:${author.id}` : null
}

interface Answered {
  readonly language: Language
  readonly question: Question
  readonly after: string | null
  readonly answer: SearchAnswer
}

async function resultsOf(site: PublicSite, { language, question, after, answer }: Answered): Promise<SearchResults> {
  const { entries, lines } = await foundLines(site, language, answer)
  const isEmpty = entries.length + lines.length === 0
  return {
    entries,
    lines,
    count: answer.count,
    isMore: answer.isMore,
    isLater: after !== null && !isEmpty,
    next: answer.next,
    also: answer.also,
    isCut: question.isCut,
    isCommon: question.isCommon,
    hasNoWords: question.words.length + question.phrases.length === 0,
    suggestions: isEmpty ? await suggestionsFor(site, language, question) : { names: [], words: [] },
  }
}

async function suggestionsFor({ edition }: PublicSite, language: Language, question: Question) {
  const { words, phrases } = question
  const asked = [...words, ...phrases.flatMap((phrase) => phrase.words)]
  const known = new Set(asked.map(({ text }) => foldName(text)))
  const names = (await namesLike(edition, asked)).map((all) => displayName(all, language))
  const each = [...new Set(asked.map(({ text }) => text))]
  return {
    names: [...new Set(names)].filter((name) => !known.has(foldName(name))).slice(0, MOST_OFFERED),
    words: each.length > 1 ? each.slice(0, MOST_OFFERED) : [],
  }
}
