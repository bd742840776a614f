import { arrangeFront, undoFront } from '../../newsroom/arrange-front.ts'
import { moveScheduledStory } from '../../newsroom/move-scheduled-story.ts'
import { dropFrontChange, timeFrontChange } from '../../newsroom/time-front-change.ts'
import type { FRONTS_ENDPOINTS } from '../contract/fronts.ts'
import type { Handlers } from './answer-endpoint.ts'
import { calendarJson } from './calendar-json.ts'
import { frontJson } from './front-json.ts'

/** Fronts, their places and the calendar. */
export const frontsHandlers: Handlers<typeof FRONTS_ENDPOINTS> = {
  'GET /front': ({ query }, visit) => frontJson(visit, query),
  'PUT /front': async ({ body }, { newsroom }) => {
    const { places, was } = body
    const { isLive } = await arrangeFront(newsroom, body, { places, ...(was ? { was } : {}) })
    return { isLive }
  },
  'POST /front/undo': async ({ body }, { newsroom }) => {
    const { isLive } = await undoFront(newsroom, body)
    return { isLive }
  },
  'POST /front/changes': async ({ body }, { newsroom }) => ({ id: (await timeFrontChange(newsroom, body)).id }),
  'DELETE /front/changes/{changeId}': async ({ params }, { newsroom }) => {
    await dropFrontChange(newsroom, params.changeId)
    return {}
  },
  'PUT /stories/{storyId}/scheduled-time': async ({ params, body }, { newsroom }) => {
    const { scheduledFor } = await moveScheduledStory(newsroom, params.storyId, body.at)
    return { scheduledFor }
  },
  'GET /calendar': ({ query }, { newsroom }) => calendarJson(newsroom, query),
}
