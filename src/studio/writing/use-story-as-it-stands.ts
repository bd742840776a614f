import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { asking, refresh } from '../api/queries.ts'
import type { StorySession } from './story-session.ts'

/** Lets the desk show where its story stands whenever it is asked for anew: after each move, here or elsewhere. */
export function useStoryAsItStands(session: StorySession): void {
  const { storyId } = session
  // What opening it has found is good until something moves it.
  const { data } = useQuery({
    ...asking('GET /stories/{storyId}', { params: { storyId } }),
    staleTime: Infinity,
    refetchOnReconnect: false,
  })
  useEffect(() => {
    if (data) session.setStory(data)
  }, [data, session])
  // What was kept from readers until the story is theirs went out with it.
  const state = data?.state
  useEffect(() => {
    if (state === 'published') void refresh('GET /record/claims', 'GET /record/events/{eventId}/claims')
  }, [state])
}
