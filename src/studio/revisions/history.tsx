import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { StoryId } from '../../ids.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useWhyNot } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Failed, Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Screen } from '../ui/screen.tsx'
import { whyNotWords } from '../writing/why-not-words.ts'
import { NOW, type RevisionLine, type SideCopyLine, useSideCopies, useStory } from './ends.ts'
import { KeepNow } from './keep-now.tsx'
import { Shown } from './shown.tsx'
import { type Ends, VersionList } from './version-list.tsx'
import './history.css'

/** What a story said before: every version, what changed between any two, and the way back. */
export function History() {
  const { storyId } = useParams({ from: '/signed-in/stories/$storyId/history' })
  return <HistoryOf key={storyId} storyId={storyId as StoryId} />
}

function HistoryOf({ storyId }: { readonly storyId: StoryId }) {
  const story = useStory(storyId)
  const sides = useSideCopies(storyId)
  const kept = useRevisions(storyId)
  const failure = story.error ?? sides.error ?? kept.error
  if (failure) return <Failed error={failure} />
  if (!story.data || !sides.data || !kept.data) return <Loading />
  const { pages } = kept.data
  return (
    <Known
      story={story.data}
      sideCopies={sides.data.sideCopies}
      revisions={pages.flatMap((page) => page.revisions)}
      names={Object.assign({}, story.data.names, sides.data.names, ...pages.map((page) => page.names))}
      onMore={kept.hasNextPage && !kept.isFetchingNextPage ? () => void kept.fetchNextPage() : null}
    />
  )
}

interface KnownProps {
  readonly story: AnswerTo<'GET /stories/{storyId}'>
  readonly sideCopies: readonly SideCopyLine[]
  readonly revisions: readonly RevisionLine[]
  readonly names: Readonly<Record<string, string>>
  /** Asks for older versions; null where there are none. */
  readonly onMore: (() => void) | null
}

const again = () =>
  void refresh('GET /stories/{storyId}', 'GET /stories/{storyId}/revisions', 'GET /stories/{storyId}/side-copies')

function Known({ story, sideCopies, revisions, names, onMore }: KnownProps) {
  const { revisions: words, shell, ui } = useMessages()
  const reason = useWhyNot()('revise-story', story.access)
  const whyNot = reason && whyNotWords(reason, shell.whyNot)
  const [chosen, setChosen] = useState<Ends | null>(null)
  const ends = chosen ?? firstEnds(revisions)
  const about = (
    <>
      <Link to="/stories/$storyId" params={{ storyId: story.id }}>
        {words.backToStory}
      </Link>{' '}
      · {story.working.content.headline}
      <br />
      {words.about}
    </>
  )
  return (
    <Screen
      title={words.title}
      about={about}
      actions={whyNot === null && <KeepNow storyId={story.id} onKept={again} />}
    >
      <div className="history">
        <section className="history-list" aria-label={words.versions}>
          <VersionList
            {...{ revisions, sideCopies, names, ends }}
            nowSavedAt={story.working.savedAt}
            onChoose={setChosen}
          />
          {onMore && <Button onPress={onMore}>{ui.more}</Button>}
        </section>
        <Shown
          {...{ revisions, sideCopies, names, ends, whyNot }}
          storyId={story.id}
          language={story.language}
          onDone={again}
        />
      </div>
    </Screen>
  )
}

/** What was written since the last version was kept. */
const firstEnds = ([newest]: readonly RevisionLine[]): Ends => ({
  from: newest ? { kind: 'revision', revision: newest.revision } : NOW,
  to: NOW,
})

/** The versions of a story, a page at a time. */
const useRevisions = (storyId: StoryId) =>
  useInfiniteQuery({
    queryKey: ['GET /stories/{storyId}/revisions', { params: { storyId } }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api(
        'GET /stories/{storyId}/revisions',
        { params: { storyId }, query: pageParam === null ? {} : { before: pageParam } },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })
