import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'

interface Props {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** Recovery codes, the one time that they are shown. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const words = useMessages().entering.codes
  const [isCopied, setIsCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'))
    setIsCopied(true)
  }
  return (
    <section className="codes" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p>{words.about}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <Button kind="main" onPress={onKept}>
          {words.kept}
        </Button>
        <Button onPress={() => void copy()}>{isCopied ? words.copied : words.copy}</Button>
      </div>
    </section>
  )
}
