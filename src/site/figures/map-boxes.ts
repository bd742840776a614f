import { MAP_HEIGHT, MAP_WIDTH, type Point } from './map-frame.ts'
import type { Outline } from './map-outline.ts'

/** A rectangle in the drawing's units. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Room between words and the frame, in the drawing's units. */
const INSET = 3

export const boxAround = ([x, y]: Point, radius: number): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
})

export const isInFrame = ({ left, top, right, bottom }: Box): boolean =>
  left >= INSET && top >= INSET && right <= MAP_WIDTH - INSET && bottom <= MAP_HEIGHT - INSET

export const doOverlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** The free ground between two boxes; below nought where they overlap. */
export const clearance = (one: Box, other: Box): number =>
  Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)

/** How far a box must move sideways to stand in the frame. */
export function wayIntoFrame({ left, right }: Box): number {
  if (left < INSET) return INSET - left
  return Math.min(0, MAP_WIDTH - INSET - right)
}

/** The length of line that lies under a box. */
export function lineUnder(box: Box, lines: readonly Outline[]): number {
  let length = 0
  for (const { points } of lines) {
    for (const [index, to] of points.entries()) {
      const from = points[index - 1]
      if (from) length += partUnder(box, from, to) * Math.hypot(to[0] - from[0], to[1] - from[1])
    }
  }
  return length
}

/** Which part of a straight line lies in a box, from 0 to 1: it enters by one side and leaves by another. */
function partUnder({ left, top, right, bottom }: Box, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const across = between(fromX, toX, left, right)
  const down = between(fromY, toY, top, bottom)
  return Math.max(0, Math.min(across[1], down[1]) - Math.max(across[0], down[0]))
}

/** The stretch of a way on which it is between two bounds, as parts of the way. */
function between(from: number, to: number, low: number, high: number): readonly [number, number] {
  const step = to - from
  if (step === 0) return from > low && from < high ? [0, 1] : [1, 0]
  const [one, other] = [(low - from) / step, (high - from) / step]
  return [Math.max(0, Math.min(one, other)), Math.min(1, Math.max(one, other))]
}
