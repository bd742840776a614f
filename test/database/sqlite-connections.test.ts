import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectionFaults } from '../../src/database/connection-check.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { CONNECTION_PRAGMAS } from '../../src/database/sqlite-file.ts'

interface Tables {
  stories: { id: string; words: number }
}

let folder: string
let file: string
const open: Kysely<Tables>[] = []

function openSqlite(access: 'read' | 'write'): Kysely<Tables> {
  const db = openDatabase<Tables>({ kind: 'sqlite', file }, access)
  open.push(db)
  return db
}

async function closeAll(): Promise<void> {
  for (const db of open.splice(0)) await db.destroy()
}

async function withStories(): Promise<Kysely<Tables>> {
  const db = openSqlite('write')
  await sql`create table stories (id text primary key, words integer not null) strict`.execute(db)
  await db.insertInto('stories').values({ id: 'sty_1', words: 12 }).execute()
  return db
}

async function pragmasOf(db: Kysely<Tables>): Promise<Record<string, unknown>> {
  const pragmas: Record<string, unknown> = {}
  for (const name of Object.keys(CONNECTION_PRAGMAS)) {
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(db)
    pragmas[name] = Object.values(rows[0] ?? {})[0]
  }
  return pragmas
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-sqlite-'))
  file = join(folder, 'newsroom.db')
})
afterEach(async () => {
  await closeAll()
  rmSync(folder, { recursive: true, force: true })
})

describe('a connection to SQLite', () => {
  const promised = {
    busy_timeout: 10_000,
    foreign_keys: 1,
    journal_mode: 'wal',
    secure_delete: 1,
    synchronous: 2,
    trusted_schema: 0,
  }

  it('keeps what it was given through a power cut, for writing and for reading', async () => {
    expect(CONNECTION_PRAGMAS).toEqual(promised)
    const writer = await withStories()
    expect(await pragmasOf(writer)).toEqual(promised)
    expect(await pragmasOf(openSqlite('read'))).toEqual(promised)
  })

  it('does so again when the file is opened anew, where some drivers fall back to less', async () => {
    await withStories()
    await closeAll()
    expect(await pragmasOf(openSqlite('write'))).toEqual(promised)
    expect(await pragmasOf(openSqlite('read'))).toEqual(promised)
    expect(await connectionFaults(openSqlite('write'), 'sqlite')).toEqual([])
  })

  it('turns a file that somebody set to another journal back to ours', async () => {
    await withStories()
    await closeAll()
    const other = new DatabaseSync(file)
    other.exec('pragma journal_mode = delete')
    other.close()
    expect(await pragmasOf(openSqlite('write'))).toEqual(promised)
  })

  it('that was weakened is found by the check', async () => {
    const db = await withStories()
    await sql`pragma synchronous = normal`.execute(db)
    await sql`pragma foreign_keys = off`.execute(db)
    expect(await connectionFaults(db, 'sqlite')).toEqual([
      'foreign_keys is 0 instead of 1',
      'synchronous is 1 instead of 2',
    ])
  })

  it('overwrites what was deleted: the file holds no trace of it', async () => {
    const db = await withStories()
    await db.insertInto('stories').values({ id: 'CANARY', words: 1 }).execute()
    await db.deleteFrom('stories').where('id', '=', 'CANARY').execute()
    await sql`pragma wal_checkpoint(truncate)`.execute(db)
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(file).includes('sty_1')).toBe(true)
    expect(readFileSync(file).includes('CANARY')).toBe(false)
    expect(readFileSync(`${file}-wal`).length).toBe(0)
  })
})

describe('a connection for reading', () => {
  it.each([
    "insert into stories (id, words) values ('sty_2', 1)",
    'update stories set words = 0',
    'delete from stories',
    'drop table stories',
    'create table more (id text)',
    'pragma user_version = 7',
    'vacuum',
  ])('refuses %s', async (statement) => {
    await withStories()
    const reader = openSqlite('read')
    await expect(sql.raw(statement).execute(reader)).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(await reader.selectFrom('stories').selectAll().execute()).toEqual([{ id: 'sty_1', words: 12 }])
  })

  it('sees what was committed beside it, and nothing before', async () => {
    const writer = await withStories()
    const reader = openSqlite('read')
    const count = async () => (await reader.selectFrom('stories').select('id').execute()).length
    await writer.transaction().execute(async (tx) => {
      await tx.insertInto('stories').values({ id: 'sty_2', words: 1 }).execute()
      expect(await count()).toBe(1)
    })
    expect(await count()).toBe(2)
  })
})

describe('a connection for writing', () => {
  it('gives each transaction its turn: what one reads, no other changes meanwhile', async () => {
    const db = await withStories()
    const addOne = () =>
      db.transaction().execute(async (tx) => {
        const { words } = await tx.selectFrom('stories').select('words').executeTakeFirstOrThrow()
        await tx
          .updateTable('stories')
          .set({ words: words + 1 })
          .execute()
      })
    await Promise.all(Array.from({ length: 20 }, addOne))
    expect(await db.selectFrom('stories').select('words').executeTakeFirst()).toEqual({ words: 32 })
  })

  it('keeps all of a transaction or none, and goes on after one that failed', async () => {
    const db = await withStories()
    const half = db.transaction().execute(async (tx) => {
      await tx.insertInto('stories').values({ id: 'sty_2', words: 1 }).execute()
      await tx.insertInto('stories').values({ id: 'sty_1', words: 1 }).execute()
    })
    await expect(half).rejects.toThrow(/UNIQUE/)
    await db.insertInto('stories').values({ id: 'sty_3', words: 1 }).execute()
    expect((await db.selectFrom('stories').select('id').orderBy('id').execute()).map(({ id }) => id)).toEqual([
      'sty_1',
      'sty_3',
    ])
  })

  it('keeps more shapes of statements than it remembers', async () => {
    const db = await withStories()
    for (let shape = 0; shape < 600; shape += 1) {
      const { rows } = await sql.raw<{ n: number }>(`select ${shape} as n, words from stories`).execute(db)
      expect(rows).toEqual([{ n: shape, words: 12 }])
    }
  })

  it('answers every statement after it was closed with a failure, never with silence', async () => {
    const db = await withStories()
    await closeAll()
    await expect(db.selectFrom('stories').selectAll().execute()).rejects.toThrow(/destroyed|not open|closed/)
  })
})
