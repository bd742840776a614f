import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useMe } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { Once } from '../ui/once.tsx'
import { Screen } from '../ui/screen.tsx'
import { When } from '../ui/when.tsx'
import { Desks } from './desks.tsx'
import { Grants, useGrantWords } from './grants.tsx'
import { Invite } from './invite.tsx'
import './team.css'

type TeamAnswer = AnswerTo<'GET /team'>
export type Account = TeamAnswer['accounts'][number]
type HandedOver = AnswerTo<'POST /team/invitations'>

/** Who works here, what each is trusted with, and the desks. */
export function Team() {
  const { team } = useMessages()
  const { accounts, invitations, canMail } = useSuspenseQuery(asking('GET /team', {})).data
  const [isInviting, setIsInviting] = useState(false)
  const [handed, setHanded] = useState<HandedOver | null>(null)
  return (
    <Screen
      title={team.title}
      about={team.about}
      actions={
        <Button kind="main" aria-expanded={isInviting} onPress={() => setIsInviting(!isInviting)}>
          {team.invite}
        </Button>
      }
    >
      {handed && (
        <Once
          label={team.link}
          help={handed.wasMailed ? team.linkMailed : team.linkHelp}
          text={handed.link}
          onDone={() => setHanded(null)}
        />
      )}
      {isInviting && (
        <Invite
          canMail={canMail}
          onDone={(made) => {
            setHanded(made)
            setIsInviting(false)
          }}
        />
      )}
      <ul className="rows">
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} onHanded={setHanded} />
        ))}
      </ul>
      <OpenInvitations invitations={invitations} />
      <Desks />
    </Screen>
  )
}

function AccountRow({
  account,
  onHanded,
}: {
  readonly account: Account
  readonly onHanded: (made: HandedOver) => void
}) {
  const { team, ui } = useMessages()
  const me = useMe()
  const grantWords = useGrantWords()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <li>
      <div className="row-line">
        <span>
          <strong>{account.name}</strong> {account.id === me.accountId && <small>{team.you}</small>}
          <br />
          <small>{account.grants.map(grantWords).join(', ')}</small>
        </span>
        <small>
          {account.seenOn === null ? (
            team.neverHere
          ) : (
            <>
              {team.lastHere} <When at={account.seenOn} only="day" />
            </>
          )}
        </small>
        {account.state === 'suspended' && <span className="state">{team.suspended}</span>}
        <Button kind="quiet" aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
          {isOpen ? ui.close : team.change}
        </Button>
      </div>
      {isOpen && <AccountForm account={account} onHanded={onHanded} />}
    </li>
  )
}

function AccountForm({
  account,
  onHanded,
}: {
  readonly account: Account
  readonly onHanded: (made: HandedOver) => void
}) {
  const { team, ui } = useMessages()
  const [grants, setGrants] = useState(account.grants)
  const { run, isBusy, notice } = useDoing()
  const params = { accountId: account.id }
  const act = (work: () => Promise<unknown>) =>
    run(async () => {
      await work()
      await refresh('GET /team', 'GET /session')
    })
  const isActive = account.state === 'active'
  return (
    <div className="form row-more">
      <Grants grants={grants} onChange={setGrants} />
      <p className="team-help">{team.grantsHelp}</p>
      {notice}
      <div className="actions">
        <Button
          kind="main"
          isDisabled={isBusy || grants.length === 0}
          onPress={() => void act(() => api('PUT /team/accounts/{accountId}/grants', { params, body: { grants } }))}
        >
          {ui.save}
        </Button>
        <AccountWays account={account} isBusy={isBusy} act={act} onHanded={onHanded} />
      </div>
      <p className="team-help">{isActive ? team.resetHelp : team.restoreHelp}</p>
    </div>
  )
}

interface WaysProps {
  readonly account: Account
  readonly isBusy: boolean
  readonly act: (work: () => Promise<unknown>) => Promise<boolean>
  readonly onHanded: (made: HandedOver) => void
}

/** Letting somebody in by a new way, no more, or again. */
function AccountWays({ account, isBusy, act, onHanded }: WaysProps) {
  const { team } = useMessages()
  const params = { accountId: account.id }
  return (
    <>
      {account.state === 'active' ? (
        <>
          <Button
            isDisabled={isBusy}
            onPress={() =>
              void act(async () => onHanded(await api('POST /team/accounts/{accountId}/reset', { params })))
            }
          >
            {team.reset}
          </Button>
          <Button
            kind="grave"
            isDisabled={isBusy}
            onPress={() => void act(() => api('POST /team/accounts/{accountId}/suspend', { params }))}
          >
            {team.suspend}
          </Button>
        </>
      ) : (
        <Button
          isDisabled={isBusy}
          onPress={() => void act(() => api('POST /team/accounts/{accountId}/restore', { params }))}
        >
          {team.restore}
        </Button>
      )}
    </>
  )
}

function OpenInvitations({ invitations }: Pick<TeamAnswer, 'invitations'>) {
  const { team } = useMessages()
  const grantWords = useGrantWords()
  const { run, isBusy, notice } = useDoing()
  if (invitations.length === 0) return null
  const withdraw = (invitationId: TeamAnswer['invitations'][number]['id']) =>
    run(async () => {
      await api('DELETE /team/invitations/{invitationId}', { params: { invitationId } })
      await refresh('GET /team')
    })
  return (
    <section className="team-part">
      <h2>{team.openInvitations}</h2>
      {notice}
      <ul className="rows">
        {invitations.map(({ id, kind, name, grants, expiresAt }) => (
          <li key={id} className="row-line">
            <span>
              {name ?? team.firstOwner}{' '}
              <small>{kind === 'reset' ? team.resetLink : grants.map(grantWords).join(', ')}</small>
            </span>
            <small>
              {team.goodUntil} <When at={expiresAt} />
            </small>
            <Button kind="quiet" isDisabled={isBusy} onPress={() => void withdraw(id)}>
              {team.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
