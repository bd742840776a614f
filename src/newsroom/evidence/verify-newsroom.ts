import { openedLog, unspokenOf } from '../../edition/evidence-openings.ts'
import type { EditionDb } from '../../edition/edition-db.ts'
import { publicLogAfter } from '../../edition/evidence-log.ts'
import { checkLog, type LogCheck, type LogFault } from '../../evidence/check-log.ts'
import { hashedText, type LogEntry } from '../../evidence/log-entry.ts'
import { logEntriesAfter } from '../../store/evidence-log.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { firstBrokenCommitment, sha256Of } from '../../store/record-commitment.ts'
import { firstBrokenSeal } from '../audit-seal.ts'
import type { Newsroom } from '../newsroom.ts'

const MOST = 20

/**
 * Checks what readers have against the log that was kept of it: the chain, every text, and that readers have nothing of which
 * the log does not speak. It needs the edition and nothing else, so anybody can do it with a download.
 *
 * @param noted a head that somebody noted earlier; null where nobody did
 */
export async function verifyEdition(edition: EditionDb, noted: string | null): Promise<LogCheck> {
  const check = await checkLog(openedLog(edition), { sha256: sha256Of, noted })
  if (check.faults.length > 0) return check
  const faults = (await unspokenOf(edition, MOST)).map(
    (key): LogFault => ({
      number: null,
      kind: 'unspoken-text',
      what: `Readers have ${key}, and the log does not say so.`,
    }),
  )
  return { ...check, faults }
}

/** What a check of a whole newsroom found. */
export interface NewsroomCheck {
  readonly edition: LogCheck
  /** The first line in which the newsroom's own log and the edition's differ; null where they agree. */
  readonly differsAt: number | null
  /** The first revision of the record that is not the one that was recorded; null when all are. */
  readonly brokenRevision: number | null
  /** The first line of the audit without its seal; null when all have it. */
  readonly brokenSeal: number | null
}

/** The same with what only the newsroom has: its own log, the record with its drafts, and the audit. */
export async function verifyNewsroom(
  { db, edition, auditKey }: Newsroom,
  noted: string | null,
): Promise<NewsroomCheck> {
  return {
    edition: await verifyEdition(edition, noted),
    differsAt: await firstDifference(db, edition),
    brokenRevision: await firstBrokenCommitment(db),
    brokenSeal: await firstBrokenSeal(db, auditKey),
  }
}

export const isSound = ({ edition, differsAt, brokenRevision, brokenSeal }: NewsroomCheck): boolean =>
  edition.faults.length === 0 && differsAt === null && brokenRevision === null && brokenSeal === null

const PORTION = 1_000

/** Lines that the newsroom has and the edition not yet are no difference. */
async function firstDifference(db: NewsroomDb, edition: EditionDb): Promise<number | null> {
  for (let number = 0; ; ) {
    const own = await logEntriesAfter(db, number, { limit: PORTION })
    const shown = await publicLogAfter(edition, number, PORTION)
    const at = shown.findIndex((entry, index) => !isSame(entry, own[index]))
    if (at !== -1) return number + at + 1
    if (shown.length < PORTION) return null
    number += PORTION
  }
}

const isSame = (one: LogEntry, other: LogEntry | undefined): boolean =>
  other !== undefined && hashedText(one.hash, one) === hashedText(other.hash, other)
