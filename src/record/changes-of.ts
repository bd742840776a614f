import type { ClaimId, EventId } from '../ids.ts'
import type { EntryId, Revision } from './entry.ts'
import { eventOf } from './event-of.ts'
import type { RecordChange } from './record-change.ts'
import { entryOf } from './replay.ts'

/**
 * The history of some entries, one line a revision, in the order of the record. It never gets shorter: a revision whose
 * text was erased keeps its line, without the text.
 *
 * A new claim that retracts, denies or revises another is told as what it does; `before` is then the claim that it
 * retracts, denies or revises, as far as its revisions are among those given. Drafts have no line.
 */
export function changesOf(revisions: readonly Revision[]): RecordChange[] {
  const inOrder = revisions.filter(({ status }) => status !== 'draft').toSorted((a, b) => a.sequence - b.sequence)
  const latest = new Map<EntryId, Revision>()
  const concerned = eventsOf(inOrder)
  return inOrder.map((revision) => {
    const before = latest.get(revision.id)
    latest.set(revision.id, revision)
    const target = before ?? targetOf(revision, latest)
    return {
      sequence: revision.sequence,
      at: revision.recordedAt,
      type: revision.type,
      id: revision.id,
      eventId: concerned(revision) ?? revision.eventId,
      kind: before ? kindOfLater(before, revision) : kindOfFirst(revision),
      reason: revision.reason,
      before: target ? entryOf(target) : null,
      after: entryOf(revision),
    }
  })
}

/** Verbs that make a claim about another one: told from the verb where the text is erased. */
const CLAIM_ACTS: Readonly<Record<string, RecordChange['kind']>> = {
  'retract-claim': 'retracted',
  'deny-claim': 'denied',
  'revise-claim': 'revised',
  'merge-events': 'merged',
  erase: 'erased',
}

function kindOfFirst(revision: Revision): RecordChange['kind'] {
  if (revision.content === null) return CLAIM_ACTS[revision.act] ?? 'added'
  if (revision.type !== 'claim') return 'added'
  const { act, revises, retracts } = revision.content
  if (retracts !== null) return 'retracted'
  if (revises !== null) return 'revised'
  return act === 'deny' ? 'denied' : 'added'
}

function kindOfLater(before: Revision, revision: Revision): RecordChange['kind'] {
  if (revision.content === null && revision.act === 'erase') return 'erased'
  if (revision.status !== before.status) return revision.status === 'withdrawn' ? mergedOr('withdrawn') : 'restored'
  return mergedOr('revised')

  function mergedOr(kind: 'withdrawn' | 'revised'): RecordChange['kind'] {
    if (revision.content === null) return CLAIM_ACTS[revision.act] === 'merged' ? 'merged' : kind
    return mergedInto(revision) !== undefined && mergedInto(before) !== mergedInto(revision) ? 'merged' : kind
  }
}

const mergedInto = ({ content }: Revision): string | undefined =>
  content !== null && 'mergedInto' in content ? content.mergedInto : undefined

/** The claim that a new claim retracts, revises or denies, as it was then. */
function targetOf({ type, content }: Revision, latest: ReadonlyMap<EntryId, Revision>): Revision | undefined {
  if (type !== 'claim' || content === null) return undefined
  const target = content.retracts ?? content.revises ?? content.denies
  return target === null ? undefined : latest.get(target)
}

/** Which event a revision concerns; read off another revision of the same entry where its own text is erased. */
function eventsOf(revisions: readonly Revision[]): (revision: Revision) => EventId | null {
  const byEntry = new Map<EntryId, EventId>()
  for (const revision of revisions) {
    const event = eventOf(revision)
    if (event) byEntry.set(revision.id, event)
  }
  return ({ type, id, content }) => {
    if (type === 'event') return id
    if (type === 'appearance' && content !== null) return byEntry.get(content.claimId) ?? null
    if (type === 'evidence') return commonEvent((content?.claimIds ?? []).map((claim) => byEntry.get(claim)))
    const claim = type === 'assessment' ? assessedClaim(content) : null
    return byEntry.get(claim ?? id) ?? null
  }
}

const assessedClaim = (content: Extract<Revision, { type: 'assessment' }>['content']): ClaimId | null =>
  content?.subject.kind === 'claim' ? content.subject.claimId : null

/** The one event that all of them concern; null where they concern several. */
function commonEvent(events: readonly (EventId | undefined)[]): EventId | null {
  const known = new Set(events.flatMap((event) => event ?? []))
  const [only] = known
  return known.size === 1 && only ? only : null
}
