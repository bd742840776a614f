import { OnrecordError } from '../errors.ts'
import type { StoryId } from '../ids.ts'
import type { StoryAccess } from '../staff/can.ts'
import { accountById } from '../store/accounts.ts'
import { allDesks } from '../store/desks.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { assignStory as keepAssignment } from '../store/story-access.ts'
import { perform } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/** Who answers for a story, and who is on it. */
export type Assignment = Pick<StoryAccess, 'deskId' | 'authors'>

/**
 * Gives a story to a desk, and says who is on it from now on: all of them, not only those who come anew.
 *
 * @throws OnrecordError `bad-input` for a desk or an account that there is not
 */
export async function assignStory(newsroom: Newsroom, storyId: StoryId, assignment: Assignment): Promise<Assignment> {
  const { result } = await perform(newsroom, ['assign-story', storyId], async (tx) => {
    await assertKnown(tx, assignment)
    await keepAssignment(tx, storyId, assignment)
    const { deskId, authors } = assignment
    return { result: assignment, subject: storyId, detail: { deskId, authors: authors.length } }
  })
  return result
}

async function assertKnown(db: NewsroomDb, { deskId, authors }: Assignment): Promise<void> {
  if (deskId !== null && !(await allDesks(db)).some(({ id }) => id === deskId)) {
    throw new OnrecordError('bad-input', `There is no desk ${deskId}.`)
  }
  for (const id of authors) {
    if (!(await accountById(db, id))) throw new OnrecordError('bad-input', `Nobody here has the account ${id}.`)
  }
}
