import { portions } from '../database/portions.ts'
import { BEFORE_THE_FIRST, type LogEntry } from '../evidence/log-entry.ts'
import type { Instant } from '../time.ts'
import type { EditionDb, EditionTx } from './edition-db.ts'

/** A line of the log of what readers have had, with the salt of a text that they may have. */
export type PublicLogEntry = LogEntry & { readonly salt: string | null }

/** The last line that the edition has; number 0 where it has none. */
export async function publicLogHead(
  db: EditionDb,
): Promise<Pick<LogEntry, 'number' | 'hash'> & { readonly at: Instant | null }> {
  const row = await db
    .selectFrom('evidence_log')
    .select(['number', 'hash', 'at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...row, at: row.at as Instant } : { number: 0, hash: BEFORE_THE_FIRST, at: null }
}

/** Lines after a number, in order. */
export async function publicLogAfter(db: EditionDb, number: number, limit: number): Promise<PublicLogEntry[]> {
  const rows = await db
    .selectFrom('evidence_log')
    .selectAll()
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, at: row.at as Instant }))
}

/** Every line about these parts, in order. */
export async function publicLogOf(db: EditionDb, keys: readonly string[]): Promise<PublicLogEntry[]> {
  if (keys.length === 0) return []
  const rows = await db.selectFrom('evidence_log').selectAll().where('key', 'in', keys).orderBy('number').execute()
  return rows.map((row) => ({ ...row, at: row.at as Instant }))
}

/** Adds lines, in the transaction that puts in place what they speak of; earlier ones about the same parts lose their salt. */
export async function addToPublicLog(tx: EditionTx, entries: readonly PublicLogEntry[]): Promise<void> {
  for (const some of portions(entries)) {
    await tx
      .updateTable('evidence_log')
      .set({ salt: null })
      .where(
        'key',
        'in',
        some.map(({ key }) => key),
      )
      .where('salt', 'is not', null)
      .execute()
    // Of two lines about one part in the same portion, the newsroom has taken the salt of the first already.
    await tx
      .insertInto('evidence_log')
      .values(some.map(({ number, at, key, commitment, salt, hash }) => ({ number, at, key, commitment, salt, hash })))
      .execute()
  }
}

/** Takes all lines away, before they are put in place anew. */
export const clearPublicLog = (tx: EditionTx) => tx.deleteFrom('evidence_log').execute()
