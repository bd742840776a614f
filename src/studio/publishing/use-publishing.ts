import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StoryId } from '../../ids.ts'
import type { Act } from '../../staff/acts.ts'
import type { Refusal } from '../../story/publishing.ts'
import { ApiProblem, NoConnection, type AnswerTo } from '../api/api.ts'
import { asking, refresh } from '../api/queries.ts'
import { useWhyNot } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'

/** Where a story stands on its way to readers. */
export type Publishing = AnswerTo<'GET /stories/{storyId}/publishing'>

export const usePublishing = (storyId: StoryId) =>
  useQuery({ ...asking('GET /stories/{storyId}/publishing', { params: { storyId } }), refetchOnMount: 'always' })

/** Something is being done to the story: what came of it, in words. */
export interface Doing {
  readonly isBusy: boolean
  readonly problem: string | null
  readonly done: string | null
  /** Does it, and asks anew where the story stands. @returns whether it was done */
  readonly act: (work: () => Promise<{ readonly isLive?: boolean } | object>) => Promise<boolean>
}

/** One thing at a time is done to a story; what the server says of it stands in the panel until the next. */
export function useDoing(): Doing {
  const { publishing } = useMessages()
  const [state, setState] = useState<Omit<Doing, 'act'>>({ isBusy: false, problem: null, done: null })
  const words = useProblemWords()
  const act: Doing['act'] = async (work) => {
    setState({ isBusy: true, problem: null, done: null })
    try {
      const answer = await work()
      const done = 'isLive' in answer && !answer.isLive ? publishing.goingLive : publishing.done
      await refresh('GET /stories/{storyId}/publishing', 'GET /stories/{storyId}')
      setState({ isBusy: false, problem: null, done })
      return true
    } catch (error) {
      await refresh('GET /stories/{storyId}/publishing')
      setState({ isBusy: false, problem: words(error), done: null })
      return false
    }
  }
  return { ...state, act }
}

/** What went wrong, in the words of whoever reads. */
export function useProblemWords(): (error: unknown) => string {
  const { publishing } = useMessages()
  return (error) => {
    if (error instanceof NoConnection) return publishing.offline
    if (error instanceof ApiProblem && error.code === 'stale-revision') return publishing.changedMeanwhile
    if (error instanceof ApiProblem) return [error.message, error.remedy].filter(Boolean).join(' ')
    return publishing.failed
  }
}

/**
 * Why something may not be done to the story now, in words; null when it may. First whether one's roles allow it, then
 * whether the story does.
 */
export function useReasonAgainst(story: Publishing): (act: Act, refusal?: Refusal | null) => string | null {
  const whyNot = useWhyNot()
  const { publishing, shell } = useMessages()
  return (act, refusal = null) => {
    const reason = whyNot(act, story.access)
    if (reason === null) return refusal === null ? null : publishing.refusals[refusal.kind]
    if (reason.kind === 'role') return shell.whyNot.role(reason.roles)
    if (reason.kind === 'state') return shell.whyNot.state(reason.state)
    return shell.whyNot[reason.kind]
  }
}
