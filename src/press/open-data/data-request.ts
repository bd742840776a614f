import { createHash } from 'node:crypto'
import { EVENT_TYPES, type EventType } from '../../record/event.ts'
import { parseId, type EventId } from '../../ids.ts'
import { type DataFormat, FORMATS, formatsOf, TABLE_NAMES, type TableName } from '../../site/open-data/tables.ts'
import { type Instant, type LocalDate, parseInstant, parseLocalDate } from '../../time.ts'

/** What a request for data asks, read and checked. Null: not asked. */
export interface DataRequest {
  readonly table: TableName
  readonly format: DataFormat
  readonly filter: DataFilter
  /** As the record stood at this instant, by its own clock. */
  readonly asOf: Instant | null
  readonly limit: number | null
  readonly after: string | null
  readonly withHxl: boolean
}

/** Places and actors by their id or by the last part of their address. */
export interface DataFilter {
  readonly eventId: EventId | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  readonly place: string | null
  readonly actor: string | null
  readonly country: string | null
  readonly type: EventType | null
  readonly disputed: boolean | null
  readonly updatedSince: Instant | null
}

/** What is wrong with a request, one sentence for each wrong parameter. */
export interface DataFault {
  readonly faults: readonly string[]
}

/** Every parameter there is, with what it means: for the reading of requests, for OpenAPI and for the page on data. */
export const PARAMETERS = {
  event: 'Only this event and nothing else: its id, as in evt_0123456789abcdef.',
  from: 'Events that may have happened on this day or later, as in 2024-07-01.',
  to: 'Events that may have happened on this day or earlier, as in 2024-07-31.',
  place: 'Events there or in a place within it: the place’s id or the last part of its address.',
  actor: 'Events it took part in or was hurt in: the actor’s id or the last part of its address.',
  country: 'Events in this country: ISO 3166-1 alpha-2, as in ML.',
  type: 'Events of this type: a word of the codebook, as in ambush.',
  disputed: 'yes: events with a disputed figure; no: those without.',
  updated_since:
    'What changed at this instant or later, as in 2024-07-28T18:00:00Z. Events that were merged or withdrawn come last.',
  as_of:
    'Everything as the record stood at this instant by its own clock, as in 2024-07-28T18:00:00Z; events then come in the order of their ids.',
  limit:
    'At most this many events (or, for tables without events, rows) in one answer: 1 to 1000. Without it, JSON holds 1000 and leads on; all other formats hold everything.',
  after: 'The cursor that the answer before gave for the next page.',
  hxl: 'yes: a second header row with HXL tags. CSV only.',
  format: 'csv, json, geojson or jsonld, where the address does not say.',
} as const

export type Parameter = keyof typeof PARAMETERS

const PAGING: readonly Parameter[] = ['limit', 'after', 'hxl', 'format']

/** Which parameters a table understands: what belongs to no event cannot be asked for by day or place. */
export function parametersOf(table: TableName): readonly Parameter[] {
  if (table === 'actors' || table === 'places' || table === 'documents') return PAGING
  if (table === 'changes') return ['event', 'updated_since', 'as_of', ...PAGING]
  return Object.keys(PARAMETERS) as Parameter[]
}

/** An answer with a limit is read whole before it is sent, so that its head can lead on. */
export const MAX_LIMIT = 1_000

/** What the cursor of events that no list has any more begins with. */
export const UNLISTED = 'unlisted~'

/**
 * Reads `/data/cells.csv?country=ML`. A parameter that is unknown or cannot be read is a fault and not ignored: a
 * misspelt filter would hand out the whole table as if it fitted.
 *
 * @returns undefined when the path names no table
 */
export function readDataRequest(path: string, query: URLSearchParams): DataRequest | DataFault | undefined {
  const named = /^\/data\/([a-z_]+)(?:\.([a-z]+))?$/.exec(path)
  const table = TABLE_NAMES.find((name) => name === named?.[1])
  if (!named || !table) return undefined
  const extension = named[2] ?? query.get('format') ?? 'json'
  const format = formatsOf(table).find((known) => known === extension)
  if (!format) {
    return named[2] === undefined || FORMATS.some((known) => known === extension)
      ? { faults: [`${table} does not come as ${extension}: it comes as ${formatsOf(table).join(', ')}.`] }
      : undefined
  }
  return readParameters(table, format, query)
}

