import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { StoryId, TaskId } from '../../ids.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import { useSectionNames } from './list-choices.ts'
import { type ListedStory, StoryRow } from './story-row.tsx'
import './stories.css'

type Work = AnswerTo<'GET /work'>

/** What somebody has to look at: each with what to do about it, and the way there. */
export function Tasks() {
  const { stories } = useMessages()
  const { data } = useSuspenseQuery({
    ...asking('GET /work', {}),
    refetchOnMount: 'always',
    refetchInterval: 60_000,
  })
  const looking = useLookedAt()
  return (
    <Screen title={stories.tasks.title} about={stories.tasks.about}>
      <div className="tasks">
        {looking.notice}
        {isEmpty(data) && (
          <Empty title={stories.tasks.noneTitle}>
            <p>{stories.tasks.none}</p>
          </Empty>
        )}
        <Figures tasks={data.figures} onDone={looking.done} />
        <Stories title={stories.tasks.overdue} about={stories.tasks.overdueAbout} found={data.overdue} />
        <Stories title={stories.tasks.waiting} about={stories.tasks.waitingAbout} found={data.waiting} />
        <Stale found={data.stale} />
        {data.reports !== null && data.reports > 0 && (
          <Group title={stories.tasks.reports} about={stories.tasks.reportsCount(data.reports)}>
            <p className="actions">
              <Link to="/reports">{stories.tasks.reportsOpen}</Link>
            </p>
          </Group>
        )}
      </div>
    </Screen>
  )
}

const isEmpty = ({ figures, overdue, waiting, stale, reports }: Work): boolean =>
  figures.length + overdue.length + waiting.length + stale.length + (reports ?? 0) === 0

interface LookedAt {
  readonly storyId: StoryId
  /** All that the same words were handed to the desk for. */
  readonly taskIds: readonly TaskId[]
}

/** Closes a task, and opens it again for whoever pressed too soon. */
function useLookedAt() {
  const { stories } = useMessages()
  const [last, setLast] = useState<LookedAt | null>(null)
  const close = useMutation({
    mutationFn: async ({ storyId, taskIds }: LookedAt) => {
      for (const taskId of taskIds) {
        await api('POST /stories/{storyId}/tasks/{taskId}/looked-at', { params: { storyId, taskId }, body: {} })
      }
    },
    onSuccess: async (_, task) => {
      setLast(task)
      await refresh('GET /work')
    },
  })
  const reopen = useMutation({
    mutationFn: async ({ storyId, taskIds }: LookedAt) => {
      for (const taskId of taskIds) {
        await api('POST /stories/{storyId}/tasks/{taskId}/reopen', { params: { storyId, taskId }, body: {} })
      }
    },
    onSuccess: async () => {
      setLast(null)
      await refresh('GET /work')
    },
  })
  const problem = close.error ?? reopen.error
  const notice = problem ? (
    <Notice kind="problem">{problem.message}</Notice>
  ) : (
    last && (
      <Notice kind="done">
        {stories.tasks.figureClosed}{' '}
        <Button kind="quiet" onPress={() => reopen.mutate(last)}>
          {stories.bulk.undo}
        </Button>
      </Notice>
    )
  )
  return { done: (task: LookedAt) => close.mutate(task), notice }
}

function Group({
  title,
  about,
  children,
}: {
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}) {
  return (
    <section>
      <h2>{title}</h2>
      <p>{about}</p>
      {children}
    </section>
  )
}

interface FiguresProps {
  readonly tasks: Work['figures']
  readonly onDone: (task: LookedAt) => void
}

/** Story by story, since whoever opens one looks at all of its figures. */
function Figures({ tasks, onDone }: FiguresProps) {
  const { stories } = useMessages()
  if (tasks.length === 0) return null
  return (
    <Group title={stories.tasks.figures} about={stories.tasks.figuresAbout}>
      <ul>
        {[...Map.groupBy(tasks, ({ story }) => story.id)].map(([id, ofStory]) => (
          <li key={id} className="task">
            <StoryName story={ofStory[0]?.story} />
            <ul aria-label={stories.tasks.says}>
              {[...Map.groupBy(ofStory, ({ words }) => words).values()].map((tasks) => (
                <Figure key={tasks[0]?.id} tasks={tasks} onDone={onDone} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Group>
  )
}

function StoryName({ story }: { readonly story: ListedStory | undefined }) {
  const { stories } = useMessages()
  if (!story) return null
  return (
    <p className="story-headline">
      <Link to="/stories/$storyId" params={{ storyId: story.id }} lang={story.language}>
        {story.headline || stories.noHeadline}
      </Link>
    </p>
  )
}

/** Words that moved, once, however often they did: who looks at them looks at all of it. */
function Figure({ tasks, onDone }: FiguresProps) {
  const { stories } = useMessages()
  const newest = tasks.at(-1)
  if (!newest) return null
  const { story, claimId, words, at } = newest
  return (
    <li className="task-figure">
      <q lang={story.language} dir="auto">
        {words}
      </q>
      <small>
        <When at={at} />
      </small>
      <Link to="/record/$entryId" params={{ entryId: claimId }}>
        {stories.tasks.claim}
      </Link>
      <Button
        onPress={() => onDone({ storyId: story.id, taskIds: tasks.map(({ id }) => id) })}
        aria-label={`${stories.tasks.figureDone}: ${words}`}
      >
        {stories.tasks.figureDone}
      </Button>
    </li>
  )
}

interface StoriesProps {
  readonly title: string
  readonly about: string
  readonly found: readonly ListedStory[]
}

function Stories({ title, about, found }: StoriesProps) {
  const sections = useSectionNames()
  if (found.length === 0) return null
  return (
    <Group title={title} about={about}>
      <ul className="story-rows">
        {found.map((story) => (
          <StoryRow key={story.id} story={story} sections={sections} />
        ))}
      </ul>
    </Group>
  )
}

function Stale({ found }: { readonly found: Work['stale'] }) {
  const { stories } = useMessages()
  if (found.length === 0) return null
  return (
    <Group title={stories.tasks.stale} about={stories.tasks.staleAbout}>
      <ul>
        {found.map(({ story, originalId }) => (
          <li key={story.id} className="task">
            <StoryName story={story} />
            <div className="actions">
              <Link to="/stories/$storyId" params={{ storyId: story.id }}>
                {stories.tasks.open}
              </Link>
              <Link to="/stories/$storyId" params={{ storyId: originalId }}>
                {stories.tasks.original}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </Group>
  )
}
