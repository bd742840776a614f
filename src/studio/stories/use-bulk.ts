import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DeskId, StoryId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { refresh } from '../api/queries.ts'
import type { ListedStory } from './story-row.tsx'

export const BULK_ACTS = ['submit', 'approve', 'send-back', 'hold', 'release', 'publish'] as const

export type BulkAct = (typeof BULK_ACTS)[number]

/** What came of it for one story. */
export interface BulkResult {
  readonly storyId: StoryId
  readonly headline: string
  /** Why not; null where it was done. */
  readonly refusal: string | null
}

/** How an act is taken back, where one press is enough for that. */
const UNDONE_BY: Readonly<Partial<Record<BulkAct, BulkAct>>> = { submit: 'send-back', hold: 'release' }

type Work = () => Promise<readonly BulkResult[]>

/** Does one thing with many stories, tells what came of each, and takes it back where that can be done. */
export function useBulk(chosen: readonly ListedStory[]) {
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const [takeBack, setTakeBack] = useState<((done: readonly BulkResult[]) => Work) | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (work: Work) => work(),
    onMutate: () => setResults(null),
    onSuccess: async (came) => {
      setResults(came)
      await refresh('GET /stories', 'GET /work')
    },
  })
  const done = (results ?? []).filter(({ refusal }) => refusal === null)
  const doing = (work: Work, back: ((done: readonly BulkResult[]) => Work) | null) => {
    setTakeBack(() => back)
    mutate(work)
  }
  return {
    isBusy: isPending,
    problem: error?.message ?? null,
    results,
    act: (act: BulkAct, reason: string) => {
      const back = UNDONE_BY[act]
      doing(moving(chosen, act, reason), back ? (of) => moving(asStories(of), back, '') : null)
    },
    assign: (deskId: DeskId | null) => {
      const before = new Map(chosen.map(({ id, deskId: desk }) => [id, desk]))
      const givingBack = (of: readonly BulkResult[]) =>
        assigning(
          chosen.filter(({ id }) => of.some(({ storyId }) => storyId === id)),
          ({ id }) => before.get(id) ?? null,
        )
      doing(
        assigning(chosen, () => deskId),
        givingBack,
      )
    },
    undo: takeBack && done.length > 0 ? () => doing(takeBack(done), null) : null,
  }
}

type Named = Pick<ListedStory, 'id' | 'headline'>

const asStories = (results: readonly BulkResult[]): Named[] =>
  results.map(({ storyId, headline }) => ({ id: storyId, headline }))

const moving =
  (stories: readonly Named[], act: BulkAct, reason: string): Work =>
  async () => {
    const { results } = await api('POST /stories/bulk', {
      body: { storyIds: stories.map(({ id }) => id), act, reason },
    })
    const headlines = new Map(stories.map(({ id, headline }) => [id, headline]))
    return results.map(({ storyId, refusal }) => ({ storyId, refusal, headline: headlines.get(storyId) ?? '' }))
  }

/** One after another: each is judged for itself. */
const assigning =
  (stories: readonly ListedStory[], deskOf: (story: ListedStory) => DeskId | null): Work =>
  async () => {
    const results: BulkResult[] = []
    for (const story of stories) {
      const { id: storyId, headline, authors } = story
      const body = { deskId: deskOf(story), authors: authors.map(({ id }) => id) }
      const refusal = await api('POST /stories/{storyId}/assign', { params: { storyId }, body }).then(
        () => null,
        (error: Error) => error.message,
      )
      results.push({ storyId, headline, refusal })
    }
    return results
  }
