import type { ClaimId, EventId } from '../../ids.ts'
import type { CellClaim } from '../../record/cell-summary.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { Ledger, LedgerCell, LedgerProposition } from '../../record/ledger.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { bySaid } from '../../record/said-order.ts'
import { type MarkShape, markShape } from './stance-mark.tsx'

/** A claim as it stands in a box. */
export interface LedgerRow {
  readonly claim: EntryOf<'claim'>
  readonly shape: MarkShape
  readonly state: CellClaim
  /** The part of the event of which alone it speaks; null when it speaks of the whole. */
  readonly partId: EventId | null
  /** Its id on the page; null where an earlier row has it. */
  readonly anchor: ClaimId | null
}

/** A figure's rows: what counts or is said now, and what no longer does. */
export interface RowGroup {
  readonly shown: readonly LedgerRow[]
  readonly history: readonly LedgerRow[]
}

export interface LedgerRows {
  readonly cells: readonly (RowGroup & { readonly cell: LedgerCell })[]
  readonly propositions: readonly (RowGroup & { readonly proposition: LedgerProposition })[]
}

/**
 * The rows of a box, in the order in which they were said; denials after what they deny. A claim's first row on a page
 * carries its id, so that words in the text can lead to it.
 *
 * @param takenIds claims that have their row above on the same page
 */
export function rowsOf(set: RecordSet, ledger: Ledger, takenIds: readonly string[] = []): LedgerRows {
  const taken = new Set(takenIds)
  const inPropositions = new Set(ledger.propositions.flatMap(({ claims }) => claims.map(({ claimId }) => claimId)))
  const anchored = (states: readonly Spoken[]): RowGroup => grouped(set, states, taken)
  return {
    cells: ledger.cells.map((cell) => ({ cell, ...anchored(spokenOf(cell, inPropositions)) })),
    propositions: ledger.propositions.map((proposition) => ({ proposition, ...anchored(proposition.claims) })),
  }
}

/** The claims that have a row, and so an id, in a box. */
export function claimsShown(set: RecordSet, ledger: Ledger): ReadonlySet<ClaimId> {
  const { cells, propositions } = rowsOf(set, ledger)
  const rows = [...cells, ...propositions].flatMap(({ shown, history }) => [...shown, ...history])
  return new Set(rows.map(({ claim }) => claim.id))
}

type Spoken = CellClaim & { readonly eventId?: EventId }

/** Everything said on a figure: of the whole, of its parts, and against it unless that has a heading of its own. */
function spokenOf({ summary, parts }: LedgerCell, inPropositions: ReadonlySet<ClaimId>): Spoken[] {
  const denials = summary.deniedBy
    .filter((claimId) => !inPropositions.has(claimId))
    .map((claimId): Spoken => ({ claimId, stance: 'unknown', notLive: null, isMember: false, isStale: false }))
  const all = new Map<ClaimId, Spoken>()
  for (const spoken of [...summary.claims, ...parts, ...denials]) {
    if (!all.has(spoken.claimId)) all.set(spoken.claimId, spoken)
  }
  return [...all.values()]
}

function grouped(set: RecordSet, states: readonly Spoken[], taken: Set<string>): RowGroup {
  const claims = states.flatMap((state) => {
    const claim = set.claims.get(state.claimId)
    return claim ? [{ state, claim }] : []
  })
  const inOrder = claims.toSorted((left, right) => bySaying(left.claim, right.claim))
  const isShown = ({ state: { notLive } }: { state: Spoken }) => notLive === null || notLive.kind === 'provisional'
  const rowed = (part: typeof inOrder) => part.map(({ state, claim }) => rowOf(set, claim, { state, taken }))
  return { shown: rowed(inOrder.filter(isShown)), history: rowed(inOrder.filter((one) => !isShown(one))) }
}

function rowOf(
  set: RecordSet,
  claim: EntryOf<'claim'>,
  { state, taken }: { readonly state: Spoken; readonly taken: Set<string> },
): LedgerRow {
  const anchor = taken.has(claim.id) ? null : claim.id
  taken.add(claim.id)
  return { claim, state, shape: shapeOf(set, claim, state), partId: state.eventId ?? null, anchor }
}

/** Who speaks of its own part in something speaks of its own, whatever its stance towards anybody's losses. */
function shapeOf(set: RecordSet, { content }: EntryOf<'claim'>, { stance }: Spoken): MarkShape {
  const { about, act, claimantId } = content
  const self = set.sources.get(claimantId)?.content.actorId ?? null
  const isOwn =
    about.kind === 'proposition' &&
    'actorId' in about.proposition &&
    about.proposition.actorId === self &&
    act !== 'deny'
  return isOwn ? 'own' : markShape(act, stance)
}

function bySaying(left: EntryOf<'claim'>, right: EntryOf<'claim'>): number {
  const [denies, other] = [left.content.act === 'deny', right.content.act === 'deny']
  return denies === other ? bySaid(left, right) : denies ? 1 : -1
}
