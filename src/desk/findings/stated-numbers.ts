import type { Quantity } from '../../record/quantity.ts'
import { boundsOf } from '../../record/quantity-bounds.ts'

/** The numbers that a figure states, lowest and highest; null for "dozens", "casualties" and for a figure not given. */
export function statedNumbers(figure: Quantity | null): { readonly low: number; readonly high: number } | null {
  if (figure === null) return null
  if ('n' in figure) return { low: figure.n, high: figure.n }
  return figure.kind === 'range' ? { low: figure.lo, high: figure.hi } : null
}

/** A figure's numbers as a key: "50" and "at least 50" have the same, since the one repeats the other. */
export const numberKey = (figure: Quantity | null): string | null => {
  const stated = statedNumbers(figure)
  return stated && `${stated.low}-${stated.high}`
}

/**
 * May two figures be right at once? Looser than the record's own arithmetic, as a headline is: "50" beside "more than 50"
 * is no contradiction to point at.
 */
export function canBothBe(one: Quantity, other: Quantity): boolean {
  const [first, second] = [looseBounds(one), looseBounds(other)]
  return first.lower <= second.upper && second.lower <= first.upper
}

function looseBounds(figure: Quantity): { readonly lower: number; readonly upper: number } {
  const bounds = boundsOf(figure)
  if (figure.kind === 'moreThan') return { ...bounds, lower: figure.n }
  return figure.kind === 'fewerThan' ? { ...bounds, upper: figure.n } : bounds
}
