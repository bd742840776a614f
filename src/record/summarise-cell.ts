import type { Instant } from '../time.ts'
import type { ClaimId } from '../ids.ts'
import { admittedBy, rangesByStance } from './cell-admission.ts'
import { asSaidBy } from './cell-as-of.ts'
import { bestOf } from './cell-assessment.ts'
import { denialsOf } from './cell-disputes.ts'
import { type CellReading, isConflict, readCell } from './cell-members.ts'
import type { CellClaim, CellSummary } from './cell-summary.ts'
import { revisedDown } from './cell-tolls.ts'
import { standingCell } from './cells-of.ts'
import type { Cell } from './claim.ts'
import { contextOf } from './context-cells.ts'
import { claimsFromParts, rangeWithParts, upperBounds } from './context.ts'
import { crossConflicts } from './cross-conflicts.ts'
import type { EntryOf } from './entry.ts'
import { originsOf } from './origins.ts'
import type { RecordSet } from './record-set.ts'
import { bySaid } from './said-order.ts'
import { stanceOf } from './stance.ts'
import { statedRange } from './stated-range.ts'

/** What had been said by an hour; for what had been *recorded* by an hour, cut the set with `asRecordedBy`. */
export interface AsOf {
  readonly saidBy: Instant
}

/**
 * What the record can say of one figure, now or as of an earlier hour.
 *
 * Each field is one step of the arithmetic and is explained where it is made. Figures of different claimants are set
 * side by side: they are never added, averaged or weighed.
 *
 * @see record.md 1.3, Cell and summary
 */
export function summariseCell(set: RecordSet, cell: Cell, asOf?: AsOf): CellSummary {
  return asOf ? summary(asSaidBy(set, asOf.saidBy), cell) : summary(set, cell)
}

function summary(set: RecordSet, asked: Cell): CellSummary {
  const cell = standingCell(set, asked)
  const reading = readCell(set, cell)
  const { members } = reading
  const context = contextOf(set, cell)
  const deniedBy = denialsOf(set, reading)
  return {
    cell,
    ...statedRange(members.map(({ stated }) => stated)),
    claims: cellClaims(set, reading),
    unquantified: members.filter(({ stated }) => stated.lower === null && stated.upper === null).map(idOfMember),
    conflict: isConflict(members),
    byStance: rangesByStance(members),
    admitted: admittedBy(members),
    disputed: deniedBy.length > 0,
    deniedBy,
    best: bestOf(set, cell),
    origins: originsOf(set, members.map(idOfMember)),
    withParts: rangeWithParts(set, reading, context),
    fromParts: claimsFromParts(context),
    atMost: upperBounds(context),
    crossConflicts: crossConflicts(reading, context),
    revisedDown: revisedDown(set, reading),
    ...saidBetween(reading),
  }
}

const idOfMember = ({ claim }: { readonly claim: EntryOf<'claim'> }): ClaimId => claim.id

/** Every claim of the cell, history included, with its stance and whether it counts. */
export function cellClaims(set: RecordSet, { claims, notLive, members }: CellReading): CellClaim[] {
  const memberOf = new Map(members.map((member) => [member.claim.id, member] as const))
  return claims.map((claim) => ({
    claimId: claim.id,
    stance: memberOf.get(claim.id)?.stance ?? stanceOf(set, claim),
    notLive: notLive.get(claim.id) ?? null,
    isMember: memberOf.has(claim.id),
    isStale: memberOf.get(claim.id)?.isStale ?? false,
  }))
}

/** The first and the last word on the cell, whether it counts or not; repeats only carry what was said before. */
function saidBetween({ claims, notLive }: CellReading): Pick<CellSummary, 'firstSaid' | 'lastSaid'> {
  const spoken = claims.filter(({ id }) => notLive.get(id)?.kind !== 'derived').sort(bySaid)
  return {
    firstSaid: spoken.at(0)?.content.saidAt.edtf ?? null,
    lastSaid: spoken.at(-1)?.content.saidAt.edtf ?? null,
  }
}
