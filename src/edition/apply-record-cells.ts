import { portions } from '../database/portions.ts'
import type { ActorId, ClaimId, EventId, PlaceId } from '../ids.ts'
import { lineOf } from '../record/actor-roots.ts'
import { edtfBounds } from '../record/edtf.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { standingEvent } from '../record/event-family.ts'
import type { Ledger } from '../record/ledger.ts'
import { livenessOf } from '../record/live-claims.ts'
import { ledgerOf } from '../record/make-ledger.ts'
import { recordSet, type RecordSet } from '../record/record-set.ts'
import { stanceOf } from '../record/stance.ts'
import { monthOf } from '../time.ts'
import { countMonths, listedMonths } from './apply-record-months.ts'
import type { EditionTx } from './edition-db.ts'
import { cellRows, countryOf, isDisputed, placeLine } from './record-cell-rows.ts'
import { UNKNOWN_DAY } from './record-rows.ts'
import type { CellRow, RecordTables, WorkedOutOfEvent } from './record-tables.ts'
import { around } from './record-sets.ts'
import { presentShelf } from './record-shelf.ts'
import { indexEntries } from './search/search-index.ts'

/** Works out anew what the edition says of these events: their figures, actors, places, parts and days, and what finds them. */
export async function settleEvents(tx: EditionTx, ids: readonly EventId[]): Promise<void> {
  if (ids.length === 0) return
  const shelf = presentShelf(tx)
  // Fetches for all of them at once what each of them then finds at hand.
  await around(shelf, ids)
  const settled: WorkedOut[] = []
  for (const id of ids) settled.push(workOut(id, await around(shelf, [id])))
  await writeWorkedOut(tx, ids, settled)
  const states = new Map(settled.flatMap(({ claims }) => [...claims]))
  const without = settled.filter(({ isMissing }) => isMissing).map(({ id }) => id)
  await setClaims(tx, [...(await claimsById(tx, [...states.keys()])), ...(await claimsOn(tx, without))], states)
  await indexEntries(tx, ids)
}

/** All that is told of an event beyond what its own entry says. */
interface WorkedOut {
  readonly id: EventId
  /** Readers know of no such event, nor of one that it turned out to be. */
  readonly isMissing: boolean
  readonly columns: WorkedOutOfEvent
  readonly cells: readonly CellRow[]
  readonly actors: readonly RecordTables['event_actors'][]
  readonly places: readonly RecordTables['event_places'][]
  readonly parts: readonly RecordTables['event_parts'][]
  readonly claims: ReadonlyMap<ClaimId, ClaimState>
}

const NOT_LISTED = { listed_on: null, month: null, country: null, is_disputed: 0, version: 0, updated_at: null }
const NOTHING = { columns: NOT_LISTED, cells: [], actors: [], places: [], parts: [], claims: new Map() }

/** An event that turned out to be another, was withdrawn or is not there has no figures of its own. */
function workOut(id: EventId, entries: readonly Entry[]): WorkedOut {
  const set = recordSet(entries)
  const event = set.events.get(id)
  const standing = standingEvent(set, id)
  if (!event || standing !== id) return { id, ...NOTHING, isMissing: !set.events.has(standing) }
  const ledger = ledgerOf(set, id)
  const about = [...set.claims.values()].filter(({ content }) => standingEvent(set, content.about.eventId) === id)
  const claims = claimStates(set, about, ledger)
  if (event.status !== 'live') return { id, ...NOTHING, isMissing: false, claims }
  // Figures of which only parts of the event were spoken of stand with the parts.
  const summaries = ledger.cells.map(({ summary }) => summary).filter(({ claims }) => claims.length > 0)
  const columns = columnsOf(set, event, { isDisputed: isDisputed(summaries), newest: entries.at(-1) ?? event })
  const { listed_on, version } = columns
  return {
    id,
    isMissing: false,
    columns,
    cells: cellRows(set, event, { cells: summaries, version }),
    actors: actorsOf(set, event).map((row) => ({ ...row, event_id: id, listed_on })),
    places: placesOf(set, event).map((row) => ({ ...row, event_id: id, listed_on })),
    parts: wholesOf(set, event).map((whole) => ({ event_id: id, part_of_id: whole })),
    claims,
  }
}

/** @param newest the entry recorded last of all that the figures rest on */
function columnsOf(
  set: RecordSet,
  { content }: EntryOf<'event'>,
  { isDisputed, newest }: { readonly isDisputed: boolean; readonly newest: Entry },
): WorkedOutOfEvent {
  const { earliest, latest } = edtfBounds(content.when.edtf)
  const day = earliest ?? latest
  return {
    listed_on: day ?? UNKNOWN_DAY,
    month: day === null ? null : monthOf(day),
    country: countryOf(set, content.where.placeId),
    is_disputed: isDisputed ? 1 : 0,
    version: newest.sequence,
    updated_at: newest.recordedAt,
  }
}

