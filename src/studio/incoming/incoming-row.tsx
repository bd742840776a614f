import { Link } from '@tanstack/react-router'
import type { AnswerTo } from '../api/api.ts'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { languageName } from '../stories/story-row.tsx'
import { When } from '../ui/when.tsx'

type Item = AnswerTo<'GET /incoming'>['items'][number]

/** An item on the list: what it is called, who sent it and when, and whose words it carries. */
export function IncomingRow({ item }: { readonly item: Item }) {
  const { incoming } = useMessages()
  const lang = item.language ?? undefined
  const isNew = item.state !== 'dismissed' && !item.isOpened
  return (
    <li className="incoming-row" data-item={item.id} data-new={isNew || undefined}>
      <p className="incoming-headline">
        <Link to="/incoming/$incomingId" params={{ incomingId: item.id }} className="incoming-link" lang={lang}>
          {item.headline}
        </Link>
      </p>
      {item.standfirst !== '' && (
        <p className="incoming-standfirst" lang={lang}>
          {item.standfirst}
        </p>
      )}
      <Facts item={item} />
      {item.overlaps.length > 0 && (
        <ul className="incoming-shared">
          {item.overlaps.map(({ kind, title, direction, share }) => (
            <li key={`${kind} ${title}`}>
              <span aria-hidden="true">{direction === 'carries' ? '↩' : '↪'}</span>{' '}
              {kind === 'claim' ? incoming.carriesClaim(title, share) : incoming[direction](title, share)}
            </li>
          ))}
        </ul>
      )}
      {isNew && <span className="incoming-new">{incoming.marks.unopened}</span>}
    </li>
  )
}

/** Where it came from, when, in which language, and what became of it. */
function Facts({ item }: { readonly item: Item }) {
  const { incoming } = useMessages()
  const { language } = useStudioLanguage()
  return (
    <p className="incoming-facts">
      <span>{item.source.name}</span>
      {item.language !== null && (
        <abbr title={languageName(language, item.language)}>{item.language.slice(0, 2).toUpperCase()}</abbr>
      )}
      <span>
        {item.changedAt === null ? incoming.received : incoming.changed} <When at={item.changedAt ?? item.receivedAt} />
      </span>
      {item.state !== 'waiting' && <span className="state">{incoming.marks[item.state]}</span>}
      {item.isWithdrawn && <strong className="grave">{incoming.marks.withdrawn}</strong>}
    </p>
  )
}
