import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import { inLanguage } from '../../record/display-name.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { dayWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { claimSentence } from './claim-words.ts'
import { numberWords } from './figure-range.ts'
import { cellTitle, type Told } from './record-names.ts'
import { standingAssessments, verdictWords } from './verdict-words.ts'

/** What the newsroom itself holds of this event's claims and figures, and by what standard; or that it holds nothing. */
export const EventAssessments: FC<{ context: PageContext; told: Told; eventId: EventId }> = ({
  context,
  told,
  eventId,
}) => {
  const own = standingAssessments(told.set).filter((one) => eventOf(told.set, one) === eventId)
  return (
    <section aria-labelledby="ours:" class="ours">
      <h2 id="ours:">{message(context.language, 'event.assessments')}</h2>
      {own.length === 0 ? (
        <p>{message(context.language, 'event.noAssessment')}</p>
      ) : (
        <ul>
          {own.map((one) => (
            <AssessmentItem context={context} told={told} assessment={one} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The event that an assessment speaks of; undefined where its claim is not in the set. */
export const eventOf = ({ claims }: RecordSet, { content: { subject } }: EntryOf<'assessment'>): EventId | undefined =>
  subject.kind === 'cell' ? subject.eventId : claims.get(subject.claimId)?.content.about.eventId

const AssessmentItem: FC<{ context: PageContext; told: Told; assessment: EntryOf<'assessment'> }> = ({
  context,
  told,
  assessment: { content },
}) => {
  const { language } = context
  const { subject, verdict, best, standard, methods, signers, at } = content
  const claim = subject.kind === 'claim' ? told.set.claims.get(subject.claimId) : undefined
  const what = subject.kind === 'cell' ? cellTitle(told, subject) : claim ? claimSentence(told, claim) : ''
  const held = inLanguage(standard, language)
  return (
    <li>
      <b class="verdict">{verdictWords(told, verdict)}</b> {what}
      {best !== null && <p>{message(language, 'event.assessedFigure', { number: numberWords(best, language) })}</p>}
      <small>
        {[
          held && message(language, 'event.standard', { standard: held }),
          ...methods,
          signers > 0 ? message(language, 'event.signers', { count: signers }) : '',
          dayWords(at, { language, zone: context.newspaper.zone }),
        ]
          .filter((words) => words !== '')
          .join(' · ')}
      </small>
    </li>
  )
}
