import { followChanges, isEditionBehind } from './follow-changes.ts'
import type { Newsroom } from './newsroom.ts'
import { type NotPublished, publishDueStories } from './publish-due-stories.ts'

export interface Worker {
  /** Resolves when what is under way has been finished. */
  stop(): Promise<void>
}

/** How often the worker looks for what has become due. */
const LOOK_EVERY_MS = 1_000

export interface WorkerOptions {
  readonly onFault: (error: unknown) => void
  /** Empties the edition's log if that was not possible when it was asked for. */
  readonly retryForgetting: () => Promise<void>
  /** Told once for each story whose time came while it may not be published. */
  readonly onRefused: (story: NotPublished) => void
}

/**
 * What happens without anybody asking: stories whose hour has come are published, and an edition that could not be
 * written a moment ago is tried again.
 */
export function startWorker(newsroom: Newsroom, { onFault, onRefused, retryForgetting }: WorkerOptions): Worker {
  const told = new Set<string>()
  let round: Promise<void> | undefined

  const look = async () => {
    if (await isEditionBehind(newsroom)) await followChanges(newsroom)
    await retryForgetting()
    for (const story of (await publishDueStories(newsroom)).refused) {
      if (!told.has(story.storyId)) onRefused(story)
      told.add(story.storyId)
    }
  }
  const timer = setInterval(() => {
    round ??= look()
      .catch(onFault)
      .finally(() => {
        round = undefined
      })
  }, LOOK_EVERY_MS)
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
