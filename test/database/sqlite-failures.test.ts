import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isUniqueViolation } from '../../src/database/database-errors.ts'
import { connectionFaults } from '../../src/database/connection-check.ts'
import { openDatabase } from '../../src/database/open-database.ts'

interface Tables {
  stories: { id: string; body: string }
}

let folder: string
const open: Kysely<Tables>[] = []

function openSqlite(name: string, access: 'read' | 'write' = 'write'): Kysely<Tables> {
  const db = openDatabase<Tables>({ kind: 'sqlite', file: join(folder, name) }, access)
  open.push(db)
  return db
}

async function withStories(): Promise<Kysely<Tables>> {
  const db = openSqlite('newsroom.db')
  await sql`create table stories (id text primary key, body text not null) strict`.execute(db)
  return db
}

const stories = async (db: Kysely<Tables>): Promise<string[]> =>
  (await db.selectFrom('stories').select('id').orderBy('id').execute()).map(({ id }) => id)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-sqlite-'))
})
afterEach(async () => {
  for (const db of open.splice(0)) await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

describe('SQLite says, and we tell', () => {
  it('that another writer has the database', async () => {
    const db = await withStories()
    await sql`pragma busy_timeout = 20`.execute(db)
    const other = new DatabaseSync(join(folder, 'newsroom.db'))
    other.exec('begin immediate')
    const write = () =>
      db.transaction().execute((tx) => tx.insertInto('stories').values({ id: 'a', body: '' }).execute())
    await expect(write()).rejects.toMatchObject({
      code: 'database-unavailable',
      message: 'The database is busy with another writer.',
      remedy: expect.stringContaining('doctor'),
    })
    other.exec('rollback')
    other.close()
    await write()
    expect(await stories(db)).toEqual(['a'])
  })

  it('that the disk is full: nothing of the transaction is kept, and writing goes on when there is room again', async () => {
    const db = await withStories()
    await db.insertInto('stories').values({ id: 'before', body: '' }).execute()
    await sql`pragma max_page_count = 4`.execute(db)
    const filling = db.transaction().execute(async (tx) => {
      for (let number = 0; number < 50; number += 1) {
        await tx
          .insertInto('stories')
          .values({ id: `half-${number}`, body: 'x'.repeat(2000) })
          .execute()
      }
    })
    await expect(filling).rejects.toMatchObject({ code: 'storage-full', remedy: expect.stringContaining('space') })
    expect(await stories(db)).toEqual(['before'])
    await sql`pragma max_page_count = 1000000`.execute(db)
    await db.transaction().execute((tx) =>
      tx
        .insertInto('stories')
        .values({ id: 'after', body: 'x'.repeat(9000) })
        .execute(),
    )
    expect(await stories(db)).toEqual(['after', 'before'])
    expect(await connectionFaults(db, 'sqlite')).toEqual([])
  })

  it.each(['read', 'write'] as const)('that a file is no database, on a %s connection', async (access) => {
    writeFileSync(join(folder, 'notes.db'), 'Minutes of the morning meeting. '.repeat(200))
    await expect(sql`select 1 from sqlite_schema`.execute(openSqlite('notes.db', access))).rejects.toMatchObject({
      code: 'database-unavailable',
      message: 'The database file is damaged.',
    })
  })

  it.each(['read', 'write'] as const)('that a folder stands in its place, on a %s connection', async (access) => {
    mkdirSync(join(folder, 'folder.db'))
    await expect(sql`select 1 from sqlite_schema`.execute(openSqlite('folder.db', access))).rejects.toMatchObject({
      code: 'database-unavailable',
    })
  })

  it('that there is nothing to read', async () => {
    await expect(sql`select 1 from sqlite_schema`.execute(openSqlite('missing.db', 'read'))).rejects.toMatchObject({
      code: 'database-unavailable',
      message: 'The database file cannot be opened.',
    })
  })

  it('that a key exists already, which is the caller’s affair', async () => {
    const db = await withStories()
    const insert = () => db.insertInto('stories').values({ id: 'a', body: '' }).execute()
    await insert()
    const error: unknown = await insert().catch((failure: unknown) => failure)
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(new Error('no such table'))).toBe(false)
  })

  it('that a statement is wrong, as it came: that is a bug and no circumstance', async () => {
    const db = await withStories()
    const error: unknown = await sql`select headline from nowhere`.execute(db).catch((failure: unknown) => failure)
    expect(error).toMatchObject({ name: 'SqliteError', message: expect.stringContaining('nowhere') })
    expect(isUniqueViolation(error)).toBe(false)
  })
})
