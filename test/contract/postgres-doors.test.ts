import { createServer, type Server } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { connectionFaults } from '../../src/database/connection-check.ts'
import { isUniqueViolation } from '../../src/database/database-errors.ts'
import { openDatabase } from '../../src/database/open-database.ts'
import { preparePostgres } from '../../src/database/postgres-schema.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { databases, type OpenDatabases } from './databases.ts'

const postgres = databases.find(({ kind }) => kind === 'postgres')
if (!postgres) throw new Error('PostgreSQL is one of the databases')

describe('the public side on PostgreSQL', () => {
  let dbs: OpenDatabases
  beforeAll(async () => {
    dbs = await postgres.open()
  })
  afterAll(() => dbs.close())

  it('works as a role of its own, not as the newsroom', async () => {
    const { rows } = await sql<{ me: string }>`select current_user as me`.execute(dbs.reader)
    expect(rows[0]?.me).toMatch(/_reader$/)
  })

  it('reads every table of the edition', async () => {
    for (const table of [
      'stories',
      'listings',
      'listing_months',
      'gone',
      'redirects',
      'changes',
      'progress',
      'newspaper',
    ]) {
      await expect(sql`select * from ${sql.table(table)}`.execute(dbs.reader)).resolves.toBeDefined()
    }
  })

  it('sees no table of the newsroom, by any name', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'newsroom'`.execute(dbs.newsroom)
    expect(rows.length).toBeGreaterThan(8)
    for (const { name } of rows) {
      await expect(sql`select * from ${sql.table(`newsroom.${name}`)}`.execute(dbs.reader)).rejects.toThrow(
        /permission denied for schema newsroom/,
      )
    }
  })

  it.each([
    'insert into progress (id, number) values (2, 2)',
    'update stories set headline = path',
    'delete from stories',
    'create table edition.more (id text)',
    'drop table edition.stories',
    'set default_transaction_read_only = off; update edition.progress set number = 7',
  ])('may not %s', async (statement) => {
    await expect(sql.raw(statement).execute(dbs.reader)).rejects.toThrow(/read-only|permission denied|must be owner/)
  })

  it('keeps its role on every connection of its pool', async () => {
    const roles = await Promise.all(
      Array.from({ length: 8 }, () =>
        sql<{ me: string }>`select current_user as me, pg_sleep(0.01)`.execute(dbs.reader),
      ),
    )
    expect(new Set(roles.map(({ rows }) => rows[0]?.me?.endsWith('_reader')))).toEqual(new Set([true]))
  })

  it('is prepared twice as well as once', async () => {
    const { newsroom } = dbs.addresses
    if (newsroom.kind !== 'postgres') throw new Error('this is PostgreSQL')
    expect(await preparePostgres(newsroom.url)).toBe(newsroom.readerRole)
  })

  it('counts in numbers, not in words', async () => {
    const { rows } = await sql<{ n: unknown }>`select count(*) as n from stories`.execute(dbs.edition)
    expect(rows).toEqual([{ n: 0 }])
  })

  it('names a server setting that could lose a story', async () => {
    // The tests' own server runs without fsync, for speed.
    expect(await connectionFaults(dbs.edition, 'postgres')).toEqual(['fsync is off, so a power cut can lose stories'])
  })

  it('tells a key that exists from any other failure', async () => {
    const insert = () => dbs.edition.insertInto('progress').values({ id: 1, number: 0 }).execute()
    expect(isUniqueViolation(await insert().catch((failure: unknown) => failure))).toBe(true)
    const wrong: unknown = await sql`select headline from nowhere`
      .execute(dbs.edition)
      .catch((failure: unknown) => failure)
    expect(isUniqueViolation(wrong)).toBe(false)
  })
})

const address = (url: string) => ({ kind: 'postgres', url, schema: 'newsroom', readerRole: null }) as const

describe('a PostgreSQL that is not there', () => {
  const away = { code: 'database-unavailable', remedy: expect.stringContaining('doctor') }

  let closing: Server
  let port = 0
  beforeAll(async () => {
    closing = createServer((socket) => socket.destroy())
    await new Promise<void>((resolve) => closing.listen(0, '127.0.0.1', resolve))
    const bound = closing.address()
    port = typeof bound === 'object' && bound ? bound.port : 0
  })
  afterAll(() => new Promise((resolve) => closing.close(resolve)))

  const urls = () => [
    'postgres://desk@127.0.0.1:1/paper',
    'postgres://desk@nowhere.invalid/paper',
    `postgres://desk@127.0.0.1:${port}/paper`,
    inject('postgresUrl').replace(/\/postgres$/, '/no_such_paper'),
    inject('postgresUrl').replace('onrecord@', 'nobody@'),
  ]

  it('is said to be unavailable, when it is opened and when it is prepared', async () => {
    for (const url of urls()) {
      const db = openNewsroom(address(url))
      await expect(sql`select 1`.execute(db)).rejects.toMatchObject(away)
      await expect(db.transaction().execute((tx) => sql`select 1`.execute(tx))).rejects.toMatchObject(away)
      await db.destroy()
      await expect(preparePostgres(url)).rejects.toMatchObject(away)
    }
  })

  it('is never named with its password', async () => {
    for (const url of [
      'postgres://desk:SECRET@127.0.0.1:1/paper',
      'postgres://desk:SEC#RET@host:port/paper',
      'postgres://[',
    ]) {
      const failure: unknown = await preparePostgres(url).catch((error: unknown) => error)
      expect(failure).toMatchObject({ name: 'OnrecordError' })
      expect(String(failure)).not.toMatch(/SEC|RET/)
    }
  })

  it('takes nobody down when it is lost in the middle of a transaction', async () => {
    const lost: Error[] = []
    const db = openNewsroom(address(inject('postgresUrl')), { onLostConnection: (error) => lost.push(error) })
    const other = openNewsroom(address(inject('postgresUrl')))
    const broken = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid}::integer)`.execute(other)
      await expect.poll(() => lost.length).toBe(1)
      await sql`select 1`.execute(tx)
    })
    await expect(broken).rejects.toMatchObject(away)
    await expect(sql`select 1`.execute(db)).resolves.toBeDefined()
    await db.destroy()
    await other.destroy()
  })

  it('comes back: a connection that was cut is replaced by another', async () => {
    const lost: Error[] = []
    const db = openDatabase<{ x: { id: number } }>(address(inject('postgresUrl')), 'write', {
      onLostConnection: (error) => lost.push(error),
    })
    const cut = sql`select pg_terminate_backend(pg_backend_pid())`.execute(db)
    await expect(cut).rejects.toMatchObject(away)
    const answers = () =>
      sql`select 1`.execute(db).then(
        () => true,
        () => false,
      )
    await expect.poll(answers).toBe(true)
    expect(lost.length).toBeGreaterThan(0)
    await db.destroy()
  })
})
