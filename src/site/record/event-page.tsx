import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import { edtfWords } from '../../record/edtf-words.ts'
import type { EntryOf } from '../../record/entry.ts'
import { familyOf } from '../../record/event-family.ts'
import type { Ledger } from '../../record/ledger.ts'
import type { RecordChange } from '../../record/record-change.ts'
import type { RecordSet } from '../../record/record-set.ts'
import type { Instant } from '../../time.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage, StoryCard } from '../props.ts'
import { ReportLink } from '../house/report-link.tsx'
import { CARD_STYLE } from '../styles/cards.ts'
import { EVENT_STYLE } from '../styles/event.ts'
import { FIGURE_STYLE } from '../styles/figures.ts'
import { LEDGER_STYLE } from '../styles/ledger.ts'
import { RecordTrail } from './entry-heading.tsx'
import { EventAssessments } from './event-assessments.tsx'
import { EventData } from './event-data.tsx'
import { EventFamilyList } from './event-family-list.tsx'
import { EventMap } from './event-map.tsx'
import { EventStories } from './event-stories.tsx'
import { Timeline } from './event-timeline.tsx'
import { EventWho } from './event-who.tsx'
import { capitalised } from './fact-words.ts'
import { LedgerBox } from './ledger.tsx'
import { RecordChanges } from './record-changes.tsx'
import { oembedPath } from './oembed.ts'
import { RecordData } from './record-structured-data.tsx'
import { eventTitleOf, type Told } from './record-names.ts'
import { entryPath, recordPath } from './record-paths.ts'
import { precisionWords, whereWords } from './where-words.ts'

export interface EventPageProps {
  readonly context: PageContext
  readonly eventId: EventId
  /** The event's family, and everything that was claimed of it. */
  readonly set: RecordSet
  readonly ledger: Ledger
  /** Stories that tell of it, newest first. */
  readonly stories: readonly StoryCard[]
  /** Are there more of them than are listed? Left out where there are not. */
  readonly hasMoreStories?: boolean
  /** What changed in the record of the event and its parts, newest first. */
  readonly changes: readonly RecordChange[]
  readonly asOf: Instant
}

/** An event's dossier: what is said to have happened, by whom, how exactly, and how that changed. */
export function eventPage(props: EventPageProps): RenderedPage {
  const { context, set, eventId } = props
  const told: Told = { set, language: context.language }
  const title = eventTitleOf(told, eventId)
  const slug = set.events.get(eventId)?.content.slug
  return pageDocument({
    context,
    title,
    description: description(told, set.events.get(eventId)),
    styles: [CARD_STYLE, FIGURE_STYLE, LEDGER_STYLE, EVENT_STYLE],
    skip: 'skip.content',
    feeds: slug === undefined ? [] : [{ kind: 'event', slug, name: title }],
    head: (
      <>
        <link
          rel="alternate"
          type="application/json+oembed"
          title={title}
          href={context.siteUrl + oembedPath(context.siteUrl + context.path)}
        />
        <RecordData {...props} />
      </>
    ),
    main: <Dossier {...props} />,
    currentPath: recordPath(context),
  })
}

function description(told: Told, event: EntryOf<'event'> | undefined): string {
  if (!event) return ''
  const { type, when, where } = event.content
  return message(told.language, 'event.description', {
    what: message(told.language, `event.type.${type}`),
    when: edtfWords(when.edtf, told.language),
    where: whereWords(told, where),
  })
}

const Dossier: FC<EventPageProps> = (props) => {
  const { context, set, eventId, ledger, changes, asOf } = props
  const told: Told = { set, language: context.language }
  const event = set.events.get(eventId)
  const t = (
    key: Parameters<typeof message>[1] & `${'event' | 'change'}.${'map' | 'timeline' | 'title' | 'none' | 'file'}`,
  ) => message(context.language, key)
  if (!event) return <></>
  return (
    <article class="dossier">
      <header>
        <RecordTrail context={context}>{message(context.language, `event.type.${event.content.type}`)}</RecordTrail>
        <h1>{eventTitleOf(told, eventId)}</h1>
        <Facts context={context} told={told} event={event} />
      </header>
      <LedgerBox context={context} set={set} ledger={ledger} headingLevel={2} asOf={asOf} isOwnPage />
      <div class="beside who">
        <EventWho context={context} told={told} event={event} />
      </div>
      <div class="body">
        <EventFamilyList context={context} told={told} eventId={eventId} />
        <section aria-labelledby="map:">
          <h2 id="map:">{t('event.map')}</h2>
          <EventMap context={context} set={set} eventIds={mapped(told, eventId)} />
        </section>
        <section aria-labelledby="timeline:">
          <h2 id="timeline:">{t('event.timeline')}</h2>
          <Timeline context={context} set={set} eventId={eventId} />
        </section>
        <EventAssessments context={context} told={told} eventId={eventId} />
        <section aria-labelledby="changes" class="history">
          <h2 id="changes">{t('change.title')}</h2>
          {changes.length === 0 ? (
            <p>{t('change.none')}</p>
          ) : (
            <>
              <RecordChanges context={context} set={set} changes={changes} />
              <p>
                <a href={`/data/changes.csv?event=${eventId}`}>{t('change.file')}</a>
              </p>
            </>
          )}
        </section>
      </div>
      <div class="beside">
        <EventStories
          context={context}
          stories={props.stories}
          searchFor={props.hasMoreStories ? eventTitleOf({ set, language: context.language }, eventId) : null}
        />
        <EventData context={context} told={told} eventId={eventId} asOf={asOf} />
        <p>
          <ReportLink context={context} about={entryPath(context, 'event', event.content.slug)} />
        </p>
      </div>
      <p class="address">{context.siteUrl + context.path}</p>
    </article>
  )
}

/** An event is drawn with its parts, as long as a small map can hold them. */
const MOST_ON_MAP = 4

function mapped({ set }: Told, eventId: EventId): EventId[] {
  const parts = [...familyOf(set, eventId).parts]
  return [eventId, ...(parts.length < MOST_ON_MAP ? parts : [])]
}

/** When and where, each with how exactly it is known. */
const Facts: FC<{ context: PageContext; told: Told; event: EntryOf<'event'> }> = ({ context, told, event }) => {
  const { when, where, mergedInto, partOf } = event.content
  const { language } = context
  const place = told.set.places.get(where.placeId)
  const words = capitalised(whereWords(told, where), language)
  const into = mergedInto && told.set.events.get(mergedInto)
  return (
    <>
      {into && (
        <p class="notice">
          {message(language, 'event.merged')}{' '}
          <a href={entryPath(context, 'event', into.content.slug)}>{eventTitleOf(told, into.id)}</a>
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{message(language, 'event.when')}</dt>
          <dd>
            {capitalised(edtfWords(when.edtf, language), language)}
            {when.basis && <small>{when.basis}</small>}
          </dd>
        </div>
        <div>
          <dt>{message(language, 'event.where')}</dt>
          <dd>
            {place ? <a href={entryPath(context, 'place', place.content.slug)}>{words}</a> : words}
            <small>{precisionWords(told, where)}</small>
          </dd>
        </div>
        {partOf.length > 0 && (
          <div>
            <dt>{message(language, 'event.partOf')}</dt>
            {partOf.map((id) => {
              const whole = told.set.events.get(id)
              return (
                <dd>
                  {whole && <a href={entryPath(context, 'event', whole.content.slug)}>{eventTitleOf(told, id)}</a>}
                </dd>
              )
            })}
          </div>
        )}
      </dl>
    </>
  )
}
