import { useEffect, useState } from 'react'
import type { StoryId } from '../../ids.ts'
import { asking, queries } from '../api/queries.ts'
import { useMe } from '../api/session.ts'
import { type OpenedStory, openStory } from './open-story.ts'
import { StorySession } from './story-session.ts'

type Found =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'open'; readonly opened: OpenedStory; readonly session: StorySession }

/** Opens a story as long as its screen is shown. */
export function useOpenStory(storyId: StoryId): Found {
  const { accountId } = useMe()
  const [found, setFound] = useState<Found>({ kind: 'loading' })
  useEffect(() => {
    let isWanted = true
    let session: StorySession | null = null
    const open = async () => {
      const opened = await openStory(accountId, storyId)
      if (!isWanted) return opened.letGo?.()
      queries.setQueryData(asking('GET /stories/{storyId}', { params: { storyId } }).queryKey, opened.story)
      session = new StorySession(opened)
      setFound({ kind: 'open', opened, session })
    }
    open().catch((error: unknown) => isWanted && setFound({ kind: 'failed', error }))
    return () => {
      isWanted = false
      session?.sync.leaving()
      session?.stop()
    }
  }, [accountId, storyId])
  return found
}
