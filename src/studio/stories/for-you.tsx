import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { asking } from '../api/queries.ts'
import { useMe } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { type ListedStory, type SectionNames, StoryRow } from './story-row.tsx'

/** More than these stand behind a link. */
const SHOWN = 4

/** What concerns whoever looks: their own open stories, what waits for their desk, what is to be looked at. */
export function ForYou({ sections }: { readonly sections: SectionNames }) {
  const { stories } = useMessages()
  const { accountId } = useMe()
  const { data } = useQuery(asking('GET /work', {}))
  if (!data) return null
  const { mine, waiting, overdue, figures, stale, reports } = data
  const toLookAt = overdue.length + figures.length + stale.length + (reports ?? 0)
  if (mine.length + waiting.length + toLookAt === 0) return null
  return (
    <section className="for-you" aria-labelledby="for-you">
      <h2 id="for-you" className="visually-hidden">
        {stories.concerns.title}
      </h2>
      {toLookAt > 0 && (
        <p className="for-you-tasks">
          <Link to="/tasks">{stories.concerns.tasksCount(toLookAt)}</Link>
        </p>
      )}
      <Some title={stories.concerns.waiting} found={waiting} sections={sections}>
        <Link to="/" search={{ state: 'in-review' }}>
          {stories.concerns.waitingAll}
        </Link>
      </Some>
      <Some title={stories.concerns.mine} found={mine} sections={sections}>
        <Link to="/" search={{ author: accountId }}>
          {stories.concerns.mineAll}
        </Link>
      </Some>
    </section>
  )
}

interface SomeProps {
  readonly title: string
  readonly found: readonly ListedStory[]
  readonly sections: SectionNames
  /** The way to all of them. */
  readonly children: ReactNode
}

function Some({ title, found, sections, children }: SomeProps) {
  if (found.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul className="story-rows">
        {found.slice(0, SHOWN).map((story) => (
          <StoryRow key={story.id} story={story} sections={sections} />
        ))}
      </ul>
      {found.length > SHOWN && <p className="for-you-all">{children}</p>}
    </section>
  )
}
