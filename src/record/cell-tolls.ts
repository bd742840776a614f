import type { ClaimId } from '../ids.ts'
import type { CellReading } from './cell-members.ts'
import type { EntryOf } from './entry.ts'
import { originKeys } from './origins.ts'
import { statedOf } from './quantity-bounds.ts'
import type { RecordSet } from './record-set.ts'
import { bySaid, compare, countedUpTo } from './said-order.ts'

/**
 * Where a running toll went down: the same origin gave a lower number at a later hour. Each time, the earlier claim and
 * the later. What was retracted, taken down or never confirmed is no step of a toll.
 *
 * @see record.md 1.9, example 4
 */
export function revisedDown(set: RecordSet, { claims, notLive }: CellReading): (readonly [ClaimId, ClaimId])[] {
  const tolls = claims.filter((claim) => isToll(claim) && isStep(notLive.get(claim.id)?.kind))
  if (tolls.length < 2) return []
  const keys = originKeys(
    set,
    tolls.map(({ id }) => id),
  )
  const byOrigin = Map.groupBy(tolls.sort(byHour), (claim) => keys.get(claim.id) ?? claim.id)
  return [...byOrigin.values()].flatMap((steps) =>
    steps.slice(1).flatMap((later, index) => {
      const earlier = steps[index]
      return earlier && numberOf(later) < numberOf(earlier) ? [[earlier.id, later.id] as const] : []
    }),
  )
}

const byHour = (a: EntryOf<'claim'>, b: EntryOf<'claim'>): number =>
  compare(countedUpTo(a) ?? '', countedUpTo(b) ?? '') || bySaid(a, b)

function isToll({ content: { counting, figure } }: EntryOf<'claim'>): boolean {
  const isCount = counting.kind === 'running' || counting.kind === 'cumulative'
  return isCount && figure !== null && statedOf(figure).lower !== null
}

const isStep = (notLive: string | undefined): boolean =>
  notLive === undefined || notLive === 'superseded' || notLive === 'revised'

const numberOf = ({ content: { figure } }: EntryOf<'claim'>): number => (figure ? (statedOf(figure).lower ?? 0) : 0)
