import type { FC } from 'hono/jsx'
import type { Language } from '../../story/story.ts'
import { DOT_RADIUS, mapDrawing, SCALE_BASE, SCALE_LEFT } from './map-drawing.ts'
import { MAP_HEIGHT, MAP_WIDTH } from './map-frame.ts'
import type { PlacedLabel } from './map-labels.ts'
import type { MapSketch } from './map-sketch.ts'
import { message } from '../messages/message.ts'

interface MapProps {
  readonly picture: MapSketch
  readonly language: Language
  /** The desk's own words for readers who cannot see it; made from the marks when empty. */
  readonly alt: string
}

/**
 * A locator map: land and borders from Natural Earth, settlements as dots, what is known roughly as dashed circles
 * of that roughness, as stretches or as areas without an edge, and a scale. Geometry scales with the screen, words do not.
 */
export const LocatorMap: FC<MapProps> = ({ picture, language, alt }) => {
  const map = mapDrawing(picture, language)
  return (
    <svg class="map" role="img" aria-label={alt.trim() || map.words}>
      <svg viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}>
        <path class="land" d={map.land} />
        {map.here && <path class="here" d={map.here} />}
        {map.shaded && <path class="about whole" d={map.shaded} />}
        {map.borders && <path class="border" d={map.borders} />}
        {map.discs.map(({ at: [x, y], radius }) => (
          <circle class="about soft" cx={short(x)} cy={short(y)} r={short(radius)} />
        ))}
        {map.lines && <path class="about way-on" d={map.lines} />}
        {map.circles.map(({ at: [x, y], radius }) => (
          <circle class="about" cx={short(x)} cy={short(y)} r={short(radius)} />
        ))}
        <path class="scale" d={`M${SCALE_LEFT} ${SCALE_BASE - 4}v4h${short(map.scale.length)}v-4`} />
      </svg>
      {map.areas.map((label) => (
        <Words label={label} look="area" />
      ))}
      {map.dots.map(({ at: [x, y] }) => (
        <circle class="dot" cx={across(x)} cy={down(y)} r={DOT_RADIUS} />
      ))}
      {map.labels.map((label) => (
        <Words label={label} look={map.dots.some(({ words }) => words === label.words) ? '' : 'vague'} />
      ))}
      <text class="km" x={across(SCALE_LEFT)} y={down(SCALE_BASE - 8)}>
        {message(language, 'map.scale', { km: map.scale.km })}
      </text>
    </svg>
  )
}

const Words: FC<{ label: PlacedLabel; look: string }> = ({ label: { words, at, anchor }, look }) => {
  const side = anchor === 'start' || look === 'area' ? '' : anchor
  const looks = [look, side].filter((name) => name !== '').join(' ')
  return (
    <text class={looks || undefined} x={across(at[0])} y={down(at[1])}>
      {words}
    </text>
  )
}

const short = (value: number): string => String(Math.round(value * 10) / 10)

const across = (x: number): string => `${short((x / MAP_WIDTH) * 100)}%`

const down = (y: number): string => `${short((y / MAP_HEIGHT) * 100)}%`
