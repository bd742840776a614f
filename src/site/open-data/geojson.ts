import type { EntryOf } from '../../record/entry.ts'
import { asJson, type Row } from './tables.ts'

/**
 * An event as a GeoJSON feature (RFC 7946): a point only where something happened at or near one, with how exact that
 * is beside it. An area is never given as its middle.
 *
 * @param row the event's row in the table of events
 * @param cells the rows of its figures
 */
export function eventFeature(
  event: EntryOf<'event'>,
  { row, cells }: { row: Row; cells: readonly Row[] },
): Readonly<Record<string, unknown>> {
  const { latitude, longitude } = row
  const isPoint = typeof latitude === 'number' && typeof longitude === 'number'
  return {
    type: 'Feature',
    id: event.id,
    geometry: isPoint ? { type: 'Point', coordinates: [longitude, latitude] } : null,
    properties: { ...asJson('events', row), figures: cells.map((cell) => figureOf(asJson('cells', cell))) },
  }
}

const FIGURE = [
  'victim_group',
  'affiliation',
  'measure',
  'low',
  'high',
  'open',
  'approx',
  'unquantified',
  'conflict',
  'disputed',
  'best',
  'origins_min',
  'origins_max',
  'appearances',
  'status',
] as const

const figureOf = (cell: Row): Row => Object.fromEntries(FIGURE.map((name) => [name, cell[name] ?? null]))
