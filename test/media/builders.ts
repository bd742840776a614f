import { createHash } from 'node:crypto'
import type { PictureId } from '../../src/ids.ts'
import type { Picture } from '../../src/store/pictures.ts'
import type { Figure } from '../../src/story/document.ts'
import type { PublicPicture, Rendition } from '../../src/story/public-picture.ts'
import { at } from '../builders.ts'

const aRendition = (id: string, format: Rendition['format'], width: number, ratio: number): Rendition => {
  const hash = createHash('sha256').update(`${id} ${format} ${width}`).digest('hex').slice(0, 24)
  return {
    name: `${hash}.${format === 'jpeg' ? 'jpg' : format}`,
    format,
    width,
    height: Math.round(width * ratio),
    bytes: width * 40,
  }
}

/** A photograph of 3,000 by 2,000 pixels as readers get it, in JPEG and AVIF. */
export function aPublicPicture(overrides: Partial<PublicPicture> = {}): PublicPicture {
  const { id = 'pic_a' as PictureId, width = 3000, height = 2000 } = overrides
  const renditions = [320, 640, 1280].flatMap((wide) => [
    aRendition(id, 'jpeg', wide, height / width),
    aRendition(id, 'avif', wide, height / width),
  ])
  return {
    id,
    width,
    height,
    focus: { x: 0.5, y: 0.5 },
    colour: '#8a7b5c',
    thumbhash: '1QcSHQRnh493V4dIh4eXh1h4kJUI',
    renditions,
    ...overrides,
  }
}

/** The same as the newsroom has it. */
export const aPicture = (overrides: Partial<Picture> = {}): Picture => ({
  ...aPublicPicture(overrides),
  alt: 'A dry valley.',
  decorative: false,
  caption: null,
  credit: null,
  licence: null,
  takenOn: null,
  addedAt: at('2024-08-01T08:00:00Z'),
  by: 'tests',
  sha256: createHash('sha256')
    .update(overrides.id ?? 'pic_a')
    .digest('hex'),
  ...overrides,
})

/** A figure that shows it. */
export const aPhotoFigure = (
  picture: Pick<PublicPicture, 'id'>,
  { cover = null, caption = '', ...attrs }: Partial<Figure['attrs']> & { cover?: string | null; caption?: string } = {},
): Figure => ({
  type: 'figure',
  attrs: {
    picture: { kind: 'photo', pictureId: picture.id, cover },
    alt: 'A dry valley.',
    decorative: false,
    credit: null,
    licence: null,
    ...attrs,
  },
  content: caption === '' ? [] : [{ type: 'text', text: caption }],
})
