import type { CellSummary } from '../record/cell-summary.ts'
import { edtfBounds } from '../record/edtf.ts'
import type { EntryOf } from '../record/entry.ts'
import { ledgerOf } from '../record/make-ledger.ts'
import { newestIn } from '../record/newest-in.ts'
import type { RecordSet } from '../record/record-set.ts'
import { actorsOf, placesOf } from './apply-record-cells.ts'
import { cellRows, countryOf, isDisputed } from './record-cell-rows.ts'
import type { EventFilter } from './record-lists.ts'
import type { CellRow } from './record-tables.ts'

/** The figures of an event from a set of any hour: as the table of figures has them now, or would have had them then. */
export const cellRowsIn = (set: RecordSet, event: EntryOf<'event'>): CellRow[] =>
  isListed(event) ? cellRows(set, event, { cells: summariesOf(set, event), version: newestNumber(set) }) : []

/** Withdrawn events, and those that turned out to be others, have no figures of their own and stand in no list. */
export const isListed = ({ status, content }: EntryOf<'event'>): boolean =>
  status === 'live' && content.mergedInto === undefined

/** Figures of which only parts of the event were spoken of stand with the parts. */
const summariesOf = (set: RecordSet, event: EntryOf<'event'>): CellSummary[] =>
  ledgerOf(set, event.id)
    .cells.map(({ summary }) => summary)
    .filter(({ claims }) => claims.length > 0)

/** The number of the newest thing in a set. */
function newestNumber(set: RecordSet): number {
  let newest = 0
  for (const entries of Object.values(set) as ReadonlyMap<string, { readonly sequence: number }>[]) {
    for (const { sequence } of entries.values()) newest = Math.max(newest, sequence)
  }
  return newest
}

/** The conditions of `listedEvents`, judged by a listed event as a set of any hour has it. */
export function fitsFilter(set: RecordSet, event: EntryOf<'event'>, filter: EventFilter): boolean {
  const { when, where, type } = event.content
  const { earliest, latest } = edtfBounds(when.edtf)
  const day = earliest ?? latest
  const { from, to, country, placeId, actorId, disputed, updatedSince } = filter
  if (filter.type !== null && filter.type !== type) return false
  if (to !== null && day !== null && day > to) return false
  if (from !== null && latest !== null && latest < from) return false
  if (country !== null && countryOf(set, where.placeId) !== country) return false
  if (placeId !== null && !placesOf(set, event).some((row) => row.place_id === placeId)) return false
  if (actorId !== null && !actorsOf(set, event).some((row) => row.actor_id === actorId)) return false
  if (updatedSince !== null && newestIn(set) < updatedSince) return false
  return disputed === null || isDisputed(summariesOf(set, event)) === disputed
}
