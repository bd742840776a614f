import { cellRowsIn } from '../../edition/record-as-of.ts'
import { eventColumns } from '../../edition/record-cell-rows.ts'
import { parseId } from '../../ids.ts'
import { newestIn } from '../../record/newest-in.ts'
import { cellRow } from '../../site/open-data/cell-row.ts'
import { csvLine } from '../../site/open-data/csv.ts'
import { rowsOfEvent } from '../../site/open-data/event-rows.ts'
import { eventFeature } from '../../site/open-data/geojson.ts'
import { asJson, type DataFormat, headerOf, hxlTagsOf, inColumns } from '../../site/open-data/tables.ts'
import { DATA_CONTEXT, recordGraph } from '../../site/record/record-structured-data.tsx'
import { pathTo } from '../../story/addresses.ts'
import type { DataRequest } from './data-request.ts'
import { type DataSource, rowPages } from './data-rows.ts'
import { type EventInSet, eventPages } from './event-sets.ts'

/** A stretch of a file: its parts as text, and the cursor of what follows; null when nothing does. */
export interface Piece {
  readonly parts: readonly string[]
  readonly next: string | null
}

/** What stands around the parts of a file. */
interface Frame {
  readonly head: string
  readonly between: string
  readonly tail: (next: string | null) => string
}

/** The parts of the file that a request asks for, read as they are taken. */
export async function* piecesOf(source: DataSource, request: DataRequest): AsyncGenerator<Piece> {
  const { table, format } = request
  if (format === 'csv' || format === 'json') {
    const partOf = PART[format]
    for await (const { rows, next } of rowPages(source, request)) {
      yield { parts: rows.map((row) => partOf(table, row)), next }
    }
    return
  }
  const textOf = format === 'geojson' ? featureText : graphText
  for await (const { events, next } of eventPages(source.edition, request, { withUnlisted: false })) {
    yield { parts: events.map((one) => textOf(source, one)).filter((text) => text !== ''), next }
  }
}

const PART = {
  csv: (table: DataRequest['table'], row: Parameters<typeof inColumns>[1]) => csvLine(inColumns(table, row)),
  json: (table: DataRequest['table'], row: Parameters<typeof inColumns>[1]) => JSON.stringify(asJson(table, row)),
} as const

/**
 * A whole file, in as much memory as one piece takes.
 *
 * @param edition the number of the newest change that the answer knows
 * @param urlAfter the address of the page after a cursor
 */
export async function* chunksOf(
  request: DataRequest,
  pieces: AsyncIterable<Piece> | Iterable<Piece>,
  { edition, urlAfter }: { readonly edition: number; readonly urlAfter: (cursor: string) => string },
): AsyncGenerator<string> {
  const { head, between, tail } = FRAMES[request.format](request, edition)
  yield head
  let isFirst = true
  let last: string | null = null
  for await (const { parts, next } of pieces) {
    last = next
    if (parts.length === 0) continue
    yield (isFirst ? '' : between) + parts.join(between)
    isFirst = false
  }
  yield tail(last === null ? null : urlAfter(last))
}

const FRAMES: { readonly [Format in DataFormat]: (request: DataRequest, edition: number) => Frame } = {
  csv: ({ table, withHxl }) => ({
    head: csvLine(headerOf(table)) + (withHxl ? csvLine(hxlTagsOf(table)) : ''),
    between: '',
    tail: () => '',
  }),
  json: ({ table, asOf }, edition) => ({
    head: `{"table":${JSON.stringify(table)},"as_of":${JSON.stringify(asOf)},"edition":${edition},"rows":[`,
    between: ',',
    tail: (next) => `],"next":${JSON.stringify(next)}}\n`,
  }),
  geojson: () => ({ head: '{"type":"FeatureCollection","features":[', between: ',', tail: () => ']}\n' }),
  jsonld: () => ({
    head: `{"@context":${JSON.stringify(DATA_CONTEXT)},"@graph":[`,
    between: ',',
    tail: () => ']}\n',
  }),
}

/** GeoJSON: one feature for each event, with its figures. */
function featureText(source: DataSource, { event, set }: EventInSet): string {
  const [row = {}] = rowsOfEvent('events', { event, set, whenAndWhere: eventColumns(set, event) }, source)
  const cells = cellRowsIn(set, event).map((cell) => cellRow({ ...cell }, source))
  return JSON.stringify(eventFeature(event, { row, cells }))
}

/** JSON-LD: for each event its data set, every claim with its claimant, and our own verdicts. */
function graphText(source: DataSource, one: EventInSet): string {
  const { event, set } = one
  const { newspaper, siteUrl } = source
  const language = newspaper.defaultLanguage
  const path = pathTo({ kind: 'event', language, slug: event.content.slug }, newspaper)
  const context = { newspaper, siteUrl, language, path, sections: [], housePages: [], hasRecord: true, alternates: [] }
  const nodes = recordGraph({ context, eventId: event.id, set, asOf: newestIn(set) })
  return nodes
    .filter((node) => node['@type'] !== 'Claim' || isOwn(one, String(node['@id'])))
    .map((node) => JSON.stringify(node))
    .join(',')
}

/** A page shows claims on an event's parts too; in a file of all events each claim stands once, with its own event. */
function isOwn({ event, set }: EventInSet, address: string): boolean {
  const id = parseId('claim', address.split('/').at(-1) ?? '')
  return id !== undefined && set.claims.get(id)?.content.about.eventId === event.id
}
