import type { Instant } from '../time.ts'
import type { NewsroomTx } from './newsroom-db.ts'

interface Window {
  /** The hash of what is counted: an account, a network, everything. */
  readonly key: string
  readonly windowStart: Instant
}

/** Counts a try. @returns how many there were in this window, with it */
export async function countTry(tx: NewsroomTx, { key, windowStart }: Window): Promise<number> {
  const row = await tx
    .insertInto('failed_tries')
    .values({ key, window_start: windowStart, tries: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key', 'window_start']).doUpdateSet((set) => ({ tries: set('failed_tries.tries', '+', 1) })),
    )
    .returning('tries')
    .executeTakeFirstOrThrow()
  return row.tries
}

/** Takes a try back: it was right. */
export async function uncountTry(tx: NewsroomTx, { key, windowStart }: Window): Promise<void> {
  await tx
    .updateTable('failed_tries')
    .set((set) => ({ tries: set('tries', '-', 1) }))
    .where('key', '=', key)
    .where('window_start', '=', windowStart)
    .where('tries', '>', 0)
    .execute()
}

/** Forgets every try of windows that began before this one, and those that were taken back. */
export async function forgetTries(tx: NewsroomTx, windowStart: Instant): Promise<void> {
  await tx
    .deleteFrom('failed_tries')
    .where((or) => or.or([or('window_start', '<', windowStart), or('tries', '<=', 0)]))
    .execute()
}
