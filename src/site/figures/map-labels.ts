import { type Box, boxAround, clearance, doOverlap, isInFrame, lineUnder, wayIntoFrame } from './map-boxes.ts'
import { MAP_HEIGHT, MAP_WIDTH, type Point } from './map-frame.ts'
import { isInside, type Outline } from './map-outline.ts'

/**
 * Where words stand on a map.
 *
 * Type keeps its size while the map shrinks, so words are measured as they come out on a phone, where they take the
 * most room: a frame 328 px wide.
 */
const UNITS_PER_PX = MAP_WIDTH / 328

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
  /** A circle of doubt, not a settlement: words may stand in it if they must. */
  readonly isVague: boolean
}

/** What already stands on a map. */
export interface Ground {
  readonly taken: readonly Box[]
  readonly borders: readonly Outline[]
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

/** What speaks against a place for words. A habit of the eye gives way to a border, a border to legibility. */
const COST = {
  outside: 10_000,
  onWordsOrDot: 1_000,
  onCircle: 60,
  /** For each unit of border under the words. */
  border: 4,
  /** For each step down the list of places around a mark. */
  rank: 8,
}

/** Words beside each mark, clear of other words, other marks and borders as far as may be; in the order of the marks. */
export function placeMarkLabels(marks: readonly DrawnMark[], { taken, borders }: Ground): PlacedLabel[] {
  const blocked = [...taken]
  return marks.map((mark) => {
    const cost = ({ box }: PlacedLabel, rank: number): number =>
      COST.rank * rank +
      COST.border * lineUnder(box, borders) +
      (isInFrame(box) ? 0 : COST.outside) +
      COST.onWordsOrDot * blocked.filter((other) => doOverlap(other, box)).length +
      marks.reduce((sum, other) => sum + (other === mark ? 0 : costOfCovering(other, box)), 0)
    const chosen = cheapest(aroundMark(mark), cost)
    blocked.push(chosen.box)
    return chosen
  })
}

function costOfCovering({ at, radius, isVague }: DrawnMark, box: Box): number {
  if (!doOverlap(boxAround(at, radius), box)) return 0
  return isVague ? COST.onCircle : COST.onWordsOrDot
}

function cheapest(
  [first, ...others]: readonly [PlacedLabel, ...PlacedLabel[]],
  cost: (label: PlacedLabel, rank: number) => number,
): PlacedLabel {
  let best = { label: first, cost: cost(first, 0) }
  for (const [index, label] of others.entries()) {
    const own = cost(label, index + 1)
    if (own < best.cost) best = { label, cost: own }
  }
  return best.label
}

/** The places around a mark, best first: a settlement is named beside its dot, an area under its circle. */
function aroundMark({ words, at: [x, y], radius, isVague }: DrawnMark): [PlacedLabel, ...PlacedLabel[]] {
  const gap = radius + 5
  const [over, beside, under] = [y - gap - 3, y + 4, y + gap + 11]
  const place = (across: number, down: number, anchor: Anchor) => placed(words, [across, down], anchor, MARK_TYPE)
  const right = place(x + gap, beside, 'start')
  const left = place(x - gap, beside, 'end')
  const middle = [intoFrame(place(x, under, 'mid')), intoFrame(place(x, over, 'mid'))] as const
  const flush = [
    place(x + radius, under, 'end'),
    place(x - radius, under, 'start'),
    place(x + radius, over, 'end'),
    place(x - radius, over, 'start'),
  ] as const
  return isVague ? [...middle, ...flush, right, left] : [right, left, middle[1], middle[0], ...flush]
}

/** Words over or under a mark may slide along it; those beside it would cover it. */
function intoFrame(label: PlacedLabel): PlacedLabel {
  const way = wayIntoFrame(label.box)
  if (way === 0) return label
  const { at, box } = label
  return {
    ...label,
    at: [at[0] + way, at[1]],
    box: { ...box, left: box.left + way, right: box.right + way },
  }
}

/**
 * A country's name where most of it is seen, on its own land and on no border; undefined when it has no room.
 *
 * @param shape the country's outlines inside the frame
 */
export function placeAreaLabel(
  words: string,
  shape: readonly Outline[],
  { taken, borders }: Ground,
): PlacedLabel | undefined {
  const middle = middleOf(shape)
  let best: { readonly label: PlacedLabel; readonly room: number } | undefined
  for (let y = 20; y <= MAP_HEIGHT - 14; y += 14) {
    for (let x = 20; x <= MAP_WIDTH - 20; x += 20) {
      const label = placed(words, [x, y], 'mid', AREA_TYPE)
      const clear = Math.min(MOST_CLEARANCE, ...taken.map((box) => clearance(box, label.box)))
      const room = clear - offCentre(label, middle) / 4
      // The costly questions, whether the words stand on the country's own land and on no border, come last.
      if (clear <= 0 || !isInFrame(label.box) || (best && room <= best.room)) continue
      if (isOnLand(label.box, shape) && lineUnder(label.box, borders) === 0) best = { label, room }
    }
  }
  return best?.label
}

const isOnLand = (box: Box, shape: readonly Outline[]): boolean =>
  corners(box).every((corner) => isInside(corner, shape))

function placed(words: string, at: Point, anchor: Anchor, { letterPx, linePx }: TypeSize): PlacedLabel {
  const width = words.length * letterPx * UNITS_PER_PX
  const [x, y] = at
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const height = linePx * UNITS_PER_PX
  return { words, at, anchor, box: { left, top: y - height * 0.8, right: left + width, bottom: y + height * 0.2 } }
}

/** The points to ask about, the middle first: it rules most places out at once. */
const corners = ({ left, top, right, bottom }: Box): Point[] => [
  [(left + right) / 2, (top + bottom) / 2],
  [left, top],
  [right, top],
  [left, bottom],
  [right, bottom],
]

/** How far words stand from the middle of a country's visible land. */
function offCentre({ box }: PlacedLabel, [x, y]: Point): number {
  return Math.hypot((box.left + box.right) / 2 - x, (box.top + box.bottom) / 2 - y)
}

/** The middle of an area: of its largest outline, by the surveyor's formula. */
export function middleOf(shape: readonly Outline[]): Point {
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
