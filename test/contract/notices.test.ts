import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DatabaseAddress } from '../../src/database/open-database.ts'
import { giveNotice, hearNotices, type Notices } from '../../src/database/postgres-notices.ts'
import { readersRole } from '../../src/database/postgres-schema.ts'
import { databases, type OpenDatabases } from './databases.ts'

const postgres = databases.find(({ kind }) => kind === 'postgres')
if (!postgres) throw new Error('PostgreSQL is one of the databases')

const urlOf = (address: DatabaseAddress): string => {
  if (address.kind !== 'postgres') throw new Error('this is PostgreSQL')
  return address.url
}

describe('a notice that the edition has changed', () => {
  let dbs: OpenDatabases
  let url: string
  let notices: Notices | undefined
  let heard: number
  beforeEach(async () => {
    dbs = await postgres.open()
    url = urlOf(dbs.addresses.edition)
    heard = 0
  })
  afterEach(async () => {
    await notices?.close()
    await dbs.close()
  })

  const hear = async (from = url) => {
    notices = hearNotices(from, () => {
      heard += 1
    })
    await expect.poll(() => notices?.isHeard(), { timeout: 10_000 }).toBe(true)
  }

  it('is heard by every process that listens, and nothing stands in it', async () => {
    await hear()
    const before = heard
    await giveNotice(dbs.edition, 'postgres')
    await expect.poll(() => heard).toBe(before + 1)
  })

  it('may be missed while a connection is lost: whoever listens knows it, and looks when it is back', async () => {
    await hear()
    const before = heard
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query ilike '%pg_notify($1%'`.execute(
      dbs.edition,
    )
    await expect.poll(() => notices?.isHeard()).toBe(false)
    await expect.poll(() => notices?.isHeard(), { timeout: 10_000 }).toBe(true)
    expect(heard).toBeGreaterThan(before)
    const again = heard
    await giveNotice(dbs.edition, 'postgres')
    await expect.poll(() => heard).toBeGreaterThan(again)
  })

  it('is never heard of a server that is not there, which ends no process', async () => {
    notices = hearNotices('postgres://nobody@127.0.0.1:1/nothing', () => {
      heard += 1
    })
    await expect.poll(() => notices?.isHeard()).toBe(false)
    expect(heard).toBe(0)
  })

  it('needs no right but to connect: the reader’s own user hears it', async () => {
    const role = await readersRole(url)
    const { rows } = await sql<{ database: string }>`select current_database() as database`.execute(dbs.edition)
    const user = `${rows[0]?.database}_guest`
    await sql.raw(`create role ${user} login in role ${role}`).execute(dbs.edition)
    try {
      const own = url.replace(/\/\/[^@]*@/, `//${user}@`)
      expect(await readersRole(own)).toBe(role)
      await hear(own)
    } finally {
      await notices?.close()
      await sql.raw(`drop role ${user}`).execute(dbs.edition)
    }
  })
})
