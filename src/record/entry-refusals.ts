import type { EventId, VictimGroupId } from '../ids.ts'
import type { Assessment } from './assessment.ts'
import type { Entry, EntryId, EntryType, EntryTypes } from './entry.ts'
import { circleOf, circleOfActors, refusalOfPeriods } from './entry-refusals-circles.ts'
import { refusalOfClaim } from './entry-refusals-claim.ts'
import type { RecordRefusal } from './entry-refusals-kinds.ts'
import { circleInWords, notAdmittedInWords } from './entry-refusals-words.ts'
import { standingEvent } from './event-family.ts'
import type { RecordEvent } from './event.ts'
import { claimantLine } from './origins-claimant.ts'
import type { RecordSet } from './record-set.ts'
import { eventAndWholes } from './stance-sides.ts'
import type { VictimGroup } from './victim-group.ts'

/** An entry as somebody wants it to stand, told apart by `type`. */
type Proposed = { [Type in EntryType]: Pick<Extract<Entry, { type: Type }>, 'type' | 'id' | 'content'> }[EntryType]

/**
 * May this entry stand in the record as it would be? Null means yes.
 *
 * Its form has been read before (`parseContent`); here are the rules that need other entries.
 *
 * @param set everything that the entry names and all that leads on from there, drafts as if live; whether the entry
 *   itself stands in it, and how, makes no difference
 */
export function refusalOf<Type extends EntryType>(
  content: EntryTypes[Type]['content'],
  type: Type,
  id: EntryTypes[Type]['id'],
  set: RecordSet,
): RecordRefusal | null {
  const proposed = { type, id, content } as unknown as Proposed
  return refusalOfMerger(proposed, set) ?? refusalByType(proposed, set)
}

function refusalByType({ type, id, content }: Proposed, set: RecordSet): RecordRefusal | null {
  switch (type) {
    case 'place':
      return circleOf('places', id, [content.parentId], (place) => [set.places.get(place)?.content.parentId])
    case 'actor':
      return refusalOfPeriods(content) ?? circleOfActors(set, id, content)
    case 'event':
      return refusalOfEvent(content, id, set)
    case 'victim-group':
      return refusalOfGroup(content, id, set)
    case 'source':
      return circleOf('offices', id, [content.ownerId], (source) => [set.sources.get(source)?.content.ownerId])
    case 'document':
      return (
        circleOf('dispatches', id, [content.wireOf], (one) => [set.documents.get(one)?.content.wireOf]) ??
        circleOf('translations', id, [content.translationOf], (one) => [set.documents.get(one)?.content.translationOf])
      )
    case 'claim':
      return refusalOfClaim(content, id, set)
    case 'assessment':
      return (
        circleOf('assessments', id, [content.supersedes], (one) => [set.assessments.get(one)?.content.supersedes]) ??
        refusalToVerify(content, set)
      )
    // Outlets do quote each other in circles, and evidence speaks for itself.
    case 'appearance':
    case 'evidence':
      return null
  }
}

/** What turned out to be something else may not turn out to be itself again. */
function refusalOfMerger({ id, content }: Proposed, set: RecordSet): RecordRefusal | null {
  const mergedInto = 'mergedInto' in content ? content.mergedInto : undefined
  return circleOf<EntryId>('mergers', id, [mergedInto], (one) => [
    [set.places, set.actors, set.events, set.sources]
      .map((entries: ReadonlyMap<EntryId, { readonly content: { readonly mergedInto?: EntryId } }>) => entries.get(one))
      .find((entry) => entry !== undefined)?.content.mergedInto,
  ])
}

/** An event is no part of itself, at any remove, and nobody stands on two of its sides. */
function refusalOfEvent({ partOf, sides }: RecordEvent, id: EventId, set: RecordSet): RecordRefusal | null {
  const onSides = sides.flatMap(({ actorIds }) => [...new Set(actorIds)])
  const twice = onSides.find((actorId, index) => onSides.indexOf(actorId) < index)
  if (twice) return { kind: 'on-two-sides', actorId: twice }
  return circleOf('parts', id, partOf, (event) => set.events.get(event)?.content.partOf ?? [])
}

