import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { type Sending, sendFile } from '../pictures/send-file.ts'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Checkbox, TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import { Export } from './export.tsx'
import './house.css'

type Import = AnswerTo<'GET /imports'>['imports'][number]

/** How often the progress of an import is asked for while one is under way. */
const LOOK_EVERY_MS = 1_000

/** A newsroom moves in with its past: a file is sent, its stories come in as drafts, and every problem is listed. */
export function MovingIn() {
  const { house } = useMessages()
  const may = useMay()
  const { data } = useQuery({
    ...asking('GET /imports', {}),
    refetchInterval: ({ state }) =>
      state.data?.imports.some(({ endedAt }) => endedAt === null) ? LOOK_EVERY_MS : false,
  })
  return (
    <Screen title={house.moving.title} about={house.moving.about}>
      <Begin isBusy={data?.imports.some(({ endedAt }) => endedAt === null) ?? false} />
      <ul className="rows">
        {(data?.imports ?? []).map((one) => (
          <ImportRow key={one.id} one={one} />
        ))}
      </ul>
      {may('export-newsroom') && <Export />}
    </Screen>
  )
}

function Begin({ isBusy }: { readonly isBusy: boolean }) {
  const { house } = useMessages()
  const [publish, setPublish] = useState(false)
  const [source, setSource] = useState('')
  const [sending, setSending] = useState<Sending | null>(null)
  const { run, notice } = useDoing()
  const begin = async (file: File) => {
    await run(async () => {
      const signal = new AbortController().signal
      const uploadId = await sendFile(file, file.name, { onProgress: setSending, signal })
      setSending(null)
      await api('POST /imports', { body: { uploadId, publish, ...(source.trim() === '' ? {} : { source }) } })
      await refresh('GET /imports')
    })
    setSending(null)
  }
  return (
    <section className="form moving">
      <TextField label={house.moving.source} help={house.moving.sourceHelp} value={source} onChange={setSource} />
      <Checkbox isSelected={publish} onChange={setPublish}>
        {house.moving.publish}
      </Checkbox>
      {notice}
      {sending ? (
        <p className="moving-sending" role="status">
          <progress value={sending.sent} max={sending.total} aria-label={house.moving.sending} />
          {sending.isWaiting ? house.moving.waiting : house.moving.sending}
        </p>
      ) : (
        <FileTrigger
          onSelect={(files) => {
            const [file] = files ?? []
            if (file) void begin(file)
          }}
        >
          <Button kind="main" whyNot={isBusy ? house.moving.busy : null}>
            {house.moving.choose}
          </Button>
        </FileTrigger>
      )}
      <p className="moving-help">{house.moving.kinds}</p>
    </section>
  )
}

function ImportRow({ one }: { readonly one: Import }) {
  const { house } = useMessages()
  const { added, changed, unchanged, published, problems } = one.report
  return (
    <li>
      <p>
        <strong>{one.name}</strong> · <When at={one.beganAt} /> ·{' '}
        <span className="state">{one.endedAt === null ? house.moving.running : house.moving.ended}</span>
      </p>
      <p role="status">{house.moving.counts({ added, changed, unchanged, published })}</p>
      {one.failure !== null && <Notice kind="problem" title={one.failure} />}
      {problems.length > 0 && (
        <details>
          <summary>{house.moving.problems(problems.length)}</summary>
          <ul className="moving-problems">
            {problems.slice(0, 500).map(({ headline, where, what }, index) => (
              <li key={`${index} ${what}`}>
                {headline !== null && <strong>{headline}: </strong>}
                {what} {where !== null && <small>{where}</small>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
