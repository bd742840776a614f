import type { ClaimId } from '../ids.ts'
import type { Claim } from './claim.ts'
import { circleOf } from './entry-refusals-circles.ts'
import type { RecordRefusal } from './entry-refusals-kinds.ts'
import { standingEvent } from './event-family.ts'
import { aboutKey } from './origins-about.ts'
import { isSameClaimant } from './origins-claimant.ts'
import type { RecordSet } from './record-set.ts'
import { eventAndWholes } from './stance-sides.ts'
import { isAdmissible, stanceOf } from './stance.ts'

/**
 * May this claim stand in the record? The first of these that it breaks:
 *
 * what it speaks of is on record, and its group is one of its event or of a whole of it; a figure is given by whoever
 * asserts, estimates, admits or revises one, and none by whoever declines; a revision, a retraction and a denial each
 * have something to revise, retract or deny; nobody revises or retracts another's claim, or his own on another cell, or
 * denies his own; revisions and retractions never go in a circle, and no claim repeats itself; only what can be admitted
 * is admitted. That repeats go in a circle is no fault of the record: so they do in the world.
 *
 * @see record.md 1.5 (admissions) and 1.8, Invariants, I7
 */
export const refusalOfClaim = (content: Claim, id: ClaimId, set: RecordSet): RecordRefusal | null =>
  refusalOfSubject(content, set) ??
  refusalOfFigure(content) ??
  refusalOfAim(content) ??
  refusalToTakeBack('revise', content, content.revises, set) ??
  refusalToTakeBack('retract', content, content.retracts, set) ??
  refusalToDeny(content, set) ??
  circleOfRevisions(content, id, set) ??
  circleOfRepeats(content, id) ??
  refusalToAdmit(content, set)

function refusalOfSubject({ about, claimantId }: Claim, set: RecordSet): RecordRefusal | null {
  if (!set.sources.has(claimantId)) return { kind: 'not-on-record', id: claimantId }
  if (!set.events.has(about.eventId)) return { kind: 'not-on-record', id: about.eventId }
  if (about.kind !== 'measure') return null
  const { groupId, eventId } = about
  const group = set.groups.get(groupId)?.content
  if (!group) return { kind: 'not-on-record', id: groupId }
  const isOfEvent = eventAndWholes(set, eventId).includes(standingEvent(set, group.eventId))
  return isOfEvent ? null : { kind: 'group-of-another-event', groupId, eventId }
}

const GIVES_A_FIGURE: ReadonlySet<Claim['act']> = new Set<Claim['act']>(['assert', 'estimate', 'admit', 'revise'])

function refusalOfFigure({ about, act, figure }: Claim): RecordRefusal | null {
  if (about.kind !== 'measure') return null
  if (figure === null) return GIVES_A_FIGURE.has(act) ? { kind: 'no-figure', measure: about.measure } : null
  const isDeclinedYetGiven = act === 'decline' && figure.kind !== 'notGiven'
  return isDeclinedYetGiven ? { kind: 'declined-with-figure', verbatim: figure.verbatim } : null
}

function refusalOfAim({ act, revises, retracts, denies, about }: Claim): RecordRefusal | null {
  if (act === 'revise' && revises === null && retracts === null) return { kind: 'nothing-revised' }
  if (act === 'retract' && retracts === null) return { kind: 'nothing-retracted' }
  // Who denies that something is so denies the proposition itself.
  return act === 'deny' && denies === null && about.kind === 'measure' ? { kind: 'nothing-denied' } : null
}

function refusalToTakeBack(
  does: 'revise' | 'retract',
  content: Claim,
  claimId: ClaimId | null,
  set: RecordSet,
): RecordRefusal | null {
  if (claimId === null) return null
  const earlier = set.claims.get(claimId)
  if (!earlier) return { kind: 'not-on-record', id: claimId }
  if (!isSameClaimant(set, { content }, earlier)) return { kind: 'of-another-claimant', does, claimId }
  const isSameCell = aboutKey(set, content.about) === aboutKey(set, earlier.content.about)
  return isSameCell ? null : { kind: 'on-another-cell', does, claimId }
}

function refusalToDeny(content: Claim, set: RecordSet): RecordRefusal | null {
  const { act, denies } = content
  if (denies === null) return null
  const denied = set.claims.get(denies)
  if (!denied) return { kind: 'not-on-record', id: denies }
  const isOwn = act === 'deny' && isSameClaimant(set, { content }, denied)
  return isOwn ? { kind: 'own-claim-denied', claimId: denies } : null
}

function circleOfRevisions({ revises, retracts }: Claim, id: ClaimId, set: RecordSet): RecordRefusal | null {
  return circleOf('revisions', id, [revises, retracts], (earlier) => {
    const claim = set.claims.get(earlier)?.content
    return [claim?.revises, claim?.retracts]
  })
}

function circleOfRepeats({ derivedFrom, sameStatementAs, includes, denies }: Claim, id: ClaimId): RecordRefusal | null {
  const others = [...derivedFrom.map(({ claimId }) => claimId), sameStatementAs, ...includes, denies]
  return others.includes(id) ? { kind: 'circle', of: 'repeats', through: [id] } : null
}

const refusalToAdmit = (content: Claim, set: RecordSet): RecordRefusal | null =>
  content.act !== 'admit' || isAdmissible(set, { content })
    ? null
    : { kind: 'not-to-admit', stance: stanceOf(set, { content }) }
