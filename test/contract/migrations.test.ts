import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../src/database/migrate.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { databases, type EmptyDatabases, MIGRATIONS } from './databases.ts'

const has = async (db: Kysely<never>, table: string): Promise<boolean> =>
  sql`select 1 from ${sql.table(table)}`.execute(db).then(
    () => true,
    () => false,
  )

describe.each(databases)('migrations on $name', ({ kind, place }) => {
  let empty: EmptyDatabases
  let folder: string
  const open: Kysely<never>[] = []

  beforeEach(async () => {
    empty = await place()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-migrations-'))
    await step('0001_house', 'create table houses (id text primary key);\n')
  })
  afterEach(async () => {
    for (const db of open.splice(0)) await db.destroy()
    await empty.remove()
    await rm(folder, { recursive: true, force: true })
  })

  async function step(name: string, script: string): Promise<void> {
    await mkdir(join(folder, name), { recursive: true })
    for (const dialect of ['sqlite', 'postgres']) await writeFile(join(folder, name, `${dialect}.sql`), script)
  }

  function connect(): Kysely<never> {
    const db = openNewsroom(empty.addresses.newsroom) as unknown as Kysely<never>
    open.push(db)
    return db
  }

  const run = (db: Kysely<never>, from = folder) => migrate(db, { kind, folder: from, now: '2026-01-01T00:00:00.000Z' })

  it('applies each step once, in order, and only what is missing', async () => {
    const db = connect()
    expect(await run(db)).toEqual(['0001_house'])
    expect(await run(db)).toEqual([])
    await step('0003_last', "insert into houses (id) values ('c');\n")
    await step(
      '0002_rooms',
      "create table rooms (id text primary key);\ninsert into houses (id) values ('b; not the end');\n",
    )
    expect(await run(db)).toEqual(['0002_rooms', '0003_last'])
    expect(await run(connect())).toEqual([])
    expect(await has(db, 'rooms')).toBe(true)
    const { rows } = await sql<{ id: string }>`select id from houses order by id`.execute(db)
    expect(rows.map(({ id }) => id)).toEqual(['b; not the end', 'c'])
  })

  it('refuses a step that is not the one that made the database', async () => {
    await run(connect())
    await step('0001_house', 'create table houses (id text primary key, name text);\n')
    await expect(run(connect())).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringContaining('0001_house'),
    })
  })

  it('refuses a database that a later release wrote, and changes nothing in it', async () => {
    await step('0002_later', 'create table later (id text primary key);\n')
    await run(connect())
    await rm(join(folder, '0002_later'), { recursive: true })
    await step('0003_ours', 'create table ours (id text primary key);\n')
    const db = connect()
    await expect(run(db)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('0002_later'),
    })
    expect(await has(db, 'ours')).toBe(false)
  })

  it('leaves the database as it was when a step fails in the middle', async () => {
    const db = connect()
    await run(db)
    await step('0002_rooms', 'create table rooms (id text primary key);\n')
    await step('0003_broken', 'create table half (id text primary key);\ninsert into nowhere (id) values (1);\n')
    await expect(run(db)).rejects.toThrow(/nowhere/)
    expect(await has(db, 'rooms')).toBe(false)
    expect(await has(db, 'half')).toBe(false)
    await step('0003_broken', 'create table whole (id text primary key);\n')
    expect(await run(db)).toEqual(['0002_rooms', '0003_broken'])
  })

  it('is done once when two processes start together', async () => {
    const steps = await Promise.all([run(connect()), run(connect()), run(connect())])
    expect(steps.flat()).toEqual(['0001_house'])
  })

  it('makes the schemas of this release twice over without a word', async () => {
    const copy = join(folder, 'released')
    await cp(join(MIGRATIONS, 'newsroom'), copy, { recursive: true })
    expect((await run(connect(), copy)).at(0)).toBe('0001_house')
    expect(await run(connect(), copy)).toEqual([])
  })
})
