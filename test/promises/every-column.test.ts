import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ALL_ENDPOINTS } from '../../src/http/contract/all-endpoints.ts'
import type { PictureId } from '../../src/ids.ts'
import { exportSite } from '../../src/press/static-export/export-site.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { insertPicture } from '../../src/store/pictures.ts'
import { aContent, aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aPicture } from '../media/builders.ts'
import { aStudio } from '../studio-caller.ts'
import {
  aLiveStory,
  CANARY,
  leaksIn,
  writeWhatIsPrivate,
  writeWhatTheHouseKeeps,
  writeWhatTheRecordKeeps,
  writeWhatWasWithdrawn,
  writeWhatWasWithheld,
} from './canaries.ts'
import { COLUMN_CLASSES } from './column-classes.ts'
import { crawl } from './crawl.ts'
import { openReaderSite, type ReaderSite, SITE } from './reader-site.ts'
import { unpackedToo } from './spellings.ts'
import { writeWhatTheStudioKeeps, writeWhatWasTakenBack } from './studio-canaries.ts'
import { writeWhatIsAtWork } from './working-canaries.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
}

/** Every column of the newsroom as the database itself has it; the search's index is made of another table's words. */
const columnsOf = (db: DatabaseSync): Column[] =>
  db
    .prepare(
      `select t.name as "table", c.name as name, c.type as type
       from sqlite_schema t join pragma_table_info(t.name) c
       where t.type = 'table' and t.name not like 'search_index%' and t.name not like 'sqlite_%' and t.name <> 'schema_migrations'
       order by t.name, c.cid`,
    )
    .all()
    .map(({ table, name, type }) => ({ table: String(table), name: String(name), type: String(type) }))

const isText = ({ type }: Column) => type === 'TEXT' || type === 'BLOB'

const wordsOf = (classes: string | undefined): string[] => (classes ?? '').split(' ').filter((word) => word !== '')

const isPrivate = ({ table, name }: Column): boolean => {
  const classes = COLUMN_CLASSES[table]
  return classes === 'private' || wordsOf(classes?.private).includes(name)
}

/** Puts a canary into every value of a private column; a table that nobody wrote into gets a row of canaries. */
function fillPrivateColumns(db: DatabaseSync): number {
  const columns = columnsOf(db)
  let count = 0
  const word = ({ table, name, type }: Column): SQLInputValue => {
    count += 1
    const text = `${CANARY} ${table} ${name} ${count}`
    return type === 'BLOB' ? Buffer.from(text) : text
  }
  for (const table of new Set(columns.filter(isPrivate).map((column) => column.table))) {
    const own = columns.filter((column) => column.table === table)
    if (db.prepare(`select 1 from ${table} limit 1`).get() === undefined) {
      const values = own.map((column) => (isText(column) ? word(column) : 0))
      const names = own.map(({ name }) => `"${name}"`).join(', ')
      db.prepare(`insert into ${table} (${names}) values (${own.map(() => '?').join(', ')})`).run(...values)
    }
    for (const column of own.filter(isText).filter(isPrivate)) {
      const { name } = column
      const rows = db.prepare(`select distinct "${name}" as value from ${table} where "${name}" is not null`).all()
      // A column that happens to be empty in every row is filled in every row.
      if (rows.length === 0) db.prepare(`update ${table} set "${name}" = ?`).run(word(column))
      for (const { value } of rows as { value: SQLInputValue }[]) {
        db.prepare(`update ${table} set "${name}" = ? where "${name}" = ?`).run(word(column), value)
      }
    }
  }
  return count
}

