import { type Kysely, sql } from 'kysely'
import type { DatabaseAddress } from './open-database.ts'
import { CONNECTION_PRAGMAS } from './sqlite-file.ts'

/** What is wrong with an open database: damage, or a setting that would lose or leak data. Empty when nothing is. */
export const connectionFaults = <Tables>(db: Kysely<Tables>, kind: DatabaseAddress['kind']): Promise<string[]> =>
  kind === 'postgres' ? postgresFaults(db) : sqliteFaults(db)

async function sqliteFaults<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const faults: string[] = []
  for (const [name, wanted] of Object.entries(CONNECTION_PRAGMAS)) {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
    const value = Object.values(rows[0] ?? {})[0]
    if (value !== wanted) faults.push(`${name} is ${String(value)} instead of ${wanted}`)
  }
  const { rows } = await sql.raw<{ quick_check: string }>('pragma quick_check').execute(db)
  const damage = rows.map((row) => row.quick_check).filter((line) => line !== 'ok')
  return [...faults, ...damage]
}

/** Settings of a server under which an acknowledged write could be lost. */
async function postgresFaults<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`.execute(db)
  return rows.flatMap(({ name, setting }) =>
    setting === 'off' ? [`${name} is off, so a power cut can lose stories`] : [],
  )
}
