import type { FC } from 'hono/jsx'
import type { LocalDate } from '../../time.ts'
import { dateWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { RecordTrail } from './entry-heading.tsx'
import { numberWords } from './figure-range.ts'
import { recordPath } from './record-paths.ts'
import { DataTerms } from './data-terms.tsx'
import { sizeWords } from './size-words.ts'

export const DATA_TABLES = [
  'cells',
  'events',
  'claims',
  'appearances',
  'documents',
  'actors',
  'places',
  'victim_groups',
  'assessments',
  'changes',
] as const
export type DataTable = (typeof DATA_TABLES)[number]

export interface DataFile {
  /** As readers know it: "CSV", "JSON", "GeoJSON", "HXL". */
  readonly format: string
  readonly href: string
}

export interface DataRelease {
  /** "2024.07.3". */
  readonly version: string
  readonly on: LocalDate
  readonly href: string
  readonly manifestHref: string
}

export interface DataPageProps {
  readonly context: PageContext
  /** Tables in the order in which researchers open them, each with its files. */
  readonly tables: readonly { readonly table: DataTable; readonly rows: number; readonly files: readonly DataFile[] }[]
  /** Dated, unchanging copies, newest first. */
  readonly releases: readonly DataRelease[]
  /** The public database as one file; null where it is not offered. */
  readonly edition: { readonly href: string; readonly bytes: number | null } | null
}

/** What may narrow a table down: the name in the address, and what it does. */
const PARAMETERS = [
  ['from', '2024-07-01'],
  ['to', '2024-07-31'],
  ['country', 'ML'],
  ['place', 'tinzaouaten'],
  ['actor', 'jnim'],
  ['type', 'ambush'],
  ['disputed', 'yes'],
  ['updated_since', '2024-07-28T18:00Z'],
  ['as_of', '2024-07-28T18:00Z'],
] as const

/** Where the whole record can be had as files, and on which terms. */
export function dataPage(props: DataPageProps): RenderedPage {
  const { context } = props
  return pageDocument({
    context,
    title: message(context.language, 'data.title'),
    description: message(context.language, 'data.what'),
    styles: [LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Data {...props} />,
    currentPath: recordPath(context),
  })
}

const Data: FC<DataPageProps> = (props) => {
  const { context } = props
  const { language } = context
  return (
    <>
      <RecordTrail context={context} />
      <h1>{message(language, 'data.title')}</h1>
      <p class="stand">{message(language, 'data.what')}</p>
      <Tables {...props} />
      <Parameters context={context} />
      <Following context={context} />
      <Releases {...props} />
      <DataTerms context={context} version={props.releases[0]?.version ?? null} />
    </>
  )
}

const Tables: FC<DataPageProps> = ({ context: { language }, tables }) => (
  <div class="stretch">
    <div class="scroll" tabindex={0} role="region" aria-labelledby="tables:">
      <table class="sheet">
        <caption id="tables:">{message(language, 'data.tables')}</caption>
        <thead>
          <tr>
            <th scope="col">{message(language, 'data.table')}</th>
            <th scope="col">{message(language, 'data.holds')}</th>
            <th scope="col">{message(language, 'data.rows')}</th>
            <th scope="col">{message(language, 'data.files')}</th>
          </tr>
        </thead>
        <tbody>
          {tables.map(({ table, rows, files }) => (
            <tr>
              <th scope="row">
                <code>{table}</code>
              </th>
              <td data-label={message(language, 'data.holds')}>{message(language, `data.table.${table}`)}</td>
              <td data-label={message(language, 'data.rows')} class="number">
                {numberWords(rows, language)}
              </td>
              <td data-label={message(language, 'data.files')}>
                <ul class="inline">
                  {files.map(({ format, href }) => (
                    <li>
                      <a href={href} aria-label={`${table}, ${format}`}>
                        {format}
                      </a>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </div>
)

const Parameters: FC<{ context: PageContext }> = ({ context: { language } }) => (
  <section aria-labelledby="filters:">
    <h2 class="rule" id="filters:">
      {message(language, 'data.filters')}
    </h2>
    <p class="plain">{message(language, 'data.filtersExplain')}</p>
    <dl class="facts wide">
      {PARAMETERS.map(([name, example]) => (
        <div>
          <dt>
            <code dir="ltr">
              {name}={example}
            </code>
          </dt>
          <dd>{message(language, `data.filter.${name}`)}</dd>
        </div>
      ))}
    </dl>
    <p class="plain">{message(language, 'data.pages')}</p>
  </section>
)

const Following: FC<{ context: PageContext }> = ({ context: { language } }) => (
  <section aria-labelledby="following:">
    <h2 class="rule" id="following:">
      {message(language, 'data.following')}
    </h2>
    <ul class="rows">
      <Way href="/data/changes.atom" name="data.changesFeed" what="data.changesFeedExplain" language={language} />
      <Way href="/data/openapi.json" name="data.openapi" what="data.openapiExplain" language={language} />
      <li>
        <p>
          <a href="/data/evidence.jsonl">{message(language, 'data.evidence')}</a>
          {' · '}
          <a href="/data/evidence-head.json">{message(language, 'data.evidenceHead')}</a>
        </p>
        <p class="way">{message(language, 'data.evidenceExplain')}</p>
      </li>
    </ul>
  </section>
)

interface WayProps {
  readonly href: string
  readonly name: MessageKey & `data.${'changesFeed' | 'openapi'}`
  readonly what: MessageKey & `data.${'changesFeedExplain' | 'openapiExplain'}`
  readonly language: string
}

const Way: FC<WayProps> = ({ href, name, what, language }) => (
  <li>
    <p>
      <a href={href}>{message(language, name)}</a>
    </p>
    <p class="way">{message(language, what)}</p>
  </li>
)

const Releases: FC<DataPageProps> = ({ context: { language }, releases, edition }) => (
  <section aria-labelledby="releases:">
    <h2 class="rule" id="releases:">
      {message(language, 'data.releases')}
    </h2>
    <p class="plain">{message(language, releases.length === 0 ? 'data.noRelease' : 'data.releasesExplain')}</p>
    <ul class="rows">
      {releases.map(({ version, on, href, manifestHref }) => (
        <li>
          <p>
            <a href={href}>{version}</a>
          </p>
          <p class="way">
            {dateWords(on, language)} ·{' '}
            <a href={manifestHref} aria-label={`${message(language, 'data.manifest')}, ${version}`}>
              {message(language, 'data.manifest')}
            </a>
          </p>
        </li>
      ))}
      {edition && (
        <li>
          <p>
            <a href={edition.href}>edition.db</a>
          </p>
          <p class="way">
            {message(language, 'data.edition')}
            {edition.bytes !== null && ` · ${sizeWords(edition.bytes, language)}`}
          </p>
        </li>
      )}
    </ul>
  </section>
)