/** A group is no part of itself, at any remove, and lies within groups of its event or of a whole of it. */
function refusalOfGroup(content: VictimGroup, id: VictimGroupId, set: RecordSet): RecordRefusal | null {
  if (!set.events.has(content.eventId)) return { kind: 'not-on-record', id: content.eventId }
  const events = eventAndWholes(set, content.eventId)
  for (const groupId of content.subsetOf) {
    if (groupId === id) continue
    const group = set.groups.get(groupId)?.content
    if (!group) return { kind: 'not-on-record', id: groupId }
    const isOfEvent = events.includes(standingEvent(set, group.eventId))
    if (!isOfEvent) return { kind: 'group-of-another-event', groupId, eventId: content.eventId }
  }
  return circleOf('groups', id, content.subsetOf, (group) => set.groups.get(group)?.content.subsetOf ?? [])
}

/**
 * "Verified" rests on evidence that does not come from the claimant: for a claim, on something that was not published by
 * its claimant's own sources; for a figure, on something at all.
 *
 * @see record.md 1.1, Assessment
 */
function refusalToVerify({ verdict, subject, evidenceIds }: Assessment, set: RecordSet): RecordRefusal | null {
  if (verdict !== 'verified') return null
  const claim = subject.kind === 'claim' ? set.claims.get(subject.claimId) : undefined
  const line: readonly string[] = claim ? claimantLine(set, claim) : []
  const isIndependent = evidenceIds.some((id) => {
    const documentId = set.evidence.get(id)?.content.documentId
    const publisherId = documentId && set.documents.get(documentId)?.content.publisherId
    if (!claim || !publisherId) return true
    const publishing = claimantLine(set, { content: { ...claim.content, claimantId: publisherId } })
    return !publishing.some((voice) => line.includes(voice))
  })
  return isIndependent ? null : { kind: 'verified-by-its-claimant' }
}

/** The refusal for whoever asked, in plain English: what is wrong, and what to do. */
export function refusalInWords(refusal: RecordRefusal): string {
  switch (refusal.kind) {
    case 'circle':
      return circleInWords(refusal)
    case 'period-upside-down':
      return `A membership ends (${refusal.to}) before it begins (${refusal.from}). Write the earlier date first.`
    case 'on-two-sides':
      return `${refusal.actorId} stands on two sides of the event. Leave it on one; if it changed sides, make the event two parts.`
    case 'group-of-another-event':
      return `The group ${refusal.groupId} belongs to another event than ${refusal.eventId}. Choose a group of that event or of one that it is part of, or make a new one.`
    case 'not-on-record':
      return `The record has no ${refusal.id}. Record that one first, or look up its id.`
    case 'no-figure':
      return `A claim on “${refusal.measure.replaceAll('-', ' ')}” needs a figure. Give it in the claimant’s words, be it “dozens” or “heavy losses”; if the claimant gave none on purpose, record that it declined.`
    case 'declined-with-figure':
      return `Whoever declines to give a figure gives none, and here is “${refusal.verbatim}”. Take the figure out, or record what was said as asserted.`
    case 'nothing-revised':
      return 'The revision does not say what it revises. Name the claimant’s earlier claim; if there is none, record this one as asserted.'
    case 'nothing-retracted':
      return 'The retraction does not say what it takes back. Name the claimant’s earlier claim.'
    case 'nothing-denied':
      return 'The denial does not say what it denies. Name the claim; “no casualties” is no denial, so record that as a figure.'
    case 'of-another-claimant':
      return `Only its own claimant can ${refusal.does} a claim, and ${refusal.claimId} is somebody else’s. Record a claim of its own, or a denial.`
    case 'on-another-cell':
      return `${refusal.claimId} speaks of another event, group or measure, so this claim cannot ${refusal.does} it. Retract that one where it stands, and record this one as asserted.`
    case 'own-claim-denied':
      return `${refusal.claimId} is this claimant’s own. Record that it retracts or revises it: a denial is of what others say.`
    case 'not-to-admit':
      return notAdmittedInWords(refusal.stance)
    case 'verified-by-its-claimant':
      return 'Nothing verifies a claim but evidence that does not come from its claimant. Add such evidence, or choose “partly-verified” or “unverified”.'
  }
}
