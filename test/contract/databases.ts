import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import type { DatabaseAddress } from '../../src/database/open-database.ts'
import { preparePostgres } from '../../src/database/postgres-schema.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../../src/edition/edition-db.ts'
import { type NewsroomDb, openNewsroom } from '../../src/store/newsroom-db.ts'

/** Both databases of a newsroom, migrated and empty, and the way to take them away. */
export interface OpenDatabases {
  readonly newsroom: NewsroomDb
  readonly edition: EditionDb
  /** The connection the public side has. */
  readonly reader: EditionDb
  readonly addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress }
  close(): Promise<void>
}

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Every database that Onrecord runs on: each contract is tried on all of them. */
export const databases: readonly { name: string; open: () => Promise<OpenDatabases> }[] = [
  { name: 'SQLite', open: openSqlite },
  { name: 'PostgreSQL', open: openPostgres },
]

async function openSqlite(): Promise<OpenDatabases> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-test-'))
  return open(
    {
      newsroom: { kind: 'sqlite', file: join(folder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(folder, 'edition.db') },
    },
    () => rm(folder, { recursive: true, force: true }),
  )
}

async function openPostgres(): Promise<OpenDatabases> {
  const server = inject('postgresUrl')
  const name = `onrecord_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const url = server.replace(/\/postgres$/, `/${name}`)
  const readerRole = await preparePostgres(url)
  return open(
    {
      newsroom: { kind: 'postgres', url, schema: 'newsroom', readerRole },
      edition: { kind: 'postgres', url, schema: 'edition', readerRole },
    },
    async () => {
      await onServer(server, `drop database ${name} with (force)`)
      await onServer(server, `drop role if exists ${name}_reader`)
    },
  )
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

async function open(addresses: OpenDatabases['addresses'], remove: () => Promise<void>): Promise<OpenDatabases> {
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
