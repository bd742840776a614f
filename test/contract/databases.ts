import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import type { DatabaseAddress } from '../../src/database/open-database.ts'
import { preparePostgres } from '../../src/database/postgres-schema.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../../src/edition/edition-db.ts'
import { type NewsroomDb, openNewsroom } from '../../src/store/newsroom-db.ts'

/** Both databases of a newsroom, migrated and empty, and the way to give them back. */
export interface OpenDatabases {
  readonly newsroom: NewsroomDb
  readonly edition: EditionDb
  /** The connection the public side has. */
  readonly reader: EditionDb
  readonly addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress }
  close(): Promise<void>
}

/** The released schemas. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Where the two databases of a newsroom would be: nothing has been opened or migrated there. */
export interface EmptyDatabases {
  readonly addresses: OpenDatabases['addresses']
  readonly remove: () => Promise<void>
}

/** Every database that Onrecord runs on: each contract is tried on all of them. */
export const databases: readonly {
  readonly name: string
  readonly kind: DatabaseAddress['kind']
  readonly place: () => Promise<EmptyDatabases>
  readonly open: () => Promise<OpenDatabases>
}[] = [
  { name: 'SQLite', kind: 'sqlite', place: placeSqlite, open: () => openEmpty('sqlite', placeSqlite) },
  { name: 'PostgreSQL', kind: 'postgres', place: placePostgres, open: () => openEmpty('postgres', placePostgres) },
]

/** Databases that a test is done with: emptied, they serve the next one, since opening takes longer than most tests. */
const idle: Record<DatabaseAddress['kind'], OpenDatabases[]> = { sqlite: [], postgres: [] }

afterAll(async () => {
  for (const open of [...idle.sqlite.splice(0), ...idle.postgres.splice(0)]) await open.close()
})

async function openEmpty(kind: DatabaseAddress['kind'], place: () => Promise<EmptyDatabases>): Promise<OpenDatabases> {
  const open = idle[kind].pop() ?? (await openAll(await place()))
  return {
    ...open,
    close: async () => {
      await empty(open.newsroom, kind)
      await empty(open.edition, kind)
      idle[kind].push(open)
    },
  }
}

/** Takes every row out and sets the counters back, as if the schema had just been made. */
async function empty(database: NewsroomDb | EditionDb, kind: DatabaseAddress['kind']): Promise<void> {
  const db = database as unknown as Kysely<unknown>
  if (kind === 'postgres') return void (await sql.raw(EMPTY_POSTGRES).execute(db))
  await db.transaction().execute(async (tx) => {
    const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(tx)
    const filled = tables.rows
      // The search's index empties itself with its documents.
      .filter(({ name }) => name !== 'schema_migrations' && !name.startsWith('search_index'))
      .map(({ name }) => `select '${name}' as name where exists (select 1 from ${name})`)
    // Whatever refers to whatever is looked at when all of it is gone.
    await sql`pragma defer_foreign_keys = on`.execute(tx)
    for (const { name } of (await sql.raw<{ name: string }>(filled.join(' union all ')).execute(tx)).rows) {
      const startsAt = STARTING[name]
      await sql.raw(startsAt === undefined ? `delete from ${name}` : `update ${name} set ${startsAt} = 0`).execute(tx)
    }
  })
}

/** Tables whose rows stay, and the column that says how far they have come. */
const STARTING: Readonly<Record<string, string>> = { counters: 'value', progress: 'number' }

/** Whatever refers to whatever is not looked at. To truncate takes far longer for tables that are nearly empty. */
const EMPTY_POSTGRES = `do $$
  declare one text;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for one in
      select table_name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'
    loop
      case
        when one = 'schema_migrations' or starts_with(one, 'search_index') then null;
        when one = 'counters' then update counters set value = 0;
        when one = 'progress' then update progress set number = 0;
        else execute format('delete from %I', one);
      end case;
    end loop;
  end $$`

async function placeSqlite(): Promise<EmptyDatabases> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'))
  return {
    addresses: {
      newsroom: { kind: 'sqlite', file: join(folder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(folder, 'edition.db') },
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function placePostgres(): Promise<EmptyDatabases> {
  const server = inject('postgresUrl')
  const name = `onrecord_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = server.replace(/\/postgres$/, `/${name}`)
  const readerRole = await preparePostgres(url)
  return {
    addresses: {
      newsroom: { kind: 'postgres', url, schema: 'newsroom', readerRole },
      edition: { kind: 'postgres', url, schema: 'edition', readerRole },
    },
    remove: async () => {
      await onServer(server, `drop database ${name} with (force)`)
      await onServer(server, `drop role if exists ${name}_reader`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function openAll({ addresses, remove }: EmptyDatabases): Promise<OpenDatabases> {
  const newsroom = openNewsroom(addresses.newsroom)
  const edition = openEditionToWrite(addresses.edition)
  const { kind } = addresses.newsroom
  const now = '2026-01-01T00:00:00.000Z'
  await migrate(newsroom, { kind, folder: join(MIGRATIONS, 'newsroom'), now })
  await migrate(edition, { kind, folder: join(MIGRATIONS, 'edition'), now })
  const reader = openEditionToRead(addresses.edition)
  return {
    newsroom,
    edition,
    reader,
    addresses,
    close: async () => {
      for (const db of [newsroom, edition, reader]) await db.destroy()
      await remove()
    },
  }
}
