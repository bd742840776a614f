import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { NewPassword } from '../entering/new-factor.tsx'
import { RecoveryCodes } from '../entering/recovery-codes.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import { type OwnChange, useOwnChange } from './use-own-change.ts'

interface Props {
  readonly password: AnswerTo<'GET /account'>['password']
  readonly isOnlyWay: boolean
}

/** The other way in: setting it, its recovery codes, taking it away. */
export function PasswordAndApp({ password, isOnlyWay }: Props) {
  const { account: words, entering } = useMessages()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [isSetting, setIsSetting] = useState(false)
  const own = useOwnChange()
  if (codes) {
    return (
      <section className="confirm">
        <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />
      </section>
    )
  }
  const kept = async (fresh: readonly string[]) => {
    setCodes(fresh)
    setIsSetting(false)
    await refresh('GET /account')
  }
  const renewCodes = async () => setCodes((await api('POST /account/recovery-codes', {})).recoveryCodes)
  return (
    <>
      <h3>{words.passwordAndApp}</h3>
      {password ? (
        <p>
          {words.setOn} <When at={password.setAt} only="day" />, {words.codesLeft(password.recoveryCodesLeft)}.
        </p>
      ) : (
        <p className="about">{words.noPassword}</p>
      )}
      {own.problem && (
        <Notice kind="problem">
          <p>{own.problem}</p>
        </Notice>
      )}
      {isSetting ? (
        <Setting own={own} onSet={kept} onCancel={() => setIsSetting(false)} />
      ) : (
        <div className="actions">
          <Button onPress={() => setIsSetting(true)}>{password ? words.changePassword : entering.factor.begin}</Button>
          {password && (
            <>
              <Button isDisabled={own.isBusy} onPress={() => void own.change(renewCodes)}>
                {words.newCodes}
              </Button>
              <Button
                isDisabled={own.isBusy}
                whyNot={isOnlyWay ? words.onlyWay : null}
                onPress={() => void own.change(() => api('DELETE /account/password', {}))}
              >
                {words.removePassword}
              </Button>
            </>
          )}
        </div>
      )}
      {own.question}
    </>
  )
}

interface SettingProps {
  readonly own: OwnChange
  readonly onSet: (codes: readonly string[]) => Promise<void>
  readonly onCancel: () => void
}

function Setting({ own, onSet, onCancel }: SettingProps) {
  const { account: words, entering, ui } = useMessages()
  return (
    <section className="confirm" aria-label={words.passwordAndApp}>
      <p>{entering.factor.passwordHelp}</p>
      <NewPassword
        ask={() => own.confirmed(() => api('POST /account/second-factor', {}))}
        keep={async (body) => onSet((await api('PUT /account/password', { body })).recoveryCodes)}
      />
      <div className="actions">
        <Button onPress={onCancel}>{ui.cancel}</Button>
      </div>
    </section>
  )
}
