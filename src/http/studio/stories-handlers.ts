import type { STORIES_ENDPOINTS } from '../contract/stories.ts'
import type { Handlers } from './answer-endpoint.ts'

/** The list of stories and what is on it. */
export const storiesHandlers: Handlers<typeof STORIES_ENDPOINTS> = {}
