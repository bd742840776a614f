import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { DatabaseAddress } from './open-database.ts'
import { translated } from './database-errors.ts'

const BUSY = new Set([5, 6])

/**
 * Has another process, or another connection of this one, this database open? For work that needs it alone: what is about
 * to be put aside must not be written meanwhile. On PostgreSQL any other session in that database counts.
 *
 * @throws OnrecordError `database-unavailable`
 */
export async function isInUse(address: DatabaseAddress): Promise<boolean> {
  try {
    return address.kind === 'sqlite' ? isFileInUse(address.file) : await isServerInUse(address.url)
  } catch (error) {
    throw translated(error)
  }
}

/** Every connection holds a shared lock on a WAL database for as long as it is open, so nobody else gets it whole. */
function isFileInUse(file: string): boolean {
  if (!existsSync(file)) return false
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('pragma locking_mode = exclusive')
    database.exec('begin exclusive')
    database.exec('rollback')
    return false
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && BUSY.has(Number(error.errcode) & 255)) return true
    throw error
  } finally {
    database.close()
  }
}

async function isServerInUse(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const { rows } = await client.query<{ others: number }>(
        `select count(*)::int as others from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
      )
      if ((rows[0]?.others ?? 0) === 0) return false
      await delay(PAUSE_MS)
    }
    return true
  } finally {
    await client.end()
  }
}

/** A session that its client has ended is listed a moment longer. */
const TRIES = 10
const PAUSE_MS = 100
