import { type FormEvent, type ReactNode, useLayoutEffect, useRef } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'

interface Props {
  readonly title: string
  readonly set: string
  readonly onSet: () => void
  readonly onClose: () => void
  /** Takes away what is there already, and how that is called. */
  readonly remove?: { readonly label: string; readonly press: () => void } | null
  readonly children: ReactNode
}

/** A small form under the words it is about. Enter sets, Escape goes back to the text. */
export function AskForm({ title, set, onSet, onClose, remove, children }: Props) {
  const { editor } = useMessages()
  const form = useRef<HTMLFormElement>(null)
  // Before the next key is pressed: whoever types on after Ctrl+K writes an address, and not over the words.
  useLayoutEffect(() => form.current?.querySelector('input')?.select(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSet()
  }
  return (
    <form
      ref={form}
      className="ask-form"
      aria-label={title}
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
      <div className="ask-actions">
        <Button kind="main" type="submit">
          {set}
        </Button>
        {remove && <Button onPress={remove.press}>{remove.label}</Button>}
        <Button kind="quiet" onPress={onClose}>
          {editor.cancel}
        </Button>
      </div>
    </form>
  )
}
