import type { PictureId } from '../ids.ts'

/** A picture as readers get it: cut to several widths, without a byte of what the camera wrote beside it. */
export interface PublicPicture {
  readonly id: PictureId
  /** Of the whole picture, in pixels, upright. */
  readonly width: number
  readonly height: number
  /** The point that stays in view when a frame is too narrow or too low: 0 to 1 from left and top. */
  readonly focus: { readonly x: number; readonly y: number }
  /** The picture's average colour, `#rrggbb`, shown until it has arrived. */
  readonly colour: string
  /** A thumbhash (base64): the picture in some twenty bytes, for the studio's lists. */
  readonly thumbhash: string
  /** Smallest first; of AVIF and WebP only the one that came out smaller, beside a JPEG of the same width. */
  readonly renditions: readonly Rendition[]
}

/** One file of a picture. Its name is the hash of its bytes, so that it may be kept for ever. */
export interface Rendition {
  /** `4f2a….avif`: stands under `/media/`. */
  readonly name: string
  readonly format: 'avif' | 'webp' | 'jpeg' | 'png'
  readonly width: number
  readonly height: number
  readonly bytes: number
}
