import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { usePaper } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import './paper.css'

/** Every note that readers were given: what was wrong, unclear or new. */
export function Corrections() {
  const { paper, ui } = useMessages()
  const { siteUrl } = usePaper()
  const { data, hasNextPage, fetchNextPage, error } = useInfiniteQuery({
    queryKey: ['GET /paper/corrections', {}],
    queryFn: ({ pageParam, signal }) =>
      api('GET /paper/corrections', { query: pageParam === null ? {} : { before: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before,
  })
  if (error) throw error
  const notes = data?.pages.flatMap((page) => page.notes) ?? []
  return (
    <Screen title={paper.corrections.title} about={paper.corrections.about}>
      {data && notes.length === 0 && <Empty title={paper.corrections.none} />}
      <ul className="rows">
        {notes.map(({ id, kind, at, text, storyId, headline, path }) => (
          <li key={id}>
            <p>
              <span className="state">{paper.corrections.kinds[kind] ?? kind}</span> <When at={at} />
            </p>
            <p className="paper-report">{text}</p>
            <p>
              <Link to="/stories/$storyId" params={{ storyId }}>
                {headline}
              </Link>{' '}
              {path !== null && (
                <a href={siteUrl + path} target="_blank" rel="noreferrer">
                  <small>{path}</small>
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{ui.more}</Button>}
    </Screen>
  )
}
