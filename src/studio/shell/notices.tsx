import { Link, useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ApiProblem, NoConnection } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { untilThere } from '../ui/until-there.ts'

/** Loaded by the few who need it. */
const SignInInline = lazy(async () => ({
  default: (await untilThere(() => import('../entering/sign-in-inline.tsx'))).SignInInline,
}))

/** What stands where a screen could not be shown: why, and what to do. */
export function Failed({ error }: { readonly error: unknown }) {
  const { shell } = useMessages()
  const router = useRouter()
  if (error instanceof ApiProblem && error.code === 'signed-out') {
    return (
      <div className="screen">
        <Suspense fallback={<Loading />}>
          <SignInInline onDone={() => void router.invalidate()} />
        </Suspense>
      </div>
    )
  }
  return (
    <div className="screen">
      <Notice kind="problem" title={shell.failed}>
        <p>{detailOf(error, shell.noConnection)}</p>
        <Button onPress={() => void router.invalidate()}>{shell.tryAgain}</Button>
      </Notice>
    </div>
  )
}

function detailOf(error: unknown, noConnection: string): string {
  if (error instanceof NoConnection) return noConnection
  if (error instanceof ApiProblem) return [error.message, error.remedy].filter(Boolean).join(' ')
  return ''
}

export function NothingHere() {
  const { shell } = useMessages()
  return (
    <div className="screen">
      <h1>{shell.nothingHere}</h1>
      <p>
        <Link to="/">{shell.backToStories}</Link>
      </p>
    </div>
  )
}

export function Loading() {
  const { shell } = useMessages()
  return (
    <p className="loading" role="status">
      {shell.loading}
    </p>
  )
}
