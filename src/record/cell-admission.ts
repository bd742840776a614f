import type { Stance, StatedRange } from './cell-summary.ts'
import type { Member } from './cell-members.ts'
import { statedRange } from './stated-range.ts'

/**
 * The range of each stance: what is said of one's own losses beside what is said of an enemy's.
 *
 * @see record.md 1.3, step 6
 */
export function rangesByStance(members: readonly Member[]): Partial<Readonly<Record<Stance, StatedRange>>> {
  const buckets = Map.groupBy(members, ({ stance }) => stance)
  return Object.fromEntries(
    [...buckets].map(([stance, those]) => [stance, statedRange(those.map((one) => one.stated))]),
  )
}

/**
 * What was admitted: losses of one's own above nought, and harm of one's own doing where the claimant says so itself.
 *
 * "No losses" admits nothing. An admission without a number admits at least one, or as many as the dead that it names:
 * that floor stands beside the range, never in it.
 *
 * @see record.md 1.3, step 6, and 1.5
 */
export function admittedBy(members: readonly Member[]): (StatedRange & { readonly floor: number }) | null {
  const admissions = members.filter(isAdmission)
  if (admissions.length === 0) return null
  const named = admissions.map(({ claim }) => claim.content.namedDead)
  return { ...statedRange(admissions.map(({ stated }) => stated)), floor: Math.max(1, ...named) }
}

function isAdmission({ claim: { content }, stance, bounds }: Member): boolean {
  if (bounds.upper === 0) return false
  if (stance === 'own-loss' && content.figure !== null && content.figure.kind !== 'notGiven') return true
  return content.act === 'admit' && (stance === 'own-loss' || stance === 'own-harm')
}
