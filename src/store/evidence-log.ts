import { portions } from '../database/portions.ts'
import { BEFORE_THE_FIRST, hashedText, type LogEntry } from '../evidence/log-entry.ts'
import type { Instant } from '../time.ts'
import type { EvidenceTables } from './evidence-tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { takeNumbers } from './outbox.ts'
import { type Committed, sha256Of } from './record-commitment.ts'

/** A line of the log as the newsroom keeps it: with the salt as long as readers may have the text. */
export interface KeptLogEntry extends LogEntry {
  /** The story or the entry of the record that it is about. */
  readonly subject: string
  readonly salt: string | null
}

/** What is to be said of one part of a subject: that readers have this from now on, or, with null, have it no more. */
export interface NewLogEntry {
  readonly subject: string
  readonly key: string
  readonly committed: Pick<Committed, 'salt' | 'commitment'> | null
}

/** The newest line of each part of these subjects. */
export async function newestLogEntries(db: NewsroomDb, subjects: readonly string[]): Promise<KeptLogEntry[]> {
  const newest = new Map<string, KeptLogEntry>()
  for (const some of portions(subjects)) {
    const rows = await db
      .selectFrom('evidence_log')
      .selectAll()
      .where('subject', 'in', some)
      .orderBy('subject')
      .orderBy('number')
      .execute()
    for (const row of rows) newest.set(row.key, toKept(row))
  }
  return [...newest.values()]
}

/**
 * Appends lines, each with the hash that follows from the line before. What was said of the same parts before loses its
 * salt: from its hash alone nobody can guess a text that was taken back.
 *
 * @param change the number with which the edition will hear of it
 */
export async function appendLogEntries(
  tx: NewsroomTx,
  entries: readonly NewLogEntry[],
  { change, at }: { readonly change: number; readonly at: Instant },
): Promise<void> {
  if (entries.length === 0) return
  const first = await takeNumbers(tx, 'evidence', entries.length)
  let before = await hashOf(tx, first - 1)
  const rows = entries.map(({ subject, key, committed }, index) => {
    const line = { number: first + index, at, key, commitment: committed?.commitment ?? null }
    before = sha256Of(hashedText(before, line))
    return { ...line, change, subject, salt: committed?.salt ?? null, hash: before }
  })
  for (const some of portions(rows)) {
    await tx
      .updateTable('evidence_log')
      .set({ salt: null })
      .where('subject', 'in', [...new Set(some.map(({ subject }) => subject))])
      .where(
        'key',
        'in',
        some.map(({ key }) => key),
      )
      .where('salt', 'is not', null)
      .execute()
    await tx.insertInto('evidence_log').values(some).execute()
  }
}

async function hashOf(db: NewsroomDb, number: number): Promise<string> {
  const hash = await logHashAt(db, number)
  if (hash === undefined) throw new Error(`The log has no line ${number}.`)
  return hash
}

/** The hash of a line, with which the next one begins; nothing where the log has no such line. */
export async function logHashAt(db: NewsroomDb, number: number): Promise<string | undefined> {
  if (number === 0) return BEFORE_THE_FIRST
  const row = await db.selectFrom('evidence_log').select('hash').where('number', '=', number).executeTakeFirst()
  return row?.hash
}

/**
 * Begins the log anew if it speaks of nothing else than these: the sample edition goes with its history, since it is no
 * newsroom's. Where it speaks of anything else it stays whole, as a history must.
 */
export async function forgetLogOf(tx: NewsroomTx, subjects: ReadonlySet<string>): Promise<void> {
  const spokenOf = await tx.selectFrom('evidence_log').select('subject').distinct().execute()
  if (spokenOf.some(({ subject }) => !subjects.has(subject))) return
  await tx.deleteFrom('evidence_log').execute()
  await tx.updateTable('counters').set({ value: 0 }).where('name', '=', 'evidence').execute()
}

/** Lines after a number, in order; with `upToChange`, none that goes out with a later change. */
export async function logEntriesAfter(
  db: NewsroomDb,
  number: number,
  { limit, upToChange = Number.MAX_SAFE_INTEGER }: { readonly limit: number; readonly upToChange?: number },
): Promise<KeptLogEntry[]> {
  const rows = await db
    .selectFrom('evidence_log')
    .selectAll()
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
  // Numbers and changes grow together, but for lines that were carried here from elsewhere and go out at once.
  const end = rows.findIndex(({ change }) => change > upToChange)
  return (end === -1 ? rows : rows.slice(0, end)).map(toKept)
}

/** Is everything in the log that readers had before there was one? */
export async function isLogBegun(db: NewsroomDb): Promise<boolean> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', 'evidence-begun').executeTakeFirst()
  return row?.value === 1
}

export const noteLogBegun = (tx: NewsroomTx, isBegun: boolean) =>
  tx
    .updateTable('counters')
    .set({ value: isBegun ? 1 : 0 })
    .where('name', '=', 'evidence-begun')
    .execute()

const toKept = ({
  number,
  at,
  subject,
  key,
  commitment,
  salt,
  hash,
}: EvidenceTables['evidence_log']): KeptLogEntry => ({
  number,
  at: at as Instant,
  subject,
  key,
  commitment,
  salt,
  hash,
})
