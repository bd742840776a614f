import { OnrecordError } from '../../errors.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import { canonicalJson } from '../../evidence/canonical-json.ts'
import type { Outcome } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkEntries } from './check-entries.ts'
import { assertReason, findEntry } from './find-entry.ts'
import { assertHeldUp, draftsNeededBy, statusOfNew } from './going-live.ts'
import { performOnRecord, type Proposal, type RecordDesk, toRevision, write } from './record-act.ts'

/** What an entry should say, whole. */
export interface Amendment {
  readonly id: EntryId
  /** The revision that was looked at; null for whichever is newest. */
  readonly rev: number | null
  readonly content: unknown
  /** What was wrong; readers are told. */
  readonly reason: string
}

/**
 * Puts right what the newsroom got wrong, or knows better now: a new revision with a reason; the earlier ones stay in
 * history. What a claimant changed is no amendment but a claim of its own: `reviseClaim`, `retractClaim`.
 *
 * @throws OnrecordError `not-found`, `stale-revision`, `bad-input`, or `refused` with the rule
 */
export const amendEntry = (newsroom: Newsroom, amendment: Amendment): Promise<Outcome<Entry>> =>
  performOnRecord(newsroom, 'amend-entry', async (desk) => {
    assertReason(amendment.reason)
    const entry = await findEntry(desk.tx, amendment.id)
    assertAmendable(entry, amendment.rev)
    const content = withSlugOf(entry, amendment.content)
    const proposals = await checkEntries(desk.tx, [{ type: entry.type, id: entry.id, content }])
    assertChanged(entry, proposals)
    const revisions = await write(desk, await amended(desk, entry, { proposals, reason: amendment.reason }))
    return { result: await findEntry(desk.tx, entry.id), subject: entry.id, revisions }
  })

/** The rows of an amendment: first the drafts that a live entry names now, then its own new revision. */
async function amended(
  { tx, act }: RecordDesk,
  entry: Entry,
  { proposals, reason }: { proposals: readonly Proposal[]; reason: string },
) {
  const [proposal] = proposals
  const follows = proposal !== undefined && entry.status === 'draft' && ['claim', 'appearance'].includes(entry.type)
  // A draft whose event readers have was kept from them on purpose: an amendment does not let it out.
  const isKept = follows && (await statusOfNew(tx, entry)) === 'live'
  const status = follows && !isKept ? await statusOfNew(tx, proposal) : entry.status
  if (status === 'live') await assertHeldUp(tx, proposals)
  const needed = status === 'live' ? await draftsNeededBy(tx, proposals) : []
  return [
    ...needed.map((draft) => toRevision(draft, { status: 'live', act })),
    ...proposals.map((one) => toRevision(one, { status, reason, act })),
  ]
}

function assertAmendable(entry: Entry, rev: number | null): void {
  if (rev !== null && rev !== entry.rev) {
    throw new OnrecordError('stale-revision', `The entry is at revision ${entry.rev}, not ${rev}.`, {
      remedy: 'Read it again and look at what changed.',
    })
  }
  if (entry.status === 'withdrawn') {
    throw new OnrecordError('refused', 'The entry was withdrawn.', { remedy: 'Publish it again first.' })
  }
  if (entry.type === 'assessment') {
    throw new OnrecordError('refused', 'An assessment was signed as it stands, and is not amended.', {
      remedy: 'Assess the claim anew: the new assessment takes the place of the old one.',
    })
  }
}

/** A slug that is not given stays; what an entry was merged into is not for an amendment to say. */
function withSlugOf(entry: Entry, content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('slug' in entry.content)) return content
  const { slug, mergedInto: _, ...rest } = content as { slug?: unknown; mergedInto?: unknown }
  return { ...rest, slug: slug ?? entry.content.slug }
}

function assertChanged(entry: Entry, proposals: readonly Proposal[]): void {
  if (proposals.some(({ content }) => canonicalJson(content) !== canonicalJson(entry.content))) return
  throw new OnrecordError('refused', 'The entry says that already: nothing would change.')
}
