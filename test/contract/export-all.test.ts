import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { loadConfig } from '../../src/config/config.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { exportAll, type ExportedAll } from '../../src/newsroom/exporting/export-all.ts'
import { mayMoveInWhole, moveInWhole } from '../../src/newsroom/exporting/move-in-whole.ts'
import { indexStories } from '../../src/newsroom/index-stories.ts'
import { loadSample } from '../../src/newsroom/load-sample.ts'
import { readSample } from '../../src/newsroom/sample-files.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { countRows } from '../../src/store/carried-rows.ts'
import { CARRIED_TABLES, LEFT_OUT, MADE_ANEW } from '../../src/store/carried-tables.ts'
import { insertAccount } from '../../src/store/accounts.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { firstBrokenCommitment } from '../../src/store/record-commitment.ts'
import { anApplication } from '../cli/an-application.ts'
import { aNewsroom } from '../builders.ts'
import { CANARY } from '../promises/canaries.ts'
import { databases, MIGRATIONS, type OpenDatabases } from './databases.ts'
import { aFolder, fillSmall, fillWhole, wholeDump, type WholeNewsroom } from './whole-newsroom.ts'

type Folder = Awaited<ReturnType<typeof aFolder>>

/** Every file below a folder, by path, as text. */
async function textsIn(folder: string): Promise<Map<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const texts = new Map<string, string>()
  for (const path of paths.toSorted()) texts.set(path.slice(folder.length + 1), await readFile(path, 'latin1'))
  return texts
}

const ofAudit = (line: string): boolean => line.startsWith('audit ')
const withoutNumber = (line: string): string => line.replace(/"number":\d+,/, '')

/** The paths of an export beside which somebody put a file. */
const paths = (texts: ReadonlyMap<string, string>): string[] =>
  [...texts.keys()].filter((path) => path !== 'notes of mine.txt')

describe.each(databases)('a whole newsroom out of $name', ({ open }) => {
  let dbs: OpenDatabases
  let whole: WholeNewsroom
  let media: Folder
  let out: Folder
  let exported: ExportedAll
  const run = (folder: string) => {
    const { newsroom, shelves } = whole
    return exportAll(newsroom, { folder, addresses: dbs.addresses, shelves, siteUrl: 'https://example.org' })
  }
  beforeAll(async () => {
    media = await aFolder()
    out = await aFolder()
    dbs = await open()
    whole = await fillWhole(dbs, media.path)
    exported = await run(out.path)
  })
  afterAll(async () => {
    await dbs.close()
    await media.remove()
    await out.remove()
  })

  it.each(databases)('comes back equal on $name', async ({ open }) => {
    const others = await open()
    const place = await aFolder()
    const newsroom = aNewsroom(others, { auditKey: 'another key for tests' })
    // As after the first start of a server that nobody has set up: there is a paper without a name.
    await setUpUntitled(newsroom, 'UTC')
    const shelves = pictureShelves(place.path)
    const moved = await moveInWhole(newsroom, out.path, { shelves })
    await indexStories(newsroom)
    expect(moved).toMatchObject({
      kind: 'moved',
      isLive: true,
      problems: [],
    })
    // Its audit counts on from the line of that first start, and ends with the line that says that it moved in.
    const [here, there] = [await wholeDump(dbs), await wholeDump(others)]
    expect(there.filter((line) => !ofAudit(line))).toEqual(here.filter((line) => !ofAudit(line)))
    expect(there.filter(ofAudit).slice(1, -1).map(withoutNumber)).toEqual(here.filter(ofAudit).map(withoutNumber))
    expect(await firstBrokenSeal(others.newsroom, newsroom.auditKey)).toBe(null)
    expect(await firstBrokenCommitment(others.newsroom)).toBe(null)
    expect(await textsIn(place.path)).toEqual(await textsIn(media.path))
    expect(await mayMoveInWhole(others.newsroom)).toBe(false)
    await others.close()
    await place.remove()
  })

  it('holds no secret, and not what was erased', async () => {
    const texts = [...(await textsIn(out.path)).values()].join('\n')
    expect(texts).toContain(`${CANARY} draft`)
    for (const secret of whole.secrets) expect(texts).not.toContain(secret)
    expect(texts).not.toContain(`${CANARY} erased`)
    const { rows } = await sql<{ hash: string }>`select token_hash as hash from invitations
      union all select token_hash from api_keys union all select token_hash from preview_links`.execute(dbs.newsroom)
    expect(rows.length).toBeGreaterThan(2)
    for (const { hash } of rows) expect(texts).not.toContain(hash)
  })

  it('is for nobody else on the machine to read', async () => {
    for (const entry of await readdir(out.path, { recursive: true, withFileTypes: true })) {
      const { mode } = await stat(join(entry.parentPath, entry.name))
      expect(`${entry.name} ${(mode & 0o777).toString(8)}`).toBe(`${entry.name} ${entry.isDirectory() ? '700' : '600'}`)
    }
  })

  it('is written anew only where something has changed, and what is gone is removed', async () => {
    const before = await textsIn(out.path)
    expect(exported.removed).toBe(0)
    // The audit has a line more, which says that everything was exported.
    expect(await run(out.path)).toMatchObject({ written: 2, removed: 0 })
    await writeFile(join(out.path, 'notes of mine.txt'), 'mine')
    await rm(join(out.path, 'users.json'))
    await writeFile(join(out.path, 'paper.json'), 'damaged')
    await writeFile(join(out.path, 'media', 'pic_gone.jpg'), 'gone')
    await killStory(whole.newsroom, whole.pictured, 'Withdrawn.')
    const again = await run(out.path)
    expect(again.removed).toBe(1)
    const after = await textsIn(out.path)
    expect(after.get('users.json')).toBe(before.get('users.json'))
    expect(after.get('paper.json')).toBe(before.get('paper.json'))
    expect(after.get('notes of mine.txt')).toBe('mine')
    expect(after.has('media/pic_gone.jpg')).toBe(false)
    const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path)
    expect(changed.filter((path) => path.startsWith('stories/')).every((path) => path.includes(whole.pictured))).toBe(
      true,
    )
    const fresh = await aFolder()
    await run(fresh.path)
    expect(paths(after)).toEqual(paths(await textsIn(fresh.path)))
    await fresh.remove()
  })
})

