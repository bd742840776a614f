import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { ChartPicture, Figure, MapPicture } from '../../story/document.ts'
import { inlineText } from '../../story/plain-text.ts'
import { builtHtml, escapeHtml, type SafeHtml } from '../../story/safe-html.ts'
import type { Language } from '../../story/story.ts'
import { BarChart } from './bar-chart.tsx'
import { LocatorMap } from './locator-map.tsx'
import { mapDrawing } from './map-drawing.ts'
import { markup } from '../markup.ts'
import { message } from '../messages/message.ts'
import { cardPicture } from './page-photos.ts'
import { FrontPhoto, type PagePhotos, Photo } from './photo.tsx'
import type { StoryCard } from '../props.ts'

/**
 * A figure with its picture drawn, its caption and where it comes from.
 *
 * @param caption the caption as finished markup; its plain words when left out, as in a list of stories
 * @param photos the photographs that the page may show; one that is not among them is left out
 */
export const figureHtml = (figure: Figure, language: Language, caption?: SafeHtml, photos?: PagePhotos): SafeHtml =>
  markup(<DrawnFigure figure={figure} language={language} caption={caption ?? plainCaption(figure)} photos={photos} />)

/** The figure of a front's lead: a drawing, or a photograph cropped; empty where it has none, or one that is covered. */
export function leadFigureHtml(card: Pick<StoryCard, 'leadFigure' | 'leadPicture'>, language: Language): SafeHtml | '' {
  if (!card.leadFigure) return ''
  const photo = cardPicture(card)
  if (!photo) return figureHtml(card.leadFigure, language)
  return markup(
    <FrontPhoto {...photo} caption={captionOf(plainCaption(photo.figure), sources(photo.figure, language))} />,
  )
}

const plainCaption = ({ content }: Figure): SafeHtml => escapeHtml(inlineText(content))

interface DrawnProps {
  readonly figure: Figure
  readonly language: Language
  readonly caption: SafeHtml
  readonly photos?: PagePhotos | undefined
}

const DrawnFigure: FC<DrawnProps> = ({ figure, language, caption, photos }) => {
  const { picture, alt } = figure.attrs
  if (picture.kind === 'missing') return <></>
  if (picture.kind === 'photo') {
    const found = photos?.pictures.get(picture.pictureId)
    if (!found) return <></>
    return (
      <Photo
        figure={figure}
        photo={picture}
        picture={found}
        language={language}
        caption={captionOf(caption, sources(figure, language))}
        isLead={photos?.leadId === picture.pictureId}
      />
    )
  }
  if (picture.kind === 'map') {
    return (
      <figure>
        <LocatorMap picture={picture} language={language} alt={alt} />
        <Caption caption={caption} notes={[...sources(figure, language), ...bordersNote(picture, language)]} />
      </figure>
    )
  }
  const hasRange = picture.bars.some(({ low, high }: ChartPicture['bars'][number]) => high > low)
  const range = hasRange ? [message(language, 'chart.range')] : []
  return (
    <figure class="chart">
      <BarChart picture={picture} alt={alt} />
      <Caption caption={caption} notes={[...range, ...sources(figure, language)]} />
    </figure>
  )
}

/** Whose borders they are; and how rough, where a place stands so close to one that it matters. */
function bordersNote(picture: MapPicture, language: Language): string[] {
  const { roughnessKm } = mapDrawing(picture, language)
  const whose = message(language, 'map.borders')
  return roughnessKm === null ? [whose] : [whose, message(language, 'map.rough', { km: roughnessKm })]
}

const Caption: FC<{ caption: SafeHtml; notes: readonly string[] }> = ({ caption, notes }) =>
  caption === '' && notes.length === 0 ? <></> : <figcaption>{raw(captionOf(caption, notes))}</figcaption>

const captionOf = (caption: SafeHtml, notes: readonly string[]): SafeHtml | '' =>
  builtHtml([caption, ...notes.map(escapeHtml)].filter((words) => words !== '').join(' '))

function sources({ attrs: { credit, licence } }: Figure, language: Language): string[] {
  return [
    credit ? `${message(language, 'figure.credit', { credit })}.` : '',
    licence ? `${message(language, 'figure.licence', { licence })}.` : '',
  ].filter((text) => text !== '')
}
