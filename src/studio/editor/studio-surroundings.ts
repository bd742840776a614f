import { api } from '../api/api.ts'
import type { StudioLanguage } from '../messages/messages.tsx'
import type { Surroundings } from './surroundings.ts'

/** Wide enough for the text's measure on a screen with two pixels to a point. */
const WIDTH = 1280

/** What the studio itself can say of what stands in a text: how events are called in the record, how pictures look. */
export const studioSurroundings = (language: StudioLanguage): Surroundings => ({
  describeEvent: async (eventId) => {
    const { entry } = await api('GET /record/entries/{entryId}', { params: { entryId: eventId }, query: { language } })
    return entry.label
  },
  describePicture: (pictureId) =>
    Promise.resolve({ src: `/studio/api/pictures/${encodeURIComponent(pictureId)}/image?width=${WIDTH}`, name: '' }),
})
