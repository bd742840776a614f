import type { FC } from 'hono/jsx'
import type { EventId } from '../../ids.ts'
import type { Instant } from '../../time.ts'
import { dayWords } from '../dates.ts'
import { message, type MessageKey } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { eventTitleOf, type Told } from './record-names.ts'
import { dataPath } from './record-paths.ts'

interface DataProps {
  readonly context: PageContext
  readonly told: Told
  readonly eventId: EventId
  readonly asOf: Instant
}

/** Files of one event, from the same addresses as those of the whole record. */
export const EVENT_FILES = [
  { key: 'event.cells', file: 'cells.csv', mediaType: 'text/csv' },
  { key: 'event.claims', file: 'claims.csv', mediaType: 'text/csv' },
] as const satisfies readonly { key: MessageKey; file: string; mediaType: string }[]

export const eventFilePath = (file: string, eventId: EventId): string => `/data/${file}?event=${eventId}`

/** The event's figures and claims as files, and how to cite the page. */
export const EventData: FC<DataProps> = ({ context, told, eventId, asOf }) => {
  const { language, newspaper, siteUrl, path } = context
  const values = {
    newspaper: newspaper.name,
    title: eventTitleOf(told, eventId),
    date: dayWords(asOf, { language, zone: newspaper.zone }),
    url: siteUrl + path,
  }
  return (
    <section aria-labelledby="data:">
      <h2 id="data:">{message(language, 'event.data')}</h2>
      <ul class="files">
        {EVENT_FILES.map(({ key, file }) => (
          <li>
            <a href={eventFilePath(file, eventId)}>{message(language, key)}</a>
          </li>
        ))}
        <li>
          <a href={dataPath(context)}>{message(language, 'data.title')}</a>
        </li>
      </ul>
      <h3>{message(language, 'event.cite')}</h3>
      <p class="cite">{message(language, 'event.citation', values)}</p>
    </section>
  )
}
