import { sql } from 'kysely'
import { type DatabaseAddress, openDatabase } from '../database/open-database.ts'
import { type NewsroomDb, openNewsroom } from './newsroom-db.ts'
import { newestChange } from './outbox.ts'
import type { NewsroomTables } from './tables.ts'

/** What a newsroom in a SQLite file of its own holds. */
export interface NewsroomFile {
  /** What SQLite finds wrong with it; empty where nothing is. */
  readonly damage: readonly string[]
  /** The number of the newest change. */
  readonly change: number
  /** The steps of the schema that it has, oldest first. */
  readonly schema: readonly string[]
  /** How many rows each table has. */
  readonly counts: Readonly<Record<string, number>>
}

/**
 * Looks a newsroom's file over from end to end, in the calling thread: for a copy that nobody else works with.
 *
 * @throws OnrecordError `database-unavailable` when it is no database
 */
export async function readNewsroomFile(file: string): Promise<NewsroomFile> {
  const db = openDatabase<NewsroomTables>({ kind: 'sqlite', file }, 'read')
  try {
    const { rows: checked } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
    const { rows: dangling } = await sql<{ table: string }>`pragma foreign_key_check`.execute(db)
    const damage = [
      ...checked.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
      ...dangling.map(({ table }) => `a row of ${table} refers to none`),
    ]
    const { rows: tables } = await sql<{ name: string }>`
      select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name`.execute(db)
    const counts: Record<string, number> = {}
    for (const { name } of tables) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db)
      counts[name] = rows[0]?.count ?? 0
    }
    return { damage, change: await newestChange(db), schema: await stepsOf(db), counts }
  } finally {
    await db.destroy()
  }
}

/** The steps of the schema that a newsroom has, oldest first. */
export async function schemaSteps(address: DatabaseAddress): Promise<string[]> {
  const db = openNewsroom(address)
  try {
    return await stepsOf(db)
  } finally {
    await db.destroy()
  }
}

async function stepsOf(db: NewsroomDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from schema_migrations order by name`.execute(db)
  return rows.map(({ name }) => name)
}
