import { type FormEvent, useState } from 'react'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { signWithPasskey } from './passkeys.ts'
import { type Doing, useDoing } from './use-doing.ts'

interface Props {
  /** Told who came in. */
  readonly onIn: (accountId: string) => Promise<void>
}

/** The ways in: a passkey first, a password with a code for those who have none at hand. */
export function SignInForm({ onIn }: Props) {
  const { entering } = useMessages()
  const [way, setWay] = useState<'passkey' | 'password'>('passkey')
  const doing = useDoing()
  return (
    <div className="sign-in">
      {doing.problem && (
        <Notice kind="problem" title={entering.notIn}>
          <p>{doing.problem}</p>
        </Notice>
      )}
      {way === 'passkey' ? <WithPasskey doing={doing} onIn={onIn} /> : <WithPassword doing={doing} onIn={onIn} />}
      <p className="other">
        <Button kind="quiet" onPress={() => setWay(way === 'passkey' ? 'password' : 'passkey')}>
          {way === 'passkey' ? entering.otherWay : entering.otherWayBack}
        </Button>
      </p>
    </div>
  )
}

interface WayProps extends Props {
  readonly doing: Doing
}

function WithPasskey({ doing, onIn }: WayProps) {
  const { entering } = useMessages()
  const enter = async () => {
    const asked = await api('POST /entering/passkey/ask', {})
    const { accountId } = await api('POST /entering/passkey', { body: await signWithPasskey(asked) })
    await onIn(accountId)
  }
  return (
    <>
      <Button kind="main" isDisabled={doing.isBusy} onPress={() => void doing.run(enter)}>
        {entering.withPasskey}
      </Button>
      <p className="hint">{entering.passkeyHelp}</p>
    </>
  )
}

function WithPassword({ doing, onIn }: WayProps) {
  const { entering } = useMessages()
  const [given, setGiven] = useState({ who: '', password: '', code: '' })
  const isWhole = Object.values(given).every((text) => text !== '')
  const enter = async () => {
    const { accountId } = await api('POST /entering/password', { body: { kind: 'password', ...given } })
    await onIn(accountId)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    // A code is good once: what was typed is not sent again.
    if (isWhole && !(await doing.run(enter))) setGiven((so) => ({ ...so, code: '' }))
  }
  const field = (name: keyof typeof given) => ({
    name,
    value: given[name],
    onChange: (text: string) => setGiven((so) => ({ ...so, [name]: text })),
  })
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField label={entering.who} autoComplete="username" {...field('who')} />
      <TextField label={entering.password} type="password" autoComplete="current-password" {...field('password')} />
      <TextField
        label={entering.code}
        help={entering.codeHelp}
        autoComplete="one-time-code"
        spellCheck="false"
        {...field('code')}
      />
      <Button kind="main" type="submit" isDisabled={doing.isBusy || !isWhole}>
        {entering.enter}
      </Button>
    </form>
  )
}
