import type { SideCopyId, StoryId } from '../ids.ts'
import type { NewsroomTx } from '../store/newsroom-db.ts'
import { type KeptAs, revisionOf } from '../store/revisions.ts'
import { markSettled } from '../store/side-copies.ts'
import { putWorkingCopy, type WorkingCopy } from '../store/working-copies.ts'
import { mapMargin } from '../story/map-margin.ts'
import type { StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { type Done, perform } from './act.ts'
import { assertAllowed } from './find-story.ts'
import { noRevision } from './keep-revision.ts'
import type { Newsroom } from './newsroom.ts'
import { findSideCopy } from './settle-side-copy.ts'
import { addRevision, findWorkingStory } from './working-story.ts'

/** Where the story stands afterwards. */
export interface Restored {
  readonly revision: number
  readonly version: number
}

/**
 * Makes a story say again what it said in a revision: as a new revision, after what it says now was kept as one.
 * Readers keep what they have until it is published.
 *
 * @throws OnrecordError `forbidden`, `not-found`, or `refused` for a killed story
 */
export async function restoreRevision(
  newsroom: Newsroom,
  { storyId, revision }: { storyId: StoryId; revision: number },
): Promise<Restored> {
  const { result } = await perform(newsroom, ['revise-story', storyId], async (tx, now) => {
    const former = await revisionOf(tx, storyId, revision)
    if (!former) throw noRevision(storyId, revision)
    return say(newsroom, tx, { storyId, content: former.content, keptAs: 'restored', now })
  })
  return result
}

/**
 * Makes a story say what a side copy says, and settles the copy; otherwise the same.
 *
 * @throws OnrecordError `forbidden`, `not-found`, or `refused` for a killed story
 */
export async function useSideCopy(
  newsroom: Newsroom,
  { storyId, sideCopyId }: { storyId: StoryId; sideCopyId: SideCopyId },
): Promise<Restored> {
  const { result } = await perform(newsroom, ['revise-story', storyId], async (tx, now) => {
    const { content } = await findSideCopy(tx, storyId, sideCopyId)
    const done = await say(newsroom, tx, { storyId, content, keptAs: 'side', now })
    await markSettled(tx, storyId, [sideCopyId], { at: now, by: newsroom.actor.name })
    return done
  })
  return result
}

interface Wanted {
  readonly storyId: StoryId
  readonly content: StoryContent
  readonly keptAs: KeptAs
  readonly now: Instant
}

async function say(newsroom: Newsroom, tx: NewsroomTx, wanted: Wanted): Promise<Done<Restored>> {
  const { storyId, content, keptAs, now } = wanted
  const { story, working } = await findWorkingStory(tx, storyId)
  assertAllowed(story.kill ? { kind: 'killed', at: story.kill.at } : null)
  const { by, savedAt } = working
  const former = { content: working.content, by, at: savedAt, name: null, keptAs: 'interval' } as const
  const current = working.changedSince === null ? story : await addRevision(tx, story, former)
  const name = newsroom.actor.name
  const restored = await addRevision(tx, current, { content, by: name, at: now, name: null, keptAs })
  const after: WorkingCopy = {
    ...working,
    version: working.version + 1,
    baseRevision: restored.revision,
    content,
    margin: mapMargin(working.margin, working.content.body, content.body),
    savedAt: now,
    by: name,
    device: '',
    changedSince: null,
  }
  await putWorkingCopy(tx, after)
  return {
    result: { revision: restored.revision, version: after.version },
    subject: storyId,
    detail: { revision: restored.revision, keptAs },
  }
}
