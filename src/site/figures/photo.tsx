import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { PictureId } from '../../ids.ts'
import type { Figure, PhotoPicture } from '../../story/document.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { SafeHtml } from '../../story/safe-html.ts'
import type { Language } from '../../story/story.ts'
import { message } from '../messages/message.ts'
import { mediaPath, middleFile, modernFiles, plainFiles, sourceSet } from './photo-files.ts'
import { FRONT_FRAME, pictureClasses, type ShownPicture } from '../styles/photo.ts'

/** The photographs that a page may show, and which of them stands at its top. */
export interface PagePhotos {
  readonly pictures: ReadonlyMap<PictureId, PublicPicture>
  /** Fetched first; the others when the reader comes near them. Null where none stands at the top. */
  readonly leadId: PictureId | null
}

interface PhotoProps {
  readonly figure: Figure
  readonly photo: PhotoPicture
  readonly picture: PublicPicture
  readonly language: Language
  /** What stands under it: caption, credit, licence. */
  readonly caption: SafeHtml | ''
  readonly isLead: boolean
}

/** Higher than it is wide, so that it would fill a screen: it is shown narrower. */
const TALL = 1.2

/** Of a photograph in a story's column, for the browser's choice of a file. */
const COLUMN_SIZES = '(min-width:50rem) 48.5rem,100vw'
const FRONT_SIZES = '(min-width:60rem) 46rem,100vw'

/** A photograph in a story, all of it; a graphic one stays covered until the reader chooses to look. */
export const Photo: FC<PhotoProps> = ({ figure, photo, picture, language, caption, isLead }) => {
  const isCovered = photo.cover !== null
  const drawn = (
    <Responsive
      shown={{ picture, frame: null }}
      picture={picture}
      alt={altOf(figure)}
      sizes={COLUMN_SIZES}
      isFirst={isLead && !isCovered}
    />
  )
  return (
    <figure class={picture.height > picture.width * TALL ? 'photo tall' : 'photo'}>
      {isCovered ? (
        <Cover reason={photo.cover} language={language}>
          {drawn}
        </Cover>
      ) : (
        drawn
      )}
      {caption !== '' && <figcaption>{raw(caption)}</figcaption>}
    </figure>
  )
}

/** A photograph at the top of a front, cropped to three by two around what matters in it. */
export const FrontPhoto: FC<{ figure: Figure; picture: PublicPicture; caption: SafeHtml | '' }> = ({
  figure,
  picture,
  caption,
}) => (
  <figure class="photo cut">
    <Responsive
      shown={{ picture, frame: FRONT_FRAME }}
      picture={picture}
      alt={altOf(figure)}
      sizes={FRONT_SIZES}
      isFirst
    />
    {caption !== '' && <figcaption>{raw(caption)}</figcaption>}
  </figure>
)

/** A small picture beside a headline in a list. The headline says what the story is: it is read out to nobody. */
export const ThumbPhoto: FC<{ picture: PublicPicture }> = ({ picture }) => (
  <div class="thumb">
    <Responsive shown={{ picture, frame: FRONT_FRAME }} picture={picture} alt="" sizes="14rem" isFirst={false} />
  </div>
)

const altOf = ({ attrs: { alt, decorative } }: Figure): string => (decorative ? '' : alt)

/**
 * Works without a script, and with a keyboard. A browser prints nothing of what is closed, and fetches nothing of it,
 * except with scripts off: then none may wait with a picture (HTML, section 2.5.7, "Lazy loading attributes").
 */
const Cover: FC<{ reason: string; language: Language; children?: unknown }> = ({ reason, language, children }) => (
  <details class="cover">
    <summary>
      <b>{message(language, 'photo.covered', { reason })}</b>
      <span class="show">{message(language, 'photo.show')}</span>
      <span class="hide">{message(language, 'photo.hide')}</span>
    </summary>
    {children}
  </details>
)

interface ResponsiveProps {
  readonly shown: ShownPicture
  readonly picture: PublicPicture
  readonly alt: string
  readonly sizes: string
  readonly isFirst: boolean
}

/** Its space is reserved before it comes; the browser takes the narrowest file that fits, in the smallest format it knows. */
const Responsive: FC<ResponsiveProps> = ({ shown, picture, alt, sizes, isFirst }) => {
  const file = middleFile(picture)
  const plain = plainFiles(picture)
  const [modern] = modernFiles(picture)
  if (!file) return <></>
  return (
    <picture>
      {modern && <source type={`image/${modern.format}`} srcset={sourceSet(modernFiles(picture))} sizes={sizes} />}
      <img
        class={pictureClasses(shown)}
        src={mediaPath(file)}
        srcset={plain.length > 1 ? sourceSet(plain) : undefined}
        sizes={plain.length > 1 ? sizes : undefined}
        width={picture.width}
        height={picture.height}
        alt={alt}
        loading={isFirst ? undefined : 'lazy'}
        decoding={isFirst ? undefined : 'async'}
        fetchpriority={isFirst ? 'high' : undefined}
      />
    </picture>
  )
}