describe.each(databases.filter(({ kind }) => kind === 'sqlite'))('every column of the newsroom', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let site: ReaderSite
  let folder: string
  const found: string[] = []
  let filled = 0
  let visited = 0

  const newsroomFile = () => {
    const { newsroom: address } = dbs.addresses
    if (address.kind !== 'sqlite') throw new Error('this test reads a file')
    const db = new DatabaseSync(address.file)
    db.exec('pragma busy_timeout = 5000; pragma foreign_keys = off; pragma ignore_check_constraints = on')
    return db
  }

  beforeAll(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-columns-'))
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await aLiveStory(newsroom)
    await aStoryWithAPicture(newsroom)
    await writeWhatTheRecordKeeps(newsroom)
    await writeWhatIsPrivate(newsroom)
    await writeWhatWasWithdrawn(newsroom)
    await writeWhatWasWithheld(newsroom)
    await writeWhatIsAtWork(newsroom)
    await writeWhatTheStudioKeeps(newsroom)
    await writeWhatWasTakenBack(newsroom)
    await writeWhatTheHouseKeeps(newsroom)
    const raw = newsroomFile()
    filled = fillPrivateColumns(raw)
    raw.close()
    await rebuildEdition(newsroom)
    site = await openReaderSite(dbs)
  })
  afterAll(async () => {
    await site.close()
    await rm(folder, { recursive: true, force: true })
    // What a test wrote past every rule is no state to give to the next.
    await dbs.close()
  })

  it('is classed: readers may have it in some state, or never', () => {
    const raw = newsroomFile()
    const columns = columnsOf(raw)
    raw.close()
    const unclassed = columns.filter(isText).filter((column) => {
      const classes = COLUMN_CLASSES[column.table]
      if (classes === undefined) return true
      if (classes === 'private') return false
      const named = [classes.public, classes.plain, classes.private].flatMap(wordsOf)
      return named.filter((name) => name === column.name).length !== 1
    })
    expect(unclassed.map(({ table, name }) => `${table}.${name}`)).toEqual([])
    const tables = new Set(columns.map(({ table }) => table))
    expect(Object.keys(COLUMN_CLASSES).filter((table) => !tables.has(table))).toEqual([])
  })

  it('that is private is in no byte that readers are sent, wherever the site leads', { timeout: 240_000 }, async () => {
    expect(filled).toBeGreaterThan(300)
    for await (const { path, reply } of crawl(site)) {
      visited += 1
      if (reply.status >= 500) found.push(`${path}: ${reply.status}`)
      // What was asked stands in the answer where a form is filled in again with it.
      const own = path.includes(CANARY) ? reply.whole.replaceAll(CANARY, '') : reply.whole
      found.push(...leaksIn(own).map((leak) => `${path}: ${leak}`))
    }
    expect(found).toEqual([])
    expect(visited).toBeGreaterThan(300)
  })

  it('that is private is in no answer of the studio to somebody who is not signed in', async () => {
    const studio = aStudio(dbs)
    const told: string[] = []
    for (const key of Object.keys(ALL_ENDPOINTS)) {
      const [method = 'GET', path = ''] = key.split(' ')
      const body = method === 'GET' ? {} : { body: '{}' }
      const response = await studio.app.request(`http://localhost/studio/api${path.replaceAll(/\{\w+\}/g, 'x')}`, {
        method,
        headers: { origin: 'http://localhost', 'content-type': 'application/json' },
        ...body,
      })
      const whole = `${JSON.stringify([...response.headers])}\n${await response.text()}`
      told.push(...leaksIn(whole).map((leak) => `${key}: ${leak}`))
      if (response.status >= 500) told.push(`${key}: ${response.status}`)
    }
    expect(told).toEqual([])
  })

  it('that is private is in no file of the site written as files', { timeout: 240_000 }, async () => {
    const settings = { siteUrl: SITE, dataFolder: folder, webSubHub: null, indexNowKey: null }
    const into = join(folder, 'out')
    await exportSite({
      folder: into,
      edition: dbs.reader,
      address: dbs.addresses.edition,
      settings,
      release: '1',
      findMedia: async () => undefined,
      jobs: 1,
      full: true,
      text: true,
      offline: true,
    })
    const names = (await readdir(into, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
    expect(names.length).toBeGreaterThan(200)
    const leaks: string[] = []
    for (const { parentPath, name } of names) {
      const bytes = await readFile(join(parentPath, name))
      leaks.push(...leaksIn(`${name}\n${unpackedToo(bytes, name)}`).map((leak) => `${name}: ${leak}`))
    }
    expect(leaks).toEqual([])
  })
})

/** A picture that readers have: what is private of it is as private as of any other. */
async function aStoryWithAPicture(newsroom: TestNewsroom): Promise<void> {
  const picture = aPicture({ id: 'pic_shown' as PictureId })
  await inTransaction(newsroom.db, (tx) => insertPicture(tx, picture))
  const content = aContent({ headline: 'Two tolls, in a picture' })
  const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
  await placePicture(newsroom, { storyId: id, pictureId: picture.id, leads: true, cover: null })
  await publishStory(newsroom, { storyId: id, revision: null })
}
