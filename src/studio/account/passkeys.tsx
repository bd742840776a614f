import { type FormEvent, useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { NewPasskey } from '../entering/new-factor.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import { type OwnChange, useOwnChange } from './use-own-change.ts'

type Passkey = AnswerTo<'GET /account'>['passkeys'][number]

interface Props {
  readonly passkeys: readonly Passkey[]
  /** Is there no other way in? */
  readonly isOnlyWay: boolean
}

/** One's passkeys: adding, naming, taking away. */
export function Passkeys({ passkeys, isOnlyWay }: Props) {
  const { account: words, ui } = useMessages()
  const [isAdding, setIsAdding] = useState(false)
  const own = useOwnChange()
  return (
    <>
      <h3>{words.passkeys}</h3>
      {passkeys.length === 0 && <p className="about">{words.noPasskeys}</p>}
      <ul className="own-rows">
        {passkeys.map((passkey) => (
          <OnePasskey key={passkey.id} passkey={passkey} isOnlyWay={isOnlyWay} own={own} />
        ))}
      </ul>
      {own.problem && (
        <Notice kind="problem">
          <p>{own.problem}</p>
        </Notice>
      )}
      {isAdding ? (
        <section className="confirm" aria-label={words.addPasskey}>
          <NewPasskey
            ask={() => own.confirmed(() => api('POST /account/passkeys/ask', {}))}
            keep={async (body) => {
              await api('POST /account/passkeys', { body })
              setIsAdding(false)
              await refresh('GET /account')
            }}
          />
          <div className="actions">
            <Button onPress={() => setIsAdding(false)}>{ui.cancel}</Button>
          </div>
        </section>
      ) : (
        <div className="actions">
          <Button onPress={() => setIsAdding(true)}>{words.addPasskey}</Button>
        </div>
      )}
      {own.question}
    </>
  )
}

interface OneProps {
  readonly passkey: Passkey
  readonly isOnlyWay: boolean
  readonly own: OwnChange
}

function OnePasskey({ passkey, isOnlyWay, own }: OneProps) {
  const { account: words, ui } = useMessages()
  const [isNaming, setIsNaming] = useState(false)
  const params = { passkeyId: passkey.id }
  const remove = () => own.change(() => api('DELETE /account/passkeys/{passkeyId}', { params }))
  return (
    <li>
      <div className="what">
        <strong>{passkey.name}</strong>
        <small>
          {words.addedOn} <When at={passkey.addedAt} only="day" />. {words.usedOn}{' '}
          {passkey.usedOn ? <When at={passkey.usedOn} only="day" /> : words.never}
          {passkey.isSynced && ` · ${words.synced}`}
        </small>
      </div>
      <div className="do">
        <Button onPress={() => setIsNaming(!isNaming)} aria-expanded={isNaming}>
          {words.rename}
        </Button>
        <Button isDisabled={own.isBusy} whyNot={isOnlyWay ? words.onlyWay : null} onPress={() => void remove()}>
          {ui.remove}
        </Button>
      </div>
      {isNaming && <Naming passkey={passkey} own={own} onDone={() => setIsNaming(false)} />}
    </li>
  )
}

function Naming({
  passkey,
  own,
  onDone,
}: {
  readonly passkey: Passkey
  readonly own: OwnChange
  readonly onDone: () => void
}) {
  const { entering, ui } = useMessages()
  const [name, setName] = useState(passkey.name)
  const params = { passkeyId: passkey.id }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    await own.change(() => api('PATCH /account/passkeys/{passkeyId}', { params, body: { name: name.trim() } }))
    onDone()
  }
  return (
    <form onSubmit={(event) => void save(event)}>
      <TextField label={entering.factor.passkeyName} value={name} maxLength={60} autoFocus onChange={setName} />
      <Button type="submit" isDisabled={own.isBusy || name.trim() === ''}>
        {ui.save}
      </Button>
    </form>
  )
}
