import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Scope, SCOPES } from '../../staff/role.ts'
import { instantOf } from '../../time.ts'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Checkbox, Select, TextField } from '../ui/field.tsx'
import { Once } from '../ui/once.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'

type Key = AnswerTo<'GET /keys'>['keys'][number]

const DAYS = ['30', '90', '365', 'never'] as const
const DAY_MS = 24 * 60 * 60 * 1000

/** Keys by which programs do what the studio does, within their scopes. */
export function ApiKeys() {
  const { keys: words } = useMessages()
  const { keys } = useSuspenseQuery(asking('GET /keys', {})).data
  const { run, isBusy, notice } = useDoing()
  const revoke = (keyId: Key['id']) =>
    run(async () => {
      await api('POST /keys/{keyId}/revoke', { params: { keyId } })
      await refresh('GET /keys')
    })
  return (
    <Screen title={words.title} about={words.about}>
      <p>
        <a href="/studio/api/openapi.json" target="_blank" rel="noreferrer">
          {words.documentation}
        </a>
      </p>
      <NewKey />
      {notice}
      {keys.length === 0 && <Empty title={words.none} />}
      <ul className="rows">
        {keys.map((key) => (
          <li key={key.id} className="row-line">
            <span>
              <strong>{key.name}</strong> · {key.scopes.map((scope) => words.scopes[scope].name).join(', ')}
              <br />
              <small>
                {words.actsFor(key.account)} {key.usedOn === null ? words.neverUsed : words.usedOn(key.usedOn)}{' '}
                {key.expiresAt !== null && (
                  <>
                    {words.until} <When at={key.expiresAt} only="day" />
                  </>
                )}
              </small>
            </span>
            {key.revokedAt === null ? (
              <Button
                kind="grave"
                isDisabled={isBusy}
                aria-label={`${words.revoke}: ${key.name}`}
                onPress={() => void revoke(key.id)}
              >
                {words.revoke}
              </Button>
            ) : (
              <span className="state">{words.revoked}</span>
            )}
          </li>
        ))}
      </ul>
    </Screen>
  )
}

function NewKey() {
  const { keys: words } = useMessages()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>(['read'])
  const [days, setDays] = useState<(typeof DAYS)[number]>('90')
  const [token, setToken] = useState<string | null>(null)
  const { run, isBusy, notice } = useDoing()
  const make = () =>
    run(async () => {
      const expiresAt = days === 'never' ? null : instantOf(new Date(Date.now() + Number(days) * DAY_MS))
      const made = await api('POST /keys', { body: { name, scopes: [...scopes], expiresAt } })
      setToken(made.token)
      setName('')
      await refresh('GET /keys')
    })
  if (token !== null)
    return <Once label={words.token} help={words.tokenHelp} text={token} onDone={() => setToken(null)} />
  return (
    <form className="form" onSubmit={(event) => (event.preventDefault(), void make())}>
      <TextField label={words.name} help={words.nameHelp} value={name} onChange={setName} />
      <fieldset>
        <legend>{words.may}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            isSelected={scopes.includes(scope)}
            onChange={(isChosen) => setScopes(isChosen ? [...scopes, scope] : scopes.filter((one) => one !== scope))}
          >
            <span>
              {words.scopes[scope].name} <small>{words.scopes[scope].help}</small>
            </span>
          </Checkbox>
        ))}
      </fieldset>
      <Select
        label={words.ends}
        value={days}
        choices={DAYS.map((value) => ({ value, label: words.days[value] }))}
        onChange={setDays}
      />
      {notice}
      <Button kind="main" type="submit" isDisabled={isBusy || name.trim() === '' || scopes.length === 0}>
        {words.make}
      </Button>
    </form>
  )
}
