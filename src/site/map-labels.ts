import { MAP_HEIGHT, MAP_WIDTH, type Point } from './map-frame.ts'
import { isInside, type Outline } from './map-outline.ts'

/**
 * Where words stand on a map.
 *
 * Type keeps its size while the map shrinks, so words are measured as they come out on a phone, where they take the
 * most room: a frame 328 px wide.
 */
const UNITS_PER_PX = MAP_WIDTH / 328

/** A rectangle in the drawing's units. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Anchor = 'start' | 'mid' | 'end'

export interface PlacedLabel {
  readonly words: string
  /** Where the type's baseline begins, is centred, or ends. */
  readonly at: Point
  readonly anchor: Anchor
  readonly box: Box
}

/** A mark as drawn: its middle and how far it reaches. */
export interface DrawnMark {
  readonly words: string
  readonly at: Point
  readonly radius: number
}

/** What type of a size takes: the mean width of a letter and the height of a line, in pixels. */
interface TypeSize {
  readonly letterPx: number
  readonly linePx: number
}

/** Words this far from everything else gain nothing by standing farther away, in the drawing's units. */
const MOST_CLEARANCE = 40

const MARK_TYPE: TypeSize = { letterPx: 7, linePx: 15 }
/** Country names are small, spaced capitals. */
const AREA_TYPE: TypeSize = { letterPx: 10, linePx: 13 }

/** Words beside each mark, where they cover no other mark and no other words; in the order of the marks. */
export function placeMarkLabels(marks: readonly DrawnMark[], taken: readonly Box[]): PlacedLabel[] {
  const blocked = [...taken, ...marks.map(boxOfMark)]
  return marks.map((mark) => {
    const choices = aroundMark(mark)
    const others = blocked.filter((box) => !sameBox(box, boxOfMark(mark)))
    const free = (label: PlacedLabel) => isInFrame(label.box) && !others.some((box) => doOverlap(box, label.box))
    const chosen = choices.find(free) ?? choices.find(({ box }) => isInFrame(box)) ?? choices[0]
    blocked.push(chosen.box)
    return chosen
  })
}

/** The places around a mark, best first: a settlement is named beside its dot, an area under its circle. */
function aroundMark({ words, at: [x, y], radius }: DrawnMark): [PlacedLabel, ...PlacedLabel[]] {
  const gap = radius + 5
  const middle = y + 4
  const label = (at: Point, anchor: Anchor) => placed(words, at, anchor, MARK_TYPE)
  const right = label([x + gap, middle], 'start')
  const left = label([x - gap, middle], 'end')
  const under = label([x, y + gap + 11], 'mid')
  const over = label([x, y - gap - 3], 'mid')
  return radius > 6 ? [under, over, right, left] : [right, left, over, under]
}

/**
 * A country's name where most of it is seen; undefined when it has no room.
 *
 * @param shape the country's outlines inside the frame
 */
export function placeAreaLabel(
  words: string,
  shape: readonly Outline[],
  taken: readonly Box[],
): PlacedLabel | undefined {
  const middle = middleOf(shape)
  let best: { readonly label: PlacedLabel; readonly room: number } | undefined
  for (let y = 20; y <= MAP_HEIGHT - 14; y += 14) {
    for (let x = 20; x <= MAP_WIDTH - 20; x += 20) {
      const label = placed(words, [x, y], 'mid', AREA_TYPE)
      const clear = Math.min(MOST_CLEARANCE, ...taken.map((box) => clearance(box, label.box)))
      const room = clear - offCentre(label, middle) / 4
      // The costly question, whether the words stand on the country's own land, comes last.
      if (clear <= 0 || !isInFrame(label.box) || (best && room <= best.room)) continue
      if (corners(label.box).every((corner) => isInside(corner, shape))) best = { label, room }
    }
  }
  return best?.label
}

function placed(words: string, at: Point, anchor: Anchor, { letterPx, linePx }: TypeSize): PlacedLabel {
  const width = words.length * letterPx * UNITS_PER_PX
  const [x, y] = at
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const height = linePx * UNITS_PER_PX
  return { words, at, anchor, box: { left, top: y - height * 0.8, right: left + width, bottom: y + height * 0.2 } }
}

const boxOfMark = ({ at: [x, y], radius }: DrawnMark): Box => ({
  left: x - radius,
  top: y - radius,
  right: x + radius,
  bottom: y + radius,
})

const isInFrame = ({ left, top, right, bottom }: Box): boolean =>
  left >= 3 && top >= 2 && right <= MAP_WIDTH - 3 && bottom <= MAP_HEIGHT - 2

const doOverlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

const sameBox = (one: Box, other: Box): boolean => one.left === other.left && one.top === other.top

/** The points to ask about, the middle first: it rules most places out at once. */
const corners = ({ left, top, right, bottom }: Box): Point[] => [
  [(left + right) / 2, (top + bottom) / 2],
  [left, top],
  [right, top],
  [left, bottom],
  [right, bottom],
]

const clearance = (one: Box, other: Box): number =>
  Math.max(one.left - other.right, other.left - one.right, one.top - other.bottom, other.top - one.bottom)

/** How far words stand from the middle of a country's visible land. */
function offCentre({ box }: PlacedLabel, [x, y]: Point): number {
  return Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
}

/** The middle of an area: of its largest outline, by the surveyor's formula. */
function middleOf(shape: readonly Outline[]): Point {
  const [largest] = shape.map(areaAndMiddle).toSorted((one, other) => other.area - one.area)
  return largest?.middle ?? [MAP_WIDTH / 2, MAP_HEIGHT / 2]
}

function areaAndMiddle({ points }: Outline): { readonly area: number; readonly middle: Point } {
  let [area, x, y] = [0, 0, 0]
  let [fromX, fromY] = points.at(-1) ?? [0, 0]
  for (const [toX, toY] of points) {
    const cross = fromX * toY - toX * fromY
    area += cross
    x += (fromX + toX) * cross
    y += (fromY + toY) * cross
    ;[fromX, fromY] = [toX, toY]
  }
  return { area: Math.abs(area), middle: area === 0 ? [fromX, fromY] : [x / (3 * area), y / (3 * area)] }
}
