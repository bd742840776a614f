/**
 * Where the words of a plot stand, so that they never cover each other. Type keeps its size while the plot shrinks, so
 * words are measured on the narrowest screen we serve, 240 px wide, where the plot has 200 px.
 */
const NARROWEST_PX = 200
/** The width of a letter of the labels in the widest of common fonts, in pixels. */
const LETTER_PX = 8.2
/** Room between two labels of one lane, and what a mark with its arrow takes, in pixels. */
const GAP_PX = 8
const MARK_PX = 9
const ARROW_PX = 35
const REM_PX = 16

export interface LaneItem {
  readonly words: string
  readonly low: number | null
  readonly high: number | null
  readonly isOpen: boolean
}

export interface PlacedItem {
  /** Nought is the lane next to the line. */
  readonly lane: number
  /** The middle of the mark, in percent of the width. */
  readonly x: number
  /** How far the middle of the words stands from it, in rem: nought unless they would pass the plot's edge. */
  readonly shift: number
}

export interface Lanes {
  readonly count: number
  /** In the order of the items. */
  readonly items: readonly PlacedItem[]
}

type Extent = readonly [from: number, to: number]

/**
 * Each item in the lowest lane in which neither its words nor its mark meet those of another. What is apart on the
 * narrowest screen stays apart on a wider one: marks move away from each other, and words go with their mark.
 */
export function laneOf(items: readonly LaneItem[], max: number): Lanes {
  const lanes: Extent[][] = []
  const placed = items.map((item) => {
    const { x, shift, extent } = placeWords(item, max)
    const free = lanes.findIndex((taken) => taken.every((other) => extent[1] <= other[0] || other[1] <= extent[0]))
    const lane = free < 0 ? lanes.length : free
    lanes[lane] = [...(lanes[lane] ?? []), extent]
    return { lane, x, shift }
  })
  return { count: lanes.length, items: placed }
}

/** Words over the middle of their mark, pushed back into the plot where they would pass its edge. */
function placeWords(
  { words, low, high, isOpen }: LaneItem,
  max: number,
): Omit<PlacedItem, 'lane'> & { extent: Extent } {
  const px = (value: number) => (value / max) * NARROWEST_PX
  const [from, to] = [px(low ?? high ?? 0), px(high ?? low ?? 0)]
  const [middle, half] = [(from + to) / 2, Math.min(NARROWEST_PX, words.length * LETTER_PX) / 2]
  const centre = Math.min(Math.max(middle, half), NARROWEST_PX - half)
  const markFrom = from - (low === null ? ARROW_PX : MARK_PX)
  const markTo = to + (isOpen ? ARROW_PX : MARK_PX)
  return {
    x: Math.round((middle / NARROWEST_PX) * 1000) / 10,
    shift: Math.round(((centre - middle) / REM_PX) * 100) / 100,
    extent: [Math.min(markFrom, centre - half) - GAP_PX / 2, Math.max(markTo, centre + half) + GAP_PX / 2],
  }
}

/** A line from nought to a round number with room for the highest, and two or three round steps on it. */
export function axisFor(highest: number): { readonly max: number; readonly ticks: readonly number[] } {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1) / 3))
  const rough = highest / 3 / power
  const step = Math.max(1, (rough <= 1 ? 1 : rough <= 2 ? 2 : rough <= 5 ? 5 : 10) * power)
  // An arrow at the highest number needs room to point into.
  const steps = Math.floor(highest / step) + 1
  return { max: steps * step, ticks: Array.from({ length: steps + 1 }, (_, index) => index * step) }
}
