import { FIRST_DATED, LAST, type Position } from './search-position.ts'

/**
 * Where a page of answers ended. Answers are ranked within the newest thousand from `top` on; what came out since the
 * first page stands above `top` and moves nothing.
 */
export interface SearchCursor {
  readonly top: Position
  /** The last one looked at; null at the beginning of a thousand. */
  readonly after: Ranked | null
}

/** Headlines that hold every word come first, then the newest. */
export interface Ranked {
  readonly isHeadline: boolean
  readonly position: Position
}

/** Negative when the one stands before the other. */
export const compareRanks = (one: Ranked, other: Ranked): number =>
  Number(other.isHeadline) - Number(one.isHeadline) || other.position - one.position

export const writeCursor = ({ top, after }: SearchCursor): string =>
  after === null ? String(top) : [top, after.isHeadline ? 1 : 0, after.position].join('~')

/** Reads a cursor; null for what is none, since an address can be cut off or made up. */
export function readCursor(text: string): SearchCursor | null {
  const [, top, isHeadline, position] = /^(-?\d{1,16})(?:~([01])~(-?\d{1,16}))?$/.exec(text) ?? []
  if (top === undefined) return null
  const after = position === undefined ? null : { isHeadline: isHeadline === '1', position: within(Number(position)) }
  return { top: within(Number(top)), after }
}

const within = (position: number): Position => Math.min(LAST, Math.max(FIRST_DATED, position))
