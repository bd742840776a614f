import { type FormEvent, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'

/** As long as a name may be, on the server too. */
const LONGEST = 120

interface Props {
  readonly initial?: string
  readonly isBusy: boolean
  readonly onName: (name: string) => void
  readonly onCancel: () => void
  readonly label?: string
}

/** Asks for a version's name. */
export function NameForm({ initial = '', isBusy, onName, onCancel, label }: Props) {
  const { revisions, ui } = useMessages()
  const [name, setName] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  return (
    <form className="name-form" onSubmit={submit}>
      <TextField
        label={revisions.name}
        help={revisions.nameHelp}
        value={name}
        onChange={setName}
        maxLength={LONGEST}
        autoFocus
      />
      <div className="actions">
        <Button kind="main" type="submit" isDisabled={isBusy || name.trim() === ''}>
          {label ?? ui.save}
        </Button>
        <Button onPress={onCancel}>{ui.cancel}</Button>
      </div>
    </form>
  )
}
