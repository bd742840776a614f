import type { ClaimId } from '../ids.ts'
import type { CellReading, Member } from './cell-members.ts'
import type { CellSummary, StatedRange } from './cell-summary.ts'
import type { CellContext } from './context-cells.ts'
import { originKeys } from './origins.ts'
import type { StatedNumbers } from './quantity-bounds.ts'
import type { RecordSet } from './record-set.ts'
import { statedRange } from './stated-range.ts'

/** Members' claims on parts and sub-groups, by recorded sequence: shown beside the cell, never in its number. */
export const claimsFromParts = ({ parts }: CellContext): ClaimId[] =>
  parts
    .flatMap(({ members }) => members)
    .sort((a, b) => a.claim.sequence - b.claim.sequence)
    .map(({ claim }) => claim.id)

/**
 * The cell's range with what is said of its parts entered as "at least": whoever says 50 of the ambush says at least 50
 * of the battle. Null when nobody gives a number for a part that adds to what is said of the whole.
 *
 * Each origin enters once, as everywhere. One that speaks of the whole itself has said what it holds of it, so its
 * words on parts stay out; one that speaks of several parts enters with the highest of its numbers, which the whole
 * cannot be below. Parts without a stated number ("dozens") enter nothing.
 *
 * @see record.md 1.3, step 7 (a)
 */
export function rangeWithParts(set: RecordSet, { members }: CellReading, { parts }: CellContext): StatedRange | null {
  const ofParts = parts.flatMap((part) => part.members)
  const keys = originKeys(
    set,
    [...members, ...ofParts].map(({ claim }) => claim.id),
  )
  const speakOfWhole = new Set(members.map(({ claim }) => keys.get(claim.id)))
  const highest = new Map<string, StatedNumbers>()
  for (const { claim, stated } of ofParts) {
    const { lower } = stated
    const origin = keys.get(claim.id) ?? claim.id
    const before = highest.get(origin)?.lower ?? null
    if (lower === null || speakOfWhole.has(origin) || (before !== null && before >= lower)) continue
    highest.set(origin, { ...stated, lower, upper: lower, open: true })
  }
  return highest.size === 0 ? null : statedRange([...members.map(({ stated }) => stated), ...highest.values()])
}

/**
 * Upper bounds from elsewhere: "at most 84 if the CSP is right", who speaks of the whole battle. Lowest first.
 *
 * A bound of "about 20" is printed as 20, the number that was stated; what is compared leaves a tenth of leeway.
 *
 * @see record.md 1.3, step 7 (b) and (c)
 */
export function upperBounds({ wholes }: CellContext): CellSummary['atMost'] {
  const bounding = wholes.flatMap(({ members }) => members).filter(({ bounds }) => bounds.upper !== Infinity)
  return bounding
    .map((member) => ({ number: printedBound(member), claimId: member.claim.id, sequence: member.claim.sequence }))
    .sort((a, b) => a.number - b.number || a.sequence - b.sequence)
    .map(({ number, claimId }) => ({ number, claimId }))
}

const printedBound = ({ stated, bounds }: Member): number =>
  stated.approx && stated.upper !== null ? stated.upper : bounds.upper
