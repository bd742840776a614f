import type { FC } from 'hono/jsx'
import { type LocalDate, type Month, monthOf } from '../../time.ts'
import { monthWords, weekdayWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import { MonthTurn } from '../month-turn.tsx'
import type { PageContext, RenderedPage } from '../props.ts'
import { CARD_STYLE } from '../styles/cards.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { RecordTrail } from './entry-heading.tsx'
import { EventCard } from './event-card.tsx'
import type { EventLine } from './event-line.ts'
import { recordMonthPath, recordPath } from './record-paths.ts'

export interface RecordMonthProps {
  readonly context: PageContext
  readonly month: Month
  /** Everything that happened, or may have happened, in the month. */
  readonly events: readonly EventLine[]
  /** The nearest months that hold events. */
  readonly previous: Month | null
  readonly next: Month | null
}

/** One month of the record, day by day; what has no day stands apart and says so. */
export function recordMonthPage(props: RecordMonthProps): RenderedPage {
  const { context, month, events } = props
  const { language } = context
  const words = monthWords(month, language)
  return pageDocument({
    context,
    title: message(language, 'record.monthTitle', { month: words }),
    description: message(language, 'record.monthEvents', { count: events.length, month: words }),
    styles: [CARD_STYLE, LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <MonthEvents {...props} />,
    currentPath: recordPath(context),
  })
}

const MonthEvents: FC<RecordMonthProps> = ({ context, month, events, previous, next }) => {
  const { language } = context
  const words = monthWords(month, language)
  return (
    <>
      <RecordTrail context={context} />
      <h1>{words.charAt(0).toLocaleUpperCase(language) + words.slice(1)}</h1>
      <p class="stand">{message(language, 'record.monthEvents', { count: events.length, month: words })}</p>
      {groupsOf(events, month).map(({ key, lines }) => (
        <section class="day" aria-labelledby={`day:${key}`}>
          <h2 id={`day:${key}`}>{dayHeading(key, language)}</h2>
          <ul class="events">
            {lines.map((line) => (
              <EventCard context={context} line={line} level={3} />
            ))}
          </ul>
        </section>
      ))}
      <MonthTurn
        context={context}
        previous={previous}
        next={next}
        pathOf={(other) => recordMonthPath(context, other)}
      />
    </>
  )
}

type GroupKey = LocalDate | 'before' | 'no-day'

interface DayGroup {
  readonly key: GroupKey
  readonly lines: readonly EventLine[]
}

/** What began before the month, then its days in order, then what is known without a day. */
function groupsOf(events: readonly EventLine[], month: Month): DayGroup[] {
  const groups = new Map<GroupKey, EventLine[]>()
  for (const line of events) {
    const key = keyOf(line, month)
    groups.set(key, [...(groups.get(key) ?? []), line])
  }
  const rank = (key: GroupKey) => (key === 'before' ? '0' : key === 'no-day' ? '9999' : key)
  return [...groups]
    .map(([key, lines]) => ({ key, lines }))
    .toSorted((left, right) => (rank(left.key) < rank(right.key) ? -1 : 1))
}

function keyOf({ startsOn }: EventLine, month: Month): GroupKey {
  if (startsOn === null) return 'no-day'
  return monthOf(startsOn) < month ? 'before' : startsOn
}

const dayHeading = (key: GroupKey, language: string) => {
  if (key === 'before') return message(language, 'record.beganBefore')
  if (key === 'no-day') return message(language, 'record.noDay')
  return <time datetime={key}>{weekdayWords(key, language)}</time>
}
