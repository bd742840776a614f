import type { FC } from 'hono/jsx'
import type { PublicPicture } from '../../story/public-picture.ts'
import { mediaPath, plainFiles } from './photo-files.ts'
import { PORTRAIT_FRAME, PORTRAIT_STYLE, pictureClasses, pictureRules } from '../styles/photo.ts'

/** Of the square, in CSS pixels. */
const SIDE = 96

/**
 * A byline's portrait: a small square around what matters in the picture. The name stands beside it, so it says nothing
 * to those who cannot see it. Its page needs `portraitStyle`.
 */
export const PersonaPortrait: FC<{ picture: PublicPicture }> = ({ picture }) => {
  const file = plainFiles(picture)[0]
  if (!file) return <></>
  return (
    <img
      class={`portrait ${pictureClasses({ picture, frame: PORTRAIT_FRAME })}`}
      src={mediaPath(file)}
      width={SIDE}
      height={SIDE}
      alt=""
      loading="lazy"
      decoding="async"
    />
  )
}

/** What the page of these portraits adds to its one stylesheet; empty without any. */
export const portraitStyle = (pictures: readonly PublicPicture[]): string =>
  pictures.length === 0
    ? ''
    : PORTRAIT_STYLE + pictureRules(pictures.map((picture) => ({ picture, frame: PORTRAIT_FRAME })))
