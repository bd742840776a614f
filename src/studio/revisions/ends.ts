import { type QueryKey, useQuery } from '@tanstack/react-query'
import type { SideCopyId, StoryId } from '../../ids.ts'
import type { StoryContent } from '../../story/story.ts'
import type { AnswerTo } from '../api/api.ts'
import { asking } from '../api/queries.ts'
import { api } from '../api/api.ts'

export type RevisionLine = AnswerTo<'GET /stories/{storyId}/revisions'>['revisions'][number]
export type SideCopyLine = AnswerTo<'GET /stories/{storyId}/side-copies'>['sideCopies'][number]

/** One end of a comparison: the text as it is now, a revision, or a text beside the story. */
export type End =
  | { readonly kind: 'now' }
  | { readonly kind: 'revision'; readonly revision: number }
  | { readonly kind: 'side'; readonly id: SideCopyId }

export const NOW: End = { kind: 'now' }

export const isEnd = (one: End, other: End): boolean => JSON.stringify(one) === JSON.stringify(other)

interface Asked {
  readonly key: QueryKey
  readonly ask: (signal: AbortSignal) => Promise<StoryContent>
}

const asked = (storyId: StoryId, end: End): Asked => {
  switch (end.kind) {
    case 'now':
      return {
        key: ['GET /stories/{storyId}', { params: { storyId } }, 'content'],
        ask: async (signal) => (await api('GET /stories/{storyId}', { params: { storyId } }, signal)).working.content,
      }
    case 'revision': {
      const params = { storyId, revision: end.revision }
      return {
        key: ['GET /stories/{storyId}/revisions/{revision}', params],
        ask: async (signal) => (await api('GET /stories/{storyId}/revisions/{revision}', { params }, signal)).content,
      }
    }
    case 'side': {
      const params = { storyId, sideCopyId: end.id }
      return {
        key: ['GET /stories/{storyId}/side-copies/{sideCopyId}', params],
        ask: async (signal) =>
          (await api('GET /stories/{storyId}/side-copies/{sideCopyId}', { params }, signal)).content,
      }
    }
  }
}

/** What the story says at one end. A revision never changes, and is asked for once. */
export function useText(storyId: StoryId, end: End) {
  const { key, ask } = asked(storyId, end)
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => ask(signal),
    ...(end.kind === 'revision' ? { staleTime: Number.POSITIVE_INFINITY } : {}),
  })
}

/** The story, for its state and for what it says now. */
export const useStory = (storyId: StoryId) => useQuery(asking('GET /stories/{storyId}', { params: { storyId } }))

export const useSideCopies = (storyId: StoryId) =>
  useQuery(asking('GET /stories/{storyId}/side-copies', { params: { storyId } }))