describe.each(databases)('the tables of the newsroom on $name', ({ kind, open }) => {
  it('are each carried by a whole export, made anew, or left out for a reason', async () => {
    const dbs = await open()
    const tables = await dbs.newsroom.introspection.getTables()
    const own = tables.filter(({ name, schema }) =>
      kind === 'postgres' ? schema === 'newsroom' : !name.startsWith('search_index'),
    )
    const told = [...CARRIED_TABLES.map(({ name }) => name), ...Object.keys(MADE_ANEW), ...Object.keys(LEFT_OUT)]
    expect(told.toSorted()).toEqual([...new Set(told)].toSorted())
    expect(
      own
        .map(({ name }) => name)
        .filter((name) => name !== 'schema_migrations')
        .toSorted(),
    ).toEqual(told.toSorted())
    await dbs.close()
  })
})

describe('a whole export', () => {
  const [sqlite] = databases
  const opened = async () => {
    if (!sqlite) throw new Error('no database')
    return sqlite.open()
  }

  it('is tried with something in every table that it carries', async () => {
    const dbs = await opened()
    const media = await aFolder()
    await fillWhole(dbs, media.path)
    const empty = []
    for (const table of CARRIED_TABLES) if ((await countRows(dbs.newsroom, table)) === 0) empty.push(table.name)
    expect(empty).toEqual([])
    await dbs.close()
    await media.remove()
  })

  it('brings the sample edition with its whole record back', async () => {
    const [dbs, others] = [await opened(), await opened()]
    const folder = await aFolder()
    const newsroom = aNewsroom(dbs)
    await loadSample(newsroom, await readSample(join(MIGRATIONS, '..', 'sample')))
    await indexStories(newsroom)
    const shelves = pictureShelves(join(folder.path, 'media'))
    const out = join(folder.path, 'out')
    await exportAll(newsroom, { folder: out, addresses: dbs.addresses, shelves, siteUrl: '' })
    const moved = await moveInWhole(aNewsroom(others), out, { shelves })
    await indexStories(aNewsroom(others))
    expect(moved).toMatchObject({ kind: 'moved', counts: { stories: expect.any(Number) } })
    expect((await wholeDump(others)).slice(0, -1)).toEqual(expect.arrayContaining((await wholeDump(dbs)).slice(0, -1)))
    expect(await readFile(join(out, 'record/claims.csv'), 'utf8')).toContain('claim_id')
    await dbs.close()
    await others.close()
    await folder.remove()
  })

  it('that was stopped half-way says so, is not taken in, and is completed by the next run', async () => {
    const dbs = await opened()
    const folder = await aFolder()
    const { newsroom, shelves } = await fillSmall(dbs, join(folder.path, 'media'))
    const out = join(folder.path, 'out')
    const stopped = {
      ...shelves,
      masters: { ...shelves.masters, read: () => Promise.reject(new Error('The power is gone.')) },
    }
    const request = { folder: out, addresses: dbs.addresses, siteUrl: '' }
    await expect(exportAll(newsroom, { ...request, shelves: stopped })).rejects.toThrow('The power is gone.')
    await writeFile(join(out, 'paper.json.onrecord-draft'), '{"half')
    const others = await opened()
    expect(await moveInWhole(aNewsroom(others), out, { shelves })).toMatchObject({
      kind: 'faulty',
      problems: [{ what: expect.stringMatching(/stopped half-way/) }],
    })
    await exportAll(newsroom, { ...request, shelves })
    expect((await textsIn(out)).has('paper.json.onrecord-draft')).toBe(false)
    const looked = await moveInWhole(aNewsroom(others), out, { shelves, isDryRun: true })
    expect(looked).toMatchObject({ kind: 'checked', problems: [] })
    expect(await mayMoveInWhole(others.newsroom)).toBe(true)
    expect(await moveInWhole(aNewsroom(others), out, { shelves })).toMatchObject({ kind: 'moved' })
    await dbs.close()
    await others.close()
    await folder.remove()
  })

  it('is asked for on the command line, alone, and says what it holds', async () => {
    const dbs = await opened()
    const folder = await aFolder()
    const newsroom = aNewsroom(dbs)
    await setUpUntitled(newsroom, 'UTC')
    const app = anApplication({
      config: () => loadConfig({ ONRECORD_DATA: folder.path }, { home: folder.path, workingFolder: folder.path }),
      sampleFolder: folder.path,
      withNewsroom: (_, work) => work(newsroom, dbs.addresses),
    })
    const said: string[] = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
    vi.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line))
    const out = join(folder.path, 'out')
    expect(await runCommandLine(['export', '--all', out, '--public'], app)).toBe(3)
    expect(await runCommandLine(['export', '--all', out, '--json'], app)).toBe(0)
    expect(JSON.parse(said.at(-1) ?? '')).toMatchObject({ counts: { stories: 0 }, missing: [], isAuditWhole: true })
    vi.restoreAllMocks()
    await dbs.close()
    await folder.remove()
  })

  it('is not written into a folder that holds something else, nor over a newer one', async () => {
    const dbs = await opened()
    const folder = await aFolder()
    const newsroom = aNewsroom(dbs)
    const run = () =>
      exportAll(newsroom, {
        folder: folder.path,
        addresses: dbs.addresses,
        shelves: pictureShelves(folder.path),
        siteUrl: '',
      })
    await writeFile(join(folder.path, 'thesis.txt'), 'mine')
    await expect(run()).rejects.toMatchObject({ code: 'refused' })
    await writeFile(join(folder.path, 'onrecord.json'), '{"format":"onrecord-export","version":99,"isComplete":true}')
    await expect(run()).rejects.toMatchObject({ code: 'refused', message: expect.stringMatching(/newer/) })
    await rm(join(folder.path, 'onrecord.json'))
    await rm(join(folder.path, 'thesis.txt'))
    expect(await run()).toMatchObject({ counts: { stories: 0 } })
    await dbs.close()
    await folder.remove()
  })

  it('lets whoever set the new newsroom up keep their account and their mail address', async () => {
    const [dbs, others] = [await opened(), await opened()]
    const folder = await aFolder()
    const account = (id: string, name: string) => ({
      id: id as never,
      name,
      email: 'ana@example.org',
      language: 'en',
      state: 'active' as const,
      createdAt: aNewsroom(dbs).now(),
      seenOn: null,
      grants: [{ role: 'owner' as const, deskId: null }],
    })
    await inTransaction(dbs.newsroom, (tx) => insertAccount(tx, account('acc_then', 'Ana then')))
    await inTransaction(others.newsroom, (tx) => insertAccount(tx, account('acc_now', 'Ana now')))
    const shelves = pictureShelves(join(folder.path, 'media'))
    const out = join(folder.path, 'out')
    await exportAll(aNewsroom(dbs), { folder: out, addresses: dbs.addresses, shelves, siteUrl: '' })
    const moved = await moveInWhole(aNewsroom(others), out, { shelves })
    expect(moved).toMatchObject({
      kind: 'moved',
      problems: [{ what: expect.stringMatching(/Ana then.*without a mail/) }],
    })
    const people = await others.newsroom.selectFrom('accounts').select(['name', 'email']).orderBy('name').execute()
    expect(people).toEqual([
      { name: 'Ana now', email: 'ana@example.org' },
      { name: 'Ana then', email: null },
    ])
    await dbs.close()
    await others.close()
    await folder.remove()
  })
})
