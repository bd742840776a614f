import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { api, ApiProblem } from '../api/api.ts'
import { asking } from '../api/queries.ts'
import { signWithPasskey } from '../entering/passkeys.ts'
import { type Doing, useDoing } from '../entering/use-doing.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import './account.css'

/** Whoever was asked who they are has not shown it; nothing was done. */
export class NotConfirmed extends Error {
  override readonly name = 'NotConfirmed'
}

interface Confirming {
  /** Runs a call. Where the server wants to know first who asks, that is asked, and the call is repeated. */
  readonly run: <Result>(call: () => Promise<Result>) => Promise<Result>
  /** The question, while it stands; to be put beside what needs it. It covers nothing. */
  readonly question: ReactNode
}

/**
 * For what needs somebody to show once more that it is them: keys, people, exports, one's own ways in.
 *
 * `run` throws NotConfirmed when the question is put away, and whatever the call itself throws.
 */
export function useConfirmed(): Confirming {
  const [isAsked, setIsAsked] = useState(false)
  const waiting = useRef<{ done: () => void; cancelled: () => void } | null>(null)
  const confirmed = () =>
    new Promise<void>((resolve, reject) => {
      waiting.current?.cancelled()
      waiting.current = { done: resolve, cancelled: () => reject(new NotConfirmed()) }
      setIsAsked(true)
    })
  const run: Confirming['run'] = async (call) => {
    try {
      return await call()
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'confirm-identity') throw error
      await confirmed()
      return call()
    }
  }
  const settle = (how: 'done' | 'cancelled') => {
    setIsAsked(false)
    waiting.current?.[how]()
    waiting.current = null
  }
  const question = isAsked ? (
    <ConfirmIdentity onDone={() => settle('done')} onCancel={() => settle('cancelled')} />
  ) : null
  return { run, question }
}

interface Props {
  readonly onDone: () => void
  readonly onCancel: () => void
}

function ConfirmIdentity({ onDone, onCancel }: Props) {
  const { account: words, ui } = useMessages()
  const { data } = useQuery(asking('GET /account', {}))
  const doing = useDoing()
  const withPasskey = async () => {
    const asked = await api('POST /account/confirm/ask', {})
    await api('POST /account/confirm', { body: await signWithPasskey(asked) })
    onDone()
  }
  return (
    <section className="confirm" aria-label={words.confirm.title}>
      <h3>{words.confirm.title}</h3>
      <p>{words.confirm.about}</p>
      {doing.problem && (
        <Notice kind="problem">
          <p>{doing.problem}</p>
        </Notice>
      )}
      {data && data.passkeys.length > 0 && (
        <Button kind="main" autoFocus isDisabled={doing.isBusy} onPress={() => void doing.run(withPasskey)}>
          {words.confirm.passkey}
        </Button>
      )}
      {data?.password && <ByPassword doing={doing} onDone={onDone} />}
      <div className="actions">
        <Button onPress={onCancel}>{ui.cancel}</Button>
      </div>
    </section>
  )
}

function ByPassword({ doing, onDone }: { readonly doing: Doing; readonly onDone: () => void }) {
  const { confirm: words } = useMessages().account
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const isWhole = password !== '' && code !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // It may stand inside another form, which has not been asked to do anything.
    event.stopPropagation()
    if (!isWhole) return
    void doing.run(async () => {
      await api('POST /account/confirm', { body: { kind: 'password', password, code } })
      onDone()
    })
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={words.password}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <TextField label={words.code} autoComplete="one-time-code" value={code} onChange={setCode} />
      <Button type="submit" isDisabled={doing.isBusy || !isWhole}>
        {words.confirm}
      </Button>
    </form>
  )
}
