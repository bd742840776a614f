import { OnrecordError } from '../errors.ts'
import type { PictureId } from '../ids.ts'
import { type Picture, type PictureWords, updatePicture } from '../store/pictures.ts'
import { perform } from './act.ts'
import { findPicture } from './find-picture.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * Gives a picture words in place of those it had. Stories that show it keep their own.
 *
 * @param words only what is to change
 * @throws OnrecordError `not-found`; `bad-input` when it is both described and called decorative
 */
export async function describePicture(
  newsroom: Newsroom,
  pictureId: PictureId,
  words: Partial<PictureWords>,
): Promise<Picture> {
  assertWords(words)
  const { result } = await perform(newsroom, 'describe-picture', async (tx) => {
    const picture = withWords(await findPicture(tx, pictureId), words)
    await updatePicture(tx, picture)
    return { result: picture, subject: pictureId }
  })
  return result
}

/** @throws OnrecordError `bad-input` */
export function assertWords({ alt, decorative }: Partial<PictureWords>): void {
  if (!decorative || !alt?.trim()) return
  throw new OnrecordError('bad-input', 'A picture that only decorates has no description.', {
    remedy: 'Either describe it, or say that it only decorates.',
  })
}

function withWords(known: Picture, words: Partial<PictureWords>): Picture {
  // Who describes it no longer calls it decorative, and the other way round.
  const decorative = words.decorative ?? (words.alt === undefined ? known.decorative : false)
  return {
    ...known,
    alt: decorative ? '' : (words.alt?.trim() ?? known.alt),
    decorative,
    caption: words.caption === undefined ? known.caption : words.caption,
    credit: words.credit === undefined ? known.credit : words.credit,
    licence: words.licence === undefined ? known.licence : words.licence,
  }
}
