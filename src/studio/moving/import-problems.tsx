import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'

/** Every problem of an import, a page at a time: which story, what, and where in the source. */
export function ImportProblems({ importId }: { readonly importId: ImportId }) {
  const { moving } = useMessages()
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['GET /imports/{importId}', importId],
    queryFn: ({ pageParam, signal }) =>
      api(
        'GET /imports/{importId}',
        { params: { importId }, query: pageParam === null ? {} : { after: pageParam } },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ after }) => after,
  })
  const problems = data?.pages.flatMap((page) => page.problems) ?? []
  if (data && problems.length === 0) return <p className="moving-help">{moving.forgotten}</p>
  return (
    <>
      <ol className="moving-each">
        {problems.map(({ number, headline, what, where }) => (
          <li key={number} value={number}>
            {headline !== null && <strong>{headline}: </strong>}
            {what} {where !== null && <small>{where}</small>}
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button isDisabled={isFetching} onPress={() => void fetchNextPage()}>
          {moving.moreProblems}
        </Button>
      )}
    </>
  )
}
