import { askModel } from '../../newsroom/desk/ask-model.ts'
import { changeStyle, type DeskStyle, deskStyle } from '../../newsroom/desk/desk-style.ts'
import { deskSummary } from '../../newsroom/desk/desk-summary.ts'
import { dismissSuggestions, recallDismissals } from '../../newsroom/desk/dismiss-suggestion.ts'
import { dismissedIn } from '../../store/desk-dismissals.ts'
import type { DESK_STORY_ENDPOINTS } from '../contract/desk-story.ts'
import type { Handlers } from './answer-endpoint.ts'

/** What is said to the desk's suggestions, and what the desk is told. */
export const deskStoryHandlers: Handlers<typeof DESK_STORY_ENDPOINTS> = {
  'GET /stories/{storyId}/desk': async ({ params: { storyId } }, { newsroom: { db }, house: { model } }) => ({
    dismissed: await dismissedIn(db, storyId),
    summary: await deskSummary(db, storyId),
    model: model ? { host: model.host } : null,
  }),
  'POST /stories/{storyId}/desk/dismiss': async ({ params, body }, { newsroom }) => ({
    dismissed: await dismissSuggestions(newsroom, params.storyId, body.keys),
  }),
  'POST /stories/{storyId}/desk/recall': async ({ params, body }, { newsroom }) => ({
    dismissed: await recallDismissals(newsroom, params.storyId, body.keys),
  }),
  'POST /stories/{storyId}/desk/ask': async ({ params }, { newsroom, house }) => {
    const { version, claims, findings, refused } = await askModel(newsroom, params.storyId, house.model ?? null)
    return { version, claims: [...claims], findings: [...findings], refused: [...refused] }
  },
  'GET /desk/style': async (_, { newsroom }) => styleJson(await deskStyle(newsroom.db)),
  'PUT /desk/style': async ({ body }, { newsroom }) => styleJson(await changeStyle(newsroom, body)),
}

const styleJson = ({ words, without, isDefault }: DeskStyle) => ({
  words: words.map((word) => ({ ...word })),
  without: [...without],
  isDefault,
})
