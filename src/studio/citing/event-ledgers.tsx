import { useQuery } from '@tanstack/react-query'
import { memo, useState } from 'react'
import type { EventId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { useDesk } from '../writing/desk-context.ts'
import type { Picked } from './cite-fields.ts'
import { EntryCombo } from './entry-combo.tsx'
import { InsertEvent } from './insert-event.tsx'

interface Props {
  readonly events: readonly EventId[]
}

/** Who says what of each event that the story uses, or that somebody chose, as readers will see it. */
export const EventLedgers = memo(function EventLedgers({ events }: Props) {
  const { citing } = useMessages()
  const [chosen, setChosen] = useState<Picked | null>(null)
  const shown = chosen && !events.includes(chosen.id as EventId) ? [chosen.id as EventId, ...events] : events
  return (
    <section className="ledgers" aria-labelledby="ledgers-title">
      <h3 id="ledgers-title">{citing.ledgers}</h3>
      <p className="help">{shown.length === 0 ? citing.noEvents : citing.ledgersAbout}</p>
      <EntryCombo type="event" label={citing.chooseEvent} value={chosen} onChange={setChosen} />
      {shown.map((eventId, index) => (
        <EventLedger key={eventId} eventId={eventId} isOpen={index === 0} />
      ))}
    </section>
  )
})

function EventLedger({ eventId, isOpen }: { readonly eventId: EventId; readonly isOpen: boolean }) {
  const { citing } = useMessages()
  const { story } = useDesk()
  const [isShown, setIsShown] = useState(isOpen)
  const { data, dataUpdatedAt } = useQuery(
    asking('GET /record/events/{eventId}/claims', { params: { eventId }, query: { language: story.language } }),
  )
  const title = data?.event.label ?? '…'
  const drafts = data?.claims.filter(({ status }) => status === 'draft').length ?? 0
  return (
    <details className="ledger-of" open={isShown} onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>
        {title} <span className="help">{data?.event.whenWords}</span>
      </summary>
      {drafts > 0 && <p className="claim-note">{citing.drafts(drafts)}</p>}
      <InsertEvent eventId={eventId} />
      {isShown && data && (
        <iframe
          className="ledger-frame"
          title={citing.ledgerOf(title)}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          // Drawn anew whenever the claims were asked for anew.
          key={dataUpdatedAt}
          src={`/studio/api/record/events/${eventId}/ledger?language=${encodeURIComponent(story.language)}`}
        />
      )}
    </details>
  )
}
