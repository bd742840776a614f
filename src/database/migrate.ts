import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { OnrecordError } from '../errors.ts'
import type { DatabaseAddress } from './open-database.ts'

/** One step of a schema: never changed once released, only followed by another. */
interface Migration {
  readonly name: string
  readonly script: string
  readonly sha256: string
}

/** Our own bookkeeping table; every database has it. */
interface Bookkeeping {
  schema_migrations: { name: string; sha256: string; applied_at: string }
}

/**
 * Brings a database to the schema of this release: applies each missing step, all of them in one transaction.
 *
 * @param folder holds one folder per step, `NNNN_name`, each with `sqlite.sql` and `postgres.sql`
 * @param now ISO 8601 instant to note beside each step
 * @returns the names of the steps that were applied, none when the schema was current
 * @throws OnrecordError `database-newer` when the database knows a step that this release does not,
 *   `bad-config` when a released step was changed afterwards
 */
export async function migrate<Tables>(
  database: Kysely<Tables>,
  { kind, folder, now }: { kind: DatabaseAddress['kind']; folder: string; now: string },
): Promise<string[]> {
  const known = await readMigrations(folder, kind)
  const db = database as unknown as Kysely<Bookkeeping>
  return db.transaction().execute(async (tx) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(7140001)`.execute(tx)
    await sql`create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at text not null)`.execute(
      tx,
    )
    const done = new Map(
      (await tx.selectFrom('schema_migrations').select(['name', 'sha256']).execute()).map((row) => [
        row.name,
        row.sha256,
      ]),
    )
    assertKnown(done, known)
    const missing = known.filter((step) => !done.has(step.name))
    for (const step of missing) {
      for (const statement of statementsOf(step.script)) await sql.raw(statement).execute(tx)
      await tx
        .insertInto('schema_migrations')
        .values({ name: step.name, sha256: step.sha256, applied_at: now })
        .execute()
    }
    return missing.map((step) => step.name)
  })
}

async function readMigrations(folder: string, kind: DatabaseAddress['kind']): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const script = await readFile(join(folder, name, `${kind}.sql`), 'utf8')
      return { name, script, sha256: createHash('sha256').update(script).digest('hex') }
    }),
  )
}

/** A statement ends with a semicolon at the end of a line; our scripts hold no other semicolon there. */
const statementsOf = (script: string): string[] =>
  script
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^--.*$/gm, '').trim() !== '')

function assertKnown(done: ReadonlyMap<string, string>, known: readonly Migration[]): void {
  for (const [name, sha256] of done) {
    const step = known.find((migration) => migration.name === name)
    if (!step) {
      throw new OnrecordError('database-newer', `The database was written by a later release (it knows ${name}).`, {
        remedy: 'Start that release or a later one; a database never goes back.',
      })
    }
    if (step.sha256 !== sha256) {
      throw new OnrecordError('bad-config', `The migration ${name} is not the one that made this database.`, {
        remedy: 'Restore the migrations folder of your release; a released migration never changes.',
      })
    }
  }
}
