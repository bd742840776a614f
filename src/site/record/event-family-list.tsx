import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import { edtfBounds } from '../../record/edtf.ts'
import type { EntryOf } from '../../record/entry.ts'
import { familyOf } from '../../record/event-family.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import { compare } from '../../record/said-order.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { cellFigure } from './cell-sentence.ts'
import { cellTitle, eventTitleOf, type Told } from './record-names.ts'
import { entryPath } from './record-paths.ts'
import { whereWords } from './where-words.ts'

interface FamilyProps {
  readonly context: PageContext
  readonly told: Told
  readonly eventId: EventId
}

/** The whole it belongs to and its parts, each with its own figures: they are never added to each other. */
export const EventFamilyList: FC<FamilyProps> = ({ context, told, eventId }) => {
  const { wholes, parts } = familyOf(told.set, eventId)
  if (wholes.size + parts.size === 0) return <></>
  return (
    <section aria-labelledby="family:" class="family">
      <h2 id="family:">{message(context.language, 'event.family')}</h2>
      <Relatives context={context} told={told} ids={wholes} title={message(context.language, 'event.whole')} />
      <Relatives context={context} told={told} ids={parts} title={message(context.language, 'event.parts')} />
    </section>
  )
}

const Relatives: FC<Omit<FamilyProps, 'eventId'> & { ids: ReadonlySet<EventId>; title: string }> = ({
  context,
  told,
  ids,
  title,
}) => {
  const events = [...ids].flatMap((id) => told.set.events.get(id) ?? []).toSorted(byStart)
  if (events.length === 0) return <></>
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {events.map((event) => (
          <li>
            <a href={entryPath(context, 'event', event.content.slug)}>{eventTitleOf(told, event.id)}</a>
            <small>
              {edtfWords(event.content.when.edtf, context.language)} · {whereWords(told, event.content.where)}
            </small>
            <OwnFigures told={told} id={event.id} />
          </li>
        ))}
      </ul>
    </>
  )
}

const byStart = (left: EntryOf<'event'>, right: EntryOf<'event'>): number => compare(startOf(left), startOf(right))
const startOf = ({ content: { when } }: EntryOf<'event'>): string => edtfBounds(when.edtf).earliest ?? ''

const OwnFigures: FC<{ told: Told; id: EventId }> = ({ told, id }) => {
  const stated = ledgerOf(told.set, id).cells.filter(({ summary }) => summary.claims.some(({ isMember }) => isMember))
  return (
    <>
      {stated.map(({ summary }) => (
        <small>
          {cellTitle(told, summary.cell)}: <b>{cellFigure(told, summary)}</b>
        </small>
      ))}
    </>
  )
}
