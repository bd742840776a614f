import type { FC } from 'hono/jsx'
import type { Month } from '../../time.ts'
import { monthWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { CARD_STYLE } from '../styles/cards.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { EventCard } from './event-card.tsx'
import type { EventLine } from './event-line.ts'
import { numberWords } from './figure-range.ts'
import { type FilterChoices, FilterForm } from './filter-form.tsx'
import { EMPTY_FILTER } from './record-filter.ts'
import { dataPath, findPath, howWeCountPath, recordMonthPath, recordPath } from './record-paths.ts'

/** How many events the record holds in a month. */
export interface EventMonth {
  readonly month: Month
  readonly events: number
}

export interface RecordFrontProps {
  readonly context: PageContext
  /** The events that happened last, newest first. */
  readonly latest: readonly EventLine[]
  /** How many entries there are: never how many people. */
  readonly totals: { readonly events: number; readonly claims: number; readonly sources: number }
  readonly choices: FilterChoices
  /** Months that hold events, newest first. */
  readonly months: readonly EventMonth[]
  /** The cursor of the events after these; null when these are all. */
  readonly next: string | null
}

/** The record's front: what it is, the latest events, the way to find others. */
export function recordFrontPage(props: RecordFrontProps): RenderedPage {
  const { context } = props
  const { language } = context
  return pageDocument({
    context,
    title: message(language, 'record.title'),
    description: message(language, 'record.what'),
    styles: [CARD_STYLE, LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Front {...props} />,
    currentPath: recordPath(context),
  })
}

const Front: FC<RecordFrontProps> = (props) => {
  const { context, latest, choices, months, next } = props
  const { language } = context
  return (
    <>
      <header class="opening">
        <h1>{message(language, 'record.title')}</h1>
        <p class="stand">{message(language, 'record.what')}</p>
        <Totals {...props} />
        <p class="jump">
          <a href="#find">{message(language, 'record.find')}</a>
        </p>
      </header>
      <div class="two">
        <section aria-labelledby="latest:">
          <h2 class="rule" id="latest:">
            {message(language, 'record.latest')}
          </h2>
          {latest.length === 0 ? (
            <p class="plain">{message(language, 'record.empty')}</p>
          ) : (
            <ul class="events">
              {latest.map((line) => (
                <EventCard context={context} line={line} level={3} />
              ))}
            </ul>
          )}
          {next !== null && (
            <p class="onward">
              <a href={`${findPath(context)}?after=${encodeURIComponent(next)}`}>
                {message(language, 'record.earlierEvents')}
              </a>
            </p>
          )}
        </section>
        <div class="beside">
          <FilterForm context={context} fields={EMPTY_FILTER} choices={choices} />
          {months.length > 0 && <Months context={context} months={months} />}
          <Reading context={context} />
        </div>
      </div>
    </>
  )
}

const Totals: FC<RecordFrontProps> = ({ context: { language }, totals }) => (
  <ul class="totals">
    {(['events', 'claims', 'sources'] as const).map((kind) => (
      <li>
        <b>{numberWords(totals[kind], language)}</b>
        {message(language, `record.total.${kind}`, { count: totals[kind] })}
      </li>
    ))}
  </ul>
)

const Months: FC<Pick<RecordFrontProps, 'context' | 'months'>> = ({ context, months }) => (
  <nav class="block" aria-labelledby="months:">
    <h2 id="months:">{message(context.language, 'record.months')}</h2>
    <ul class="months">
      {months.map(({ month, events }) => (
        <li>
          <a href={recordMonthPath(context, month)}>{monthWords(month, context.language)}</a>
          <span>{message(context.language, 'record.events', { count: events })}</span>
        </li>
      ))}
    </ul>
  </nav>
)

/** Where the rules and the files are. */
const Reading: FC<{ context: PageContext }> = ({ context }) => (
  <section class="block" aria-labelledby="reading:">
    <h2 id="reading:">{message(context.language, 'record.more')}</h2>
    <ul class="ways">
      <li>
        <a href={howWeCountPath(context)}>{message(context.language, 'count.title')}</a>
      </li>
      <li>
        <a href={dataPath(context)}>{message(context.language, 'data.title')}</a>
      </li>
    </ul>
  </section>
)
