import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { migrate } from '../database/migrate.ts'
import type { DatabaseAddress } from '../database/open-database.ts'
import { vacuumInto } from '../database/vacuum-into.ts'
import { openEditionToRead, openEditionToWrite } from './edition-db.ts'

/** The released schemas: beside `src/` and `dist/` alike. */
const MIGRATIONS = fileURLToPath(new URL('../../migrations/edition', import.meta.url))

/** How many rows are on their way at a time. A SQLite statement takes 32,766 values; our widest table has some fifty. */
const PORTION = 200

/**
 * Writes the edition as it stands at one moment into a SQLite file, whichever database it lives in. Readers and writers
 * go on meanwhile.
 *
 * @param target must not exist yet
 * @throws OnrecordError `storage-full`, `database-unavailable`
 */
export async function copyEdition(address: DatabaseAddress, target: string): Promise<void> {
  try {
    if (address.kind === 'sqlite') await vacuumInto(address.file, target)
    else await copyFromPostgres(address, target)
  } catch (error) {
    await rm(target, { force: true })
    throw error
  }
}

/** Fills a draft in our own schema, and has SQLite write that as one compact file. */
async function copyFromPostgres(address: DatabaseAddress, target: string): Promise<void> {
  const draft = `${target}.draft`
  const source = openEditionToRead(address) as unknown as Kysely<AnyTable>
  const copy = openEditionToWrite({ kind: 'sqlite', file: draft }) as unknown as Kysely<AnyTable>
  try {
    await migrate(copy, { kind: 'sqlite', folder: MIGRATIONS, now: '1970-01-01T00:00:00.000Z' })
    await copyRows(source, copy)
    await copy.destroy()
    await vacuumInto(draft, target)
  } finally {
    await source.destroy()
    await copy.destroy()
    for (const ending of ['', '-wal', '-shm']) await rm(draft + ending, { force: true })
  }
}

type AnyTable = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Every row of every table, as one transaction sees them: what is published meanwhile is not half in it. */
async function copyRows(source: Kysely<AnyTable>, copy: Kysely<AnyTable>): Promise<void> {
  const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(copy)
  // The search's index is filled by its documents, from one table to the other.
  const names = tables.rows
    .map(({ name }) => name)
    .filter((name) => name !== 'schema_migrations' && !name.startsWith('search_index'))
  await source
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (from) => {
      await copy.transaction().execute(async (to) => {
        // What refers to what is looked at when all of it is there.
        await sql`pragma defer_foreign_keys = on`.execute(to)
        for (const name of names) await copyTable(from, to, name)
      })
    })
}

/** By a cursor: tables have no key in common, and none is held in memory. */
async function copyTable(from: Kysely<AnyTable>, to: Kysely<AnyTable>, name: string): Promise<void> {
  await to.deleteFrom(name).execute()
  // PostgreSQL keeps columns of its own beside these, for its indexes.
  const { rows: columns } = await sql<{ name: string }>`select name from pragma_table_info(${name})`.execute(to)
  const wanted = sql.join(columns.map((column) => sql.ref(column.name)))
  await sql`declare copied no scroll cursor for select ${wanted} from ${sql.table(name)}`.execute(from)
  for (;;) {
    const { rows } = await sql<Record<string, unknown>>`fetch ${sql.raw(String(PORTION))} from copied`.execute(from)
    if (rows.length > 0) await to.insertInto(name).values(rows).execute()
    if (rows.length < PORTION) break
  }
  await sql`close copied`.execute(from)
}
