import { type ReactNode, useRef, useState } from 'react'
import { NotConfirmed, useConfirmed } from '../account/confirm-identity.tsx'
import { ApiProblem, NoConnection } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from './notice.tsx'

/** What came of something that was done: nothing yet, or what was said against it. */
export interface Doing {
  /** Does it, unless something is under way. @returns whether it was done */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>
  readonly isBusy: boolean
  /** The error that the last work ended with; null when it went well. */
  readonly error: unknown
  /** What was said against the last work, or who asks first who you are; to stand beside what it is about. */
  readonly notice: ReactNode
}

/**
 * Does things one at a time, and keeps what was said against the last. Where the server wants to be shown first that it
 * is you, that is asked in the same place, and the work is then done.
 */
export function useDoing(): Doing {
  const { shell } = useMessages()
  const confirmed = useConfirmed()
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setIsBusy] = useState(false)
  // A second press comes before the screen has greyed the button.
  const busy = useRef(false)
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    setIsBusy(true)
    setError(null)
    try {
      await confirmed.run(work)
      return true
    } catch (failure) {
      // Whoever puts the question away has said that it shall not be done.
      if (!(failure instanceof NotConfirmed)) setError(failure)
      return false
    } finally {
      busy.current = false
      setIsBusy(false)
    }
  }
  return { run, isBusy, error, notice: confirmed.question ?? (error === null ? null : noticeOf(error, shell)) }
}

function noticeOf(error: unknown, words: { readonly noConnection: string; readonly fault: string }): ReactNode {
  const remedy = error instanceof ApiProblem ? error.remedy : null
  const what =
    error instanceof ApiProblem ? error.message : error instanceof NoConnection ? words.noConnection : words.fault
  return (
    <Notice kind="problem" title={what}>
      {remedy !== null && <p>{remedy}</p>}
    </Notice>
  )
}
