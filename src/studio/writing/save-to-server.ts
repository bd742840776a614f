import type { StoryId } from '../../ids.ts'
import { api } from '../api/api.ts'
import { ownPage } from '../api/own-page.ts'
import { thisWindow } from './device.ts'
import type { Sent } from './kept-story.ts'
import type { SaveAnswer, Theirs } from './sync.ts'
import type { StoryAtWork } from './desk-context.ts'

/** Browsers let this much leave with a page that is being closed (Fetch, 4.6: 64 KiB for all such requests together). */
const LEAVING_MAX_BYTES = 60_000

/** Sends a text to the server as the story's working copy. @throws what `api` throws */
export async function saveToServer(storyId: StoryId, sent: Sent, isLeaving: boolean): Promise<SaveAnswer> {
  const { saveId, version, content, margin, settles } = sent
  const body = { saveId, base: version, content, margin, settles: [...settles], device: thisWindow() }
  if (isLeaving) sendLast(storyId, JSON.stringify(body))
  const answer = await api('PUT /stories/{storyId}/working-copy', { params: { storyId }, body })
  return toSaveAnswer(answer)
}

/** The browser finishes this by itself; the same `saveId` makes it count once, whichever arrives first. */
function sendLast(storyId: StoryId, body: string): void {
  if (new Blob([body]).size > LEAVING_MAX_BYTES) return
  const headers = { ...ownPage(), 'content-type': 'application/json' }
  fetch(`/studio/api/stories/${storyId}/working-copy`, { method: 'PUT', keepalive: true, headers, body }).catch(
    () => undefined,
  )
}

type Answer = Awaited<ReturnType<typeof api<'PUT /stories/{storyId}/working-copy'>>>

function toSaveAnswer(answer: Answer): SaveAnswer {
  if (answer.kind === 'saved') return { kind: 'saved', version: answer.version, at: answer.savedAt }
  const { theirs, names, sideCopyId } = answer
  return { kind: 'conflict', sideCopyId, theirs: toTheirs(theirs, names) }
}

/** The server's text, with the name of whoever saved it. */
export const toTheirs = (
  { version, content, margin, by }: StoryAtWork['working'],
  names: StoryAtWork['names'],
): Theirs => ({ version, content, margin, by: names[by] ?? null })
