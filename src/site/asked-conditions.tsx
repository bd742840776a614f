import type { FC } from 'hono/jsx'
import { message } from './messages/message.ts'
import type { PageContext } from './props.ts'

/** One condition of a search, in words. */
export interface AskedCondition {
  readonly words: string
  /** The same search without it. */
  readonly pathWithout: string
}

interface ConditionListProps {
  readonly context: PageContext
  readonly conditions: readonly AskedCondition[]
}

/** What a search asked for, each condition with the way to leave it out. */
export const ConditionList: FC<ConditionListProps> = ({ context: { language }, conditions }) => (
  <ul>
    {conditions.map(({ words, pathWithout }) => (
      <li>
        <span>{words}</span>{' '}
        <a href={pathWithout} aria-label={message(language, 'record.dropThis', { what: words })}>
          {message(language, 'record.drop')}
        </a>
      </li>
    ))}
  </ul>
)
