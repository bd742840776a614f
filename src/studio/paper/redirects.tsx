import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { parseId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import './paper.css'

/** Former addresses and the stories they lead to. */
export function Redirects() {
  const { paper, ui } = useMessages()
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const { data, hasNextPage, fetchNextPage, error } = useInfiniteQuery({
    queryKey: ['GET /paper/redirects', { q: asked }],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(asked === '' ? {} : { q: asked }), ...(pageParam === null ? {} : { after: pageParam }) }
      return api('GET /paper/redirects', { query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ after }) => after,
  })
  const { run, isBusy, notice } = useDoing()
  if (error) throw error
  const found = data?.pages.flatMap(({ redirects }) => redirects) ?? []
  const remove = (fromPath: string) =>
    run(async () => {
      await api('POST /paper/redirects/remove', { body: { fromPath } })
      await refresh('GET /paper/redirects')
    })
  return (
    <Screen title={paper.redirects.title} about={paper.redirects.about}>
      <NewRedirect />
      <TextField className="form" label={paper.redirects.search} type="search" value={q} onChange={setQ} />
      {notice}
      {data && found.length === 0 && <Empty title={asked === '' ? paper.redirects.none : paper.redirects.noneFound} />}
      <ul className="rows">
        {found.map(({ fromPath, storyId, headline, toPath }) => (
          <li key={fromPath} className="row-line">
            <span>
              <code>{fromPath}</code> → <code>{toPath}</code>
              <br />
              <Link to="/stories/$storyId" params={{ storyId }}>
                {headline}
              </Link>
            </span>
            <Button
              kind="quiet"
              isDisabled={isBusy}
              aria-label={`${ui.remove}: ${fromPath}`}
              onPress={() => void remove(fromPath)}
            >
              {ui.remove}
            </Button>
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{ui.more}</Button>}
    </Screen>
  )
}

function NewRedirect() {
  const { paper } = useMessages()
  const [fromPath, setFromPath] = useState('')
  const [to, setTo] = useState('')
  const { run, isBusy, notice } = useDoing()
  // The studio's own address of the story, or its id.
  const storyId = parseId('story', /sty_[0-9a-z]+/.exec(to)?.[0] ?? '')
  const save = () =>
    run(async () => {
      if (!storyId) return
      await api('POST /paper/redirects', { body: { fromPath, storyId } })
      await refresh('GET /paper/redirects')
      setFromPath('')
      setTo('')
    })
  return (
    <form className="form paper-new" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={paper.redirects.from} help={paper.redirects.fromHelp} value={fromPath} onChange={setFromPath} />
      <TextField
        label={paper.redirects.to}
        help={paper.redirects.toHelp}
        value={to}
        onChange={setTo}
        problem={to !== '' && !storyId ? paper.redirects.noStory : null}
      />
      {notice}
      <Button kind="main" type="submit" isDisabled={isBusy || !storyId || fromPath === ''}>
        {paper.redirects.add}
      </Button>
    </form>
  )
}
