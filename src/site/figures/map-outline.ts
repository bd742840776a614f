import { type GeoPermissibleObjects, geoPath, type GeoProjection } from 'd3-geo'
import type { Point } from './map-frame.ts'

/** A bend that leaves the straight line by less is not seen in a locator map, in the drawing's units. */
const SMALLEST_BEND = 0.5
/** Islands and stretches of border smaller than this are left out, in the drawing's units. */
const SMALLEST_SHAPE = 2

/** One line of a shape, as it is drawn. */
export interface Outline {
  readonly points: readonly Point[]
  readonly isClosed: boolean
}

/** A shape's outlines inside the frame, without what nobody would see. */
export function outlines(projection: GeoProjection, shape: GeoPermissibleObjects): Outline[] {
  const sketch = new Sketch()
  geoPath(projection, sketch)(shape)
  return sketch.lines
    .filter(({ points }) => extent(points) >= SMALLEST_SHAPE)
    .map(({ points, isClosed }) => ({ points: withoutBends(points), isClosed }))
}

/** Collects what d3 draws. */
class Sketch {
  readonly lines: { readonly points: Point[]; isClosed: boolean }[] = []

  beginPath(): void {}

  moveTo(x: number, y: number): void {
    this.lines.push({ points: [[x, y]], isClosed: false })
  }

  lineTo(x: number, y: number): void {
    this.lines.at(-1)?.points.push([x, y])
  }

  closePath(): void {
    const line = this.lines.at(-1)
    if (line) line.isClosed = true
  }

  /** d3 draws arcs for points only, and we give it none. */
  arc(): void {}
}

function extent(points: readonly Point[]): number {
  const [firstX, firstY] = points[0] ?? [0, 0]
  return points.reduce((most, [x, y]) => Math.max(most, Math.abs(x - firstX), Math.abs(y - firstY)), 0)
}

/** Douglas and Peucker: a stretch becomes a straight line unless a point lies off it; then it is parted there. */
function withoutBends(points: readonly Point[]): Point[] {
  const kept = new Set([0, points.length - 1])
  const stretches: [from: number, to: number][] = [[0, points.length - 1]]
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const farthest = farthestOff(points, stretch)
    if (farthest === undefined) continue
    kept.add(farthest)
    stretches.push([stretch[0], farthest], [farthest, stretch[1]])
  }
  return points.filter((_, index) => kept.has(index))
}

function farthestOff(points: readonly Point[], [from, to]: readonly [number, number]): number | undefined {
  let [farthest, distance]: [number | undefined, number] = [undefined, SMALLEST_BEND]
  const [start, end] = [points[from], points[to]]
  if (!start || !end) return undefined
  for (let index = from + 1; index < to; index += 1) {
    const off = distanceToSegment(points[index] ?? start, start, end)
    if (off > distance) [farthest, distance] = [index, off]
  }
  return farthest
}

function distanceToSegment([x, y]: Point, [startX, startY]: Point, [endX, endY]: Point): number {
  const [acrossX, acrossY] = [endX - startX, endY - startY]
  const length = acrossX ** 2 + acrossY ** 2
  const along = length === 0 ? 0 : ((x - startX) * acrossX + (y - startY) * acrossY) / length
  const part = Math.min(1, Math.max(0, along))
  return Math.hypot(x - startX - part * acrossX, y - startY - part * acrossY)
}

/** How far a point lies from the nearest of some lines, in the drawing's units; infinitely far when there is none. */
export function distanceTo(point: Point, lines: readonly Outline[]): number {
  let nearest = Infinity
  for (const { points } of lines) {
    for (const [index, end] of points.entries()) {
      nearest = Math.min(nearest, distanceToSegment(point, points[index - 1] ?? end, end))
    }
  }
  return nearest
}

/** Outlines as path data: relative steps, one decimal. */
export const pathData = (lines: readonly Outline[]): string => lines.map(lineData).join('')

function lineData({ points, isClosed }: Outline): string {
  let [lastX, lastY] = [0, 0]
  let data = ''
  for (const [index, [x, y]] of points.entries()) {
    // Steps are taken from where the rounded pen stands, so that rounding never adds up.
    const [stepX, stepY] = [rounded(x - lastX), rounded(y - lastY)]
    if (index > 0 && stepX === 0 && stepY === 0) continue
    data += `${index === 0 ? 'M' : index === 1 ? 'l' : joint(stepX)}${stepX}${joint(stepY)}${stepY}`
    lastX += stepX
    lastY += stepY
  }
  return data + (isClosed ? 'z' : '')
}

const rounded = (value: number): number => Math.round(value * 10) / 10 + 0

/** A minus sign parts two numbers by itself. */
const joint = (value: number): string => (value < 0 ? '' : ' ')

/** Does a point lie inside closed outlines? Holes count as outside (even–odd rule). */
export function isInside([x, y]: Point, lines: readonly Outline[]): boolean {
  let inside = false
  for (const { points } of lines) {
    let [fromX, fromY] = points.at(-1) ?? [0, 0]
    for (const [toX, toY] of points) {
      if (toY > y !== fromY > y && x < ((fromX - toX) * (y - toY)) / (fromY - toY) + toX) inside = !inside
      ;[fromX, fromY] = [toX, toY]
    }
  }
  return inside
}
