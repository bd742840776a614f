import { ABOUT_TABLES } from '../../site/open-data/about-tables.ts'
import { CHANGES_ATOM, CHANGES_JSON_FEED } from '../../site/open-data/changes-feed.ts'
import { type Column, formatsOf, TABLES, TABLE_NAMES, type TableName } from '../../site/open-data/tables.ts'
import { parametersOf, PARAMETERS } from '../../press/open-data/data-request.ts'

/**
 * The description of the open data as OpenAPI 3.1, made from the tables and parameters themselves.
 *
 * @see https://spec.openapis.org/oas/v3.1.0
 */
export function openApi({ name, siteUrl }: { name: string; siteUrl: string }): object {
  const tables = TABLE_NAMES.flatMap((table) => formatsOf(table).map((format) => [table, format] as const))
  return {
    openapi: '3.1.0',
    info: {
      title: `${name}: open data of the record`,
      version: '1',
      description:
        'Events, actors, places and claims behind the stories. Figures are as they were stated: never added, averaged or estimated. Reading needs no key.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: siteUrl }],
    paths: {
      ...Object.fromEntries(
        tables.map(([table, format]) => [`/data/${table}.${format}`, { get: operation(table, format) }]),
      ),
      [CHANGES_ATOM]: { get: plain('The newest changes of the record as an Atom feed.', 'application/atom+xml') },
      [CHANGES_JSON_FEED]: { get: plain('The same as a JSON Feed.', 'application/feed+json') },
      '/data/edition.db': { get: plain('Everything public as one SQLite file.', 'application/vnd.sqlite3') },
      '/data/evidence.jsonl': {
        get: plain('What readers have had, as a chain of hashes, a line each.', 'application/jsonl'),
      },
      '/data/evidence-head.json': { get: plain('Number, hash and hour of the last line of it.', 'application/json') },
      '/data/releases.json': { get: plain('The dated releases, each with its manifest.', 'application/json') },
      '/data/releases/{version}/{file}': {
        parameters: [inPath('version', 'As in 2024.07.3.'), inPath('file', 'A file that the manifest names.')],
        get: {
          summary: 'A file of a release. It never changes.',
          responses: {
            200: { description: 'The file.', content: { 'application/octet-stream': {} } },
            404: { $ref: '#/components/responses/problem' },
          },
        },
      },
    },
    components: {
      parameters: Object.fromEntries(Object.entries(PARAMETERS).map(([key, about]) => [key, parameter(key, about)])),
      schemas: {
        ...Object.fromEntries(TABLE_NAMES.map((table) => [table, schemaOf(TABLES[table])])),
        problem: PROBLEM,
      },
      responses: {
        problem: {
          description: 'What is wrong with the question, or that it is too much just now, in a sentence.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
        },
      },
    },
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc9457 */
const PROBLEM = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
  },
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  json: 'application/json',
  geojson: 'application/geo+json',
  jsonld: 'application/ld+json',
} as const

const operation = (table: TableName, format: keyof typeof MEDIA_TYPES) => ({
  operationId: `${table}-${format}`,
  summary: ABOUT_TABLES[table],
  parameters: parametersOf(table)
    .filter((name) => name !== 'format' && (name !== 'hxl' || format === 'csv'))
    .map((name) => ({ $ref: `#/components/parameters/${name}` })),
  responses: {
    200: {
      description: 'The rows that fit.',
      headers: {
        ETag: { schema: { type: 'string' }, description: 'The same until the record changes.' },
        Link: { schema: { type: 'string' }, description: 'The next page, where a limit cut this one short.' },
      },
      content: { [MEDIA_TYPES[format]]: { schema: format === 'json' ? pageOf(table) : { type: 'string' } } },
    },
    304: { description: 'It has not changed since.' },
    422: { $ref: '#/components/responses/problem' },
    503: { $ref: '#/components/responses/problem' },
  },
})

const plain = (summary: string, mediaType: string) => ({
  summary,
  responses: { 200: { description: 'The file.', content: { [mediaType]: {} } } },
})

const inPath = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
})

const parameter = (key: string, about: string) => ({
  name: key,
  in: 'query',
  required: false,
  description: about,
  schema: { type: 'string' },
})

const pageOf = (table: TableName) => ({
  type: 'object',
  properties: {
    table: { const: table },
    as_of: { type: ['string', 'null'] },
    edition: { type: 'integer', description: 'The number of the newest change that the answer knows.' },
    rows: { type: 'array', items: { $ref: `#/components/schemas/${table}` } },
    next: { type: ['string', 'null'], description: 'The address of the next page.' },
  },
})

const schemaOf = (columns: readonly Column[]) => ({
  type: 'object',
  properties: Object.fromEntries(
    columns.map(({ name, type, about }) => [
      name,
      { type: [type === 'text' ? 'string' : type, 'null'], description: about },
    ]),
  ),
})
