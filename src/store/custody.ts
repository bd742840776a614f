import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** One thing that was done with a captured file, and its SHA-256 before and after. Internal: readers never get it. */
export interface CustodyLine {
  readonly subjectId: string
  readonly at: Instant
  readonly who: string
  /** `captured`; `seen-unchanged`, when the same bytes were found again; `erased`, when everything else in the line was. */
  readonly action: 'captured' | 'seen-unchanged' | 'erased'
  readonly sha256Before: string | null
  readonly sha256After: string | null
}

/** Adds a line; lines are counted from 1 over all things. Inside `inTransaction`, where one writes at a time. */
export async function addCustody(tx: NewsroomTx, line: CustodyLine): Promise<void> {
  const { newest } = await tx
    .selectFrom('custody')
    .select((select) => select.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('custody')
    .values({
      number: (newest ?? 0) + 1,
      subject_id: line.subjectId,
      at: line.at,
      who: line.who,
      action: line.action,
      sha256_before: line.sha256Before,
      sha256_after: line.sha256After,
    })
    .execute()
}

/** What was done with the captures of a thing, oldest first. */
export async function custodyOf(db: NewsroomDb, subjectId: string): Promise<CustodyLine[]> {
  const rows = await db
    .selectFrom('custody')
    .selectAll()
    .where('subject_id', '=', subjectId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    subjectId: row.subject_id,
    at: row.at as Instant,
    who: row.who,
    action: row.action as CustodyLine['action'],
    sha256Before: row.sha256_before,
    sha256After: row.sha256_after,
  }))
}
