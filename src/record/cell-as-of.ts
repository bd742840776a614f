import type { ClaimId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { EntryOf } from './entry.ts'
import type { RecordSet } from './record-set.ts'
import { saidUpTo } from './said-order.ts'

/**
 * The record as far as it had been said by an hour, whenever it was recorded.
 *
 * A claim stays when it had certainly been said by then; so does what it repeats, revises, retracts or denies, since
 * that came first however loosely it is dated. A document published later carried nothing yet, and a text taken down
 * later still stood. Assessments of ours signed later are left out.
 *
 * @see record.md 1.3, the two clocks of a cell
 */
export function asSaidBy(set: RecordSet, saidBy: Instant): RecordSet {
  const claims = saidClaims(set, saidBy)
  const appearances = [...set.appearances].flatMap(([id, appearance]) => {
    const stood = claims.has(appearance.content.claimId) && wasPublished(set, appearance, saidBy)
    return stood ? [[id, notYetWithdrawn(appearance, saidBy)] as const] : []
  })
  const assessments = [...set.assessments].filter(([, { content }]) => content.at <= saidBy)
  return { ...set, claims, appearances: new Map(appearances), assessments: new Map(assessments) }
}

function saidClaims(set: RecordSet, saidBy: Instant): Map<ClaimId, EntryOf<'claim'>> {
  const said = new Map<ClaimId, EntryOf<'claim'>>()
  const open = [...set.claims.values()].filter(({ content }) => saidUpTo(content.saidAt) <= saidBy)
  for (let claim = open.pop(); claim; claim = open.pop()) {
    if (said.has(claim.id)) continue
    said.set(claim.id, claim)
    open.push(...earlierOf(claim).flatMap((id) => set.claims.get(id) ?? []))
  }
  // In the order of the whole set, so that an hour's view and today's list claims alike.
  return new Map([...set.claims].filter(([id]) => said.has(id)))
}

const earlierOf = ({ content }: EntryOf<'claim'>): ClaimId[] => [
  ...content.derivedFrom.map(({ claimId }) => claimId),
  ...[content.revises, content.retracts, content.denies].flatMap((id) => id ?? []),
]

function wasPublished(set: RecordSet, { content }: EntryOf<'appearance'>, saidBy: Instant): boolean {
  const document = set.documents.get(content.documentId)?.content
  const published = document?.publishedAt ?? document?.publishedOn ?? ''
  return published <= saidBy
}

function notYetWithdrawn(appearance: EntryOf<'appearance'>, saidBy: Instant): EntryOf<'appearance'> {
  const { withdrawnOn } = appearance.content
  if (withdrawnOn === null || saidUpTo({ edtf: withdrawnOn, basis: null }) <= saidBy) return appearance
  return { ...appearance, content: { ...appearance.content, withdrawnOn: null } }
}
