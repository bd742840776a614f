import { OnrecordError } from '../../errors.ts'
import { mapLinks } from '../../record/entry-links.ts'
import type { Entry, EntryId, Revision } from '../../record/entry.ts'
import { canonicalJson } from '../../evidence/canonical-json.ts'
import { referringTo } from '../../store/record-links.ts'
import { entriesById } from '../../store/record-log.ts'
import { checkEntries, inTypeOrder } from './check-entries.ts'
import { draftsNeededBy, hangsOn, titleOf } from './going-live.ts'
import { type Proposal, type RecordDesk, toRevision, write } from './record-act.ts'

/** Two entries that are one: what the one says when it is withdrawn, and what the other says from now on. */
export interface Merge {
  readonly one: Entry
  readonly other: Entry
  readonly merged: Entry['content']
  readonly gained: Entry['content']
  readonly reason: string
}

/**
 * Merges one entry into another: whatever named the one names the other, by a revision of its own, and the one is
 * withdrawn. Drafts that speak of a live entry now go live with it. Nothing is lost: I9.
 */
export async function repointed(desk: RecordDesk, merge: Merge): Promise<Revision[]> {
  const { tx, act } = desk
  const { one, other, reason } = merge
  assertTwo(one, other)
  const naming = (await entriesById(tx, await referringTo(tx, one.id))).filter(({ id }) => id !== other.id)
  const before = new Map<EntryId, Entry>([...naming, other].map((entry) => [entry.id, entry]))
  const gained = { ...other, content: pointedAt(other.type, merge.gained, one.id, other.id) }
  const proposals = await checkEntries(tx, [
    ...naming.map((entry) => ({ ...entry, content: pointedAt(entry.type, entry.content, one.id, other.id) })),
    gained,
    { ...one, content: merge.merged },
  ])
  const changed = inTypeOrder(proposals).filter(
    ({ id, content }) => id !== one.id && canonicalJson(content) !== canonicalJson(before.get(id)?.content),
  )
  const standing = changed.map((proposal) => ({
    proposal,
    status: statusAfter(proposal, before.get(proposal.id), other),
  }))
  const live = standing.filter(({ status }) => status === 'live').map(({ proposal }) => proposal)
  const needed = await draftsNeededBy(tx, live)
  const changedIds = new Set(changed.map(({ id }) => id))
  return write(desk, [
    ...needed.filter(({ id }) => !changedIds.has(id)).map((draft) => toRevision(draft, { status: 'live', act })),
    ...standing.map(({ proposal, status }) => toRevision(proposal, { status, reason, act })),
    toRevision({ ...one, content: merge.merged } as Proposal, { status: 'withdrawn', reason, act }),
  ])
}

/** A draft that hangs on the entry it points at now has that one's state: a claim goes live with its event. */
function statusAfter(proposal: Proposal, before: Entry | undefined, other: Entry): Entry['status'] {
  if (before === undefined) return 'draft'
  const follows = before.status === 'draft' && proposal.type === 'claim' && hangsOn(proposal).includes(other.id)
  return follows ? other.status : before.status
}

/** The content with the one's id replaced by the other's, each list naming it once. */
function pointedAt<Content>(type: Entry['type'], content: Content, one: EntryId, other: EntryId): Content {
  return withoutDoubles(mapLinks(type, content, ({ to }) => (to === one ? other : to)))
}

/** Lists of ids in which two became one name it once. */
function withoutDoubles<Content>(content: Content): Content {
  if (typeof content !== 'object' || content === null) return content
  const members = Object.entries(content).map(([name, value]) => [
    name,
    Array.isArray(value) && value.every((member) => typeof member === 'string') ? [...new Set(value)] : value,
  ])
  return Object.fromEntries(members) as Content
}

function assertTwo(one: Entry, other: Entry): void {
  if (one.id === other.id) throw new OnrecordError('refused', 'An entry cannot be merged into itself.')
  for (const entry of [one, other]) {
    if (entry.status === 'withdrawn') throw new OnrecordError('refused', `${titleOf(entry)} was withdrawn.`)
  }
  if (one.status === 'live' && other.status === 'draft') {
    throw new OnrecordError('refused', `Readers have ${titleOf(one)}, and ${titleOf(other)} is a draft.`, {
      remedy: 'Merge the other way round, or publish the draft first.',
    })
  }
}
