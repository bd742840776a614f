import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import { edtfBounds } from '../../record/edtf.ts'
import type { EntryOf } from '../../record/entry.ts'
import { familyOf } from '../../record/event-family.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { bySaid, compare, saidUpTo } from '../../record/said-order.ts'
import { parseLocalDate } from '../../time.ts'
import { timeWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { claimWords } from './claim-words.ts'
import { capitalised } from './fact-words.ts'
import { cellTitle, eventTitleOf, type Told } from './record-names.ts'
import { claimPath, entryPath } from './record-paths.ts'

interface TimelineProps {
  readonly context: PageContext
  readonly set: RecordSet
  readonly eventId: EventId
}

/**
 * What happened and who said what, day by day, each dated as exactly as it is known and no more. Repeats of a statement
 * are left to its claim; what was revised or retracted stays, for it was said.
 */
export const Timeline: FC<TimelineProps> = ({ context, set, eventId }) => {
  const told: Told = { set, language: context.language }
  const days = daysOf(told, eventId)
  return (
    <ol class="when-list">
      {days.map(({ words, date, events, claims }) => (
        <li>
          <span class="at">{date ? <time datetime={date}>{words}</time> : words}</span>
          <ul>
            {events.map((event) => (
              <li>
                <span class="fact">{message(context.language, 'event.happened')}</span>{' '}
                <a href={entryPath(context, 'event', event.content.slug)}>{eventTitleOf(told, event.id)}</a>
              </li>
            ))}
            {claims.map((claim) => (
              <ClaimItem context={context} told={told} claim={claim} eventId={eventId} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

const ClaimItem: FC<{ context: PageContext; told: Told; claim: EntryOf<'claim'>; eventId: EventId }> = ({
  context,
  told,
  claim,
  eventId,
}) => {
  const { about, saidAt } = claim.content
  const { claimant, verb, object } = claimWords(told, claim)
  const part = about.eventId === eventId ? '' : eventTitleOf(told, about.eventId)
  const detail = [about.kind === 'measure' ? cellTitle(told, about) : '', part]
    .filter((words) => words !== '')
    .join(' · ')
  const { clock } = saidAt
  const hour = clock && timeWords(clock.to, { language: context.language, zone: clock.zone })
  return (
    <li>
      <b>{claimant}</b> <a href={claimPath(context, claim.id)}>{object ? `${verb} ${object}` : verb}</a>
      {(detail || hour) && <small> {[detail, hour].filter(Boolean).join(' · ')}</small>}
    </li>
  )
}

interface Day {
  readonly words: string
  /** For machines, where it is one day of the calendar. */
  readonly date: string | undefined
  readonly events: readonly EntryOf<'event'>[]
  readonly claims: readonly EntryOf<'claim'>[]
}

interface Dated {
  readonly sort: string
  readonly edtf: EntryOf<'event'>['content']['when']['edtf']
  readonly event?: EntryOf<'event'>
  readonly claim?: EntryOf<'claim'>
}

/** Things dated alike stand under one date, in the order in which they ended at the latest. */
function daysOf(told: Told, eventId: EventId): Day[] {
  const { parts } = familyOf(told.set, eventId)
  const ids = new Set([eventId, ...parts])
  const events = [...told.set.events.values()].filter((event) => ids.has(event.id) && event.status === 'live')
  const claims = [...told.set.claims.values()].filter(
    ({ content }) => ids.has(content.about.eventId) && isSaidAnew(content),
  )
  const dated: Dated[] = [
    ...events.map((event) => ({ sort: eventEnd(event), edtf: event.content.when.edtf, event })),
    ...claims
      .toSorted(bySaid)
      .map((claim) => ({ sort: saidUpTo(claim.content.saidAt), edtf: claim.content.saidAt.edtf, claim })),
  ]
  const byDate = Map.groupBy(
    dated.toSorted((left, right) => compare(left.sort, right.sort)),
    ({ edtf }) => edtf,
  )
  return [...byDate].map(([edtf, things]) => ({
    words: capitalised(edtfWords(edtf, told.language) || message(told.language, 'event.undated'), told.language),
    date: parseLocalDate(edtf),
    events: things.flatMap(({ event }) => event ?? []),
    claims: things.flatMap(({ claim }) => claim ?? []),
  }))
}

const isSaidAnew = ({ derivedFrom }: EntryOf<'claim'>['content']): boolean => derivedFrom.length === 0

function eventEnd({ content }: EntryOf<'event'>): string {
  const { latest, earliest } = edtfBounds(content.when.edtf)
  // What happened on a day stands before what was said on it.
  return content.when.clock?.to ?? latest ?? earliest ?? ''
}
