import type { ClaimId } from '../ids.ts'
import type { NotLive, Stance } from './cell-summary.ts'
import { cellKey, claimIndex } from './cells-of.ts'
import type { Cell } from './claim.ts'
import type { EntryOf } from './entry.ts'
import { livenessOf } from './live-claims.ts'
import { originKeys } from './origins.ts'
import { type Bounds, type StatedNumbers, boundsOf, SAID_NO_NUMBER, statedOf } from './quantity-bounds.ts'
import type { RecordSet } from './record-set.ts'
import { bySaid, countedUpTo } from './said-order.ts'
import { stanceOf } from './stance.ts'

/** A claim that speaks for its origin in a cell: live, and the latest of that origin. */
export interface Member {
  readonly claim: EntryOf<'claim'>
  readonly stance: Stance
  readonly stated: StatedNumbers
  /** What the claim allows the true number to be; without an upper end when it is stale. */
  readonly bounds: Bounds
  /** An older toll than the newest of the cell, and a smaller one. */
  readonly isStale: boolean
}

/** A cell after steps 1 to 3, with the bounds of step 5. */
export interface CellReading {
  readonly cell: Cell
  /** Every claim on the cell, by recorded sequence. */
  readonly claims: readonly EntryOf<'claim'>[]
  /** Why a claim does not count; no entry for members, denials that stand, and words that were never figures. */
  readonly notLive: ReadonlyMap<ClaimId, NotLive>
  /** By recorded sequence. */
  readonly members: readonly Member[]
}

const readings = new WeakMap<RecordSet, Map<string, CellReading>>()

/**
 * Who speaks for one cell.
 *
 * 1. Candidates are the claims on exactly this cell that give a figure: asserted, estimated, admitted or revised, and
 *    accusations and retractions that state one.
 * 2. What was revised, retracted, withdrawn, is provisional or repeats another claim does not count.
 * 3. Of each origin only the latest counts: by the hour it was said, then by the order of recording.
 *
 * @see record.md 1.3, Cell and summary
 */
export function readCell(set: RecordSet, cell: Cell): CellReading {
  const key = cellKey(cell)
  const known = readings.get(set)?.get(key)
  if (known) return known
  const made = newReading(set, cell, claimIndex(set).cells.get(key)?.claims ?? [])
  readings.set(set, (readings.get(set) ?? new Map<string, CellReading>()).set(key, made))
  return made
}

function newReading(set: RecordSet, cell: Cell, claims: readonly EntryOf<'claim'>[]): CellReading {
  const liveness = livenessOf(set, claims)
  const candidates = claims.filter(
    (claim) => isCandidate(claim) && !liveness.get(claim.id) && !restatesOther(set, claim, liveness),
  )
  const keys = originKeys(
    set,
    candidates.map(({ id }) => id),
  )
  const keyOf = (claim: EntryOf<'claim'>): string => keys.get(claim.id) ?? claim.id
  const latest = new Map(candidates.toSorted(bySaid).map((claim) => [keyOf(claim), claim] as const))
  const notLive = new Map<ClaimId, NotLive>()
  for (const [id, why] of liveness) if (why) notLive.set(id, why)
  for (const claim of candidates) {
    const by = latest.get(keyOf(claim))
    if (by && by !== claim) notLive.set(claim.id, { kind: 'superseded', by: by.id })
  }
  const speaking = candidates.filter((claim) => !notLive.has(claim.id))
  const newest = newestToll(speaking)
  const members = speaking.map((claim) => memberOf(set, claim, newest))
  return { cell, claims, notLive, members }
}

/** Does the claim give a figure of its own? Denials and refusals to give one do not; nor does a mere retraction. */
function isCandidate({ content: { act, figure } }: EntryOf<'claim'>): boolean {
  switch (act) {
    case 'assert':
    case 'estimate':
    case 'admit':
    case 'revise':
      return true
    case 'accuse':
    case 'retract':
      return figure !== null
    case 'deny':
    case 'decline':
      return false
  }
}

/** Does a retraction only say again the figure that its claimant had revised? Then that claim is live and stands for it. */
function restatesOther(
  set: RecordSet,
  { content: { retracts } }: EntryOf<'claim'>,
  liveness: ReadonlyMap<ClaimId, NotLive | null>,
): boolean {
  const revised = retracts && set.claims.get(retracts)?.content.revises
  return revised ? liveness.get(revised) === null : false
}

function memberOf(set: RecordSet, claim: EntryOf<'claim'>, newest: Toll | undefined): Member {
  const stated = statedBy(claim)
  const bounds = boundsBy(claim)
  const isStale = isOutdated(claim, stated, newest)
  return {
    claim,
    stance: stanceOf(set, claim),
    stated,
    bounds: isStale ? { lower: bounds.lower, upper: Infinity } : bounds,
    isStale,
  }
}

const statedBy = ({ content: { figure } }: EntryOf<'claim'>): StatedNumbers =>
  figure ? statedOf(figure) : SAID_NO_NUMBER

/** An admission without a number allows one and more, or as many and more as the dead that it names. */
function boundsBy({ content: { figure, act, namedDead } }: EntryOf<'claim'>): Bounds {
  const bounds = figure ? boundsOf(figure) : { lower: 0, upper: Infinity }
  const isNumbered = figure !== null && (statedOf(figure).lower !== null || statedOf(figure).upper !== null)
  if (act !== 'admit' || isNumbered) return bounds
  return { lower: Math.max(bounds.lower, 1, namedDead), upper: bounds.upper }
}

interface Toll {
  readonly upTo: string
  readonly lower: number
}

/** The newest running, cumulative or period figure with a number; of two up to the same hour, the higher. */
function newestToll(claims: readonly EntryOf<'claim'>[]): Toll | undefined {
  const tolls = claims.flatMap((claim) => {
    const upTo = countedUpTo(claim)
    const { lower } = statedBy(claim)
    return upTo !== null && lower !== null ? [{ upTo, lower }] : []
  })
  return tolls.reduce<Toll | undefined>(
    (newest, toll) =>
      !newest || toll.upTo > newest.upTo || (toll.upTo === newest.upTo && toll.lower > newest.lower) ? toll : newest,
    undefined,
  )
}

/** A toll that was counted earlier than the newest, and is smaller, was right then: it bounds from below only. */
function isOutdated(claim: EntryOf<'claim'>, { lower }: StatedNumbers, newest: Toll | undefined): boolean {
  const upTo = countedUpTo(claim)
  return newest !== undefined && upTo !== null && lower !== null && upTo < newest.upTo && lower < newest.lower
}

/**
 * Is there no number that satisfies every member?
 *
 * @see record.md 1.3, step 5
 */
export const isConflict = (members: readonly Member[]): boolean =>
  Math.max(...members.map(({ bounds }) => bounds.lower)) > Math.min(...members.map(({ bounds }) => bounds.upper))

/** The members and the claims that only repeat them: those carry a figure further and are no origin. */
export function carriedBy({ claims, notLive, members }: CellReading): ReadonlySet<ClaimId> {
  const carried = new Set(members.map(({ claim }) => claim.id))
  let before: number
  do {
    before = carried.size
    for (const { id } of claims) {
      const why = notLive.get(id)
      if (why?.kind === 'derived' && why.from.some((from) => carried.has(from))) carried.add(id)
    }
  } while (carried.size > before)
  return carried
}
