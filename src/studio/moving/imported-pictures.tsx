import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type AnswerTo, api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'

type Absent = AnswerTo<'GET /imports/pictures'>['absent'][number]

/** How often it is looked how far the fetching is. */
const LOOK_EVERY_MS = 3_000

/** The pictures of imported stories: what is here, what is not and why, and the word that has them fetched. */
export function ImportedPictures({ isBusy }: { readonly isBusy: boolean }) {
  const { moving } = useMessages()
  const words = moving.pictures
  const { run, isBusy: isAsking, notice } = useDoing()
  const { data, hasNextPage, fetchNextPage, isFetching, refetch } = useInfiniteQuery({
    queryKey: ['GET /imports/pictures', 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /imports/pictures', { query: pageParam === null ? {} : { after: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after,
    refetchInterval: ({ state }) => (isBusy || (state.data?.pages[0]?.counts.asked ?? 0) > 0 ? LOOK_EVERY_MS : false),
  })
  const counts = data?.pages[0]?.counts
  if (!data || !counts || counts.here + counts.waiting + counts.missing + counts.refused === 0) return null
  const fetchThem = () =>
    run(async () => {
      await api('POST /imports/pictures', { body: { fetch: true } })
      await refetch()
    })
  const absent = data.pages.flatMap((page) => page.absent)
  return (
    <section className="moving-part">
      <h2>{words.title}</h2>
      <p role="status">
        {words.counts(counts)} {counts.asked > 0 && words.asked(counts.asked)}
      </p>
      {counts.storiesWithEditor > 0 && <p>{words.withEditor(counts.storiesWithEditor)}</p>}
      {counts.waiting + counts.missing > 0 && counts.asked === 0 && (
        <>
          <p className="moving-help">{words.warning}</p>
          {notice}
          <Button isDisabled={isAsking} onPress={() => void fetchThem()}>
            {counts.waiting > 0 ? words.fetch : words.fetchAgain}
          </Button>
        </>
      )}
      {absent.length > 0 && (
        <details className="moving-problems">
          <summary>{words.absent}</summary>
          <ul>
            {absent.map((one) => (
              <AbsentPicture key={one.key} one={one} />
            ))}
          </ul>
          {hasNextPage && (
            <Button isDisabled={isFetching} onPress={() => void fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </details>
      )}
      <LeftAlone stories={data.pages[0]?.leftAlone ?? []} />
    </section>
  )
}

function AbsentPicture({ one }: { readonly one: Absent }) {
  const { moving } = useMessages()
  const words = moving.pictures
  const [story] = one.stories
  return (
    <li>
      <span className="state">{words.states[one.state]}</span>{' '}
      <span className="moving-address">{one.address ?? one.name ?? one.key}</span> {one.why}{' '}
      <small>
        {words.inStories(one.storyCount)}
        {story && ': '}
        {story && (
          <Link to="/stories/$storyId" params={{ storyId: story.storyId }}>
            {story.headline}
          </Link>
        )}
      </small>
    </li>
  )
}

function LeftAlone({ stories }: { readonly stories: AnswerTo<'GET /imports/pictures'>['leftAlone'] }) {
  const { moving } = useMessages()
  if (stories.length === 0) return null
  return (
    <>
      <p>{moving.pictures.leftAlone}</p>
      <ul className="moving-left">
        {stories.map(({ storyId, headline }) => (
          <li key={storyId}>
            <Link to="/stories/$storyId" params={{ storyId }}>
              {headline}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
