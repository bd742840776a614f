import type { PublicPicture } from '../../story/public-picture.ts'
import { cardPicture } from '../figures/page-photos.ts'
import type { StoryCard } from '../props.ts'
import { compact } from '../styles/compact.ts'
import { FRONT_FRAME, pictureRules } from '../styles/photo.ts'

/** The small pictures of a front, by the story that each stands beside. */
export type Thumbs = ReadonlyMap<StoryCard['id'], PublicPicture>

/** With the page and its icon, a front is at most five requests. */
const MAX_PICTURES = 3

/**
 * The small pictures of a front: those of the first stories that have one to show. A covered picture stands on no front.
 *
 * @param candidates the stories that may have one, in the order of the page
 * @param larger how many pictures the page shows already: its lead's, an author's
 */
export function thumbsFor(candidates: readonly StoryCard[], larger: number): Thumbs {
  const found = candidates.flatMap((card) => {
    const photo = cardPicture(card)
    return photo ? [[card.id, photo.picture] as const] : []
  })
  return new Map(found.slice(0, Math.max(0, MAX_PICTURES - larger)))
}

const THUMB_STYLE = compact(`
.story:has(.thumb){display:flow-root}
.thumb{float:inline-end;inline-size:min(6.5rem,33%);margin:.2rem 0 .4rem;margin-inline-start:1rem}
.thumb img{display:block;inline-size:100%;block-size:auto;aspect-ratio:3/2;object-fit:cover}
@media(min-width:30rem){.set .thumb{inline-size:min(36%,13rem);margin-inline-start:1.4rem}}
`)

/** What these pictures add to the page's one stylesheet; empty without any. */
export const thumbStyle = (thumbs: Thumbs): string =>
  thumbs.size === 0
    ? ''
    : THUMB_STYLE + pictureRules([...thumbs.values()].map((picture) => ({ picture, frame: FRONT_FRAME })))
