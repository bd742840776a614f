import type { StatedRange } from './cell-summary.ts'
import type { StatedNumbers } from './quantity-bounds.ts'

/**
 * The lowest and the highest number stated for one cell: never a sum, an average or a best guess.
 *
 * The lowest of the lower numbers and the highest of the upper ones. "Up to 30" states no lower number; vague words
 * state none at all and leave the range alone. The range is open when somebody who stated its highest number said "at
 * least". An end is approximate when nobody stated that number without "about"; the highest number is ruled out when
 * nobody stated it otherwise than as "more than" or "fewer than".
 *
 * @see record.md 1.3, step 4
 */
export function statedRange(figures: readonly StatedNumbers[]): StatedRange {
  const lows = figures.flatMap(({ lower }) => lower ?? [])
  const highs = figures.flatMap(({ upper }) => upper ?? [])
  const low = lows.length > 0 ? Math.min(...lows) : null
  const high = highs.length > 0 ? Math.max(...highs) : null
  const atLow = figures.filter(({ lower }) => lower !== null && lower === low)
  const atHigh = figures.filter(({ upper }) => upper !== null && upper === high)
  return {
    low,
    high,
    open: atHigh.some((figure) => figure.open),
    approxLow: atLow.length > 0 && atLow.every((figure) => figure.approx),
    approxHigh: atHigh.length > 0 && atHigh.every((figure) => figure.approx),
    beyond: atHigh.length > 0 && atHigh.every((figure) => figure.beyond),
  }
}
