import type { AnswerTo } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { When } from '../ui/when.tsx'

type History = AnswerTo<'GET /record/entries/{entryId}'>['history']

/** Every revision, newest first: nothing that was recorded is ever overwritten. */
export function EntryHistory({ history }: { readonly history: History }) {
  const { citing } = useMessages()
  return (
    <section>
      <h2>{citing.history}</h2>
      <ol className="entry-history" reversed>
        {history.map(({ rev, at, by, act, status, reason, isErased }) => (
          <li key={rev}>
            <b>{citing.revision(rev)}</b> · <When at={at} /> · {by} · {act.replaceAll('-', ' ')} ·{' '}
            <span className="state">{citing.states[status]}</span>
            {reason && <p>{reason}</p>}
            {isErased && <p>{citing.erased}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
