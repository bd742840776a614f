import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { takeNumbers } from './outbox.ts'

/** The door by which whoever acted came in. */
export type Via = 'command-line' | 'server' | 'studio' | 'key'

/** Who did what to which thing, when, and by which door. Ids and counts, never the text of a story. */
export interface AuditLine {
  readonly at: Instant
  /** Who: an account, or the operating system's user name on the command line. */
  readonly actor: string
  readonly via: Via
  /** The verb's own name: `publish-story`. */
  readonly act: string
  readonly subject: string | null
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

export interface SealedAuditLine extends AuditLine {
  readonly number: number
  /** Covers this line and, through the seal before it, every earlier one. */
  readonly seal: string
}

/** Makes the seal of a line from the seal before it: see `newsroom/audit-seal.ts`. */
export type Seal = (previousSeal: string, line: AuditLine & { readonly number: number }) => string

/** Writes a line in the transaction of the act it speaks of. */
export async function insertAuditLine(tx: NewsroomTx, line: AuditLine, seal: Seal): Promise<void> {
  const number = await takeNumbers(tx, 'audit', 1)
  const before = await tx
    .selectFrom('audit')
    .select('seal')
    .where('number', '=', number - 1)
    .executeTakeFirst()
  await tx
    .insertInto('audit')
    .values({
      ...line,
      number,
      detail: JSON.stringify(line.detail),
      seal: seal(before?.seal ?? '', { ...line, number }),
    })
    .execute()
}

/** Lines after a number, in order. */
export async function auditLines(db: NewsroomDb, after: number, limit: number): Promise<SealedAuditLine[]> {
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    at: row.at as Instant,
    via: row.via as Via,
    detail: JSON.parse(row.detail) as AuditLine['detail'],
  }))
}

/** How many lines were ever written: fewer in the table means that some were taken away. */
export async function newestAuditNumber(db: NewsroomDb): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', 'audit').executeTakeFirst()
  return row?.value ?? 0
}

/** Puts another seal on a line, when the newsroom has a new key. */
export async function reseal(tx: NewsroomTx, number: number, seal: string): Promise<void> {
  await tx.updateTable('audit').set({ seal }).where('number', '=', number).execute()
}

/** When the newest line was written; null where there is none. */
export async function newestAuditAt(db: NewsroomDb): Promise<Instant | null> {
  const row = await db.selectFrom('audit').select('at').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return (row?.at as Instant | undefined) ?? null
}
