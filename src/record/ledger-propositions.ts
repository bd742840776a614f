import type { EventId } from '../ids.ts'
import { type ClaimedProposition, claimIndex } from './cells-of.ts'
import type { EntryOf } from './entry.ts'
import { familyOf } from './event-family.ts'
import type { LedgerProposition } from './ledger.ts'
import { livenessOf } from './live-claims.ts'
import { originKeys } from './origins.ts'
import type { RecordSet } from './record-set.ts'
import { bySaid } from './said-order.ts'
import { stanceOf } from './stance.ts'

/**
 * What is said to be so, or not so, of an event and of its parts: the event's own first, then by who spoke first.
 *
 * As with figures, each origin speaks once, with its latest live word: whoever denied and now admits admits. A
 * proposition is disputed while a denial of it stands. One that nobody holds or denies any more is not listed.
 */
export function ledgerPropositions(set: RecordSet, eventId: EventId): LedgerProposition[] {
  const { parts } = familyOf(set, eventId)
  const rows = [...claimIndex(set).propositions.values()].filter(
    (row) => row.eventId === eventId || parts.has(row.eventId),
  )
  const spoken = rows.flatMap((row) => {
    const claims = speakingClaims(set, row)
    const [first] = claims
    return first ? [{ row, claims, first }] : []
  })
  const isPart = ({ row }: { row: ClaimedProposition }) => Number(row.eventId !== eventId)
  return spoken
    .sort((a, b) => isPart(a) - isPart(b) || bySaid(a.first, b.first))
    .map(({ row, claims }) => ({
      proposition: row.proposition,
      eventId: row.eventId,
      claims: claims.map((claim) => ({
        claimId: claim.id,
        stance: stanceOf(set, claim),
        notLive: null,
        isMember: true,
        isStale: false,
      })),
      disputed: claims.some(({ content }) => content.act === 'deny'),
    }))
}

/** The latest live claim of each origin, for and against; in the order in which the origins first spoke. */
function speakingClaims(set: RecordSet, { claims }: ClaimedProposition): EntryOf<'claim'>[] {
  const liveness = livenessOf(set, claims)
  const live = claims.filter((claim) => !liveness.get(claim.id) && claim.content.act !== 'retract').sort(bySaid)
  const keys = originKeys(
    set,
    live.map(({ id }) => id),
  )
  // A map keeps the place of a key that is set again: first word's place, last word's content.
  return [...new Map(live.map((claim) => [keys.get(claim.id) ?? claim.id, claim] as const)).values()]
}
