import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/notice.tsx'
import { afterEntering } from './after-entering.ts'
import { Entry } from './entry.tsx'
import { giveUpDevice } from './give-up-device.ts'
import { Panic } from './panic.tsx'
import { enterRoute } from './routes.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Where those who work here come in. */
export function Enter() {
  const { entering } = useMessages()
  const router = useRouter()
  const { next = '/', ended } = enterRoute.useSearch()
  const session = useQuery(asking('GET /session', {})).data
  const revoked = session?.revoked ?? null
  useEffect(() => {
    if (revoked !== null && ended === undefined) void giveUpDevice(revoked)
  }, [revoked, ended])
  const goOn = async () => {
    await afterEntering()
    router.history.replace(`/studio${next.replace(/^\/studio(?=\/|$)/, '')}`)
  }
  return (
    <Entry title={entering.title}>
      <p className="entry-about">{entering.about}</p>
      {ended !== undefined && (
        <Notice kind="problem" title={entering.ended.title}>
          <p>{entering.ended[ended]}</p>
        </Notice>
      )}
      {session?.hasOwner === false && (
        <Notice kind="note">
          <p>{entering.noOwner}</p>
        </Notice>
      )}
      <div className="entry-sheet">
        <SignInForm onIn={goOn} />
      </div>
      <p className="entry-foot">{entering.lost}</p>
      <Panic />
    </Entry>
  )
}
