import type { FC } from 'hono/jsx'
import { dateOfPublication, type LocalDate, type Month } from '../../time.ts'
import { monthWords, weekdayWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { frontPath, monthPath } from '../links.ts'
import { message } from '../messages/message.ts'
import { MonthTurn } from '../month-turn.tsx'
import type { ListSubject, PageContext, RenderedPage, StoryCard } from '../props.ts'
import { CardText } from '../story/story-card.tsx'
import { CARD_STYLE } from '../styles/cards.ts'
import { LIST_STYLE } from '../styles/list.ts'
import { SubjectTrail } from './subject-trail.tsx'
import { subjectName } from './subjects.ts'

export interface MonthPageProps {
  readonly context: PageContext
  readonly subject: ListSubject
  readonly month: Month
  /** The month's stories, newest first. */
  readonly cards: readonly StoryCard[]
  /** The nearest month before this one that holds stories. */
  readonly previous: Month | null
  readonly next: Month | null
}

/** All stories of a list in one month, day by day. */
export function monthPage(props: MonthPageProps): RenderedPage {
  const { context, subject, month } = props
  const words = monthWords(month, context.language)
  const name = subjectName(context, subject)
  const title = subject.kind === 'all' ? words : message(context.language, 'month.in', { subject: name, month: words })
  return pageDocument({
    context,
    title,
    description: message(context.language, 'month.stories', { count: props.cards.length, month: words }),
    styles: [CARD_STYLE, LIST_STYLE],
    skip: 'skip.content',
    feeds: subject.kind === 'all' ? [] : [subject],
    main: <MonthStories {...props} />,
    currentPath: frontPath(context, subject),
  })
}

const MonthStories: FC<MonthPageProps> = ({ context, subject, month, cards, previous, next }) => {
  const { language } = context
  const words = monthWords(month, language)
  return (
    <>
      <SubjectTrail context={context} subject={subject} />
      <h1>{words.charAt(0).toLocaleUpperCase(language) + words.slice(1)}</h1>
      <p class="stand">
        {cards.length === 0
          ? message(language, 'month.none')
          : message(language, 'month.stories', { count: cards.length, month: words })}
      </p>
      {byDay(cards, context.newspaper.zone).map(([on, stories]) => (
        <section class="day" aria-labelledby={`day:${on}`}>
          <h2 id={`day:${on}`}>
            <time datetime={on}>{weekdayWords(on, language)}</time>
          </h2>
          <ul>
            {stories.map((card) => (
              <li class="story">
                <CardText context={context} card={card} level={3} size="standfirst" subject={subject} isDated={false} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <MonthTurn
        context={context}
        previous={previous}
        next={next}
        pathOf={(other) => monthPath(context, subject, other)}
      />
    </>
  )
}

/** Stories under the day they were first published on, in the order they came. */
function byDay(cards: readonly StoryCard[], zone: string): [LocalDate, StoryCard[]][] {
  const days = new Map<LocalDate, StoryCard[]>()
  for (const card of cards) {
    const on = dateOfPublication(zone, card.firstPublished)
    days.set(on, [...(days.get(on) ?? []), card])
  }
  return [...days]
}
