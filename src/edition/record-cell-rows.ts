import type { ClaimId, PlaceId } from '../ids.ts'
import type { CellSummary, StatedRange } from '../record/cell-summary.ts'
import { cellKey } from '../record/cells-of.ts'
import { edtfBounds, edtfPrecision } from '../record/edtf.ts'
import type { EntryOf } from '../record/entry.ts'
import { iso3Of } from '../record/iso-countries.ts'
import type { Translated } from '../record/names.ts'
import type { RecordSet } from '../record/record-set.ts'
import type { Where, WherePrecision } from '../record/where.ts'
import { nameForData, textForData } from './record-rows.ts'
import type { CellRow } from './record-tables.ts'

/** What a list in any language needs of a figure beside its columns. */
export interface FigureContent {
  readonly labels: Translated
  readonly approxLow: boolean
  readonly approxHigh: boolean
  readonly beyond: boolean
  /** The words of those who gave no number. */
  readonly unquantified: readonly { readonly text: string; readonly lang: string }[]
  /** How many claimants speak of it and have not taken it back. */
  readonly claimants: number
}

/** UCDP's code for each step of our scale of how exactly a place is known: record.md 1.7. */
const UCDP_WHERE: Readonly<Record<WherePrecision, number>> = { 1: 1, 2: 1, 3: 2, 4: 5, 5: 3, 6: 4, 7: 6, 8: 7 }

/** The figures of an event as rows, in the order of its ledger. */
export function cellRows(
  set: RecordSet,
  event: EntryOf<'event'>,
  { cells, version }: { readonly cells: readonly CellSummary[]; readonly version: number },
): CellRow[] {
  const ofEvent = eventColumns(set, event)
  return cells.map((summary, position) => ({
    id: cellKey(summary.cell),
    position,
    ...ofEvent,
    ...groupColumns(set, summary),
    ...figureColumns(set, summary),
    version,
    content: JSON.stringify(contentOf(set, summary)),
  }))
}

export function eventColumns(set: RecordSet, event: EntryOf<'event'>) {
  const { when, where } = event.content
  const { earliest, latest } = edtfBounds(when.edtf)
  const place = placeOf(set, where)
  return {
    event_id: event.id,
    event_slug: event.content.slug,
    event_title: textForData(event.content.titles),
    event_type: event.content.type,
    date_start: earliest,
    date_end: latest,
    date_edtf: when.edtf,
    date_prec: edtfPrecision(when.edtf).ucdp ?? null,
    ...place,
    where_prec: UCDP_WHERE[where.precision],
  }
}

/**
 * A point only where something happened at or near a point: the settlement's own beside the precision, never the middle
 * of an area or of a road.
 */
function placeOf(set: RecordSet, { placeId, precision }: Where) {
  const line = placeLine(set, placeId)
  const named = (kind: string): string | null => {
    const place = line.find(({ content }) => content.kind === kind)
    return place ? nameForData(place.content.names) : null
  }
  const [place] = line
  const point = precision <= 3 ? (place?.content.point ?? null) : null
  const country = countryOf(set, placeId)
  return {
    country,
    iso3: country === null ? null : iso3Of(country),
    adm1: named('adm1'),
    adm2: named('adm2'),
    place_name: place ? nameForData(place.content.names) : null,
    latitude: point?.lat ?? null,
    longitude: point?.lon ?? null,
  }
}

/** A place and those it lies in, from itself up to its country; a place that turned out to be another is that other. */
export function placeLine(set: RecordSet, id: PlaceId): EntryOf<'place'>[] {
  const line: EntryOf<'place'>[] = []
  const seen = new Set<PlaceId>()
  for (let next: PlaceId | null = id; next !== null && !seen.has(next); ) {
    seen.add(next)
    const place: EntryOf<'place'> | undefined = set.places.get(next)
    if (!place) break
    const { mergedInto, parentId } = place.content
    if (mergedInto === undefined) line.push(place)
    next = mergedInto ?? parentId
  }
  return line
}

/** The country that a place says it lies in, or that one above it does. */
export const countryOf = (set: RecordSet, id: PlaceId): string | null =>
  placeLine(set, id).find(({ content }) => content.country !== null)?.content.country ?? null

