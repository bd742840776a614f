import type { FC } from 'hono/jsx'
import type { Quantity } from '../../record/quantity.ts'
import { quantityWords } from '../../record/quantity-words.ts'
import { statedOf } from '../../record/quantity-bounds.ts'
import { message } from '../messages/message.ts'
import { namesInWords } from '../name-list.ts'
import { numberWords } from './figure-range.ts'
import { axisFor, laneOf, type PlacedItem } from './plot-lanes.ts'
import { claimantOf, eventTitleOf, shortClaimantOf, type Told } from './record-names.ts'
import type { LedgerRow } from './ledger-rows.ts'
import { looks, MARK_PATHS, type MarkShape } from './stance-mark.tsx'

/** One number on the line. */
interface PlotItem {
  readonly words: string
  /** The same for somebody who hears it, with the part of the event of which it speaks. */
  readonly spoken: string
  readonly low: number | null
  readonly high: number | null
  readonly isOpen: boolean
  readonly shape: MarkShape
  readonly isPart: boolean
}

const LANE_REM = 2.3
const AXIS_REM = 1.5

/**
 * The numbers of one figure on a line from nought: drawn only where there is more than one. An open end is an arrow, a
 * claim on a part is hollow, "about" stays in the words. Positions are in percent, so that type keeps its size.
 */
export const RangePlot: FC<{ told: Told; rows: readonly LedgerRow[] }> = ({ told, rows }) => {
  const items = rows.flatMap((row) => plotItem(told, row))
  if (items.length < 2) return <></>
  const axis = axisFor(Math.max(...items.map(({ low, high }) => high ?? low ?? 0)))
  const lanes = laneOf(items, axis.max)
  const base = LANE_REM * lanes.count + 0.3
  return (
    <svg class="plot" role="img" aria-label={plotWords(told, items, axis.max)} height={rem(base + AXIS_REM)}>
      {axis.ticks.map((tick) => (
        <Tick value={tick} max={axis.max} base={base} words={numberWords(tick, told.language)} />
      ))}
      <line class="ax" x2="100%" y1={rem(base)} y2={rem(base)} />
      {lanes.items.map((placed, index) => (
        <Item item={items[index]} placed={placed} max={axis.max} y={base - LANE_REM * placed.lane - 0.75} />
      ))}
    </svg>
  )
}

/** A live number: not a word without one, not history. */
function plotItem(told: Told, { claim, state, shape, partId }: LedgerRow): PlotItem[] {
  const { figure } = claim.content
  const counts = partId === null ? state.isMember : state.notLive === null
  if (!figure || !counts || shape === 'denies' || !hasNumber(figure)) return []
  const { lower, upper, open } = statedOf(figure)
  const claimant = claimantOf(told, claim.id)
  const words = quantityWords(figure, told.language)
  const spoken =
    partId === null
      ? message(told.language, 'ledger.plotItem', { claimant, figure: words })
      : message(told.language, 'ledger.plotPart', { claimant, figure: words, event: eventTitleOf(told, partId) })
  return [
    {
      words: labelWords(shortClaimantOf(told, claim.id), words),
      spoken,
      low: lower,
      high: upper,
      isOpen: open,
      shape,
      isPart: partId !== null,
    },
  ]
}

const hasNumber = ({ kind }: Quantity): boolean => kind !== 'vague' && kind !== 'some' && kind !== 'notGiven'

/** The claimant stands in the drawing where the name is short; the rows below say it in any case. */
const LONGEST_NAME = 14
const labelWords = (claimant: string, words: string): string =>
  claimant.length <= LONGEST_NAME ? `${claimant} ${words}` : words

const plotWords = ({ language }: Told, items: readonly PlotItem[], max: number): string =>
  message(language, 'ledger.plot', {
    max: numberWords(max, language),
    items: namesInWords(
      items.map(({ spoken }) => spoken),
      language,
    ),
  })

const Tick: FC<{ value: number; max: number; base: number; words: string }> = ({ value, max, base, words }) => {
  const side = value === 0 ? 'a' : value === max ? 'z' : undefined
  return (
    <>
      <line class="ti" x1={at(value, max)} x2={at(value, max)} y1="0" y2={rem(base)} />
      <text class={side} x={at(value, max)} y={rem(base + 1.15)}>
        {words}
      </text>
    </>
  )
}

const Item: FC<{ item: PlotItem | undefined; placed: PlacedItem; max: number; y: number }> = ({
  item,
  placed,
  max,
  y,
}) => {
  if (!item) return <></>
  const { low, high, isOpen, shape, isPart, words } = item
  const isSpan = low !== null && high !== null && low !== high
  const ends = isSpan ? [low, high] : [high ?? low ?? 0]
  return (
    <>
      {isSpan && <line class="sp" x1={at(low, max)} x2={at(high, max)} y1={rem(y)} y2={rem(y)} />}
      {ends.map((value) => (
        <svg x={at(value, max)} y={rem(y)} overflow="visible">
          {(isOpen || low === null) && <path class="op" d={low === null ? BACK_ARROW : ARROW} />}
          <path class={looks(shape, isPart)} d={MARK_PATHS[shape]} />
        </svg>
      ))}
      <text class="lb" x={`${placed.x}%`} dx={placed.shift === 0 ? undefined : rem(placed.shift)} y={rem(y - 0.75)}>
        {words}
      </text>
    </>
  )
}

const ARROW = 'M9 0h24m-6-5 6 5-6 5'
const BACK_ARROW = 'M-9 0h-24m6-5-6 5 6 5'

const at = (value: number, max: number): string => `${Math.round((value / max) * 1000) / 10}%`

const rem = (value: number): string => `${Math.round(value * 100) / 100}rem`
