import { finishTask } from '../newsroom/finish-task.ts'
import { storyById } from '../store/stories.ts'
import { type StoryTask, pendingTasks } from '../store/story-tasks.ts'
import type { Entry } from '../record/entry.ts'
import { entriesById } from '../store/record-log.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { idFrom } from './entry-id.ts'
import { toldOf, wordsOf } from './entry-words.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

/** More than a desk can look at in a day; the rest comes when these are done. */
const MOST = 500

/** Lists the stories whose figures have moved in the record, the oldest first. */
export async function listTasks(app: Application, options: Printing & { readonly story?: string }): Promise<void> {
  const storyId = options.story === undefined ? null : idFrom('story', options.story)
  await app.withNewsroom(commandLineActor(), async ({ db }) => {
    const tasks = await pendingTasks(db, { storyId, limit: MOST })
    for (const task of tasks) if (!options.json) tell(options, ...(await inLines(db, task)))
    if (tasks.length === 0) tell(options, 'Nothing is to be done: no figure of a live story has moved.')
    if (tasks.length === MOST) tell(options, faint(`The oldest ${MOST} are shown.`))
    tellJson(options, tasks)
  })
}

async function inLines(db: NewsroomDb, task: StoryTask): Promise<string[]> {
  const story = await storyById(db, task.storyId)
  const [moved] = await entriesById(db, [task.movedBy])
  const now = moved ? await inWords(db, moved) : 'a claim that was erased'
  return [
    strong(story?.content.headline ?? task.storyId),
    `    It says “${task.words}”; the record: ${now}`,
    faint(`    ${task.at}, story ${task.storyId}, task ${task.id}`),
  ]
}

const inWords = async (db: NewsroomDb, entry: Entry): Promise<string> => wordsOf(await toldOf(db, [entry]), entry)

/** Notes that somebody looked: at one task, or at all of a story's. */
export async function closeStoryTasks(
  app: Application,
  { story, task }: { story: string; task: string | undefined },
  printing: Printing,
): Promise<void> {
  const storyId = idFrom('story', story)
  const taskId = task === undefined ? null : idFrom('task', task)
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const closed = await finishTask(newsroom, { storyId, taskId })
    tell(printing, `Done: ${closed} ${closed === 1 ? 'task' : 'tasks'} of ${storyId}.`)
    tellJson(printing, { storyId, closed })
  })
}
