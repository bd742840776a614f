import { OnrecordError } from '../errors.ts'
import type { StoryId, TaskId } from '../ids.ts'
import { closeTasks } from '../store/story-tasks.ts'
import { record } from './act.ts'
import { findStory } from './find-story.ts'
import type { Newsroom } from './newsroom.ts'

/** Which tasks of a story were looked at: one, or all that are open. */
export interface FinishedTask {
  readonly storyId: StoryId
  readonly taskId: TaskId | null
}

/**
 * Notes that somebody looked at a story whose figures moved in the record: its words hold, or were changed. The story
 * itself is not touched.
 *
 * @returns how many tasks are closed now
 * @throws OnrecordError `not-found` without such a story, `refused` when nothing was open
 */
export async function finishTask(newsroom: Newsroom, { storyId, taskId }: FinishedTask): Promise<number> {
  const { result } = await record(newsroom, ['finish-task', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    const closed = await closeTasks(tx, { storyId, taskId }, { at: now, by: newsroom.actor.name })
    if (closed === 0) throw nothingOpen(taskId)
    return { result: closed, subject: story.id, detail: { closed } }
  })
  return result
}

const nothingOpen = (taskId: TaskId | null) =>
  new OnrecordError(
    'refused',
    taskId === null ? 'Nothing is to be done for this story.' : `This story has no open task ${taskId}.`,
    { remedy: 'List what is open with `./onrecord task list`.' },
  )
