import { setImmediate as othersTurn } from 'node:timers/promises'
import type { EditionDb } from '../../edition/edition-db.ts'
import { eventIdsInLog, unlistedEventIds } from '../../edition/log-events.ts'
import { fitsFilter, isListed } from '../../edition/record-as-of.ts'
import { type EventFilter, listedEvents } from '../../edition/record-lists.ts'
import { findBySlug } from '../../edition/record-lookups.ts'
import { eventFamilySet } from '../../edition/record-sets.ts'
import { type EventId, parseId } from '../../ids.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Instant } from '../../time.ts'
import { type DataFilter, type DataRequest, UNLISTED } from './data-request.ts'

/** An event with all that its rows are made from. */
export interface EventInSet {
  readonly event: EntryOf<'event'>
  readonly set: RecordSet
}

/** Some events, and the cursor of those after them; null when these were the last. */
export interface EventPage {
  readonly events: readonly EventInSet[]
  readonly next: string | null
}

/** How many events are read before their rows are handed on. */
const PAGE = 50

/**
 * The events that a request asks for, a page at a time, so that the answer to any question fits into memory.
 *
 * As of an earlier hour, every event that readers ever had is looked at, as it stood then; else the lists of the edition
 * lead the way. Where nothing but time narrows it down, events that were merged or withdrawn follow at the end: whoever
 * keeps a copy has to hear of them, and what was claimed of them is not lost.
 */
export async function* eventPages(
  db: EditionDb,
  request: DataRequest,
  { withUnlisted }: { readonly withUnlisted: boolean },
): AsyncGenerator<EventPage> {
  const known = await toEventFilter(db, request.filter)
  if (known === undefined) return
  const question = { db, request, known, takesUnlisted: withUnlisted && isWhole(request.filter) }
  let left = request.limit ?? Number.POSITIVE_INFINITY
  for (let after = request.after; left > 0; ) {
    const page = await nextPage(question, { after, limit: Math.min(PAGE, left) })
    yield page
    left -= page.events.length
    after = page.next
    if (after === null) return
  }
}

interface AskedFor {
  readonly db: EditionDb
  readonly request: DataRequest
  readonly known: EventFilter
  readonly takesUnlisted: boolean
}

interface Stretch {
  readonly after: string | null
  readonly limit: number
}

/** Is nothing left out but by time? */
const isWhole = ({ from, to, place, actor, country, type, disputed }: DataFilter): boolean =>
  [from, to, place, actor, country, type, disputed].every((asked) => asked === null)

function nextPage(question: AskedFor, stretch: Stretch): Promise<EventPage> {
  const { eventId } = question.request.filter
  if (eventId !== null) return pageOfOne(question, eventId)
  if (question.request.asOf !== null) return pageAsOf(question, stretch, question.request.asOf)
  return stretch.after?.startsWith(UNLISTED) ? unlistedPage(question, stretch) : listedPage(question, stretch)
}

async function pageOfOne({ db, request: { asOf }, takesUnlisted }: AskedFor, eventId: EventId): Promise<EventPage> {
  const events = await withSets(db, [eventId], asOf)
  return { events: events.filter(({ event }) => takesUnlisted || isListed(event)), next: null }
}

async function listedPage({ db, known, takesUnlisted }: AskedFor, stretch: Stretch): Promise<EventPage> {
  const { events, next } = await listedEvents(db, known, stretch)
  const ids = events.map(({ event }) => event.id)
  return { events: await withSets(db, ids, null), next: next ?? (takesUnlisted ? UNLISTED : null) }
}

async function unlistedPage({ db, known }: AskedFor, { after, limit }: Stretch): Promise<EventPage> {
  const last = parseId('event', after?.slice(UNLISTED.length) ?? '') ?? null
  const ids = await unlistedEventIds(db, { after: last, since: known.updatedSince, limit })
  const newLast = ids.length === limit ? ids.at(-1) : undefined
  return { events: await withSets(db, ids, null), next: newLast === undefined ? null : UNLISTED + newLast }
}

/** Looks through all events there ever were, in the order of their ids. */
async function pageAsOf(question: AskedFor, { after, limit }: Stretch, asOf: Instant): Promise<EventPage> {
  const { db, known, takesUnlisted } = question
  const ids = await eventIdsInLog(db, after as EventId | null, limit)
  const events = (await withSets(db, ids, asOf)).filter(({ event, set }) =>
    isListed(event) ? fitsFilter(set, event, known) : takesUnlisted && isSince(event, known.updatedSince),
  )
  return { events, next: ids.length === limit ? (ids.at(-1) ?? null) : null }
}

const isSince = ({ recordedAt }: EntryOf<'event'>, since: Instant | null): boolean =>
  since === null || recordedAt >= since

/** The filter with ids for names; undefined when it names a place or an actor that nobody knows: nothing fits then. */
export async function toEventFilter(db: EditionDb, filter: DataFilter): Promise<EventFilter | undefined> {
  const placeId = filter.place === null ? null : await idFor(db, 'place', filter.place)
  const actorId = filter.actor === null ? null : await idFor(db, 'actor', filter.actor)
  if (placeId === undefined || actorId === undefined) return undefined
  const { from, to, country, type, disputed, updatedSince } = filter
  return { from, to, country, type, disputed, updatedSince, month: null, placeId, actorId }
}

async function idFor<Type extends 'place' | 'actor'>(db: EditionDb, type: Type, text: string) {
  const id = parseId(type, text)
  if (id !== undefined) return id
  const found = await findBySlug(db, type, text)
  const standing = found?.kind === 'moved' ? await findBySlug(db, type, found.slug) : found
  return standing?.kind === 'found' ? standing.id : undefined
}

async function withSets(db: EditionDb, ids: readonly EventId[], asOf: Instant | null): Promise<EventInSet[]> {
  const events: EventInSet[] = []
  for (const id of ids) {
    const set = await eventFamilySet(db, id, asOf ?? undefined)
    const event = set.events.get(id)
    if (event) events.push({ event, set })
    // Reading and arithmetic are done in the thread that answers readers.
    await othersTurn()
  }
  return events
}
