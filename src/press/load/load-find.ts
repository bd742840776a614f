import { filterChoices } from '../../edition/filter-choices.ts'
import { findByName } from '../../edition/find-by-name.ts'
import { listedEvents } from '../../edition/record-lists.ts'
import { EVENT_TYPES } from '../../record/event.ts'
import {
  FILTER_NAMES,
  type FilterFields,
  type FilterName,
  type FilterProblem,
  readFilter,
  usable,
} from '../../site/record/record-filter.ts'
import { recordFindPage } from '../../site/record/record-find-page.tsx'
import { pathTo } from '../../story/addresses.ts'
import type { Language } from '../../story/story.ts'
import { type LocalDate, parseLocalDate } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { eventLines } from './event-lines.ts'
import { finished } from './finished.ts'
import { loadSource } from './load-entries.ts'
import { ALL_EVENTS } from './load-record-lists.ts'
import { languageOf, notFound } from './render-page.ts'
import { contextFor, openSite, type PageSource, type PublicSite } from './page-source.ts'

/** How many events a page of answers holds. */
const PAGE = 30

/** Answers a search of the record, or a later page of a source's claims: by a query, and therefore never kept. */
export type FindPage = (path: string, query: URLSearchParams) => Promise<FinishedPage>

export const findFrom =
  (from: PageSource): FindPage =>
  async (path, query) => {
    const site = await openSite(from)
    const language = languageOf(path, site)
    const front = pathTo({ kind: 'record-front', language }, site.newspaper)
    if (path === `${front}/find`) return { ...(await find(site, language, query)), kept: false }
    const slug = path.startsWith(`${front}/source/`) ? path.slice(front.length + '/source/'.length) : null
    const after = query.get('after')
    const source =
      slug === null || after === null ? undefined : await loadSource(site, { kind: 'source', language, slug }, after)
    return { ...(source ?? notFound(site, language)), kept: false }
  }

async function find(site: PublicSite, language: Language, query: URLSearchParams): Promise<FinishedPage> {
  const { edition, newspaper } = site
  const sent = readFilter(Object.fromEntries(FILTER_NAMES.map((name) => [name, query.get(name) ?? ''])))
  const placeId = await named(site, 'place', sent)
  const actorId = await named(site, 'actor', sent)
  const fields = withProblem(withProblem(sent, 'place', placeId, 'unknown-place'), 'actor', actorId, 'unknown-actor')
  const filter = {
    ...ALL_EVENTS,
    from: dateIn(fields, 'from'),
    to: dateIn(fields, 'to'),
    placeId: placeId ?? null,
    actorId: actorId ?? null,
    type: EVENT_TYPES.find((type) => type === usable(fields.type)) ?? null,
    disputed: usable(fields.disputed) === null ? null : usable(fields.disputed) === 'yes',
  }
  const { events, next } = await listedEvents(edition, filter, { after: query.get('after'), limit: PAGE })
  const page = recordFindPage({
    context: contextFor(
      site,
      language,
      (other) => `${pathTo({ kind: 'record-front', language: other }, newspaper)}/find`,
    ),
    fields,
    choices: await filterChoices(edition, language),
    events: await eventLines(site, events, language),
    next,
  })
  return finished(page, { language, shows: [] })
}

/** The id of what a field names; null where it was left free, undefined where nobody is called so. */
async function named<Type extends 'place' | 'actor'>({ edition }: PublicSite, type: Type, fields: FilterFields) {
  const text = usable(fields[type])
  return text === null ? null : findByName(edition, type, text)
}

const withProblem = (fields: FilterFields, name: FilterName, found: unknown, problem: FilterProblem): FilterFields =>
  found === undefined ? { ...fields, [name]: { ...fields[name], problem } } : fields

function dateIn(fields: FilterFields, name: 'from' | 'to'): LocalDate | null {
  const text = usable(fields[name])
  return text === null ? null : (parseLocalDate(text) ?? null)
}
