import type { FC } from 'hono/jsx'
import { percent } from '../figures/bar-chart.tsx'
import { monthName } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { frontPath, monthPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { ListSubject, MonthCount, PageContext, RenderedPage } from '../props.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { SubjectTrail } from './subject-trail.tsx'
import { subjectName } from './subjects.ts'

export interface ArchivePageProps {
  readonly context: PageContext
  readonly subject: ListSubject
  /** Months that hold stories, newest first. */
  readonly months: readonly MonthCount[]
}

/** Everything a list ever held, by year and month, with a bar for how much. */
export function archivePage(props: ArchivePageProps): RenderedPage {
  const { context, subject } = props
  const { language } = context
  return pageDocument({
    context,
    title:
      subject.kind === 'all'
        ? message(language, 'archive.title')
        : message(language, 'archive.of', { subject: subjectName(context, subject) }),
    description: message(language, 'archive.explain'),
    styles: [LIST_STYLE],
    skip: 'skip.content',
    feeds: subject.kind === 'all' ? [] : [subject],
    main: <Archive {...props} />,
    currentPath: frontPath(context, subject),
  })
}

const Archive: FC<ArchivePageProps> = ({ context, subject, months }) => {
  const { language } = context
  const most = Math.max(1, ...months.map(({ stories }) => stories))
  return (
    <>
      <SubjectTrail context={context} subject={subject} isArchive />
      <h1>{message(language, 'archive.title')}</h1>
      <p class="stand">{message(language, months.length === 0 ? 'archive.none' : 'archive.explain')}</p>
      {byYear(months).map(([year, inYear]) => (
        <section class="group years" aria-labelledby={`year:${year}`}>
          <h2 id={`year:${year}`}>{year}</h2>
          <ul>
            {inYear.map((count) => (
              <MonthRow context={context} subject={subject} count={count} most={most} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface MonthRowProps {
  readonly context: PageContext
  readonly subject: ListSubject
  readonly count: MonthCount
  readonly most: number
}

/** A month, a bar, a number. A screen reader hears the month and "12 stories". */
const MonthRow: FC<MonthRowProps> = ({ context, subject, count: { month, stories }, most }) => {
  const { language } = context
  const name = monthName(month, language)
  return (
    <li>
      <a
        href={monthPath(context, subject, month)}
        aria-label={message(language, 'archive.month', { month: name, count: stories })}
      >
        {name}
      </a>
      <svg class="bar" aria-hidden="true">
        <rect width={percent(stories, most)} />
      </svg>
      <span aria-hidden="true">{stories}</span>
    </li>
  )
}

function byYear(months: readonly MonthCount[]): [string, MonthCount[]][] {
  const years = new Map<string, MonthCount[]>()
  for (const count of months) {
    const year = count.month.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), count])
  }
  return [...years]
}
