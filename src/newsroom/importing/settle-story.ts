import { isDeepStrictEqual } from 'node:util'
import { carryReading } from '../../store/desk-readings.ts'
import { carryFigureUses } from '../../store/figure-uses.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { repointPublication } from '../../store/story-publications.ts'
import { insertRevision, storyById, updateStory } from '../../store/stories.ts'
import type { StoryId } from '../../ids.ts'
import type { StoryDocument } from '../../story/document.ts'
import { refusalToPublish } from '../../story/publishing.ts'
import type { Story } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import { perform } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { IMPORTER, isWithStaff } from './importer.ts'

/**
 * What came of settling an imported story.
 *
 * - `settled`: a new revision says it; where the story is before readers, they have it.
 * - `waiting`: a new revision says it, and readers keep what they have: a newer text waits for an editor, or the rules of
 *   publishing stand against it (a picture without a description, for example).
 * - `same`: the change changes nothing.
 * - `with-staff`: somebody here has written in the story or holds it. It stays as it is.
 * - `gone`: there is no such story, or it was taken back.
 */
export type Settled = 'settled' | 'waiting' | 'same' | 'with-staff' | 'gone'

/** A change of an imported story's body that its source does not know of: a picture that came, a link's new address. */
export type BodyChange = (body: StoryDocument) => StoryDocument

/**
 * Changes the body of an imported story as its import goes on, after its words have come in.
 *
 * Readers are told of no change: no version is noted, and the time of the last change stays. Nothing that staff have
 * taken up is touched.
 *
 * @param change must be pure: it may be called for any story
 */
export async function settleStory(newsroom: Newsroom, storyId: StoryId, change: BodyChange): Promise<Settled> {
  const { result } = await perform(newsroom, 'import-stories', async (tx, now) => {
    const { settled, isPublic } = await settleTold(tx, now, { storyId, change })
    return {
      result: settled,
      subject: storyId,
      detail: { settled },
      changes: isPublic ? [{ kind: 'story', storyId }] : [],
    }
  })
  return result
}

/** The same as a part of a transaction of many, and whether readers have it: then the edition has to follow. */
export async function settleTold(
  tx: NewsroomTx,
  now: Instant,
  { storyId, change }: { readonly storyId: StoryId; readonly change: BodyChange },
): Promise<{ readonly settled: Settled; readonly isPublic: boolean }> {
  const story = await storyById(tx, storyId)
  if (!story || story.kill) return { settled: 'gone', isPublic: false }
  const body = change(story.content.body)
  if (body === story.content.body || isDeepStrictEqual(body, story.content.body)) {
    return { settled: 'same', isPublic: false }
  }
  if (await isWithStaff(tx, story)) return { settled: 'with-staff', isPublic: false }
  const next: Story = { ...story, revision: story.revision + 1, content: { ...story.content, body } }
  await insertRevision(tx, next, IMPORTER, now)
  const isLate = story.liveRevision !== null && !mayFollow(story, next, now)
  // Pictures and links came; the sentences are those that were read.
  await carryReading(tx, { storyId, from: story.revision, to: next.revision })
  await updateStory(tx, isLate || story.liveRevision === null ? next : await silentlyLive(tx, story, next))
  return { settled: isLate ? 'waiting' : 'settled', isPublic: !isLate && story.liveRevision !== null }
}

/** Readers go along when they had the text that was changed, and may have what it has become. */
const mayFollow = (story: Story, next: Story, now: Instant): boolean =>
  story.liveRevision === story.revision && refusalToPublish(next, now) === null

/** The new revision stands for the one that readers had, in the list of versions and for the figures it states. */
async function silentlyLive(tx: NewsroomTx, { id, revision: from }: Story, next: Story): Promise<Story> {
  const repointed = { storyId: id, from, to: next.revision }
  await repointPublication(tx, repointed)
  await carryFigureUses(tx, repointed)
  return { ...next, liveRevision: next.revision }
}
