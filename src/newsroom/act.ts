import { type AuditLine, insertAuditLine } from '../store/audit.ts'
import { inTransaction, type NewsroomTx } from '../store/newsroom-db.ts'
import { type ChangeSubject, noteChanges } from '../store/outbox.ts'
import type { Instant } from '../time.ts'
import type { Act } from '../staff/acts.ts'
import { sealWith } from './audit-seal.ts'
import { addPings } from './add-pings.ts'
import { actOf, assertMay, type Deed } from './assert-may.ts'
import { sealChanges } from './evidence/seal-changes.ts'
import { followChanges } from './follow-changes.ts'
import type { Newsroom } from './newsroom.ts'
import { noteTouch } from './note-touch.ts'

/** What a verb did inside its transaction. */
export interface Done<Result> {
  readonly result: Result
  readonly subject: string | null
  readonly detail?: AuditLine['detail']
  /** What the edition has to follow; none for an act that readers cannot see. */
  readonly changes?: readonly ChangeSubject[]
}

/** What came of it. `isLive` is false when it is kept but readers will have it a moment later. */
export interface Outcome<Result> {
  readonly result: Result
  readonly isLive: boolean
}

/**
 * Does one thing: the change itself, its audit line and its number for the edition in one transaction;
 * then the edition follows. When the edition cannot be written just now, the act stands and is followed later.
 *
 * Whoever acts must be allowed to, which is judged here and in the transaction, for every verb alike.
 *
 * @param deed the verb's own name, as it stands in the audit, with the story it is done to
 * @throws OnrecordError `forbidden`, or `not-found` for a story that the actor may not see
 */
export async function perform<Result>(newsroom: Newsroom, deed: Deed, work: Work<Result>): Promise<Outcome<Result>> {
  const { result, isPublic } = await record(newsroom, deed, work)
  return { result, isLive: isPublic ? await follow(newsroom) : true }
}

type Work<Result> = (tx: NewsroomTx, now: Instant) => Promise<Done<Result>>

/** Does one thing in the newsroom alone; the caller sees to it that the edition follows. */
export async function record<Result>(
  newsroom: Newsroom,
  deed: Deed,
  work: Work<Result>,
): Promise<{ result: Result; isPublic: boolean }> {
  const now = newsroom.now()
  return inTransaction(newsroom.db, (tx) => recordWithin({ newsroom, tx, now }, deed, work))
}

/** An act that is under way: its transaction and its hour. */
export interface Within {
  readonly newsroom: Newsroom
  readonly tx: NewsroomTx
  readonly now: Instant
}

/**
 * Does one thing as part of another: judged, noted and audited as if it were done alone, and kept only if all of it is.
 * The act around it sees to it that the edition follows.
 */
export async function recordWithin<Result>(
  { newsroom, tx, now }: Within,
  deed: Deed,
  work: Work<Result>,
): Promise<{ result: Result; isPublic: boolean }> {
  const act = actOf(deed)
  await assertMay(tx, newsroom.actor, deed)
  const done = await work(tx, now)
  const changes = done.changes ?? []
  if (changes.length > 0) await sealChanges(tx, changes, { change: await noteChanges(tx, changes, now), at: now })
  await noteTouch(tx, { act, subject: done.subject, at: now, by: newsroom.actor.name })
  await addPings(newsroom, tx, { act, changes, now })
  await insertAuditLine(tx, auditLineOf(newsroom, act, done, now), sealWith(newsroom.auditKey))
  return { result: done.result, isPublic: changes.length > 0 }
}

const auditLineOf = (newsroom: Newsroom, act: Act, done: Done<unknown>, at: Instant): AuditLine => ({
  at,
  actor: newsroom.actor.name,
  via: newsroom.actor.via,
  act,
  subject: done.subject,
  detail: done.detail ?? {},
})

/** Lets the edition follow. @returns whether it could just now */
export async function follow(newsroom: Newsroom): Promise<boolean> {
  try {
    await followChanges(newsroom)
    return true
  } catch (error) {
    newsroom.onLagging(error)
    return false
  }
}
