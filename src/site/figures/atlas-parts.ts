import type { MultiPolygon, Polygon, Topology } from 'topojson-specification'
import type { MapPicture } from '../../story/document.ts'

type Bounds = MapPicture['bounds']
type CountryArcs = (Polygon | MultiPolygon) & { readonly properties: { readonly name: string } }

/** Natural Earth's countries as one net of shared borders. */
export interface World extends Topology {
  readonly objects: { readonly countries: { readonly type: 'GeometryCollection'; readonly geometries: CountryArcs[] } }
}

/** One piece of a country's land, with the box around it. */
export interface Part {
  readonly arcs: number[][]
  readonly box: Bounds
}

/** A country in its pieces. */
export interface CountryParts {
  /** ISO 3166-1 numeric. */
  readonly code: string | undefined
  readonly name: string
  readonly parts: readonly Part[]
}

/** Every country in pieces: a map decodes only the pieces near it. */
export function partsOfCountries(world: World): CountryParts[] {
  const boxes = world.arcs.map((arc) => boxOfArc(arc, world))
  return world.objects.countries.geometries.map((country) => ({
    code: country.id === undefined ? undefined : String(country.id),
    name: country.properties.name,
    parts: piecesOf(country).map((arcs) => ({ arcs, box: boxOfPiece(arcs, boxes) })),
  }))
}

const piecesOf = (country: CountryArcs): number[][][] => (country.type === 'Polygon' ? [country.arcs] : country.arcs)

/** The box around one stretch of border. Its points are steps from the one before, in the world's own grid. */
function boxOfArc(arc: Topology['arcs'][number], { transform }: World): Bounds {
  let [x, y] = [0, 0]
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [stepX = 0, stepY = 0] of arc) {
    x += stepX
    y += stepY
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const [scaleX, scaleY] = transform?.scale ?? [1, 1]
  const [shiftX, shiftY] = transform?.translate ?? [0, 0]
  return [left * scaleX + shiftX, bottom * scaleY + shiftY, right * scaleX + shiftX, top * scaleY + shiftY]
}

/** The box around a piece: around all stretches of its outer line. A stretch walked backwards has a number below 0. */
function boxOfPiece([outer = []]: number[][], boxes: readonly Bounds[]): Bounds {
  const around = outer.flatMap((arc) => {
    const box = boxes[arc < 0 ? ~arc : arc]
    return box ? [box] : []
  })
  const side = (index: 0 | 1 | 2 | 3) => around.map((box) => box[index])
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))]
}
