import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { KnownName } from '../../desk/desk-text.ts'
import type { SuggestedClaim } from '../../desk/reading.ts'
import type { ClaimId } from '../../ids.ts'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { AnswerForm } from './answer-form.tsx'
import { fieldsFor, type Picked } from './cite-fields.ts'
import { EntryCombo } from './entry-combo.tsx'
import { type CitableClaim, claimsThatFit, MOST, sentenceOf } from './existing-claims.tsx'
import { type SuggestedCitation, suggestedFields } from './suggested-fields.ts'
import { SuggestedNote } from './suggested-note.tsx'
import { useCiteGround } from './use-cite-ground.ts'

interface Props {
  readonly storyId: string
  readonly language: string
  readonly words: string
  readonly around: string
  readonly suggested: SuggestedCitation
  readonly names?: readonly KnownName[]
  readonly onCited: (claimId: ClaimId) => void
  readonly onCancel: () => void
}

/** A denial that the desk has read in the text: somebody says which claim is denied, the rest is filled in. */
export function DenialForm(props: Props) {
  const { storyId, language, words, around, suggested, names = [], onCited, onCancel } = props
  const { citing } = useMessages()
  const ground = useCiteGround(language)
  const [fields] = useState(() => {
    const before = fieldsFor(storyId, { words, around }, language)
    return { ...before, ...suggestedFields(suggested, { names, ground, before }) }
  })
  const [event, setEvent] = useState<Picked | null>(fields.event)
  const [denied, setDenied] = useState<CitableClaim | null>(null)
  return (
    <section className="cite-form" aria-label={citing.denyTitle}>
      <h3>{citing.forWords(words)}</h3>
      <SuggestedNote {...suggested} />
      {denied ? (
        <>
          <p className="claim-say">{sentenceOf(denied)}</p>
          <AnswerForm
            kind="deny"
            claim={denied}
            language={language}
            begin={{ ...fields, denier: fields.claimant, offered: fields.offered.claimant }}
            onDone={onCited}
            onCancel={() => setDenied(null)}
          />
        </>
      ) : (
        <WhichClaim {...{ event, setEvent, language, onCancel }} denied={suggested.claim} onChoose={setDenied} />
      )}
    </section>
  )
}

interface WhichProps {
  readonly event: Picked | null
  readonly setEvent: (event: Picked | null) => void
  readonly denied: SuggestedClaim
  readonly language: string
  readonly onChoose: (claim: CitableClaim) => void
  readonly onCancel: () => void
}

function WhichClaim({ event, setEvent, denied, language, onChoose, onCancel }: WhichProps) {
  const { citing, ui } = useMessages()
  const { data } = useQuery({
    ...asking('GET /record/events/{eventId}/claims', { params: { eventId: event?.id ?? '' }, query: { language } }),
    enabled: event !== null,
  })
  const shown = data && deniable(data.claims, denied).slice(0, MOST)
  return (
    <>
      <EntryCombo type="event" label={citing.event} value={event} onChange={setEvent} autoFocus={event === null} />
      {shown?.length === 0 && <p className="claim-note">{citing.nothingDenied}</p>}
      {shown && shown.length > 0 && (
        <section className="cite-existing" aria-label={citing.whichDenied}>
          <h4>{citing.whichDenied}</h4>
          <ul>
            {shown.map((claim) => (
              <li key={claim.id}>
                <Button kind="quiet" onPress={() => onChoose(claim)}>
                  <span className="visually-hidden">{citing.denyThis('')}</span>
                  <span className="cite-claim">{sentenceOf(claim)}</span>{' '}
                  <span className="cite-claim-when">{claim.saidWords}</span>
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="actions">
        <Button kind="quiet" onPress={onCancel}>
          {ui.cancel}
        </Button>
      </div>
    </>
  )
}

/** The claims of the event that may be meant: those with this figure; else those of what happened to people; else all. */
function deniable(claims: readonly CitableClaim[], { figure, measure }: SuggestedClaim): CitableClaim[] {
  const withFigure = claimsThatFit(claims, figure.quantity)
  const standing = claimsThatFit(claims, null)
  const alike = (withFigure.length > 0 ? withFigure : standing).filter((claim) => claim.measure === measure)
  return alike.length > 0 ? alike : withFigure.length > 0 ? withFigure : standing
}