function groupColumns(set: RecordSet, { cell }: CellSummary) {
  const group = set.groups.get(cell.groupId)?.content
  const affiliation = group?.affiliation ? set.actors.get(group.affiliation) : undefined
  return {
    victim_group_id: cell.groupId,
    victim_group: group ? textForData(group.labels) : '',
    affiliation: affiliation ? nameForData(affiliation.content.names) : null,
    measure: cell.measure,
    equipment: cell.equipment,
  }
}

function figureColumns(set: RecordSet, summary: CellSummary) {
  const { byStance, admitted, origins } = summary
  return {
    low: summary.low,
    high: summary.high,
    is_open: bit(summary.open),
    is_approx: bit(summary.approxLow || summary.approxHigh),
    unquantified: wordsOf(set, summary),
    conflict: bit(summary.conflict),
    disputed: bit(summary.disputed),
    ...ends('admitted', admitted),
    ...ends('enemy', byStance['enemy-loss']),
    ...ends('third', byStance['third-party']),
    best: summary.best?.number ?? null,
    origins_min: origins.min,
    origins_max: origins.max,
    appearances: origins.appearances,
    status: statusOf(set, summary),
    first_said: summary.firstSaid,
    last_said: summary.lastSaid,
  }
}

function contentOf(set: RecordSet, summary: CellSummary): FigureContent {
  const words = (id: ClaimId) => {
    const claim = set.claims.get(id)?.content
    if (!claim) return []
    const { verbatim: text, lang } = claim.figure ?? { verbatim: claim.wording.text, lang: claim.wording.lang }
    return [{ text, lang }]
  }
  const counting = summary.claims.filter(({ notLive }) => notLive === null)
  return {
    labels: set.groups.get(summary.cell.groupId)?.content.labels ?? {},
    approxLow: summary.approxLow,
    approxHigh: summary.approxHigh,
    beyond: summary.beyond,
    unquantified: summary.unquantified.flatMap(words),
    claimants: new Set(counting.map(({ claimId }) => set.claims.get(claimId)?.content.claimantId)).size,
  }
}

const bit = (is: boolean): number => (is ? 1 : 0)

const ends = <Of extends string>(of: Of, range: StatedRange | null | undefined) =>
  ({ [`${of}_low`]: range?.low ?? null, [`${of}_high`]: range?.high ?? null }) as {
    [Key in `${Of}_low` | `${Of}_high`]: number | null
  }

/** Who spoke of it without a number, in their own words: "CSP: dozens; Wagner: significant losses". */
function wordsOf(set: RecordSet, { unquantified }: CellSummary): string | null {
  const said = unquantified.flatMap((id) => {
    const claim = set.claims.get(id)?.content
    return claim ? [`${claimantName(set, claim.claimantId)}: ${claim.figure?.verbatim ?? claim.wording.text}`] : []
  })
  return said.length > 0 ? said.join('; ') : null
}

function claimantName(set: RecordSet, id: EntryOf<'source'>['id']): string {
  const source = set.sources.get(id)?.content
  return (source && nameForData(source.names)) || (source?.description?.text ?? 'unnamed')
}

/**
 * Where a figure stands, in one word: our verdict where we gave one. Else `no-live-claim` where everything said was taken
 * back or withdrawn, `admitted` where somebody admits it, `reported` where somebody who is no party says it, `claimed`
 * where only parties do.
 */
function statusOf(set: RecordSet, { cell, claims, admitted, byStance }: CellSummary): string {
  const key = cellKey(cell)
  const superseded = new Set([...set.assessments.values()].map(({ content }) => content.supersedes))
  const verdicts = [...set.assessments.values()].filter(
    ({ id, status, content: { subject } }) =>
      status === 'live' && subject.kind === 'cell' && cellKey(subject) === key && !superseded.has(id),
  )
  const newest = verdicts.toSorted((one, other) => other.sequence - one.sequence).at(0)
  if (newest) return newest.content.verdict
  if (!claims.some(({ isMember }) => isMember)) return 'no-live-claim'
  if (admitted !== null) return 'admitted'
  const isReported = byStance['third-party'] !== undefined || byStance.unknown !== undefined
  return isReported ? 'reported' : 'claimed'
}

/** Does anybody dispute, or do claims contradict each other on, any figure of the event? */
export const isDisputed = (cells: readonly CellSummary[]): boolean =>
  cells.some(({ disputed, conflict }) => disputed || conflict)
