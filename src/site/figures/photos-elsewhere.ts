import type { PictureId } from '../../ids.ts'
import type { Figure, StoryDocument } from '../../story/document.ts'
import { inlineText } from '../../story/plain-text.ts'
import type { PublicPicture, Rendition } from '../../story/public-picture.ts'
import { mediaPath, middleFile } from './photo-files.ts'
import type { PageContext } from '../props.ts'

/** A photograph of a story as other sites and readers' software may show it. */
export interface PhotoElsewhere {
  readonly id: PictureId
  readonly alt: string
  readonly caption: string
  readonly credit: string | null
  /** The file for those who take one only. */
  readonly middle: PhotoFile
  readonly files: readonly PhotoFile[]
}

export interface PhotoFile {
  /** The whole address. */
  readonly url: string
  readonly contentType: string
  readonly width: number
  readonly height: number
  readonly bytes: number
}

/**
 * The photographs of a body, each once, in reading order. One that is covered here is left out: nobody could cover it
 * there, and its reader would not be asked.
 */
export function photosElsewhere(
  { siteUrl }: Pick<PageContext, 'siteUrl'>,
  body: StoryDocument,
  pictures: ReadonlyMap<PictureId, PublicPicture>,
): PhotoElsewhere[] {
  const file = (rendition: Rendition): PhotoFile => ({
    url: siteUrl + mediaPath(rendition),
    contentType: `image/${rendition.format}`,
    width: rendition.width,
    height: rendition.height,
    bytes: rendition.bytes,
  })
  const found = new Map<PictureId, PhotoElsewhere>()
  for (const figure of body.content.filter((block): block is Figure => block.type === 'figure')) {
    const { picture: photo, alt, decorative, credit } = figure.attrs
    const picture = photo.kind === 'photo' && photo.cover === null ? pictures.get(photo.pictureId) : undefined
    const middle = picture && middleFile(picture)
    if (!picture || !middle || found.has(picture.id)) continue
    found.set(picture.id, {
      id: picture.id,
      alt: decorative ? '' : alt,
      caption: inlineText(figure.content).trim(),
      credit,
      middle: file(middle),
      files: picture.renditions.map(file),
    })
  }
  return [...found.values()]
}
