import pg from 'pg'

/** The role that may read the edition and nothing else, named after the database it belongs to. */
const readerRoleOf = (database: string): string => `${database}_reader`.slice(0, 63)

/**
 * Makes the two schemas, and the reader's role where this user may make roles.
 *
 * @returns the reader's role; null where the server forbids making one (`doctor` says what follows from that)
 */
export async function preparePostgres(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7140000)')
    await client.query('create schema if not exists newsroom')
    await client.query('create schema if not exists edition')
    return await prepareReader(client)
  } finally {
    await client.end()
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
