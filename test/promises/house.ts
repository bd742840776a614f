import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { prepareDataFolder, readSecrets } from '../../src/config/data-folder.ts'
import { migrate } from '../../src/database/migrate.ts'
import type { DatabaseAddress } from '../../src/database/open-database.ts'
import { preparePostgres } from '../../src/database/postgres-schema.ts'
import { type EditionDb, openEditionToRead, openEditionToWrite } from '../../src/edition/edition-db.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import type { Newsroom } from '../../src/newsroom/newsroom.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { instantOf } from '../../src/time.ts'

export interface House {
  readonly folder: string
  readonly isSqlite: boolean
  readonly newsroom: Newsroom
  readonly reader: EditionDb
  readonly close: () => Promise<void>
}

/** How a test wants a house other than the server would open it. */
export interface HouseOptions {
  /** On PostgreSQL: its server's address, with the database. Null is SQLite, in files of the folder. */
  readonly postgresUrl?: string | null
  /** Another edition than the house's own, to be made from nothing beside it: a file's name, or an address. */
  readonly edition?: string
  /** A test of a test: how SQLite waits for the disk instead of as it should. */
  readonly synchronous?: string | undefined
}

const now = () => instantOf(new Date())

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))

/** Opens a newsroom as the server does on starting: secrets, schemas, then what the edition has missed. */
export async function openHouse(
  folder: string,
  randomBytes: Newsroom['randomBytes'],
  options: HouseOptions = {},
): Promise<House> {
  await prepareDataFolder(folder)
  const { auditKey } = await readSecrets(folder)
  const address = await addressesOf(folder, options)
  const db = openNewsroom(address.newsroom)
  const edition = openEditionToWrite(address.edition)
  const { kind } = address.newsroom
  await migrate(db, { kind, folder: join(MIGRATIONS, 'newsroom'), now: now() })
  await migrate(edition, { kind, folder: join(MIGRATIONS, 'edition'), now: now() })
  if (options.synchronous) {
    for (const one of [db, edition]) {
      await sql.raw(`pragma synchronous = ${options.synchronous}`).execute(one)
    }
  }
  const newsroom: Newsroom = {
    db,
    edition,
    now,
    randomBytes,
    auditKey,
    actor: { name: 'writer', via: 'server' },
    onFollowed: async () => undefined,
    forget: async () => undefined,
    onLagging: (error) => {
      throw error
    },
  }
  await setUpUntitled(newsroom, 'Africa/Bamako')
  await followChanges(newsroom)
  const reader = openEditionToRead(address.edition)
  const close = async () => {
    for (const open of [db, edition, reader]) await open.destroy()
  }
  return { folder, isSqlite: kind === 'sqlite', newsroom, reader, close }
}

async function addressesOf(
  folder: string,
  { postgresUrl = null, edition }: HouseOptions,
): Promise<Record<'newsroom' | 'edition', DatabaseAddress>> {
  if (postgresUrl === null) {
    return {
      newsroom: { kind: 'sqlite', file: join(folder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(folder, edition ?? 'edition.db') },
    }
  }
  const editionUrl = edition ?? postgresUrl
  const readerRole = await preparePostgres(postgresUrl)
  const editionRole = editionUrl === postgresUrl ? readerRole : await preparePostgres(editionUrl)
  return {
    newsroom: { kind: 'postgres', url: postgresUrl, schema: 'newsroom', readerRole },
    edition: { kind: 'postgres', url: editionUrl, schema: 'edition', readerRole: editionRole },
  }
}
