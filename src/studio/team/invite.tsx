import { useState } from 'react'
import { type AnswerTo, api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { useDoing } from '../ui/doing.tsx'
import { TextField } from '../ui/field.tsx'
import { type Grant, Grants } from './grants.tsx'

interface Props {
  /** Is there a mail server that would send the link? */
  readonly canMail: boolean
  readonly onDone: (made: AnswerTo<'POST /team/invitations'>) => void
}

/** Lets somebody in: a link to hand over, or to be mailed. */
export function Invite({ canMail, onDone }: Props) {
  const { team } = useMessages()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [grants, setGrants] = useState<Grant[]>([{ role: 'reporter', deskId: null }])
  const { run, isBusy, notice } = useDoing()
  const invite = () =>
    run(async () => {
      const body = { name, email: email.trim() === '' ? null : email.trim(), grants }
      const made = await api('POST /team/invitations', { body })
      await refresh('GET /team')
      onDone(made)
    })
  return (
    <form className="form team-new" onSubmit={(event) => (event.preventDefault(), void invite())}>
      <TextField label={team.name} help={team.nameHelp} value={name} onChange={setName} />
      <TextField
        label={team.email}
        help={canMail ? team.emailHelp : team.noMail}
        type="email"
        value={email}
        onChange={setEmail}
      />
      <Grants grants={grants} onChange={setGrants} />
      {notice}
      <Button kind="main" type="submit" isDisabled={isBusy || name.trim() === ''}>
        {team.makeLink}
      </Button>
    </form>
  )
}
