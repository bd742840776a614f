import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'

interface Props {
  readonly label: string
  /** What will happen, before it does. */
  readonly question: string
  readonly yes: string
  readonly whyNot: string | null
  readonly isBusy: boolean
  readonly onSure: () => void
  readonly kind?: 'plain' | 'quiet'
}

/** A button that says what it will do and asks once more, in its own place: nothing comes over the page. */
export function Sure({ label, question, yes, whyNot, isBusy, onSure, kind = 'plain' }: Props) {
  const { ui } = useMessages()
  const [isAsking, setIsAsking] = useState(false)
  if (!isAsking) {
    return (
      <Button kind={kind} whyNot={whyNot} isDisabled={isBusy} onPress={() => setIsAsking(true)}>
        {label}
      </Button>
    )
  }
  const sure = () => {
    setIsAsking(false)
    onSure()
  }
  return (
    <div className="sure" role="group" aria-label={label}>
      <p>{question}</p>
      <div className="actions">
        <Button kind="main" autoFocus onPress={sure}>
          {yes}
        </Button>
        <Button onPress={() => setIsAsking(false)}>{ui.cancel}</Button>
      </div>
    </div>
  )
}
