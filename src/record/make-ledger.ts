import type { EventId } from '../ids.ts'
import { asSaidBy } from './cell-as-of.ts'
import { readCell } from './cell-members.ts'
import { sumsOf } from './cell-sums.ts'
import { cellKey, claimIndex } from './cells-of.ts'
import type { Cell } from './claim.ts'
import { familyOf, standingEvent } from './event-family.ts'
import { inLedgerOrder } from './ledger-order.ts'
import { ledgerPropositions } from './ledger-propositions.ts'
import type { Ledger, LedgerCell } from './ledger.ts'
import type { RecordSet } from './record-set.ts'
import { type AsOf, cellClaims, summariseCell } from './summarise-cell.ts'

/**
 * Who says what of one event.
 *
 * A cell for every group and measure of which somebody spoke, of the event or of a part of it; beside it the claims on
 * the same people in each part, which say of which part they speak. A claim on the ambush is never shown as a claim on
 * the battle.
 */
export function ledgerOf(set: RecordSet, eventId: EventId, asOf?: AsOf): Ledger {
  const said = asOf ? asSaidBy(set, asOf.saidBy) : set
  const event = standingEvent(said, eventId)
  const { parts } = familyOf(said, event)
  const { cells, propositions } = claimIndex(said)
  const spoken = [...cells.values()].filter(({ cell }) => cell.eventId === event || parts.has(cell.eventId))
  const rows = new Map(spoken.map(({ cell }) => ({ ...cell, eventId: event })).map((cell) => [cellKey(cell), cell]))
  const stated = [...propositions.values()].filter((row) => row.eventId === event || parts.has(row.eventId))
  return {
    eventId: event,
    cells: inLedgerOrder(
      said,
      [...rows.values()].map((cell) => ledgerCell(said, cell)),
    ),
    propositions: ledgerPropositions(said, event),
    sums: sumsOf(said, event),
    claims: [...spoken, ...stated].reduce((count, { claims }) => count + claims.length, 0),
  }
}

function ledgerCell(set: RecordSet, cell: Cell): LedgerCell {
  const { parts } = familyOf(set, cell.eventId)
  const inParts = [...parts].flatMap((eventId) => {
    const part = { ...cell, eventId }
    const known = claimIndex(set).cells.has(cellKey(part))
    return known ? cellClaims(set, readCell(set, part)).map((claim) => ({ ...claim, eventId })) : []
  })
  const sequence = (id: (typeof inParts)[number]) => set.claims.get(id.claimId)?.sequence ?? 0
  return { summary: summariseCell(set, cell), parts: inParts.sort((a, b) => sequence(a) - sequence(b)) }
}
