import type { EventId } from '../ids.ts'
import type { Cell, Proposition } from './claim.ts'
import type { EntryOf } from './entry.ts'
import { standingEvent } from './event-family.ts'
import type { RecordSet } from './record-set.ts'

/** One text for one cell, so that cells can be compared and looked up. */
export const cellKey = ({ eventId, groupId, measure, equipment }: Cell): string =>
  `${eventId}|${groupId}|${measure}|${equipment ?? ''}`

/** One text for one proposition on one event. */
export function propositionKey(eventId: EventId, proposition: Proposition): string {
  switch (proposition.kind) {
    case 'occurred':
      return `${eventId}|occurred`
    case 'participated':
      return `${eventId}|participated|${proposition.actorId}|${proposition.as ?? ''}`
    case 'responsible':
      return `${eventId}|responsible|${proposition.actorId}`
    case 'control':
      return `${eventId}|control|${proposition.actorId}|${proposition.placeId}`
  }
}

/** Claims on one cell, by recorded sequence, whatever their act and whether they count or not. */
export interface ClaimedCell {
  readonly cell: Cell
  readonly claims: readonly EntryOf<'claim'>[]
}

/** Claims on one proposition, likewise. */
export interface ClaimedProposition {
  readonly eventId: EventId
  readonly proposition: Proposition
  readonly claims: readonly EntryOf<'claim'>[]
}

/** What every claim of a set speaks of. */
export interface ClaimIndex {
  readonly cells: ReadonlyMap<string, ClaimedCell>
  readonly propositions: ReadonlyMap<string, ClaimedProposition>
}

const indexes = new WeakMap<RecordSet, ClaimIndex>()

/** Sorts the claims of a set by what they speak of; claims on an event told twice count for the event that stands. */
export function claimIndex(set: RecordSet): ClaimIndex {
  const known = indexes.get(set)
  if (known) return known
  const cells = new Map<string, { cell: Cell; claims: EntryOf<'claim'>[] }>()
  const propositions = new Map<string, ClaimedProposition & { claims: EntryOf<'claim'>[] }>()
  for (const claim of [...set.claims.values()].sort((a, b) => a.sequence - b.sequence)) {
    const { about } = claim.content
    const eventId = standingEvent(set, about.eventId)
    if (about.kind === 'measure') {
      const { groupId, measure, equipment } = about
      const cell: Cell = { eventId, groupId, measure, equipment }
      const row = cells.get(cellKey(cell)) ?? { cell, claims: [] }
      row.claims.push(claim)
      cells.set(cellKey(cell), row)
    } else {
      const { proposition } = about
      const key = propositionKey(eventId, proposition)
      const row = propositions.get(key) ?? { eventId, proposition, claims: [] }
      row.claims.push(claim)
      propositions.set(key, row)
    }
  }
  const made = { cells, propositions }
  indexes.set(set, made)
  return made
}

/** The same cell on the event that stands, where its event was told twice. */
export const standingCell = (set: RecordSet, cell: Cell): Cell => ({
  eventId: standingEvent(set, cell.eventId),
  groupId: cell.groupId,
  measure: cell.measure,
  equipment: cell.equipment,
})

/**
 * The cells of which somebody claimed something, of the event itself and of no part of it: first recorded first. A cell
 * whose every claim was taken back stays in the list, since it stays in history.
 */
export function cellsOf(set: RecordSet, eventId: EventId): Cell[] {
  const event = standingEvent(set, eventId)
  const rows = [...claimIndex(set).cells.values()]
  return rows.filter(({ cell }) => cell.eventId === event).map(({ cell }) => cell)
}
