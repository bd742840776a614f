import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { landWithin } from '../../src/site/figures/atlas.ts'
import { lineUnder } from '../../src/site/figures/map-boxes.ts'
import { mapDrawing } from '../../src/site/figures/map-drawing.ts'
import { frameBounds, MAP_HEIGHT, MAP_WIDTH, mapProjection, type Point } from '../../src/site/figures/map-frame.ts'
import { distanceTo, type Outline, outlines } from '../../src/site/figures/map-outline.ts'
import type { MapMark, MapPicture } from '../../src/story/document.ts'

type Bounds = MapPicture['bounds']

const mark = (label: string, lat: number, lon: number, radiusKm: number | null = null): MapMark => ({
  label,
  lat,
  lon,
  radiusKm,
})

const AMBUSH: MapPicture = {
  kind: 'map',
  bounds: [0.4, 18, 4.4, 20.7],
  marks: [
    mark('Tinzaouaten', 19.95, 2.97),
    mark('Kidal', 18.44, 1.41),
    mark('Ambush, within about 25 km', 19.74, 2.93, 25),
  ],
}

/** Burkina Faso's borders leave this frame and come back into it on three of its sides. */
const BURKINA_FASO: MapPicture = {
  kind: 'map',
  bounds: [-4, 11.6, 1.6, 15],
  marks: [mark('Barsalogho', 13.42, -1.06), mark('Kaya', 13.09, -1.08), mark('Ouagadougou', 12.37, -1.53)],
}

/** The borders of a frame as they are drawn. */
function drawnBorders(bounds: Bounds): Outline[] {
  const projection = mapProjection({ bounds })
  return outlines(projection, landWithin(frameBounds(projection)).borders)
}

/** The same borders point by point, beyond the frame too: nothing cut, nothing smoothed. */
function trueBorders(bounds: Bounds): Outline[] {
  const projection = mapProjection({ bounds })
  return landWithin(frameBounds(projection)).borders.coordinates.map((line) => ({
    points: line.flatMap(([lon = 0, lat = 0]): Point[] => {
      const point = projection([lon, lat])
      return point ? [point] : []
    }),
    isClosed: false,
  }))
}

/** Points along lines, about every four units. */
const along = (lines: readonly Outline[]): Point[] =>
  lines.flatMap(({ points }) =>
    points.flatMap((to, index): Point[] => {
      const from = points[index - 1]
      if (!from) return []
      const steps = Math.min(200, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4))
      return Array.from({ length: steps }, (_, step) => [
        from[0] + ((to[0] - from[0]) * step) / steps,
        from[1] + ((to[1] - from[1]) * step) / steps,
      ])
    }),
  )

/** Inside the frame by more than the smallest shape that is drawn. */
const isWellInside = ([x, y]: Point): boolean => x > 3 && y > 3 && x < MAP_WIDTH - 3 && y < MAP_HEIGHT - 3

const farthest = (points: readonly Point[], lines: readonly Outline[]): number =>
  points.reduce((most, point) => Math.max(most, distanceTo(point, lines)), 0)

/** Longer than what is left out as too small to see. */
const isSeen = ({ points: [first, ...others] }: Outline): boolean =>
  others.some(([x, y]) => first !== undefined && Math.max(Math.abs(x - first[0]), Math.abs(y - first[1])) > 3)

const frames = fc
  .record({
    west: fc.double({ min: -20, max: 45, noNaN: true }),
    south: fc.double({ min: -34, max: 34, noNaN: true }),
    span: fc.double({ min: 1, max: 12, noNaN: true }),
  })
  .map(({ west, south, span }): Bounds => [west, south, west + span, south + span * 0.6])

describe('the borders of a map', () => {
  it('run where the atlas has them, and nowhere else, also where they leave the frame and come back', () => {
    const truth = trueBorders(BURKINA_FASO.bounds)
    const drawn = drawnBorders(BURKINA_FASO.bounds)
    expect(farthest(along(drawn), truth)).toBeLessThan(0.6)
    expect(farthest(along(truth).filter(isWellInside), drawn)).toBeLessThan(0.6)
  })

  it('are whole and true in any frame over Africa', () => {
    fc.assert(
      fc.property(frames, (bounds) => {
        const truth = trueBorders(bounds)
        const drawn = drawnBorders(bounds)
        expect(farthest(along(drawn), truth)).toBeLessThan(0.6)
        const seen = along(truth.filter(isSeen)).filter(isWellInside)
        expect(farthest(seen, drawn)).toBeLessThan(0.6)
      }),
      { numRuns: 25 },
    )
  })
})

describe('the words on a map', () => {
  it.each([
    ['the ambush near Tinzaouaten', AMBUSH],
    ['Burkina Faso', BURKINA_FASO],
  ])('cross no border where there is room for them beside it: %s', (_, picture) => {
    const { labels, areas } = mapDrawing(picture, 'en')
    const borders = drawnBorders(picture.bounds)
    expect(labels).toHaveLength(picture.marks.length)
    expect([...labels, ...areas].filter(({ box }) => lineUnder(box, borders) > 0).map(({ words }) => words)).toEqual([])
  })

  it('slide into the frame rather than being cut off', () => {
    const marks = [mark('A commune with a long name, in which it lies', 14, -1.9, 20)]
    const [label] = mapDrawing({ kind: 'map', bounds: [-2, 13, 2, 15], marks }, 'en').labels
    expect(label?.box.left).toBeGreaterThanOrEqual(0)
  })
})

describe('a line under a box', () => {
  const box = { left: 10, top: 10, right: 20, bottom: 20 }
  const under = (...points: Point[]) => lineUnder(box, [{ points, isClosed: false }])

  it('is measured between where it enters and where it leaves', () => {
    expect(under([0, 15], [30, 15])).toBeCloseTo(10)
    expect(under([15, 0], [15, 12])).toBeCloseTo(2)
    expect(under([12, 12], [14, 12], [14, 16])).toBeCloseTo(6)
    expect(under([0, 0], [30, 30])).toBeCloseTo(Math.hypot(10, 10))
  })

  it('is none where the line passes by', () => {
    expect(under([0, 0], [30, 5])).toBe(0)
    expect(under([0, 25], [25, 50])).toBe(0)
    expect(under([25, 0], [25, 40])).toBe(0)
    expect(under([15, 15])).toBe(0)
  })
})
