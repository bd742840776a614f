import type { Quantity, VagueTerm } from './quantity.ts'

/**
 * The least number of persons that each vague word allows: one unit of the word ("tens" at least ten, "hundreds" at
 * least a hundred). Tens, dozens and hundreds as ACLED counts them when it must; the others are ours. A floor only
 * tests whether two claims can both be right: it is never printed and never enters a range.
 *
 * @see record.md 1.2, Quantity
 */
export const VAGUE_FLOORS: Readonly<Record<VagueTerm, number>> = {
  'a-couple': 2,
  'a-few': 2,
  several: 3,
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1000,
}

/** The numbers that somebody stated, as they stated them; null where they stated none. */
export interface StatedNumbers {
  readonly lower: number | null
  readonly upper: number | null
  /** The statement allows for more: "at least", "more than". */
  readonly open: boolean
  /** The number was stated as "about". */
  readonly approx: boolean
  /** The number itself is ruled out: "more than 30", "fewer than 10". */
  readonly beyond: boolean
}

const EXACTLY = { open: false, approx: false, beyond: false } as const

/** What somebody states who states no number. */
export const SAID_NO_NUMBER: StatedNumbers = { lower: null, upper: null, ...EXACTLY }

/**
 * The lowest and the highest number in a statement.
 *
 * "50" states 50 and 50; "at least 20" and "more than 20" state 20 and 20, open; "up to 30" and "fewer than 30" state
 * no lower number and 30; "15 to 20" states both; "about 20" states 20 and 20, approximately; "no casualties" states
 * nought. Vague words, "heavy losses" and a refusal to give a figure state no number.
 *
 * @see record.md 1.2, Quantity
 */
export function statedOf(figure: Quantity): StatedNumbers {
  switch (figure.kind) {
    case 'exact':
      return { lower: figure.n, upper: figure.n, ...EXACTLY }
    case 'atLeast':
    case 'moreThan':
      return { lower: figure.n, upper: figure.n, ...EXACTLY, open: true, beyond: figure.kind === 'moreThan' }
    case 'atMost':
    case 'fewerThan':
      return { lower: null, upper: figure.n, ...EXACTLY, beyond: figure.kind === 'fewerThan' }
    case 'range':
      return { lower: figure.lo, upper: figure.hi, ...EXACTLY }
    case 'approx':
      return { lower: figure.n, upper: figure.n, ...EXACTLY, approx: true }
    case 'none':
      return { lower: 0, upper: 0, ...EXACTLY }
    case 'vague':
    case 'some':
    case 'notGiven':
      return SAID_NO_NUMBER
  }
}

/** The numbers, both included, that would make a statement true. `upper` may be Infinity. */
export interface Bounds {
  readonly lower: number
  readonly upper: number
}

/**
 * Which true numbers a statement allows: two claims conflict when no number satisfies both.
 *
 * "More than 30" begins at 31 and "fewer than 10" ends at 9. "About n" allows a tenth of n either way, rounded up and
 * at least one. A vague word allows its floor and more; "heavy losses" allows one and more; a refusal to give a figure
 * allows anything.
 *
 * @see record.md 1.2, Quantity
 */
export function boundsOf(figure: Quantity): Bounds {
  switch (figure.kind) {
    case 'exact':
      return { lower: figure.n, upper: figure.n }
    case 'atLeast':
      return { lower: figure.n, upper: Infinity }
    case 'moreThan':
      return { lower: figure.n + 1, upper: Infinity }
    case 'atMost':
      return { lower: 0, upper: figure.n }
    case 'fewerThan':
      return { lower: 0, upper: figure.n - 1 }
    case 'range':
      return { lower: figure.lo, upper: figure.hi }
    case 'approx':
      return boundsAround(figure.n)
    case 'vague':
      return { lower: VAGUE_FLOORS[figure.term], upper: Infinity }
    case 'some':
      return { lower: 1, upper: Infinity }
    case 'none':
      return { lower: 0, upper: 0 }
    case 'notGiven':
      return { lower: 0, upper: Infinity }
  }
}

function boundsAround(n: number): Bounds {
  const leeway = Math.max(1, Math.ceil(n / 10))
  return { lower: Math.max(0, n - leeway), upper: n + leeway }
}

/**
 * Why a figure cannot stand in the record, as a sentence; null when it can.
 *
 * People are whole and never fewer than none; a range runs upwards; nobody can be fewer than nought; and what was said
 * must be kept word for word.
 */
export function refusalOfQuantity(figure: Quantity): string | null {
  if (figure.verbatim.trim() === '') return 'The words in which the figure was stated are missing.'
  for (const number of numbersIn(figure)) {
    if (!Number.isSafeInteger(number)) return `A figure counts whole persons, and ${number} is no whole number.`
    if (number < 0) return `A figure counts persons, and ${number} is less than none.`
  }
  if (figure.kind === 'range' && figure.lo > figure.hi) {
    return `A range runs from the lower number to the higher, and ${figure.lo} is more than ${figure.hi}.`
  }
  return figure.kind === 'fewerThan' && figure.n === 0 ? 'Nobody can be fewer than none.' : null
}

function numbersIn(figure: Quantity): readonly number[] {
  if ('n' in figure) return [figure.n]
  return figure.kind === 'range' ? [figure.lo, figure.hi] : []
}
