import type { FC } from 'hono/jsx'
import { pathTo } from '../../story/addresses.ts'
import type { StoryNote } from '../../story/story.ts'
import type { Month } from '../../time.ts'
import { dayWords, monthName, monthWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { noteLines } from './note-words.ts'
import { CHANGES_STYLE } from '../styles/changes.ts'

/** A correction and the story above which it stands. */
export interface IssuedCorrection {
  readonly note: StoryNote
  readonly headline: string
  readonly path: string
  /** Has the story's text changed since it was first published? Then there is a page that shows how. */
  readonly isChanged: boolean
}

export interface CorrectionsPageProps {
  readonly context: PageContext
  /** Null shows the newest of all months. */
  readonly month: Month | null
  /** Newest first. */
  readonly corrections: readonly IssuedCorrection[]
  /** Every month that has corrections, newest first; on a month's own page, none. */
  readonly months: readonly { readonly month: Month; readonly count: number }[]
}

/** What the paper got wrong and put right, in one place: the newest corrections, or those of a month. */
export function correctionsPage(props: CorrectionsPageProps): RenderedPage {
  const { context, month } = props
  const { language } = context
  return pageDocument({
    context,
    title:
      month === null
        ? message(language, 'corrections.title')
        : message(language, 'corrections.in', { month: monthWords(month, language) }),
    description: message(language, 'corrections.explain'),
    styles: [CHANGES_STYLE],
    skip: 'skip.content',
    feeds: [{ kind: 'corrections' }],
    main: <Corrections {...props} />,
  })
}

const pathOf = ({ newspaper, language }: PageContext, month: Month | null): string =>
  pathTo({ kind: 'corrections', language, month }, newspaper)

const Corrections: FC<CorrectionsPageProps> = ({ context, month, corrections, months }) => {
  const { language } = context
  return (
    <>
      {month !== null && (
        <nav class="kicker" aria-label={message(language, 'nav.place')}>
          <ul>
            <li>
              <a href={pathOf(context, null)}>{message(language, 'corrections.all')}</a>
            </li>
          </ul>
        </nav>
      )}
      <h1>
        {month === null
          ? message(language, 'corrections.title')
          : message(language, 'corrections.in', { month: monthWords(month, language) })}
      </h1>
      <p class="stand">
        {corrections.length === 0
          ? message(language, 'corrections.none')
          : month === null
            ? message(language, 'corrections.explain')
            : message(language, 'corrections.count', { count: corrections.length })}
      </p>
      {corrections.length > 0 && (
        <ul class="issued">
          {corrections.map((correction) => (
            <Correction context={context} correction={correction} />
          ))}
        </ul>
      )}
      {months.length > 0 && <Months context={context} months={months} />}
    </>
  )
}

const Correction: FC<{ context: PageContext; correction: IssuedCorrection }> = ({
  context: { language, newspaper },
  correction: { note, headline, path, isChanged },
}) => (
  <li>
    <time datetime={note.at}>{dayWords(note.at, { language, zone: newspaper.zone })}</time>
    <h2>
      <a href={path}>{headline}</a>
    </h2>
    {note.kind === 'clarification' && <p class="kicker">{message(language, 'corrections.clarification')}</p>}
    {noteLines(note, language).map((line) => (
      <p>{line}</p>
    ))}
    {isChanged && (
      <small>
        <a href={pathTo({ kind: 'story-changes', language, path }, newspaper)} rel="nofollow">
          {message(language, 'corrections.changes')}
        </a>
      </small>
    )}
  </li>
)

const Months: FC<Pick<CorrectionsPageProps, 'context' | 'months'>> = ({ context, months }) => {
  const { language } = context
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4))
  return (
    <nav class="months" aria-label={message(language, 'nav.months')}>
      {[...years].map(([year, inYear]) => (
        <>
          <h2>{year}</h2>
          <ul>
            {inYear.map(({ month, count }) => (
              <li>
                <a
                  href={pathOf(context, month)}
                  aria-label={message(language, 'corrections.month', { month: monthWords(month, language), count })}
                >
                  {monthName(month, language)} ({count})
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </nav>
  )
}
