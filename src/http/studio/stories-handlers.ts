import { assignStory } from '../../newsroom/assign-story.ts'
import { beginStory } from '../../newsroom/begin-story.ts'
import { reopenTask } from '../../newsroom/reopen-task.ts'
import { activePeople } from '../../store/story-list-people.ts'
import type { STORIES_ENDPOINTS } from '../contract/stories.ts'
import type { Handlers } from './answer-endpoint.ts'
import { pageOfStories } from './story-list-page.ts'
import { workJson } from './work-json.ts'

/** The list of stories and what is on it. */
export const storiesHandlers: Handlers<typeof STORIES_ENDPOINTS> = {
  'GET /stories': ({ query }, { newsroom }) => pageOfStories(newsroom, query),
  'POST /stories': async ({ body }, { newsroom }) => ({ id: (await beginStory(newsroom, body)).id }),
  'GET /work': (_, { newsroom }) => workJson(newsroom),
  'POST /stories/{storyId}/tasks/{taskId}/reopen': async ({ params }, { newsroom }) => {
    await reopenTask(newsroom, params)
    return {}
  },
  'GET /people': async (_, { newsroom }) => ({ people: await activePeople(newsroom.db) }),
  'POST /stories/{storyId}/assign': async ({ params, body }, { newsroom }) => {
    const { deskId, authors } = await assignStory(newsroom, params.storyId, body)
    return { deskId, authors: [...authors] }
  },
}
