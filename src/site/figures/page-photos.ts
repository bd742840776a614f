import type { Block, Figure, StoryDocument } from '../../story/document.ts'
import { picturesIn } from '../../story/pictures.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { PagePhotos } from './photo.tsx'
import type { StoryCard } from '../props.ts'
import { FIGURE_STYLE } from '../styles/figures.ts'
import { FRONT_FRAME, PHOTO_STYLE, pictureRules } from '../styles/photo.ts'

/** The photographs of a story's page: one that begins the body is fetched first. */
export function photosOf(body: StoryDocument, pictures: PagePhotos['pictures']): PagePhotos {
  const [first] = body.content
  const photo = first?.type === 'figure' ? first.attrs.picture : undefined
  return { pictures, leadId: photo?.kind === 'photo' && photo.cover === null ? photo.pictureId : null }
}

/** What a body's photographs add to the page's one stylesheet; empty where it shows none. */
export function photoStyle(body: StoryDocument, { pictures }: PagePhotos): string {
  const shown = picturesIn(body).flatMap((id) => pictures.get(id) ?? [])
  return shown.length === 0 ? '' : PHOTO_STYLE + pictureRules(shown.map((picture) => ({ picture, frame: null })))
}

/** Does a body show a map or a chart? These need the sheet of drawings; photographs have their own. */
export const hasDrawing = (body: StoryDocument): boolean =>
  body.content.some((block) => block.type === 'eventMap' || isDrawing(block))

const isDrawing = (block: Block): boolean =>
  block.type === 'figure' && (block.attrs.picture.kind === 'map' || block.attrs.picture.kind === 'chart')

/** The picture that a card may show: never one that is covered. */
export const cardPicture = ({
  leadFigure,
  leadPicture,
}: Pick<StoryCard, 'leadFigure' | 'leadPicture'>): { figure: Figure; picture: PublicPicture } | null => {
  const shown = leadFigure?.attrs.picture
  const isOpen = shown?.kind === 'photo' && shown.cover === null && leadPicture !== null
  return isOpen && leadFigure ? { figure: leadFigure, picture: leadPicture } : null
}

/** What the figure of a front's lead adds to the page's one stylesheet; empty where it has none. */
export function leadFigureStyle(card: Pick<StoryCard, 'leadFigure' | 'leadPicture'> | undefined): string {
  if (!card?.leadFigure) return ''
  const photo = cardPicture(card)
  if (photo) return FIGURE_FRAME + PHOTO_STYLE + pictureRules([{ picture: photo.picture, frame: FRONT_FRAME }])
  return isDrawing(card.leadFigure) ? FIGURE_STYLE : ''
}

const FIGURE_FRAME =
  'figure{margin:0 0 1.6rem}figcaption{font:.85rem/1.45 var(--sans);color:var(--soft);padding-block-start:.4rem}'
