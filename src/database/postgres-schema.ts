import pg from 'pg'
import { OnrecordError } from '../errors.ts'
import { translated } from './database-errors.ts'

/** The role that may read the edition and nothing else, named after the database it belongs to. */
const readerRoleOf = (database: string): string => `${database}_reader`.slice(0, 63)

/**
 * Makes the two schemas, and the reader's role where this user may make roles.
 *
 * @returns the reader's role; null where the server forbids making one (`doctor` says what follows from that)
 * @throws OnrecordError `database-unavailable` when the server does not answer, `bad-config` for an address it has not
 */
export async function preparePostgres(url: string): Promise<string | null> {
  const client = clientFor(url)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock(7140000)')
    await client.query('create schema if not exists newsroom')
    await client.query('create schema if not exists edition')
    return await prepareReader(client)
  } catch (error) {
    throw translated(error)
  } finally {
    await client.end()
  }
}

/**
 * The role that may read the edition, for a process that holds nothing else: makes nothing and waits for nobody.
 *
 * @returns null where there is no such role, or where this user may not take it on: then they read as themselves
 * @throws OnrecordError as `preparePostgres`
 */
export async function readersRole(url: string): Promise<string | null> {
  const client = clientFor(url)
  try {
    await client.connect()
    const { rows } = await client.query<{ role: string }>(
      `select rolname as role from pg_roles
       where rolname = left(current_database() || '_reader', 63) and pg_has_role(current_user, oid, 'member')`,
    )
    return rows[0]?.role ?? null
  } catch (error) {
    throw translated(error)
  } finally {
    await client.end()
  }
}

function clientFor(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  } catch {
    // The parser's own complaint holds the address, and the address a password.
    throw new OnrecordError('bad-config', 'ONRECORD_DATABASE is no PostgreSQL address.', {
      remedy:
        'Write it as postgres://user:password@host:port/database, with signs such as @ and / in a password as %40 and %2F.',
    })
  }
}

async function prepareReader(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ database: string; may: boolean }>(
    'select current_database() as database, rolcreaterole or rolsuper as may from pg_roles where rolname = current_user',
  )
  const role = readerRoleOf(rows[0]?.database ?? '')
  const exists = (await client.query('select 1 from pg_roles where rolname = $1', [role])).rows.length > 0
  if (!exists && !rows[0]?.may) return null
  const name = pg.escapeIdentifier(role)
  if (!exists) {
    await client.query(`create role ${name} nologin`)
    await client.query(`grant ${name} to current_user`)
  }
  await client.query(`grant usage on schema edition to ${name}`)
  await client.query(`grant select on all tables in schema edition to ${name}`)
  await client.query(`alter default privileges in schema edition grant select on tables to ${name}`)
  return role
}
