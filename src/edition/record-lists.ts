import type { ExpressionBuilder } from 'kysely'
import type { ActorId, PlaceId } from '../ids.ts'
import type { EntryOf } from '../record/entry.ts'
import type { EventType } from '../record/event.ts'
import type { Name } from '../record/names.ts'
import type { Place } from '../record/place.ts'
import type { Instant, LocalDate, Month } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import type { CellRow } from './record-tables.ts'
import { toEntry } from './record-shelf.ts'
import type { EditionTables } from './tables.ts'

/** Which events are wanted; null asks for no such thing. */
export interface EventFilter {
  /** Events of which some day lies in this stretch, both ends included. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Here, or in anything that lies here. */
  readonly placeId: PlaceId | null
  /** Took part or was hurt: this actor, or one that belonged to it at the time. */
  readonly actorId: ActorId | null
  readonly type: EventType | null
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** Somebody denies a figure, or figures contradict each other. */
  readonly disputed: boolean | null
  /** Something that the figures rest on was recorded then or later. Orders by that, oldest first. */
  readonly updatedSince: Instant | null
  /** Listed under this month. */
  readonly month: Month | null
}

/** An event as it stands in a list. */
export interface ListedEvent {
  readonly event: EntryOf<'event'>
  readonly cells: readonly CellRow[]
  readonly placeNames: readonly Name[]
  readonly country: string | null
  /** When the newest of what its figures rest on was recorded. */
  readonly updatedAt: Instant
}

/** Later than any day, and before any. */
const NEVER = '9999-99-99'
const EVER = ''

/**
 * Events of the record, the newest first by the day they began; with `updatedSince` those that changed first come first.
 * Withdrawn events, and those that turned out to be others, are not listed.
 *
 * @param after where the page before ended, as it told in `next`
 */
export async function listedEvents(
  db: EditionDb,
  filter: EventFilter,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ events: ListedEvent[]; next: string | null }> {
  const rows = await (filter.updatedSince === null
    ? byDay(db, filter, after)
    : byUpdate(db, filter, filter.updatedSince, after)
  )
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { events: await toListed(db, page), next: last ? `${last.key}~${last.id}` : null }
}

const COLUMNS = [
  'events.id',
  'events.rev',
  'events.status',
  'events.sequence',
  'events.recorded_at',
  'events.content',
  'events.country',
  'events.updated_at',
  'events.place_id',
] as const

/** The days of an actor's or a place's events are walked in their own index, those of all events in one of events. */
function byDay(db: EditionDb, filter: EventFilter, after: string | null) {
  const cursor = positionOf(after) ?? { key: NEVER, id: '' }
  if (filter.actorId !== null) return byDayOfActor(db, filter, filter.actorId, cursor)
  if (filter.placeId !== null) return byDayOfPlace(db, filter, filter.placeId, cursor)
  return db
    .selectFrom('events')
    .select(COLUMNS)
    .select('events.listed_on as key')
    .where((where) => where(where.refTuple('events.listed_on', 'events.id'), '<', where.tuple(cursor.key, cursor.id)))
    .where((where) => where.and(conditions(where, filter)))
    .orderBy('events.listed_on', 'desc')
    .orderBy('events.id', 'desc')
}

interface Position {
  readonly key: string
  readonly id: string
}

const byDayOfActor = (db: EditionDb, filter: EventFilter, actorId: ActorId, { key, id }: Position) =>
  db
    .selectFrom('event_actors as of')
    .innerJoin('events', 'events.id', 'of.event_id')
    .select(COLUMNS)
    .select('of.listed_on as key')
    .where('of.actor_id', '=', actorId)
    .where((where) => where(where.refTuple('of.listed_on', 'of.event_id'), '<', where.tuple(key, id)))
    .where((where) => where.and(conditions(where, filter)))
    .orderBy('of.listed_on', 'desc')
    .orderBy('of.event_id', 'desc')

const byDayOfPlace = (db: EditionDb, filter: EventFilter, placeId: PlaceId, { key, id }: Position) =>
  db
    .selectFrom('event_places as of')
    .innerJoin('events', 'events.id', 'of.event_id')
    .select(COLUMNS)
    .select('of.listed_on as key')
    .where('of.place_id', '=', placeId)
    .where((where) => where(where.refTuple('of.listed_on', 'of.event_id'), '<', where.tuple(key, id)))
    .where((where) => where.and(conditions(where, filter)))
    .orderBy('of.listed_on', 'desc')
    .orderBy('of.event_id', 'desc')

