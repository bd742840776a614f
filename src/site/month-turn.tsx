import type { FC } from 'hono/jsx'
import type { Month } from '../time.ts'
import { monthWords } from './dates.ts'
import { message } from './messages/message.ts'
import type { PageContext } from './props.ts'

interface MonthTurnProps {
  readonly context: PageContext
  /** The nearest months that hold anything; null at either end. */
  readonly previous: Month | null
  readonly next: Month | null
  readonly pathOf: (month: Month) => string
}

/** The way from one monthly page to those beside it. */
export const MonthTurn: FC<MonthTurnProps> = ({ context, previous, next, pathOf }) => {
  if (previous === null && next === null) return <></>
  const { language } = context
  const way = (month: Month, key: 'month.previous' | 'month.next') => (
    <li class={key === 'month.next' ? 'later' : undefined}>
      <small>{message(language, key)}</small>
      <a href={pathOf(month)} rel={key === 'month.previous' ? 'prev' : 'next'}>
        {monthWords(month, language)}
      </a>
    </li>
  )
  return (
    <nav class="turn" aria-label={message(language, 'nav.months')}>
      <ul>
        {previous !== null && way(previous, 'month.previous')}
        {next !== null && way(next, 'month.next')}
      </ul>
    </nav>
  )
}
