import type { CellReading, Member } from './cell-members.ts'
import type { CrossConflict } from './cell-summary.ts'
import type { CellContext } from './context-cells.ts'

/**
 * Pairs of claims in different cells that cannot both be right, because one gives a part more than the other allows the
 * whole: an ambush against its battle, children against civilians, the killed against the killed or wounded.
 *
 * The claim on the part stands first. A vague word counts by its floor here and only here; a stale toll of the whole
 * allows any number.
 *
 * @see record.md 1.3, step 7 (d)
 */
export function crossConflicts(reading: CellReading, context: CellContext): CrossConflict[] {
  const asWhole = [...context.parts, ...context.components].flatMap((part) => conflictsBetween(part, reading))
  const asPart = context.wholes.flatMap((whole) => conflictsBetween(reading, whole))
  return [...asWhole, ...asPart].sort(bySequence).map(({ part, whole, because }) => ({
    claimIds: [part.claim.id, whole.claim.id],
    because,
  }))
}

interface Clash {
  readonly part: Member
  readonly whole: Member
  readonly because: CrossConflict['because']
}

function conflictsBetween(parts: CellReading, wholes: CellReading): Clash[] {
  const because = reasonOf(parts, wholes)
  return parts.members.flatMap((part) =>
    wholes.members.filter((whole) => part.bounds.lower > whole.bounds.upper).map((whole) => ({ part, whole, because })),
  )
}

function reasonOf({ cell: part }: CellReading, { cell: whole }: CellReading): CrossConflict['because'] {
  if (part.measure !== whole.measure) return 'killed-exceeds-killed-or-wounded'
  return part.eventId === whole.eventId ? 'subset-exceeds-group' : 'part-exceeds-whole'
}

const bySequence = (a: Clash, b: Clash): number =>
  a.part.claim.sequence - b.part.claim.sequence || a.whole.claim.sequence - b.whole.claim.sequence
