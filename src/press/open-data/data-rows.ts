import { setImmediate as othersTurn } from 'node:timers/promises'
import type { EditionDb } from '../../edition/edition-db.ts'
import { numberBefore } from '../../edition/log-events.ts'
import { cellRowsIn } from '../../edition/record-as-of.ts'
import { eventColumns } from '../../edition/record-cell-rows.ts'
import { changesOfEvents, recordChangesAfter } from '../../edition/record-changes.ts'
import { listedEvents } from '../../edition/record-lists.ts'
import { rowsAfter } from '../../edition/record-rows-paged.ts'
import { setOfIds } from '../../edition/record-sets.ts'
import type { EntryId } from '../../record/entry.ts'
import { cellRow } from '../../site/open-data/cell-row.ts'
import { changeRow } from '../../site/open-data/change-rows.ts'
import { actorRow, documentRow, placeRow } from '../../site/open-data/entry-rows.ts'
import { rowsOfEvent } from '../../site/open-data/event-rows.ts'
import type { ExportContext } from '../../site/open-data/row-words.ts'
import type { Row, TableName } from '../../site/open-data/tables.ts'
import type { DataRequest } from './data-request.ts'
import { type EventInSet, eventPages, toEventFilter } from './event-sets.ts'

/** Where rows come from and in which words. */
export interface DataSource extends ExportContext {
  readonly edition: EditionDb
}

/** Some rows, and the cursor of those after them; null when these were the last. */
export interface RowPage {
  readonly rows: readonly Row[]
  readonly next: string | null
}

/** How many rows are read at a time where no arithmetic is done for them. */
const PAGE = 200

/** The rows that a request asks for, a page at a time. */
export function rowPages(source: DataSource, request: DataRequest): AsyncGenerator<RowPage> {
  const { table } = request
  switch (table) {
    case 'cells':
      return request.asOf === null && request.filter.eventId === null
        ? cellPages(source, request)
        : eventRowPages(source, request, (one) =>
            cellRowsIn(one.set, one.event).map((row) => cellRow({ ...row }, source)),
          )
    case 'events':
    case 'claims':
    case 'appearances':
    case 'victim_groups':
    case 'assessments':
      return eventRowPages(source, request, (one) =>
        rowsOfEvent(table, { ...one, whenAndWhere: eventColumns(one.set, one.event) }, source),
      )
    case 'changes':
      return request.filter.eventId === null ? changePages(source, request) : changesOfOne(source, request)
    case 'actors':
    case 'places':
    case 'documents':
      return entryPages(source, request, table)
  }
}

async function* eventRowPages(
  source: DataSource,
  request: DataRequest,
  rowsOf: (one: EventInSet) => readonly Row[],
): AsyncGenerator<RowPage> {
  for await (const { events, next } of eventPages(source.edition, request, { withUnlisted: true })) {
    yield { rows: events.flatMap(rowsOf), next }
  }
}

/** Reads stretch after stretch until the limit is reached or nothing is left. */
async function* pagesOf(
  { limit, after }: DataRequest,
  read: (stretch: { after: string | null; limit: number }) => Promise<RowPage & { readonly taken: number }>,
): AsyncGenerator<RowPage> {
  let left = limit ?? Number.POSITIVE_INFINITY
  for (let cursor = after; left > 0; ) {
    const { rows, next, taken } = await read({ after: cursor, limit: Math.min(PAGE, left) })
    yield { rows, next }
    left -= taken
    cursor = next
    if (cursor === null) return
    // SQLite is read in the thread that answers readers.
    await othersTurn()
  }
}

/** The figures as they stand are kept ready: they are read straight off their table. */
async function* cellPages(source: DataSource, request: DataRequest): AsyncGenerator<RowPage> {
  const filter = await toEventFilter(source.edition, request.filter)
  if (!filter) return
  yield* pagesOf(request, async (stretch) => {
    const { events, next } = await listedEvents(source.edition, filter, stretch)
    const rows = events.flatMap(({ cells }) => cells.map((cell) => cellRow({ ...cell }, source)))
    return { rows, next, taken: events.length }
  })
}

async function* changePages({ edition }: DataSource, request: DataRequest): AsyncGenerator<RowPage> {
  const { asOf, filter } = request
  const before = filter.updatedSince === null ? 0 : await numberBefore(edition, filter.updatedSince)
  if (before === null) return
  yield* pagesOf(request, async ({ after, limit }) => {
    const changes = await recordChangesAfter(edition, Math.max(before, Number(after ?? 0)), limit)
    const last = changes.length === limit ? changes.at(-1) : undefined
    const rows = changes.filter((change) => isBetween(change.at, filter.updatedSince, asOf)).map(changeRow)
    return { rows, next: last ? String(last.sequence) : null, taken: changes.length }
  })
}

const isBetween = (at: string, since: string | null, until: string | null): boolean =>
  (since === null || at >= since) && (until === null || at <= until)

/** One event's history is short enough to be read at once. */
async function* changesOfOne({ edition }: DataSource, request: DataRequest): AsyncGenerator<RowPage> {
  const { asOf, filter, after, limit } = request
  if (filter.eventId === null) return
  const newestFirst = await changesOfEvents(edition, [filter.eventId], MOST_CHANGES)
  const wanted = newestFirst
    .toReversed()
    .filter(({ at, sequence }) => sequence > Number(after ?? 0) && isBetween(at, filter.updatedSince, asOf))
  const page = limit === null ? wanted : wanted.slice(0, limit)
  yield { rows: page.map(changeRow), next: page.length < wanted.length ? String(page.at(-1)?.sequence) : null }
}

/** More than any event will ever see. */
const MOST_CHANGES = 100_000

const entryPages = (
  source: DataSource,
  request: DataRequest,
  table: Extract<TableName, 'actors' | 'places' | 'documents'>,
): AsyncGenerator<RowPage> =>
  pagesOf(request, async ({ after, limit }) => {
    const ids = (await rowsAfter(source.edition, table, { after, limit })).map(({ id }) => id as EntryId)
    const next = ids.length === limit ? (ids.at(-1) ?? null) : null
    return { rows: await entryRows(source, table, ids), next, taken: ids.length }
  })

async function entryRows(source: DataSource, table: 'actors' | 'places' | 'documents', ids: readonly EntryId[]) {
  const set = await setOfIds(source.edition, ids)
  const own = <Some extends { readonly id: EntryId }>(entries: ReadonlyMap<string, Some>): Some[] =>
    ids.flatMap((id) => entries.get(id) ?? [])
  if (table === 'actors') return own(set.actors).map((actor) => actorRow(set, actor, source))
  if (table === 'places') return own(set.places).map((place) => placeRow(place, source))
  return own(set.documents).map((document) => documentRow(set, document, source))
}
