import { OnrecordError } from '../../errors.ts'
import type { AssessmentId } from '../../ids.ts'
import type { Assessment } from '../../record/assessment.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { canonicalJson } from '../../evidence/canonical-json.ts'
import { namedBy } from '../../store/record-links.ts'
import { entriesById } from '../../store/record-log.ts'
import { awaitsSignature } from '../../store/record-state.ts'
import type { Outcome } from '../act.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { checkEntries } from './check-entries.ts'
import { findEntryOf } from './find-entry.ts'
import { draftsNeededBy, statusOfNew } from './going-live.ts'
import { performOnRecord, type RecordDesk, type RecordDone, toRevision, write } from './record-act.ts'

/** A judgement without its signatures: who made it, and when, is known from who acts. */
export type Judgement = Omit<Assessment, 'at' | 'by' | 'signers' | 'supersedes'>

/**
 * Signs what the newsroom holds of a claim or a figure. It takes the place of the last assessment of the same.
 *
 * "Verified" and "refuted" need two people: the first leaves a draft that names them, and a second one who makes the same
 * assessment makes it live. Anything else is live at once where its claim is.
 *
 * @throws OnrecordError `refused` when the same person signs twice, or when the draft that waits says something else;
 *   `bad-input`, `not-found`
 */
export const assessClaim = (newsroom: Newsroom, judgement: Judgement): Promise<Outcome<EntryOf<'assessment'>>> =>
  performOnRecord(newsroom, 'assess-claim', async (desk) => {
    const earlier = await ofSameSubject(desk.tx, judgement)
    const waiting = earlier.find((entry) => awaitsSignature(entry) && entry.content.verdict === judgement.verdict)
    const supersedes = earlier.findLast(({ status }) => status === 'live')?.id ?? null
    if (!waiting) return sign(desk, newId(newsroom, 'assessment'), { judgement, supersedes, before: [] })
    assertSame(waiting.content, judgement)
    return sign(desk, waiting.id, { judgement, supersedes, before: waiting.content.by ?? [] })
  })

async function sign(
  desk: RecordDesk,
  id: AssessmentId,
  more: { judgement: Judgement; supersedes: AssessmentId | null; before: readonly string[] },
): Promise<RecordDone<EntryOf<'assessment'>>> {
  const { tx, act, now, newsroom } = desk
  assertAnother(newsroom.actor.name, more.before)
  const by = [...more.before, newsroom.actor.name]
  const content: Assessment = { ...more.judgement, supersedes: more.supersedes, at: now, by, signers: by.length }
  const [proposal] = await checkEntries(tx, [{ type: 'assessment', id, content }])
  if (!proposal) throw new Error('an assessment went in and none came out')
  const isWhole = !awaitsSignature({ type: 'assessment', content, status: 'draft' })
  const status = isWhole ? await statusOfNew(tx, proposal) : 'draft'
  const needed = status === 'live' ? await draftsNeededBy(tx, [proposal]) : []
  const revisions = await write(desk, [
    ...needed.map((draft) => toRevision(draft, { status: 'live', act })),
    toRevision(proposal, { status, act }),
  ])
  return { result: await findEntryOf(tx, 'assessment', id), subject: id, revisions }
}

/** Assessments of the same claim or figure that were not withdrawn, in the order in which they were recorded. */
async function ofSameSubject(tx: NewsroomTx, { subject }: Judgement): Promise<EntryOf<'assessment'>[]> {
  const key = subject.kind === 'claim' ? [subject.claimId] : [subject.groupId]
  const found = await entriesById(tx, await namedBy(tx, key, ['subject.claimId', 'subject.groupId']))
  return found
    .filter((entry): entry is Extract<Entry, { type: 'assessment' }> => entry.type === 'assessment')
    .filter((entry) => entry.status !== 'withdrawn' && canonicalJson(entry.content.subject) === canonicalJson(subject))
    .toSorted((one, other) => one.sequence - other.sequence)
}

function assertAnother(name: string, before: readonly string[]): void {
  if (!before.includes(name)) return
  throw new OnrecordError('refused', `${name} has signed this already: it takes two people, and this is one.`, {
    remedy: 'Ask a colleague to look at the evidence and to make the same assessment.',
  })
}

/** Two people sign one thing: the number, the standard and the evidence of the draft, not just its verdict. */
function assertSame(waiting: Assessment, judgement: Judgement): void {
  const { at: _, by: __, signers: ___, supersedes: ____, ...signed } = waiting
  if (canonicalJson(signed) === canonicalJson(judgement)) return
  throw new OnrecordError('refused', `${(waiting.by ?? []).join(', ')} signed another assessment with this verdict.`, {
    remedy: 'Sign that one as it stands, or withdraw the draft and begin anew.',
  })
}