function readParameters(table: TableName, format: DataFormat, query: URLSearchParams): DataRequest | DataFault {
  const faults: string[] = unknownParameters(table, query)
  const read = <Value>(name: Parameter, parse: (text: string) => Value | undefined): Value | null => {
    const text = query.get(name)?.trim()
    if (text === undefined || text === '') return null
    const value = parse(text)
    if (value === undefined) faults.push(`${name}=${text.slice(0, 80)} cannot be read. ${PARAMETERS[name]}`)
    return value ?? null
  }
  const request: DataRequest = {
    table,
    format,
    filter: {
      eventId: read('event', (text) => parseId('event', text)),
      from: read('from', parseLocalDate),
      to: read('to', parseLocalDate),
      place: read('place', nameOrId),
      actor: read('actor', nameOrId),
      country: read('country', (text) => (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined)),
      type: read('type', (text) => EVENT_TYPES.find((known) => known === text)),
      disputed: read('disputed', yesOrNo),
      updatedSince: read('updated_since', parseInstant),
    },
    asOf: read('as_of', parseInstant),
    limit: read('limit', limitFrom),
    after: read('after', (text) => (CURSOR.test(text) ? text : undefined)),
    withHxl: read('hxl', yesOrNo) ?? false,
  }
  faults.push(...contradictionsIn(request))
  return faults.length > 0 ? { faults } : request
}

/** Any cursor of ours: a number, an id, or a day or an instant with an id. */
const CURSOR = /^[0-9a-zA-Z_~:.-]{1,80}$/

function* contradictionsIn({ table, format, filter, asOf, after, withHxl }: DataRequest): Generator<string> {
  const { from, to } = filter
  if (from && to && to < from) yield 'to lies before from: exchange them.'
  if (withHxl && format !== 'csv') yield 'hxl=yes is for CSV: ask for the same table as .csv.'
  if (after !== null && !cursorsOf(table, asOf).test(after)) {
    yield 'after is no cursor of this question: take the address of the next page from the answer before, as it stands.'
  }
}

/** Each order has cursors of its own; one of another order would silently begin anew. */
function cursorsOf(table: TableName, asOf: Instant | null): RegExp {
  if (table === 'changes') return /^\d{1,15}$/
  if (table === 'actors' || table === 'places' || table === 'documents') return /^(?:act|plc|doc)_\w+$/
  return asOf === null ? /^(?:unlisted~(?:evt_\w+)?|[\dTZ:.-]+~evt_\w+)$/ : /^evt_\w+$/
}

function unknownParameters(table: TableName, query: URLSearchParams): string[] {
  const known: readonly string[] = parametersOf(table)
  const unknown = [...new Set(query.keys())].filter((name) => !known.includes(name))
  const twice = [...new Set(query.keys())].filter((name) => known.includes(name) && query.getAll(name).length > 1)
  return [
    ...twice.map((name) => `${name} is given more than once: ask once for each of them.`),
    ...unknown.map((name) => `${table} knows no parameter “${name.slice(0, 40)}”. It knows ${known.join(', ')}.`),
  ]
}

const nameOrId = (text: string): string | undefined => (/^[a-z0-9_-]{1,120}$/.test(text) ? text : undefined)

function yesOrNo(text: string): boolean | undefined {
  if (text === 'yes' || text === '1' || text === 'true') return true
  return text === 'no' || text === '0' || text === 'false' ? false : undefined
}

function limitFrom(text: string): number | undefined {
  const limit = Number(text)
  return Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIMIT ? limit : undefined
}

/**
 * The validator of an answer: the same question to the same edition has the same answer.
 *
 * @param edition the number that the edition has reached
 */
export function etagOf(request: DataRequest, edition: number): string {
  const question = createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 12)
  return `W/"${edition}-${question}"`
}
