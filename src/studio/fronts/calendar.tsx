import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerTo } from '../api/api.ts'
import { asking } from '../api/queries.ts'
import { useMay, usePaper } from '../api/session.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { type LocalDate, type Month, monthOf } from '../../time.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import { byDay, lastOf, monthIn, monthsAfter, sheetOf } from './calendar-month.ts'
import { MoveDialog } from './move-dialog.tsx'
import './fronts.css'

type Entry = AnswerTo<'GET /calendar'>['entries'][number]
type Days = ReadonlyMap<LocalDate, readonly Entry[]>

/** What goes out when, day by day in the newsroom's zone. */
export function Calendar() {
  const { fronts } = useMessages()
  const { zone } = usePaper()
  const search = useSearch({ from: '/signed-in/calendar' })
  const thisMonth = monthIn(zone, new Date().toISOString())
  const month = search.month ?? thisMonth
  const weeks = sheetOf(month)
  const from = weeks[0]?.[0] ?? (`${month}-01` as LocalDate)
  const to = weeks.at(-1)?.[6] ?? lastOf(month)
  const { data } = useSuspenseQuery(asking('GET /calendar', { query: { from, to } }))
  const [moving, setMoving] = useState<Entry | null>(null)
  const [isMoved, setIsMoved] = useState(false)
  const days: Days = byDay(zone, data.entries)
  const isEmpty = data.entries.every(({ at }) => monthIn(zone, at) !== month)
  return (
    <Screen title={fronts.calendar.title} about={fronts.calendar.about(zone)}>
      <Turn month={month} isThisMonth={month === thisMonth} form={search.as ?? 'month'} />
      {isMoved && <Notice kind="done">{fronts.calendar.moved}</Notice>}
      {search.as !== 'list' && <MonthSheet weeks={weeks} month={month} days={days} onMove={setMoving} />}
      <DayList month={month} days={days} onMove={setMoving} isOnly={search.as === 'list'} />
      {isEmpty && (
        <Empty title={fronts.calendar.empty}>
          <p>{fronts.calendar.emptyAbout}</p>
        </Empty>
      )}
      {moving && (
        <MoveDialog
          story={moving.story}
          at={moving.at}
          onClose={(moved) => {
            setMoving(null)
            setIsMoved(moved)
          }}
        />
      )}
    </Screen>
  )
}

interface TurnProps {
  readonly month: Month
  readonly isThisMonth: boolean
  readonly form: 'month' | 'list'
}

function Turn({ month, isThisMonth, form }: TurnProps) {
  const { fronts } = useMessages()
  const { language } = useStudioLanguage()
  const navigate = useNavigate({ from: '/calendar' })
  const name = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
  const goTo = (to: Month | undefined) => void navigate({ search: (before) => ({ ...before, month: to }) })
  return (
    <div className="calendar-turn">
      <h2 aria-live="polite">{name}</h2>
      <Button onPress={() => goTo(monthsAfter(month, -1))}>{fronts.calendar.previous}</Button>
      <Button onPress={() => goTo(undefined)} isDisabled={isThisMonth}>
        {fronts.calendar.today}
      </Button>
      <Button onPress={() => goTo(monthsAfter(month, 1))}>{fronts.calendar.next}</Button>
      <div className="calendar-form" role="group" aria-label={fronts.calendar.form}>
        {(['month', 'list'] as const).map((one) => (
          <Button
            key={one}
            kind="quiet"
            aria-pressed={form === one}
            onPress={() => void navigate({ search: (before) => ({ ...before, as: one === 'list' ? one : undefined }) })}
          >
            {fronts.calendar[one]}
          </Button>
        ))}
      </div>
    </div>
  )
}

interface SheetProps {
  readonly weeks: readonly (readonly LocalDate[])[]
  readonly month: Month
  readonly days: Days
  readonly onMove: (entry: Entry) => void
}

function MonthSheet({ weeks, month, days, onMove }: SheetProps) {
  const { language } = useStudioLanguage()
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' })
  return (
    <table className="month-sheet">
      <thead>
        <tr>
          {weeks[0]?.map((date) => (
            <th key={date} scope="col">
              {weekdays.format(new Date(`${date}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <td key={date} data-other={monthOf(date) !== month || undefined}>
                <span className="day-number">{Number(date.slice(8))}</span>
                <Entries entries={days.get(date) ?? []} onMove={onMove} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ListProps extends Pick<SheetProps, 'month' | 'days' | 'onMove'> {
  /** Beside the month's sheet the list is for phones alone. */
  readonly isOnly: boolean
}

function DayList({ month, days, onMove, isOnly }: ListProps) {
  const { language } = useStudioLanguage()
  const names = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' })
  const ofMonth = [...days].filter(([date]) => monthOf(date) === month)
  return (
    <ol className="day-list" data-only={isOnly || undefined}>
      {ofMonth.map(([date, entries]) => (
        <li key={date}>
          <h3>{names.format(new Date(`${date}T00:00:00Z`))}</h3>
          <Entries entries={entries} onMove={onMove} />
        </li>
      ))}
    </ol>
  )
}

function Entries({ entries, onMove }: { readonly entries: readonly Entry[]; readonly onMove: (entry: Entry) => void }) {
  const { fronts, stories } = useMessages()
  const may = useMay()
  if (entries.length === 0) return null
  return (
    <ul className="day-entries">
      {entries.map((entry) => {
        const { kind, at, story } = entry
        const access = { state: story.state, deskId: story.deskId, authors: story.authors.map(({ id }) => id) }
        return (
          <li key={`${kind} ${story.id}`} data-kind={kind}>
            <p className="entry-when">
              <When at={at} only="time" />{' '}
              <small>
                {at.slice(11, 16)} {fronts.calendar.utc} · {fronts.calendar.kinds[kind]}
              </small>
            </p>
            <Link to="/stories/$storyId" params={{ storyId: story.id }} lang={story.language}>
              {story.headline || stories.noHeadline}
            </Link>
            {kind === 'scheduled' && may('schedule-story', access) && (
              <Button
                kind="quiet"
                onPress={() => onMove(entry)}
                aria-label={fronts.moveLabel(fronts.calendar.move, story.headline)}
              >
                {fronts.calendar.move}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
