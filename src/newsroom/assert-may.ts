import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import type { Act, StoryAct } from '../staff/acts.ts'
import { type WhyNot, whyNot, whyNotInWords } from '../staff/can.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { storyAccess } from '../store/story-access.ts'
import type { Actor } from './newsroom.ts'

/** An act, with the story it is done to where it is done to one. Null: to none that there is yet, or to many at once. */
export type Deed = Exclude<Act, StoryAct> | readonly [act: StoryAct, storyId: StoryId | null]

export const actOf = (deed: Deed): Act => (typeof deed === 'string' ? deed : deed[0])

/**
 * Refuses what the actor's roles do not allow, judged by the story as it stands now.
 *
 * @throws OnrecordError `forbidden`; `not-found` for a story that there is not, or that the actor may not even see
 */
export async function assertMay(db: NewsroomDb, { staff }: Pick<Actor, 'staff'>, deed: Deed): Promise<void> {
  if (!staff) return
  const act = actOf(deed)
  const storyId = typeof deed === 'string' ? null : deed[1]
  if (storyId === null) return refuse(whyNot(staff, act))
  const story = await storyAccess(db, storyId)
  // Whoever may not read a story learns nothing of it, not even that it is there.
  if (!story || whyNot({ ...staff, scopes: null }, 'read-story', story) !== null) {
    throw new OnrecordError('not-found', `There is no story ${storyId} for you.`)
  }
  refuse(whyNot(staff, act, story))
}

function refuse(reason: WhyNot | null): void {
  if (reason === null) return
  throw new OnrecordError('forbidden', whyNotInWords(reason), {
    remedy: reason.kind === 'role' ? 'Ask an owner of the newsroom for the role.' : 'Ask an editor of the desk.',
  })
}
