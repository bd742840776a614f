import { useState } from 'react'
import type { AnswerTo, AskedOf } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { type AskedOfPasskey, makePasskey } from './passkeys.ts'
import { useDoing } from './use-doing.ts'
import './entering.css'

export type Factor = AskedOf<'POST /entering/invitation/accept'>['body']['factor']
type SecondFactor = AnswerTo<'POST /account/second-factor'>

interface PasskeyProps {
  readonly ask: () => Promise<AskedOfPasskey>
  readonly keep: (factor: Factor & { kind: 'passkey' }) => Promise<void>
  /** Why it cannot be begun yet. */
  readonly whyNot?: string | null
}

/** Makes a passkey, named so that its owner knows it by sight. */
export function NewPasskey({ ask, keep, whyNot = null }: PasskeyProps) {
  const { factor, problems } = useMessages().entering
  const [name, setName] = useState(factor.thisDevice)
  const doing = useDoing()
  const make = async () => keep(await makePasskey(await ask(), name.trim() || factor.thisDevice))
  return (
    <>
      {doing.problem && (
        <Notice kind="problem">
          <p>{doing.problem}</p>
        </Notice>
      )}
      <TextField label={factor.passkeyName} value={name} onChange={setName} maxLength={60} />
      <Button
        kind="main"
        whyNot={whyNot}
        isDisabled={doing.isBusy}
        onPress={() => void doing.run(make, { refused: problems.notMade })}
      >
        {factor.make}
      </Button>
    </>
  )
}

interface PasswordProps {
  readonly ask: () => Promise<SecondFactor>
  readonly keep: (factor: Factor & { kind: 'password' }) => Promise<void>
  readonly whyNot?: string | null
  readonly label?: string
}

/** Sets a password with an app: the secret to scan or to copy, and the proof that the app has it. */
export function NewPassword({ ask, keep, whyNot = null, label }: PasswordProps) {
  const { factor } = useMessages().entering
  const [second, setSecond] = useState<SecondFactor | null>(null)
  const doing = useDoing()
  if (second) return <PasswordForm second={second} keep={keep} />
  return (
    <>
      {doing.problem && (
        <Notice kind="problem">
          <p>{doing.problem}</p>
        </Notice>
      )}
      <Button
        whyNot={whyNot}
        isDisabled={doing.isBusy}
        onPress={() => void doing.run(async () => setSecond(await ask()))}
      >
        {label ?? factor.begin}
      </Button>
    </>
  )
}

function PasswordForm({ second, keep }: { readonly second: SecondFactor; readonly keep: PasswordProps['keep'] }) {
  const { factor, problems } = useMessages().entering
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const doing = useDoing()
  const { challengeId } = second
  const meant = { refused: problems.codeWrong, 'bad-input': problems.passwordWeak }
  const submit = () => void doing.run(() => keep({ kind: 'password', challengeId, password, code }), meant)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (password !== '' && code !== '') submit()
      }}
    >
      <TextField
        label={factor.newPassword}
        help={factor.newPasswordHelp}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <h3>{factor.scan}</h3>
      <svg className="qr" viewBox={`0 0 ${second.qr.size} ${second.qr.size}`} role="img" aria-label={factor.scanAlt}>
        <path d={second.qr.path} shapeRendering="crispEdges" />
      </svg>
      <h3>{factor.secret}</h3>
      <p className="secret">{second.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
      <TextField label={factor.code} inputMode="numeric" autoComplete="one-time-code" value={code} onChange={setCode} />
      {doing.problem && (
        <Notice kind="problem">
          <p>{doing.problem}</p>
        </Notice>
      )}
      <Button kind="main" type="submit" isDisabled={doing.isBusy || password === '' || code === ''}>
        {factor.keep}
      </Button>
    </form>
  )
}
