import { useParams } from '@tanstack/react-router'
import type { StoryId } from '../../ids.ts'
import { Failed, Loading } from '../shell/notices.tsx'
import { DeskAtWork } from './desk-at-work.tsx'
import { useOpenStory } from './use-open-story.ts'
import './desk.css'

/** The writing desk: one story, with everything that is done to it while it is written. */
export function StoryDesk() {
  const { storyId } = useParams({ strict: false }) as { storyId: StoryId }
  return <OpenStory key={storyId} storyId={storyId} />
}

function OpenStory({ storyId }: { readonly storyId: StoryId }) {
  const found = useOpenStory(storyId)
  if (found.kind === 'loading') return <Loading />
  if (found.kind === 'failed') return <Failed error={found.error} />
  return <DeskAtWork opened={found.opened} session={found.session} />
}
