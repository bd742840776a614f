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

/** Noted among the steps while a newsroom is being copied into a database: so that no release, older ones included, opens it. */
export const BEING_MOVED = 'being-moved'

interface MigrationRequest {
  readonly kind: DatabaseAddress['kind']
  /** Holds one folder per step, `NNNN_name`, each with `sqlite.sql` and `postgres.sql`. */
  readonly folder: string
  /** ISO 8601 instant to note beside each step. */
  readonly now: string
  /** Brings a database up to this release into which a newsroom is only half copied. */
  readonly mayBeMoving?: boolean
}

/**
 * Brings a database to the schema of this release: applies each missing step, all of them in one transaction.
 *
 * @returns the names of the steps that were applied, none when the schema was current
 * @throws OnrecordError `database-newer` when the database knows a step that this release does not,
 *   `bad-config` when a released step was changed afterwards, `refused` when a newsroom is only half copied into it
 */
export async function migrate<Tables>(database: Kysely<Tables>, request: MigrationRequest): Promise<string[]> {
  return database.transaction().execute((tx) => applyMissing(tx, request))
}

async function applyMissing<Tables>(
  tx: Kysely<Tables>,
  { kind, folder, now, mayBeMoving = false }: MigrationRequest,
): Promise<string[]> {
  const known = await readMigrations(folder, kind)
  if (kind === 'postgres') await sql`select pg_advisory_xact_lock(7140001)`.execute(tx)
  await sql`create table if not exists schema_migrations (name text primary key, sha256 text not null, applied_at text not null)`.execute(
    tx,
  )
  const { rows } = await sql<{ name: string; sha256: string }>`select name, sha256 from schema_migrations`.execute(tx)
  const done = new Map(rows.map((row) => [row.name, row.sha256]))
  if (done.delete(BEING_MOVED) && !mayBeMoving) throw halfMoved()
  assertKnown(done, known)
  const missing = known.filter((step) => !done.has(step.name))
  for (const step of missing) {
    for (const statement of statementsOf(step.script)) await sql.raw(statement).execute(tx)
    await sql`insert into schema_migrations (name, sha256, applied_at) values (${step.name}, ${step.sha256}, ${now})`.execute(
      tx,
    )
  }
  return missing.map((step) => step.name)
}

/**
 * Does the same and takes all of it back, to see whether it would succeed. On PostgreSQL others wait for the tables that a
 * step changes as long as that takes; it gives up rather than wait itself for more than a few seconds.
 *
 * @returns the names of the steps that would be applied
 * @throws what `migrate` throws; OnrecordError `database-unavailable` when the tables were in use for too long
 */
export async function rehearseMigration<Tables>(
  database: Kysely<Tables>,
  request: MigrationRequest,
): Promise<string[]> {
  let steps: string[] = []
  const rolledBack = new Error('A rehearsal is taken back.')
  try {
    await database.transaction().execute(async (tx) => {
      if (request.kind === 'postgres') await sql`set local lock_timeout = '5s'`.execute(tx)
      steps = await applyMissing(tx, request)
      throw rolledBack
    })
  } catch (error) {
    if (error !== rolledBack) throw error
  }
  return steps
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

const halfMoved = () =>
  new OnrecordError('refused', 'Only a part of a newsroom has been moved into this database.', {
    remedy: 'Let `./onrecord move` finish, with ONRECORD_DATABASE set as it was before.',
  })

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
