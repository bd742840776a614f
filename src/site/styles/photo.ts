import type { PublicPicture } from '../../story/public-picture.ts'
import { compact } from './compact.ts'

/** Photographs, wherever they stand. Until one has arrived, its place has its colour. */
export const PHOTO_STYLE = compact(`
.photo img{display:block;max-width:100%;height:auto}
.tall img{max-width:min(100%,30rem)}
.cut img{width:100%;aspect-ratio:3/2;object-fit:cover}
.cover summary{cursor:pointer;background:var(--wash);border:1px solid var(--line);padding:1.1rem 1.2rem;font:.95rem/1.5 var(--sans)}
.cover summary span{display:block;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.15em}
.cover summary::marker{color:var(--accent)}
.cover:not([open]) .hide,.cover[open] .show{display:none}
@media(min-width:48rem){.alone>.body>.photo{max-width:none}}
@media print{.photo{break-inside:avoid}.photo img{max-height:60vh;width:auto}.cover picture,.cover span{display:none}}
`)

/** A small square portrait beside a name. */
export const PORTRAIT_STYLE = compact(`
.portrait{display:block;width:6rem;height:6rem;object-fit:cover}
`)

/** Something that a page shows: a picture, and the frame that it is cropped to, if it is. */
export interface ShownPicture {
  readonly picture: Pick<PublicPicture, 'colour' | 'focus' | 'width' | 'height'>
  /** Width divided by height; null shows all of it. */
  readonly frame: number | null
}

/** Fronts crop to this shape, and portraits to a square. */
export const FRONT_FRAME = 3 / 2
export const PORTRAIT_FRAME = 1

/**
 * The rules for the pictures of one page: their colours, and where they are cropped. Rules are named by what they say, so
 * that pictures alike share one.
 */
export function pictureRules(shown: readonly ShownPicture[]): string {
  const rules = shown.flatMap(({ picture, frame }) => {
    const colour = `.${colourClass(picture)}{background:${safeColour(picture)}}`
    if (frame === null) return [colour]
    const at = cropPosition(picture, frame)
    return [colour, `.${positionClass(at)}{object-position:${at}% ${at}%}`]
  })
  return [...new Set(rules)].join('')
}

/** The classes that go with the rules. */
export const pictureClasses = ({ picture, frame }: ShownPicture): string =>
  frame === null ? colourClass(picture) : `${colourClass(picture)} ${positionClass(cropPosition(picture, frame))}`

const safeColour = ({ colour }: Pick<PublicPicture, 'colour'>): string =>
  /^#[0-9a-f]{6}$/.test(colour) ? colour : '#808080'

const colourClass = (picture: Pick<PublicPicture, 'colour'>): string => `c${safeColour(picture).slice(1)}`

const positionClass = (at: number): string => `at${at}`

/**
 * How far the picture is pushed in its frame, in whole percent, so that the focal point is as near to the middle as the
 * picture's edges allow. Only one direction overflows, so one number says it.
 */
export function cropPosition({ width, height, focus }: ShownPicture['picture'], frame: number): number {
  const ratio = width / height / frame
  const [point, length] = ratio >= 1 ? [focus.x, ratio] : [focus.y, 1 / ratio]
  if (length <= 1) return 50
  const start = Math.min(Math.max(point * length - 0.5, 0), length - 1)
  return Math.round((start / (length - 1)) * 100)
}
