import type { ClaimId } from '../../ids.ts'
import type { Ledger, LedgerCell } from '../../record/ledger.ts'

/** A box inside a story shows this many figures of an event; its dossier has the others. */
const MOST_CELLS = 4

/**
 * The figures of an event that a story's box shows: those that the story itself states before others, numbers before
 * words, in the order of the ledger.
 *
 * @param stated the claims to which the story's words lead
 */
export function storyCells({ cells }: Ledger, stated: ReadonlySet<ClaimId>): readonly LedgerCell[] {
  const weigh = (cell: LedgerCell): number => (isStated(cell, stated) ? 2 : 0) + (hasNumber(cell) ? 1 : 0)
  const chosen = new Set(cells.toSorted((left, right) => weigh(right) - weigh(left)).slice(0, MOST_CELLS))
  return cells.filter((cell) => chosen.has(cell))
}

const isStated = ({ summary, parts }: LedgerCell, stated: ReadonlySet<ClaimId>): boolean =>
  [...summary.claims, ...parts].some(({ claimId }) => stated.has(claimId))

const hasNumber = ({ summary, parts }: LedgerCell): boolean => summary.high !== null || parts.length > 0
