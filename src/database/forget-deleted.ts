import { type Kysely, sql } from 'kysely'
import { OnrecordError } from '../errors.ts'
import type { DatabaseAddress } from './open-database.ts'

/**
 * Moves SQLite's log into the database file and empties it, so that deleted text, overwritten in the file, is not left
 * in the log. PostgreSQL has no such file of ours: there, old rows go with its own vacuum.
 *
 * @returns false while a reader holds a snapshot of the log, or the disk is full; then it must be tried again
 */
export async function forgetDeleted<Tables>(db: Kysely<Tables>, kind: DatabaseAddress['kind']): Promise<boolean> {
  if (kind === 'postgres') return true
  try {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db)
    return rows[0]?.busy === 0
  } catch (error) {
    // What was deleted has been kept as deleted; on a full disk the log waits for room to be emptied into.
    if (error instanceof OnrecordError && error.code === 'storage-full') return false
    throw error
  }
}