async function writeWorkedOut(tx: EditionTx, ids: readonly EventId[], settled: readonly WorkedOut[]): Promise<void> {
  const before = await listedMonths(tx, ids)
  for (const table of ['cells', 'event_parts', 'event_actors', 'event_places'] as const) {
    await tx.deleteFrom(table).where('event_id', 'in', ids).execute()
  }
  for (const { id, columns } of settled) await tx.updateTable('events').set(columns).where('id', '=', id).execute()
  await countMonths(tx, [...new Set([...before, ...settled.flatMap(({ columns }) => columns.month ?? [])])])
  const all = <Row>(rows: (one: WorkedOut) => readonly Row[]) => portions(settled.flatMap(rows))
  for (const rows of all(({ cells }) => cells)) await tx.insertInto('cells').values(rows).execute()
  for (const rows of all(({ actors }) => actors)) await tx.insertInto('event_actors').values(rows).execute()
  for (const rows of all(({ places }) => places)) await tx.insertInto('event_places').values(rows).execute()
  for (const rows of all(({ parts }) => parts)) await tx.insertInto('event_parts').values(rows).execute()
}

/** Who took part or was hurt, and what each of them belonged to at the time. */
export function actorsOf(set: RecordSet, { id, content }: EntryOf<'event'>) {
  const how = new Map<ActorId, 'part' | 'victim' | 'root'>()
  const add = (actorId: ActorId, direct: 'part' | 'victim') => {
    const [self, ...above] = lineOf(set, actorId, content.when.edtf)
    if (self !== undefined && how.get(self) !== 'part') how.set(self, direct)
    for (const root of above) if (!how.has(root)) how.set(root, 'root')
  }
  const taking = [...content.sides.flatMap((side) => side.actorIds), ...content.participation.map((one) => one.actorId)]
  for (const actorId of taking) add(actorId, 'part')
  for (const group of set.groups.values()) {
    const { eventId, affiliation } = group.content
    const isHurt = group.status === 'live' && standingEvent(set, eventId) === id
    if (isHurt && affiliation !== null) add(affiliation, 'victim')
  }
  return [...how].map(([actorId, way]) => ({ actor_id: actorId, how: way }))
}

export function placesOf(set: RecordSet, { content: { where } }: EntryOf<'event'>) {
  const how = new Map<PlaceId, 'at' | 'above'>()
  for (const id of [where.placeId, where.place2Id]) {
    if (id === undefined) continue
    const [at, ...above] = placeLine(set, id)
    if (at) how.set(at.id, 'at')
    for (const place of above) if (!how.has(place.id)) how.set(place.id, 'above')
  }
  return [...how].map(([placeId, way]) => ({ place_id: placeId, how: way }))
}

/** The events that this one, or its other telling, was a direct part of. */
function wholesOf(set: RecordSet, { id }: EntryOf<'event'>): EventId[] {
  const tellings = [...set.events.values()].filter((event) => standingEvent(set, event.id) === id)
  const wholes = tellings.flatMap(({ content }) => content.partOf.map((whole) => standingEvent(set, whole)))
  return [...new Set(wholes)].filter((whole) => whole !== id && set.events.has(whole))
}

interface ClaimState {
  readonly stance: string | null
  readonly live: string | null
}

/** A claim that speaks for nothing because its origin said something later is told from the cell alone. */
function claimStates(
  set: RecordSet,
  claims: readonly EntryOf<'claim'>[],
  ledger: Ledger,
): ReadonlyMap<ClaimId, ClaimState> {
  const inCells = new Map(
    ledger.cells.flatMap(({ summary }) => summary.claims).map(({ claimId, notLive }) => [claimId, notLive] as const),
  )
  const liveness = livenessOf(set, claims)
  return new Map(
    claims.map((claim) => {
      const notLive = inCells.get(claim.id) ?? liveness.get(claim.id)
      return [claim.id, { stance: stanceOf(set, claim), live: notLive?.kind ?? 'live' }]
    }),
  )
}

type ClaimOnFile = Pick<RecordTables['claims'], 'id' | 'stance' | 'live'>

async function claimsById(tx: EditionTx, ids: readonly ClaimId[]): Promise<ClaimOnFile[]> {
  const found: ClaimOnFile[] = []
  for (const some of portions(ids)) {
    found.push(...(await tx.selectFrom('claims').select(['id', 'stance', 'live']).where('id', 'in', some).execute()))
  }
  return found
}

async function claimsOn(tx: EditionTx, eventIds: readonly EventId[]): Promise<ClaimOnFile[]> {
  if (eventIds.length === 0) return []
  return tx.selectFrom('claims').select(['id', 'stance', 'live']).where('event_id', 'in', eventIds).execute()
}

/** Writes where each claim stands; one of which nobody could say anything stands nowhere. */
async function setClaims(
  tx: EditionTx,
  claims: readonly ClaimOnFile[],
  states: ReadonlyMap<ClaimId, ClaimState>,
): Promise<void> {
  const stateOf = ({ id }: ClaimOnFile): ClaimState => states.get(id as ClaimId) ?? { stance: null, live: null }
  const moved = claims.filter((claim) => {
    const { stance, live } = stateOf(claim)
    return claim.stance !== stance || claim.live !== live
  })
  const alike = Map.groupBy(moved, (claim) => JSON.stringify(stateOf(claim)))
  for (const group of alike.values()) {
    const [first] = group
    if (!first) continue
    for (const some of portions(group.map(({ id }) => id))) {
      await tx.updateTable('claims').set(stateOf(first)).where('id', 'in', some).execute()
    }
  }
}
