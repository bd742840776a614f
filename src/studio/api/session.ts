import { useSuspenseQuery } from '@tanstack/react-query'
import type { Act } from '../../staff/acts.ts'
import { type StoryAccess, type WhyNot, whyNot } from '../../staff/can.ts'
import type { Staff } from '../../staff/role.ts'
import type { AnswerTo } from './api.ts'
import { asking } from './queries.ts'

export type Session = AnswerTo<'GET /session'>
export type Me = NonNullable<Session['me']>
export type Paper = NonNullable<Session['paper']>

/**
 * Who is signed in, and the paper they work for. Asked once, and again when somebody comes in or changes it: a session
 * that ends meanwhile shows by a refusal, and takes no screen from under whoever is writing. While the studio is locked it is
 * asked again, so that it shows when it is open.
 */
export const useSession = (): Session =>
  useSuspenseQuery({
    ...asking('GET /session', {}),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.lockedSince ? ASKED_AGAIN_MS : false),
  }).data

const ASKED_AGAIN_MS = 20_000

/** The same where somebody certainly is: behind the sign-in. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('Nobody is signed in.')
  return me
}

export function usePaper(): Paper {
  const { paper } = useSession()
  if (!paper) throw new Error('The paper has not been set up.')
  return paper
}

const staffOf = ({ accountId, grants, scopes }: Me): Staff => ({ accountId, grants, scopes })

/** Why I may not do this; null when I may. The same function as the server's. */
export const useWhyNot = (): ((act: Act, story?: StoryAccess) => WhyNot | null) => {
  const staff = staffOf(useMe())
  return (act, story) => whyNot(staff, act, story ?? null)
}

/** The same as yes or no. */
export const useMay = (): ((act: Act, story?: StoryAccess) => boolean) => {
  const reasonAgainst = useWhyNot()
  return (act, story) => reasonAgainst(act, story) === null
}
