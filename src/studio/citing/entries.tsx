import { Link } from '@tanstack/react-router'
import type { AnswerTo } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'

type List = AnswerTo<'GET /record/entries'>

/** Entries as lines: what each is called, what tells it from others, where it stands. */
export function Entries({ entries }: { readonly entries: List['entries'] }) {
  const { citing } = useMessages()
  return (
    <ul className="entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Link to="/record/$entryId" params={{ entryId: entry.id }}>
            {entry.label}
          </Link>
          <span className="entry-detail">
            {[citing.types[entry.type], entry.detail].filter((part) => part !== '').join(' · ')}
          </span>
          {entry.status !== 'live' && <span className="state">{citing.states[entry.status]}</span>}
        </li>
      ))}
    </ul>
  )
}
