import { filterChoices } from '../../edition/filter-choices.ts'
import { type EventFilter, listedEvents, recordMonths, recordTotals } from '../../edition/record-lists.ts'
import { RECORD, RECORD_MONTHS, recordMonthTag } from '../../edition/tags.ts'
import { howWeCountPage } from '../../site/record/how-we-count-page.tsx'
import { recordFrontPage } from '../../site/record/record-front-page.tsx'
import { recordMonthPage } from '../../site/record/record-month-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { eventLines } from './event-lines.ts'
import { finished } from './finished.ts'
import { withNewestMoves } from './newest-moves.ts'
import { contextFor, type PublicSite } from './page-source.ts'

/** How many events the record's front shows; the others are found by month or by a search. */
const FRONT_LENGTH = 20
/** How many events one month's page holds at most. */
const MONTH_LENGTH = 1_000

/** No condition at all. */
export const ALL_EVENTS: EventFilter = {
  from: null,
  to: null,
  placeId: null,
  actorId: null,
  type: null,
  country: null,
  disputed: null,
  updatedSince: null,
  month: null,
}

type RecordAddress = Extract<Address, { kind: 'record-front' | 'record-month' | 'how-we-count' | 'data' }>

const contextOf = (site: PublicSite, address: RecordAddress) =>
  contextFor(site, address.language, (language) => pathTo({ ...address, language }, site.newspaper))

/** The record's front. */
export async function loadRecordFront(
  site: PublicSite,
  address: Extract<Address, { kind: 'record-front' }>,
): Promise<FinishedPage> {
  const { edition } = site
  const { language } = address
  const { events, next } = await listedEvents(edition, ALL_EVENTS, { after: null, limit: FRONT_LENGTH })
  const page = recordFrontPage({
    context: contextOf(site, address),
    latest: await withNewestMoves(edition, await eventLines(site, events, language), language),
    totals: await recordTotals(edition),
    choices: await filterChoices(edition, language),
    months: await recordMonths(edition),
    next,
  })
  return finished(page, { language, shows: [RECORD] })
}

/** One month of the record; undefined when it has no events in it. */
export async function loadRecordMonth(
  site: PublicSite,
  address: Extract<Address, { kind: 'record-month' }>,
): Promise<FinishedPage | undefined> {
  const { language, month } = address
  const months = (await recordMonths(site.edition)).map((one) => one.month)
  if (!months.includes(month)) return undefined
  const { events } = await listedEvents(site.edition, { ...ALL_EVENTS, month }, { after: null, limit: MONTH_LENGTH })
  const page = recordMonthPage({
    context: contextOf(site, address),
    month,
    events: (await eventLines(site, events, language)).toReversed(),
    previous: months.find((other) => other < month) ?? null,
    next: months.findLast((other) => other > month) ?? null,
  })
  return finished(page, { language, shows: [RECORD_MONTHS, recordMonthTag(month)] })
}

/** How we count: the rules are the program's own, so nothing in the edition changes them. */
export const loadHowWeCount = (site: PublicSite, address: Extract<Address, { kind: 'how-we-count' }>): FinishedPage => {
  const page = howWeCountPage({ context: contextOf(site, address) })
  return finished(page, { language: address.language, shows: [] })
}
