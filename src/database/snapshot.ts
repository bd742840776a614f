import { type Kysely, sql } from 'kysely'
import { type DatabaseAddress, openDatabase } from './open-database.ts'

/**
 * Reads a database as it stands at one moment, however long the reading takes: what others write meanwhile is not half in
 * what is read. Nobody waits for it, and nothing can be written through it.
 *
 * @throws OnrecordError `database-unavailable`
 */
export async function inSnapshot<Tables, Result>(
  address: DatabaseAddress,
  work: (db: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  // On PostgreSQL the role for reading sees the edition alone; that nothing is written the transaction itself sees to.
  const db = openDatabase<Tables>(address, address.kind === 'sqlite' ? 'read' : 'write')
  try {
    return await db.connection().execute(async (one) => {
      await (address.kind === 'sqlite'
        ? sql`begin`.execute(one)
        : sql`begin isolation level repeatable read read only`.execute(one))
      try {
        return await work(one)
      } finally {
        await sql`rollback`.execute(one).catch(() => undefined)
      }
    })
  } finally {
    await db.destroy()
  }
}
