import type { FC } from 'hono/jsx'
import { EVENT_TYPES } from '../../record/event.ts'
import { parseLocalDate } from '../../time.ts'
import { dateWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { ConditionList } from '../asked-conditions.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { CARD_STYLE } from '../styles/cards.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { RECORD_STYLE } from '../styles/record.ts'
import { RecordTrail } from './entry-heading.tsx'
import { EventCard } from './event-card.tsx'
import type { EventLine } from './event-line.ts'
import { type FilterChoices, FilterForm } from './filter-form.tsx'
import { FILTER_NAMES, type FilterFields, type FilterName, filterQuery, usable } from './record-filter.ts'
import { findPath, recordPath } from './record-paths.ts'
import { typeWords } from './vocabulary.ts'

export interface RecordFindProps {
  readonly context: PageContext
  /** What was asked for, with what could not be used and why. */
  readonly fields: FilterFields
  readonly choices: FilterChoices
  readonly events: readonly EventLine[]
  /** The cursor of the next page; null when this is the last. */
  readonly next: string | null
}

/** What fits a search of the record. It stands for no address of its own, so no machine lists it. */
export function recordFindPage(props: RecordFindProps): RenderedPage {
  const { context } = props
  const { language } = context
  return pageDocument({
    context: { ...context, alternates: [] },
    title: message(language, 'record.found'),
    description: '',
    styles: [CARD_STYLE, LIST_STYLE, RECORD_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Found {...props} />,
    isIndexed: false,
    currentPath: recordPath(context),
  })
}

const Found: FC<RecordFindProps> = ({ context, fields, choices, events, next }) => {
  const { language } = context
  return (
    <>
      <RecordTrail context={context} />
      <h1>{message(language, 'record.found')}</h1>
      <div class="two">
        <section aria-labelledby="found:">
          <h2 class="rule" id="found:">
            {message(language, 'record.eventsHere', { count: events.length })}
          </h2>
          <Asked context={context} fields={fields} isEmpty={events.length === 0} />
          <ul class="events">
            {events.map((line) => (
              <EventCard context={context} line={line} level={3} />
            ))}
          </ul>
          {next !== null && (
            <p class="onward">
              <a href={findPath(context) + filterQuery(fields, next)} rel="next">
                {message(language, 'record.nextEvents')}
              </a>
            </p>
          )}
        </section>
        <div class="beside">
          <FilterForm context={context} fields={fields} choices={choices} />
        </div>
      </div>
    </>
  )
}

interface AskedProps {
  readonly context: PageContext
  readonly fields: FilterFields
  readonly isEmpty: boolean
}

/** What was asked for, each condition with the way to drop it; where nothing fits, what to loosen. */
const Asked: FC<AskedProps> = ({ context, fields, isEmpty }) => {
  const { language } = context
  const asked = FILTER_NAMES.flatMap((name) => {
    const value = usable(fields[name])
    return value === null ? [] : [{ name, words: conditionWords(name, value, language) }]
  })
  if (asked.length === 0) return isEmpty ? <p class="plain">{message(language, 'record.empty')}</p> : <></>
  return (
    <div class={isEmpty ? 'notice' : 'asked'}>
      <p>{message(language, isEmpty ? 'record.nothingFits' : 'record.asked')}</p>
      <ConditionList
        context={context}
        conditions={asked.map(({ name, words }) => ({
          words,
          pathWithout: findPath(context) + filterQuery(without(fields, name)),
        }))}
      />
    </div>
  )
}

const without = (fields: FilterFields, name: FilterName): FilterFields => ({
  ...fields,
  [name]: { value: '', problem: null },
})

function conditionWords(name: FilterName, value: string, language: string): string {
  if (name === 'from' || name === 'to') {
    const on = parseLocalDate(value)
    return message(language, `record.asked.${name}`, { date: on ? dateWords(on, language) : value })
  }
  if (name === 'disputed') return message(language, value === 'yes' ? 'record.onlyDisputed' : 'record.onlyUndisputed')
  if (name === 'place' || name === 'actor') return message(language, `record.asked.${name}`, { name: value })
  const type = EVENT_TYPES.find((known) => known === value)
  return message(language, 'record.asked.type', { type: type ? typeWords(type, language) : value })
}
