import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** Since when nothing can be changed in the studio, and what its operator said of it. */
export interface StudioLock {
  readonly since: Instant
  readonly reason: string
}

/** The lock of the studio; null while staff can work. */
export async function studioLock(db: NewsroomDb): Promise<StudioLock | null> {
  const row = await db
    .selectFrom('installation')
    .select(['locked_at', 'lock_reason'])
    .where('id', '=', 1)
    .executeTakeFirst()
  return row?.locked_at ? { since: row.locked_at as Instant, reason: row.lock_reason ?? '' } : null
}

/** Locks the studio, or with null lets staff work again. A lock that is there keeps its hour. */
export async function setStudioLock(tx: NewsroomTx, lock: StudioLock | null): Promise<void> {
  const before = lock === null ? null : await studioLock(tx)
  const values = { locked_at: before?.since ?? lock?.since ?? null, lock_reason: lock?.reason ?? null }
  await tx
    .insertInto('installation')
    .values({ id: 1, secrets_mark: null, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
}
