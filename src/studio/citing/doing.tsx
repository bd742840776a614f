import { useRef, useState } from 'react'
import { ApiProblem, NoConnection } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Notice } from '../ui/notice.tsx'

/** What the record, or the line, had against something. */
export interface Doubt {
  readonly message: string
  readonly remedy: string | null
  /** It may be on record already. */
  readonly isDuplicate: boolean
}

/** Does things one at a time, and keeps what was said against the last. Mistakes of ours are thrown on. */
export function useDoing() {
  const { shell } = useMessages()
  const [problem, setProblem] = useState<Doubt | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  // A second press comes before the screen has greyed the button.
  const busy = useRef(false)
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    if (busy.current) return false
    busy.current = true
    setIsBusy(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(doubtOf(error, shell.noConnection))
      return false
    } finally {
      busy.current = false
      setIsBusy(false)
    }
  }
  return { run, problem, isBusy }
}

function doubtOf(error: unknown, noConnection: string): Doubt {
  if (error instanceof NoConnection) return { message: noConnection, remedy: null, isDuplicate: false }
  if (!(error instanceof ApiProblem)) throw error
  const { message, remedy, code } = error
  return { message, remedy, isDuplicate: code === 'refused' && /despite/.test(remedy ?? '') }
}

/** The record's own sentence, and what to do, beside what it is about. */
export function Refused({ problem }: { readonly problem: Doubt | null }) {
  if (!problem) return null
  return (
    <Notice kind="problem" title={problem.message}>
      {problem.remedy && <p>{problem.remedy}</p>}
    </Notice>
  )
}
