import { useState } from 'react'
import { type Meant, useProblemWords } from './problem-words.ts'

/** One thing that a form does: is it under way, and what went wrong the last time. */
export interface Doing {
  readonly isBusy: boolean
  readonly problem: string | null
  /** @returns whether it was done */
  run(work: () => Promise<void>, meant?: Meant): Promise<boolean>
}

/** Does one thing at a time, and keeps what went wrong in words. */
export function useDoing(): Doing {
  const words = useProblemWords()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const run: Doing['run'] = async (work, meant) => {
    if (isBusy) return false
    setIsBusy(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(words(error, meant))
      return false
    } finally {
      setIsBusy(false)
    }
  }
  return { isBusy, problem, run }
}
