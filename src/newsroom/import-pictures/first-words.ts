import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { PictureWords } from '../../store/pictures.ts'
import { storyById } from '../../store/stories.ts'
import { storiesWanting } from '../../store/wanted-picture-uses.ts'
import type { WantedPicture } from '../../store/wanted-pictures.ts'
import type { Figure } from '../../story/document.ts'
import { inlineText } from '../../story/plain-text.ts'
import { missingFigures } from './missing-pictures.ts'

/** A story may have lost the picture since; so many will not have. */
const LOOKED_AT = 10

/** What the first story that shows a picture says of it: the words that the picture itself begins with here. */
export async function wordsOfFirstUse(db: NewsroomDb, { key, source }: WantedPicture): Promise<Partial<PictureWords>> {
  const { first } = await storiesWanting(db, key, LOOKED_AT)
  for (const { storyId } of first) {
    const story = await storyById(db, storyId)
    const shown = story && missingFigures(story.content.body, source).find((missing) => missing.key === key)
    if (shown) return wordsOf(shown.figure)
  }
  return {}
}

function wordsOf({ attrs, content }: Figure): Partial<PictureWords> {
  const { alt, decorative, credit, licence } = attrs
  const caption = inlineText(content).trim()
  const isDecorative = decorative && alt.trim() === ''
  return {
    ...(isDecorative ? { decorative: true } : { alt }),
    ...(caption === '' ? {} : { caption }),
    ...(credit === null ? {} : { credit }),
    ...(licence === null ? {} : { licence }),
  }
}
