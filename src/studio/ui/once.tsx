import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from './button.tsx'
import { TextField } from './field.tsx'
import { Notice } from './notice.tsx'

interface Props {
  readonly label: string
  /** What to do with it, and that it will not be shown again. */
  readonly help: string
  readonly text: string
  readonly onDone: () => void
}

/** A secret that is shown once: to be copied, and then to be gone. */
export function Once({ label, help, text, onDone }: Props) {
  const { ui } = useMessages()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
  }
  return (
    <Notice kind="done" title={label}>
      <p>{help}</p>
      <TextField label={label} value={text} isReadOnly className="once" />
      <div className="actions">
        <Button kind="main" onPress={() => void copy()}>
          {isCopied ? ui.copied : ui.copy}
        </Button>
        <Button onPress={onDone}>{ui.close}</Button>
      </div>
    </Notice>
  )
}
