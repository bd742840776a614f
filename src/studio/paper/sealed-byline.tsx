import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Select, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import type { Byline } from './bylines.tsx'
import { type OpenedText, openWith } from './open-sealed.ts'

interface Props {
  readonly byline: Byline
  readonly hasSealKeys: boolean
}

/** Who stands behind a byline: sealed on the server, opened in this browser with an owner's own key. */
export function SealedByline({ byline, hasSealKeys }: Props) {
  const { paper } = useMessages()
  return (
    <section className="paper-sealed">
      <h3>{paper.bylines.behind}</h3>
      <p className="paper-help">{paper.bylines.behindHelp}</p>
      <Seal byline={byline} hasSealKeys={hasSealKeys} />
      {byline.isSealed && <Open byline={byline} />}
    </section>
  )
}

function Seal({ byline, hasSealKeys }: Props) {
  const { paper } = useMessages()
  const { data: team } = useQuery(asking('GET /team', {}))
  const [accountId, setAccountId] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [isDone, setIsDone] = useState(false)
  const { run, isBusy, notice } = useDoing()
  const account = team?.accounts.find(({ id }) => id === accountId)
  const seal = async () => {
    if (!account) return
    const body = { accountId: account.id, words }
    const done = await run(() => api('PUT /paper/bylines/{slug}/account', { params: { slug: byline.slug }, body }))
    setIsDone(done)
    if (!done) return
    setWords('')
    setAccountId(null)
    await refresh('GET /paper/bylines')
  }
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), void seal())}>
      <Select
        label={paper.bylines.account}
        value={accountId}
        choices={(team?.accounts ?? []).map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={setAccountId}
      />
      <TextField label={paper.bylines.sealWords} rows={2} value={words} onChange={setWords} />
      {notice}
      {isDone && <Notice kind="done" title={paper.bylines.sealedNow} />}
      <Button type="submit" isDisabled={isBusy || !account} whyNot={hasSealKeys ? null : paper.bylines.noKeys}>
        {byline.isSealed ? paper.bylines.sealAgain : paper.bylines.seal}
      </Button>
    </form>
  )
}

function Open({ byline }: { readonly byline: Byline }) {
  const { paper, ui } = useMessages()
  const [key, setKey] = useState('')
  const [opened, setOpened] = useState<readonly OpenedText[] | null>(null)
  const { run, isBusy, notice } = useDoing()
  const open = () =>
    run(async () => {
      const { sealed } = await api('GET /paper/bylines/{slug}/account', { params: { slug: byline.slug } })
      setOpened(await openWith(key, sealed))
      setKey('')
    })
  if (opened) {
    return (
      <div role="status">
        {opened.length === 0 && <p>{paper.bylines.notByThisKey}</p>}
        {opened.map(({ text, at }) => (
          <blockquote key={at} className="paper-opened">
            <p>{text}</p>
            <When at={at} only="day" />
          </blockquote>
        ))}
        <Button onPress={() => setOpened(null)}>{ui.close}</Button>
      </div>
    )
  }
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), void open())}>
      <TextField
        label={paper.bylines.key}
        help={paper.bylines.keyHelp}
        type="password"
        autoComplete="off"
        value={key}
        onChange={setKey}
      />
      {notice}
      <Button type="submit" isDisabled={isBusy || key.trim() === ''}>
        {paper.bylines.open}
      </Button>
    </form>
  )
}
