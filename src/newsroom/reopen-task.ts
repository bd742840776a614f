import { OnrecordError } from '../errors.ts'
import type { StoryId, TaskId } from '../ids.ts'
import { reopenTask as openAgain } from '../store/story-tasks.ts'
import { record } from './act.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Takes back that somebody looked at a figure that moved: it is to be done again.
 *
 * @throws OnrecordError `not-found` when the story has no such task that was closed
 */
export async function reopenTask(newsroom: Newsroom, task: { storyId: StoryId; taskId: TaskId }): Promise<void> {
  await record(newsroom, ['finish-task', task.storyId], async (tx) => {
    if (!(await openAgain(tx, task)))
      throw new OnrecordError('not-found', 'The story has no such task that was closed.')
    return { result: null, subject: task.storyId, detail: { reopened: true } }
  })
}
