import { absentPictures, countPictures, leftStories } from '../../newsroom/import-pictures/absent-pictures.ts'
import { askForPictures } from '../../newsroom/import-pictures/ask-for-pictures.ts'
import type { IMPORT_PICTURES_ENDPOINTS } from '../contract/import-pictures.ts'
import type { Handlers } from './answer-endpoint.ts'

const PAGE = 100

/** The pictures of imported stories. */
export const importPicturesHandlers: Handlers<typeof IMPORT_PICTURES_ENDPOINTS> = {
  'GET /imports/pictures': async ({ query }, { newsroom: { db } }) => {
    const absent = await absentPictures(db, ['waiting', 'missing', 'refused'], query.after ?? null, PAGE)
    const left = await leftStories(db, null, PAGE)
    return {
      counts: await countPictures(db),
      absent: absent.map((one) => ({ ...one, stories: [...one.stories] })),
      after: absent.length === PAGE ? (absent.at(-1)?.key ?? null) : null,
      leftAlone: left.map(({ storyId, headline, pictureId }) => ({ storyId, headline, pictureId })),
    }
  },
  'POST /imports/pictures': async (_, { newsroom }) => ({ asked: await askForPictures(newsroom, { again: true }) }),
}
