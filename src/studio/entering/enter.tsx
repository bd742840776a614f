import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/notice.tsx'
import { afterEntering } from './after-entering.ts'
import { Entry } from './entry.tsx'
import { Panic } from './panic.tsx'
import { enterRoute } from './routes.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Where those who work here come in. */
export function Enter() {
  const { entering } = useMessages()
  const router = useRouter()
  const { next = '/' } = enterRoute.useSearch()
  const session = useQuery(asking('GET /session', {})).data
  const goOn = async () => {
    await afterEntering()
    router.history.replace(`/studio${next.replace(/^\/studio(?=\/|$)/, '')}`)
  }
  return (
    <Entry title={entering.title}>
      <p className="entry-about">{entering.about}</p>
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