function byUpdate(db: EditionDb, filter: EventFilter, since: Instant, after: string | null) {
  const { key, id } = positionOf(after) ?? { key: since, id: EVER }
  return db
    .selectFrom('events')
    .select(COLUMNS)
    .select('events.updated_at as key')
    .where((where) => where(where.refTuple('events.updated_at', 'events.id'), '>', where.tuple(key, id)))
    .where((where) => where.and(conditions(where, filter)))
    .where((where) => where.and(memberships(where, filter)))
    .orderBy('events.updated_at')
    .orderBy('events.id')
}

function positionOf(after: string | null): Position | undefined {
  const [key, id] = after?.split('~') ?? []
  return key === undefined || id === undefined ? undefined : { key, id }
}

type Where = ExpressionBuilder<EditionTables, 'events'>

/** What the event itself must fulfil. */
function conditions(where: Where, filter: EventFilter) {
  const all = [where('events.listed_on', 'is not', null)]
  const { from, to, month, type, country, disputed, placeId, actorId } = filter
  if (month !== null) all.push(where('events.month', '=', month))
  if (type !== null) all.push(where('events.type', '=', type))
  if (country !== null) all.push(where('events.country', '=', country))
  if (disputed !== null) all.push(where('events.is_disputed', '=', disputed ? 1 : 0))
  if (to !== null) all.push(where('events.listed_on', '<=', to))
  // An event without an end goes on.
  if (from !== null) all.push(where.or([where('events.date_end', '>=', from), where('events.date_end', 'is', null)]))
  if (placeId !== null && actorId !== null) all.push(...memberships(where, { placeId, actorId: null }))
  return all
}

/** That an actor took part, or that it happened in a place, where something else leads the way. */
function memberships(where: Where, { placeId, actorId }: Pick<EventFilter, 'placeId' | 'actorId'>) {
  const all = []
  if (actorId !== null) {
    const found = where.selectFrom('event_actors').select('actor_id').whereRef('event_id', '=', 'events.id')
    all.push(where.exists(found.where('actor_id', '=', actorId)))
  }
  if (placeId !== null) {
    const found = where.selectFrom('event_places').select('place_id').whereRef('event_id', '=', 'events.id')
    all.push(where.exists(found.where('place_id', '=', placeId)))
  }
  return all
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof byDay>['execute']>>[number]

async function toListed(db: EditionDb, rows: readonly ListedRow[]): Promise<ListedEvent[]> {
  if (rows.length === 0) return []
  const eventIds = rows.map(({ id }) => id)
  const placeIds = [...new Set(rows.map((row) => row.place_id))]
  const cells = await db
    .selectFrom('cells')
    .selectAll()
    .where('event_id', 'in', eventIds)
    .orderBy('event_id')
    .orderBy('position')
    .execute()
  const places = await db.selectFrom('places').select(['id', 'content']).where('id', 'in', placeIds).execute()
  const cellsOf = Map.groupBy(cells, (cell) => cell.event_id)
  const namesOf = new Map(places.map(({ id, content }) => [id, (JSON.parse(content) as Place).names]))
  return rows.map((row) => ({
    event: toEntry('event', row) as EntryOf<'event'>,
    cells: cellsOf.get(row.id) ?? [],
    placeNames: namesOf.get(row.place_id) ?? [],
    country: row.country,
    updatedAt: (row.updated_at ?? row.recorded_at) as Instant,
  }))
}

/** The months that events are listed under, newest first, and how many stand in each. */
export async function recordMonths(db: EditionDb): Promise<{ month: Month; events: number }[]> {
  const rows = await db.selectFrom('record_months').selectAll().orderBy('month', 'desc').execute()
  return rows.map((row) => ({ month: row.month as Month, events: row.events }))
}

/** How much the record holds before readers. The one question that counts tables through. */
export async function recordTotals(db: EditionDb): Promise<RecordTotals> {
  const count = async (table: 'claims' | 'sources' | 'documents' | 'actors' | 'places' | 'appearances' | 'cells') =>
    (
      await db
        .selectFrom(table)
        .select((select) => select.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows
  const listed = await db
    .selectFrom('events')
    .select((select) => [select.fn.countAll<number>().as('events'), select.fn.max('updated_at').as('updated_at')])
    .where('listed_on', '>=', EVER)
    .executeTakeFirstOrThrow()
  return {
    events: listed.events,
    claims: await count('claims'),
    cells: await count('cells'),
    sources: await count('sources'),
    documents: await count('documents'),
    appearances: await count('appearances'),
    actors: await count('actors'),
    places: await count('places'),
    updatedAt: listed.updated_at as Instant | null,
  }
}

/** Listed events, and all other entries, withdrawn ones included. */
export interface RecordTotals {
  readonly events: number
  readonly claims: number
  readonly cells: number
  readonly sources: number
  readonly documents: number
  readonly appearances: number
  readonly actors: number
  readonly places: number
  /** When the newest revision that any event rests on was recorded; null in an empty record. */
  readonly updatedAt: Instant | null
}
