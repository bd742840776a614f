import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { ChartPicture, Figure, MapPicture } from '../story/document.ts'
import { inlineText } from '../story/plain-text.ts'
import { escapeHtml, type SafeHtml } from '../story/safe-html.ts'
import type { Language } from '../story/story.ts'
import { BarChart } from './bar-chart.tsx'
import { LocatorMap } from './locator-map.tsx'
import { mapDrawing } from './map-drawing.ts'
import { markup } from './markup.ts'
import { message } from './messages/message.ts'

/**
 * A figure with its picture drawn, its caption and where it comes from.
 *
 * @param caption the caption as finished markup; its plain words when left out, as in a list of stories
 */
export const figureHtml = (figure: Figure, language: Language, caption?: SafeHtml): SafeHtml =>
  markup(<DrawnFigure figure={figure} language={language} caption={caption ?? plainCaption(figure)} />)

const plainCaption = ({ content }: Figure): SafeHtml => escapeHtml(inlineText(content))

const DrawnFigure: FC<{ figure: Figure; language: Language; caption: SafeHtml }> = ({ figure, language, caption }) => {
  const { picture, alt } = figure.attrs
  if (picture.kind === 'missing' || picture.kind === 'photo') return <></>
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
  caption === '' && notes.length === 0 ? (
    <></>
  ) : (
    <figcaption>
      {raw(caption)}
      {caption !== '' && ' '}
      {notes.join(' ')}
    </figcaption>
  )

function sources({ attrs: { credit, licence } }: Figure, language: Language): string[] {
  return [
    credit ? `${message(language, 'figure.credit', { credit })}.` : '',
    licence ? `${message(language, 'figure.licence', { licence })}.` : '',
  ].filter((text) => text !== '')
}
