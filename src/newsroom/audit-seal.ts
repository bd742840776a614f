import { createHmac } from 'node:crypto'
import { auditLines, newestAuditNumber, type Seal } from '../store/audit.ts'
import type { NewsroomDb } from '../store/newsroom-db.ts'

/**
 * Seals each audit line together with the seal before it, so that a line cannot be changed, removed or put in
 * without the key (HMAC-SHA-256, RFC 2104; the key lies in the data folder, not in the database).
 */
export const sealWith =
  (key: string): Seal =>
  (previousSeal, { number, at, actor, via, act, subject, detail }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([previousSeal, number, at, actor, via, act, subject, detail]))
      .digest('base64url')

/** Checks every seal, and that no line is missing at the end. @returns the number of the first line that does not fit; null when all do */
export async function firstBrokenSeal(db: NewsroomDb, key: string): Promise<number | null> {
  const seal = sealWith(key)
  let previous = ''
  let last = 0
  for (;;) {
    const lines = await auditLines(db, last, 500)
    if (lines.length === 0) return last === (await newestAuditNumber(db)) ? null : last + 1
    for (const line of lines) {
      if (line.number !== last + 1 || line.seal !== seal(previous, line)) return last + 1
      previous = line.seal
      last = line.number
    }
  }
}
