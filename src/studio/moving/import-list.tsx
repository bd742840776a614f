import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/screen.tsx'
import { ImportRow } from './import-row.tsx'

export type KeptImport = AnswerTo<'GET /imports'>['imports'][number]

interface Props {
  /** The newest, followed while they go on. */
  readonly imports: readonly KeptImport[]
  /** Where the older ones begin; null when there are none. */
  readonly older: number | null
}

/** Every import, the newest first: how far it is, and what came of it. */
export function ImportList({ imports, older }: Props) {
  const { moving } = useMessages()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className="moving-part">
      <h2>{moving.past}</h2>
      {imports.length === 0 && <Empty title={moving.none} />}
      <ul className="rows">
        {imports.map((one) => (
          <ImportRow key={one.id} one={one} />
        ))}
      </ul>
      {older !== null && !isOpen && <Button onPress={() => setIsOpen(true)}>{moving.older}</Button>}
      {older !== null && isOpen && <Older from={older} />}
    </section>
  )
}

function Older({ from }: { readonly from: number }) {
  const { moving } = useMessages()
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['GET /imports', from, 'pages'],
    queryFn: ({ pageParam, signal }) => api('GET /imports', { query: { before: pageParam } }, signal),
    initialPageParam: from,
    getNextPageParam: ({ before }) => before,
  })
  return (
    <>
      <ul className="rows">
        {data?.pages
          .flatMap((page) => page.imports)
          .map((one) => (
            <ImportRow key={one.id} one={one} />
          ))}
      </ul>
      {hasNextPage && (
        <Button isDisabled={isFetching} onPress={() => void fetchNextPage()}>
          {moving.older}
        </Button>
      )}
    </>
  )
}
