import type { FC } from 'hono/jsx'
import { MAX_WORDS } from '../../record/search-question.ts'
import { pageDocument } from '../document.tsx'
import { searchPath } from '../house/house-links.ts'
import { message } from '../messages/message.ts'
import { namesInWords } from '../name-list.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { CARD_STYLE } from '../styles/cards.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { SEARCH_STYLE } from '../styles/search.ts'
import { EntryResults, type FoundEntryLine } from './entry-results.tsx'
import { AskedConditions, NothingFound, type Suggestions } from './nothing-found.tsx'
import { type FoundLine, Results } from './results.tsx'
import { type SearchFields, searchQuery } from './search-fields.ts'
import { SearchForm } from './search-form.tsx'

/** What was found, in the words of the page. */
export interface SearchResults {
  readonly entries: readonly FoundEntryLine[]
  readonly lines: readonly FoundLine[]
  /** How many stories and events fit; null where that is not known. */
  readonly count: number | null
  readonly isMore: boolean
  /** Is this a later page of the same answer? */
  readonly isLater: boolean
  /** The cursor of the next page; null where this is the last. */
  readonly next: string | null
  /** Other names that were looked for too. */
  readonly also: readonly string[]
  readonly isCut: boolean
  readonly isCommon: boolean
  /** Nothing was asked for but what must not be there. */
  readonly hasNoWords: boolean
  readonly suggestions: Suggestions
}

export interface SearchPageProps {
  readonly context: PageContext
  readonly fields: SearchFields
  /** Null where nothing was asked yet. */
  readonly results: SearchResults | null
}

/** The search: its form, and what was found. An answer stands for no address that a machine should list. */
export function searchPage(props: SearchPageProps): RenderedPage {
  const { context, fields, results } = props
  const { language } = context
  return pageDocument({
    context,
    title: results ? message(language, 'search.of', { asked: fields.q }) : message(language, 'search.title'),
    description: '',
    styles: [CARD_STYLE, LIST_STYLE, SEARCH_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Search {...props} />,
    isIndexed: false,
    currentPath: searchPath(context),
  })
}

const Search: FC<SearchPageProps> = ({ context, fields, results }) => {
  const { language } = context
  return (
    <>
      <h1>{message(language, 'search.title')}</h1>
      <SearchForm context={context} fields={fields} />
      {results ? (
        <Answer context={context} fields={fields} results={results} />
      ) : (
        <div class="aside">
          <p>{message(language, 'search.hint')}</p>
          <p>{message(language, 'search.private')}</p>
        </div>
      )}
    </>
  )
}

interface AnswerProps {
  readonly context: PageContext
  readonly fields: SearchFields
  readonly results: SearchResults
}

const Answer: FC<AnswerProps> = ({ context, fields, results }) => {
  const { language } = context
  const { entries, lines, next, also, isCut, hasNoWords } = results
  const isEmpty = lines.length === 0 && entries.length === 0 && next === null
  return (
    <section class="answer" aria-labelledby="found:">
      <h2 id="found:">{headingOf(results, isEmpty, { language, asked: fields.q })}</h2>
      {lines.length > 1 && <p class="told">{message(language, 'search.order')}</p>}
      <AskedConditions context={context} fields={fields} />
      {isCut && <p class="told">{message(language, 'search.cut', { words: MAX_WORDS })}</p>}
      {also.length > 0 && (
        <p class="told">{message(language, 'search.also', { names: namesInWords(also, language) })}</p>
      )}
      {hasNoWords && <p class="told">{message(language, 'search.onlyWithout')}</p>}
      {isEmpty && !hasNoWords && <NothingFound context={context} fields={fields} {...results} />}
      <EntryResults context={context} entries={entries} />
      <Results context={context} lines={lines} />
      {lines.length === 0 && next !== null && <p class="told">{message(language, 'search.noneYet')}</p>}
      {next !== null && (
        <p class="onward">
          <a href={searchPath(context) + searchQuery(fields, next)} rel="next">
            {message(language, lines.length === 0 ? 'search.lookFurther' : 'search.next')}
          </a>
        </p>
      )}
    </section>
  )
}

/** How many there are, as honestly as that is known. */
function headingOf(
  { count, isMore, isLater, hasNoWords, lines }: SearchResults,
  isEmpty: boolean,
  { language, asked }: { language: string; asked: string },
): string {
  if (hasNoWords || (count === 0 && !isEmpty)) return message(language, 'search.results')
  if (isEmpty) return message(language, 'search.nothing', { asked })
  if (isLater) return message(language, 'search.further')
  if (count === null) return message(language, lines.length === 0 ? 'search.results' : 'search.foundSome')
  return message(language, isMore ? 'search.foundMore' : 'search.found', { count })
}
