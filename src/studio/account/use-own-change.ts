import type { ReactNode } from 'react'
import { refresh } from '../api/queries.ts'
import { useDoing } from '../entering/use-doing.ts'
import type { Meant } from '../entering/problem-words.ts'
import { NotConfirmed, useConfirmed } from './confirm-identity.tsx'

/** A change to one's own account that may first ask who one is. */
export interface OwnChange {
  readonly isBusy: boolean
  readonly problem: string | null
  readonly question: ReactNode
  /** Asks the server, and confirms first where it wants that. */
  readonly confirmed: <Result>(call: () => Promise<Result>) => Promise<Result>
  /** Does it, and shows the account as it is afterwards. */
  change(call: () => Promise<unknown>, meant?: Meant): Promise<void>
}

export function useOwnChange(): OwnChange {
  const doing = useDoing()
  const { run: confirmed, question } = useConfirmed()
  const change: OwnChange['change'] = async (call, meant) => {
    await doing.run(async () => {
      try {
        await confirmed(call)
      } catch (error) {
        // Put away: nothing was done, and nothing went wrong.
        if (!(error instanceof NotConfirmed)) throw error
      }
      await refresh('GET /account')
    }, meant)
  }
  return { isBusy: doing.isBusy, problem: doing.problem, question, confirmed, change }
}
