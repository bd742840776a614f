import { useState } from 'react'
import { api } from '../api/api.ts'
import { useSession } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/notice.tsx'
import { afterEntering } from './after-entering.ts'
import { SignInForm } from './sign-in-form.tsx'
import './entering.css'

interface Props {
  /** The same person is in again: what was refused can be sent. */
  readonly onDone: () => void
}

/**
 * Signs somebody in again in the middle of their work: it stands in the page, covers nothing, and takes nobody else. What
 * stands on the screen was written under one account and is sent under no other.
 */
export function SignInInline({ onDone }: Props) {
  const { entering } = useMessages()
  const { me } = useSession()
  // Whoever was here when the session ended; the query is not asked again before somebody is in.
  const [before] = useState(me?.accountId ?? null)
  const [isOther, setIsOther] = useState(false)
  const goOn = async (accountId: string) => {
    if (before !== null && accountId !== before) {
      await api('POST /entering/leave', {})
      setIsOther(true)
      return
    }
    setIsOther(false)
    await afterEntering()
    onDone()
  }
  return (
    <section className="sign-in-inline" aria-label={entering.inline.title}>
      <h2>{entering.inline.title}</h2>
      <p>{entering.inline.about}</p>
      {isOther && (
        <Notice kind="problem">
          <p>{entering.inline.wrongAccount}</p>
        </Notice>
      )}
      <SignInForm onIn={goOn} />
    </section>
  )
}
