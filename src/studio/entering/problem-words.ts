import { ApiProblem, NoConnection } from '../api/api.ts'
import { type Messages, useMessages } from '../messages/messages.tsx'
import { PasskeyFailure } from './passkeys.ts'

/** What went wrong, in words that can be shown as they are. */
export class Said extends Error {
  override readonly name = 'Said'
}

/** What a refusal means where it happened: the server's own word is English, and not told apart by its code alone. */
export type Meant = Partial<Record<'refused' | 'bad-input' | 'not-found' | 'forbidden', string>>

/** Says what went wrong while coming in, and what to do, in the reader's language. */
export function useProblemWords(): (error: unknown, meant?: Meant) => string {
  const { entering, shell } = useMessages()
  return (error, meant = {}) => {
    if (error instanceof PasskeyFailure) return passkeyWords(error, entering)
    if (error instanceof Said) return error.message
    if (error instanceof NoConnection) return shell.noConnection
    if (error instanceof ApiProblem) return apiWords(error, entering, meant)
    return entering.problems.fault
  }
}

function passkeyWords({ why, origin }: PasskeyFailure, { passkeys }: Messages['entering']): string {
  return why === 'wrong-host' ? passkeys.wrongHost(origin) : passkeys[why]
}

function apiWords(problem: ApiProblem, { problems }: Messages['entering'], meant: Meant): string {
  const { code } = problem
  if (code === 'too-many-tries') {
    return problems.tooMany(/\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(problem.message)?.[0] ?? null)
  }
  if (code in meant) return meant[code as keyof Meant] ?? problem.message
  if (code === 'forbidden') return problems.forbidden
  if (code === 'fault') return problems.fault
  return [problem.message, problem.remedy].filter(Boolean).join(' ')
}
