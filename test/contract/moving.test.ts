import { createHash, randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { indexStories } from '../../src/newsroom/index-stories.ts'
import { issueNote } from '../../src/newsroom/issue-note.ts'
import { exportAll } from '../../src/newsroom/exporting/export-all.ts'
import type { NewsroomDb } from '../../src/store/newsroom-db.ts'
import { NOT_COPIED, tableShapes } from '../../src/store/table-shapes.ts'
import { allUpkeep } from '../../src/store/upkeep.ts'
import { copyNewsroom } from '../../src/upkeep/moving/copy-newsroom.ts'
import { moveNewsroom } from '../../src/upkeep/moving/move-newsroom.ts'
import { aNewsroom, anIncoming } from '../builders.ts'
import { databases, MIGRATIONS, type OpenDatabases } from './databases.ts'
import { aFolder, fillSmall, fillWhole, type WholeNewsroom } from './whole-newsroom.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

type Kind = 'sqlite' | 'postgres'

async function empty(kind: Kind): Promise<OpenDatabases> {
  const dbs = await databases.find((database) => database.kind === kind)?.open()
  if (!dbs) throw new Error(`no ${kind}`)
  closing.push(() => dbs.close())
  return dbs
}

async function aPlaceFor(): Promise<string> {
  const folder = await aFolder()
  closing.push(folder.remove)
  return folder.path
}

const bytesAsHex = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value

/** Every row of every table that is copied, but for these tables. */
async function allRows(dbs: OpenDatabases, but: readonly string[] = []): Promise<string[]> {
  const lines = []
  for (const { name, columns } of await tableShapes(dbs.newsroom, dbs.addresses.newsroom.kind)) {
    if (but.includes(name)) continue
    const refs = sql.join(columns.map((column) => sql.ref(column)))
    const { rows } = await sql<Record<string, unknown>>`select ${refs} from ${sql.table(name)}`.execute(dbs.newsroom)
    const plain = rows.map((row) => Object.entries(row).map(([column, value]) => [column, bytesAsHex(column, value)]))
    lines.push(...plain.map((row) => `${name} ${JSON.stringify(row)}`))
  }
  return lines.toSorted()
}

/** What a whole export of it says, by file: the hash of each; not the account of who exported when. */
async function exported(dbs: OpenDatabases, shelves: WholeNewsroom['shelves']): Promise<Record<string, string>> {
  const folder = await aPlaceFor()
  await exportAll(aNewsroom(dbs), { folder, addresses: dbs.addresses, shelves, siteUrl: 'https://paper.example' })
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
  const hashes = files.map(async ({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [
      path.slice(folder.length + 1),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    ] as const
  })
  const all = Object.fromEntries(await Promise.all(hashes))
  for (const file of ['onrecord.json', 'SHA256SUMS', 'audit.jsonl', 'README.md']) delete all[file]
  return all
}

/** The move itself leaves a line in the audit, a number in the outbox, and a note that there was one. */
const WRITTEN_BY_A_MOVE = ['audit', 'counters', 'outbox', 'upkeep']

const move = (from: OpenDatabases, to: OpenDatabases, signal?: AbortSignal) =>
  moveNewsroom(aNewsroom(from), {
    from: from.addresses,
    to: to.addresses,
    migrations: MIGRATIONS,
    ...(signal ? { signal } : {}),
  })

/** What nobody but the same installation may have: how people come in, and who is here. */
async function writeWaysIn(db: NewsroomDb): Promise<void> {
  const { id: account_id } = await db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  const [time, later] = ['2024-08-01T09:00:00.000Z', '2030-01-01T00:00:00.000Z']
  const seen = { device: 'Firefox on Linux', began_at: time, seen_at: time, confirmed_at: time }
  const passkey = { public_key: 'cHVi', counter: 3, transports: '["usb"]', name: 'A key', is_synced: 0 }
  const rows = [
    db.insertInto('sessions').values({ id: 'ses_a', token_hash: 'h', account_id, ...seen, expires_at: later }),
    db.insertInto('passkeys').values({ id: 'a2V5', account_id, ...passkey, added_at: time, used_on: null }),
    db.insertInto('passwords').values({ account_id, hash: 'h', totp_secret: 's', totp_step: 57_412_345, set_at: time }),
    db.insertInto('recovery_codes').values({ account_id, code_hash: 'h', used_at: null }),
    db.insertInto('ended_sessions').values({ token_hash: 'e', account_id, ended_at: time }),
    db.insertInto('challenges').values({ id: 'c', challenge: 'c', purpose: 'enter', account_id, expires_at: later }),
    db.insertInto('failed_tries').values({ key: 'k', window_start: time, tries: 2 }),
    db.insertInto('installation').values({ id: 1, secrets_mark: 'm', locked_at: null, lock_reason: null }),
  ]
  for (const row of rows) await row.execute()
}

describe('a newsroom with something of everything', () => {
  let whole: OpenDatabases
  let shelves: WholeNewsroom['shelves']
  let remove: () => Promise<void>

  beforeAll(async () => {
    const dbs = await databases[0]?.open()
    if (!dbs) throw new Error('no database')
    whole = dbs
    const folder = await aFolder()
    remove = folder.remove
    shelves = (await fillWhole(whole, folder.path)).shelves
    await writeWaysIn(whole.newsroom)
  })
  afterAll(async () => {
    await whole.close()
    await remove()
  })

  it('is copied between all kinds of databases, every row of every table', { timeout: 120_000 }, async () => {
    const rows = await allRows(whole)
    expect(new Set(rows.map((row) => row.split(' ')[0])).size).toBeGreaterThan(55)
    let from = whole
    for (const kind of ['postgres', 'postgres', 'sqlite', 'sqlite'] as const) {
      const to = await empty(kind)
      await copyNewsroom({ from: from.addresses.newsroom, to: to.addresses.newsroom })
      expect(await allRows(to)).toEqual(rows)
      from = to
    }
  })

  it('moves to PostgreSQL and back: the same newsroom, the same export, the same for readers', {
    timeout: 120_000,
  }, async () => {
    const rows = await allRows(whole, WRITTEN_BY_A_MOVE)
    const files = await exported(whole, shelves)
    const dump = await canonicalDump(whole.edition)
    let from = whole
    for (const kind of ['postgres', 'sqlite'] as const) {
      const to = await empty(kind)
      expect(await move(from, to)).toMatchObject({ kind: 'moved' })
      expect(await allRows(to, WRITTEN_BY_A_MOVE)).toEqual(rows)
      expect(await canonicalDump(to.edition)).toBe(dump)
      expect(await exported(to, shelves)).toEqual(files)
      from = to
    }
  })
})

async function small(kind: Kind): Promise<OpenDatabases> {
  const dbs = await empty(kind)
  await fillSmall(dbs, await aPlaceFor())
  return dbs
}

describe.each([
  ['sqlite', 'postgres'],
  ['postgres', 'sqlite'],
] as const)('a small newsroom on %s that moves to %s', (one, other) => {
  it('can be worked with at once: numbers go on, and everything holds together', async () => {
    const [from, to] = [await small(one), await empty(other)]
    await indexStories(aNewsroom(from))
    await move(from, to)
    const newsroom = aNewsroom(to, { randomBytes: () => randomBytes(16) })
    await importStories(newsroom, [anIncoming()], { source: 'old site', publish: true })
    await indexStories(newsroom)
    const indexed = await newsroom.db.selectFrom('story_words').select('position').orderBy('position').execute()
    expect(indexed.map(({ position }) => position)).toEqual([1, 2, 3])
    expect(await firstBrokenSeal(newsroom.db, newsroom.auditKey)).toBe(null)
    const orphan = { story_id: 'sty_nobody', revision: 1, headline: '', content: '{}', created_at: '', created_by: '' }
    await expect(newsroom.db.insertInto('story_revisions').values(orphan).execute()).rejects.toThrow(/foreign key/i)
  })

  it('leaves where it comes from as it was, and notes that it has moved', async () => {
    const [from, to] = [await small(one), await empty(other)]
    const rows = await allRows(from)
    const { rows: count } = await move(from, to)
    expect(await allRows(from)).toEqual(rows)
    expect(await allUpkeep(to.newsroom)).toEqual([
      expect.objectContaining({ kind: 'move', detail: expect.objectContaining({ from: one, to: other, rows: count }) }),
    ])
  })

  it('is stopped between two pages, and goes on when it is moved again', async () => {
    const [from, to] = [await small(one), await empty(other)]
    const rows = await allRows(from, WRITTEN_BY_A_MOVE)
    await expect(move(from, to, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped')
    expect(await move(from, to)).toMatchObject({ kind: 'moved' })
    expect(await allRows(to, WRITTEN_BY_A_MOVE)).toEqual(rows)
  })
})

describe('a small newsroom that moves', () => {
  it('is said to be there when it is moved once more, and is not touched when either has gone on', async () => {
    const [from, to] = [await small('sqlite'), await empty('postgres')]
    await move(from, to)
    const there = await allRows(to)
    expect(await move(from, to)).toMatchObject({ kind: 'already' })
    const { id } = await from.newsroom.selectFrom('stories').select('id').executeTakeFirstOrThrow()
    await issueNote(aNewsroom(from), { storyId: id as never, kind: 'correction', text: 'Five, not six.' })
    await expect(move(from, to)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining('not the same'),
    })
    expect(await allRows(to)).toEqual(there)
  })

  it('does not go where another newsroom is', async () => {
    const [from, to] = [await small('sqlite'), await empty('postgres')]
    await fillSmall(to, await aPlaceFor())
    // The same texts, sealed with the key of another installation.
    await to.newsroom.updateTable('audit').set({ seal: 'of another key' }).where('number', '=', 1).execute()
    const there = await allRows(to)
    await expect(move(from, to)).rejects.toMatchObject({ code: 'refused', remedy: expect.stringContaining('empty') })
    expect(await allRows(to)).toEqual(there)
  })

  it('is not left behind half: what was written meanwhile stops the move, and the next one brings it', async () => {
    const [from, to] = [await small('sqlite'), await empty('postgres')]
    const { id } = await from.newsroom.selectFrom('stories').select('id').executeTakeFirstOrThrow()
    let isWritten = false
    const writing = moveNewsroom(aNewsroom(from), {
      from: from.addresses,
      to: to.addresses,
      migrations: MIGRATIONS,
      onProgress: () => {
        if (!isWritten) void issueNote(aNewsroom(from), { storyId: id as never, kind: 'correction', text: 'Five.' })
        isWritten = true
      },
    })
    await expect(writing).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('story_notes') })
    expect(await move(from, to)).toMatchObject({ kind: 'moved' })
    expect(await allRows(to, WRITTEN_BY_A_MOVE)).toEqual(await allRows(from, WRITTEN_BY_A_MOVE))
  })
})

describe('what PostgreSQL cannot keep', () => {
  it('is a link longer than an index has room for: it is named', async () => {
    const [from, to] = [await empty('sqlite'), await empty('postgres')]
    await fillSmall(from, await aPlaceFor())
    const { id } = await from.newsroom.selectFrom('stories').select('id').executeTakeFirstOrThrow()
    const link = `https://old.example/${randomBytes(6_000).toString('hex')}`
    await from.newsroom.insertInto('import_links').values({ story_id: id, link, address: '/a' }).execute()
    await expect(move(from, to)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/sty_.*of import_links cannot be kept there: index row/),
    })
    await from.newsroom.deleteFrom('import_links').execute()
    expect(await move(from, to)).toMatchObject({ kind: 'moved' })
  })

  it('is the character U+0000: it is named, with the row it stands in', async () => {
    const [from, to] = [await empty('sqlite'), await empty('postgres')]
    await fillSmall(from, await aPlaceFor())
    await from.newsroom.updateTable('pictures').set({ caption: 'A \u0000 field' }).execute()
    await expect(move(from, to)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/U\+0000.*pic_.*pictures.*caption/),
    })
    await from.newsroom.updateTable('pictures').set({ caption: 'A field' }).execute()
    expect(await move(from, to)).toMatchObject({ kind: 'moved' })
  })
})

describe.each(databases)('what is copied on $name', ({ kind }) => {
  it('is every table there is, but for those that are named as made anew', async () => {
    const { newsroom } = await empty(kind)
    const shapes = await tableShapes(newsroom, kind)
    const { rows } = await (kind === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(newsroom)
      : sql<{
          name: string
        }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(
          newsroom,
        ))
    const copied = new Set(shapes.map(({ name }) => name))
    const forgotten = rows.filter(({ name }) => !copied.has(name) && !(name in NOT_COPIED))
    expect(forgotten).toEqual([])
    expect(copied.size).toBeGreaterThan(50)
  })
})
