import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { IncomingCopyId } from '../../ids.ts'
import { type AnswerTo, type AskedOf, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Failed, Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Notice } from '../ui/notice.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { IncomingFilters } from './incoming-filters.tsx'
import { useIncomingKeys } from './incoming-keys.ts'
import { IncomingRow } from './incoming-row.tsx'
import { type IncomingSearch, isNarrowed, questionOf } from './incoming-search.ts'
import './incoming.css'

type Page = AnswerTo<'GET /incoming'>
type Item = Page['items'][number]

/** How often the list asks whether something has come. */
const LOOK_EVERY_MS = 60_000

/** What feeds and agencies have sent: the desk reads it, takes it up or puts it away. */
export function IncomingList() {
  const { incoming } = useMessages()
  const search = useSearch({ from: '/signed-in/incoming' })
  const list = useIncoming(search)
  const screen = useRef<HTMLDivElement>(null)
  const may = useMay()
  const { dismiss, undo, lastDismissed, notice } = useDismissing()
  useIncomingKeys(screen, (id) => {
    const item = list.items.find((one) => one.id === id)
    if (item?.state === 'waiting' && may('dismiss-incoming')) dismiss(item)
  })
  return (
    <Screen
      title={incoming.title}
      about={incoming.about(list.first?.unopened ?? 0)}
      actions={
        <Link className="button" to="/watched">
          {incoming.sources}
        </Link>
      }
    >
      <div ref={screen}>
        <IncomingFilters search={search} sources={list.first?.sources ?? []} languages={list.first?.languages ?? []} />
        {notice}
        {lastDismissed && (
          <Notice kind="done">
            {incoming.dismissed(lastDismissed.headline)}{' '}
            <Button kind="quiet" onPress={undo}>
              {incoming.undo}
            </Button>
          </Notice>
        )}
        <Found list={list} search={search} />
        <p className="incoming-keys">
          <small>{incoming.keys}</small>
        </p>
      </div>
    </Screen>
  )
}

/** The pages of the list that were asked for so far. */
function useIncoming(search: IncomingSearch) {
  const asked = questionOf(search) as NonNullable<AskedOf<'GET /incoming'>['query']>
  const query = useInfiniteQuery({
    queryKey: ['GET /incoming', asked],
    queryFn: ({ pageParam, signal }) =>
      api('GET /incoming', { query: { ...asked, ...(pageParam === null ? {} : { before: pageParam }) } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_EVERY_MS,
  })
  const pages = query.data?.pages ?? []
  return { ...query, first: pages[0], items: pages.flatMap((page) => page.items) }
}

/** Puts items away, and the last one back. */
function useDismissing() {
  const [lastDismissed, setLast] = useState<Pick<Item, 'id' | 'headline'> | null>(null)
  const { run, notice } = useDoing()
  const ask = (
    key: 'POST /incoming/{incomingId}/dismiss' | 'POST /incoming/{incomingId}/restore',
    id: IncomingCopyId,
  ) =>
    run(async () => {
      await api(key, { params: { incomingId: id }, body: {} })
      await refresh('GET /incoming')
    })
  return {
    lastDismissed,
    notice,
    dismiss: (item: Item) => {
      const begun = ask('POST /incoming/{incomingId}/dismiss', item.id)
      void begun.then((isDone) => isDone && setLast(item))
    },
    undo: () => {
      if (!lastDismissed) return
      void ask('POST /incoming/{incomingId}/restore', lastDismissed.id).then((isDone) => isDone && setLast(null))
    },
  }
}

function Found({ list, search }: { readonly list: ReturnType<typeof useIncoming>; readonly search: IncomingSearch }) {
  const { ui } = useMessages()
  if (list.isError) return <Failed error={list.error} />
  if (list.isPending) return <Loading />
  if (list.items.length === 0) return <NothingThere search={search} page={list.first} />
  return (
    <>
      <ul className="incoming-rows" aria-busy={list.isFetching}>
        {list.items.map((item) => (
          <IncomingRow key={item.id} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {ui.more}
        </Button>
      )}
    </>
  )
}

function NothingThere({ search, page }: { readonly search: IncomingSearch; readonly page: Page | undefined }) {
  const { incoming } = useMessages()
  const may = useMay()
  if (page?.sources.length === 0) {
    return (
      <Empty title={incoming.nothingWatchedTitle}>
        <p>{incoming.nothingWatched}</p>
        {may('manage-ingest') && (
          <p>
            <Link to="/watched">{incoming.watched.add}</Link>
          </p>
        )}
      </Empty>
    )
  }
  if (isNarrowed(search)) return <Empty title={incoming.noneFound} />
  return (
    <Empty title={incoming.noneTitle}>
      <p>{incoming.none}</p>
    </Empty>
  )
}
