import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetDeleted } from '../../src/database/forget-deleted.ts'
import type { StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { examineErasures } from '../../src/newsroom/examine-erasures.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { addSealKey } from '../../src/newsroom/record/add-seal-key.ts'
import { captureDocument } from '../../src/newsroom/record/capture-document.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { sealSource } from '../../src/newsroom/record/seal-source.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aBody, aContent, aNewspaper, aNewsroom, aParagraph, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { aFile, newestOf, putOnRecord } from '../contract/what-is-written.ts'
import { aClaim, aDocument, anEvent, aSource } from '../record/builders.ts'
import { openReaderSite, type ReaderSite } from './reader-site.ts'
import { spellingsIn } from './spellings.ts'

/** A word of this test alone: the server is shared with others. */
const ERASED = 'erasedqqxz'
const [sqlite, postgres] = databases
/** Where the newsroom keeps the words of stories. */
const WRITTEN = ['story_revisions', 'story_publications', 'story_notes', 'story_words', 'story_lines'] as const

async function aNewsroomThatForgets(dbs: OpenDatabases): Promise<TestNewsroom> {
  const { kind } = dbs.addresses.newsroom
  const newsroom = aNewsroom(dbs, {
    forget: async () => {
      // As the server does: while a reader holds the log, again a moment later.
      while (!((await forgetDeleted(dbs.newsroom, kind)) && (await forgetDeleted(dbs.edition, kind)))) await pause(20)
    },
  })
  await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  return newsroom
}

/** A story that readers have in two versions, with a correction, and with words that an index keeps. */
async function aStoryToKill(newsroom: TestNewsroom): Promise<StoryId> {
  const content = (which: string) =>
    aContent({
      headline: `${which} ${ERASED} headline`,
      standfirst: `${ERASED} standfirst`,
      keywords: [`${ERASED} keyword`],
      body: aBody(...Array.from({ length: 40 }, (_, at) => aParagraph(`${ERASED} paragraph ${at} of ${which}.`))),
    })
  const { id } = await createStory(newsroom, {
    language: 'en',
    translatedFrom: null,
    slug: 'withdrawn',
    content: content('First'),
  })
  await publishStory(newsroom, { storyId: id, revision: null })
  await reviseStory(newsroom, { storyId: id, revision: null, content: content('Second') })
  await publishStory(newsroom, { storyId: id, revision: null, change: `${ERASED} change` })
  await issueCorrection(newsroom, id, `${ERASED} correction`)
  return id
}

/** A source, a document with its capture, and a claim before readers, and a source with a sealed name. */
async function anEntryOfEach(newsroom: TestNewsroom) {
  const names = [{ text: `${ERASED} name`, lang: 'en', script: null, kind: 'official' as const }]
  const source = aSource('somebody', { content: { names } })
  const hidden = aSource('hidden', { described: `${ERASED} official` })
  const document = aDocument('page', {
    by: 'somebody',
    content: { title: `${ERASED} title`, text: `${ERASED} text. `.repeat(2_000) },
  })
  const wording = { text: `${ERASED} wording`, lang: 'en', documentId: null, start: null, end: null }
  const claim = aClaim('said', { by: 'somebody', on: 'A', figure: 'exact 5', content: { wording } })
  await putOnRecord(newsroom, anEvent('A'), source, hidden, document, claim)
  await captureDocument(newsroom, { id: document.id, from: aFile(`a page on ${ERASED}`) })
  const captured = await newestOf(newsroom, document)
  await putOnRecord(newsroom, {
    ...captured,
    content: { ...captured.content, title: `${ERASED} other title` },
  })
  const identity = await generateX25519Identity()
  await addSealKey(newsroom, { recipient: await identityToRecipient(identity), label: 'Awa' })
  await sealSource(newsroom, { sourceId: hidden.id, identity: `${ERASED} identity` })
  return [claim.id, document.id, source.id, hidden.id]
}

/** Files below a folder in whose bytes the word stands, in whatever spelling. */
function holding(folder: string, word = ERASED): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name)
    try {
      return statSync(path).isFile() && spellingsIn(readFileSync(path, 'latin1'), word).length > 0
    } catch {
      // A server removes files as it likes.
      return false
    }
  })
}

describe.skipIf(sqlite?.kind !== 'sqlite')('deleted text on SQLite', () => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let site: ReaderSite
  beforeEach(async () => {
    dbs = await (sqlite as (typeof databases)[number]).open()
    newsroom = await aNewsroomThatForgets(dbs)
    site = await openReaderSite(dbs)
  })
  afterEach(async () => {
    await site.close()
    await dbs.close()
  })

  const dataFolder = () => {
    const { newsroom: address } = dbs.addresses
    return address.kind === 'sqlite' ? dirname(address.file) : ''
  }
  const inFiles = () => [...holding(dataFolder()), ...holding(site.folder)]
  const inEdition = () => inFiles().filter((name) => !name.startsWith('newsroom.db'))

  it('of a killed story is in no file of the public side: edition, log, index, downloads, cards', async () => {
    const id = await aStoryToKill(newsroom)
    await site.catchUp()
    await site.ask('/2024/08/01/withdrawn')
    await site.ask(`/search?q=${ERASED}`)
    await site.ask(`/media/cards/${id}-0123456789abcdef.png`)
    expect(spellingsIn((await site.ask('/data/edition.db')).text, ERASED)).not.toEqual([])
    expect(inEdition().length).toBeGreaterThan(1)
    await killStory(newsroom, id, 'Withdrawn at a source’s wish.')
    await site.catchUp()
    expect(inEdition()).toEqual([])
    expect(spellingsIn((await site.ask('/data/edition.db')).text, ERASED)).toEqual([])
    expect(spellingsIn((await site.ask(`/search?q=shelling`)).whole, ERASED)).toEqual([])
    // The newsroom keeps what it wrote: it is withdrawn from readers, not from whoever answers for it.
    expect(inFiles()).not.toEqual([])
  })

  it('of an erased entry is in no file at all, and in none that is made again', async () => {
    const erase = await anEntryOfEach(newsroom)
    await site.catchUp()
    await site.ask('/data/edition.db')
    expect(inFiles().length).toBeGreaterThan(1)
    for (const id of erase) await eraseEntry(newsroom, { id, reason: 'source-in-danger' })
    await site.catchUp()
    expect(inFiles()).toEqual([])
    await rebuildEdition(newsroom)
    await site.ask('/data/edition.db')
    expect(inFiles()).toEqual([])
  })

  it('has nothing to be said of by the doctor', async () => {
    expect(await examineErasures(newsroom, 'sqlite')).toEqual([])
  })
})

describe.skipIf(postgres?.kind !== 'postgres')('deleted text on PostgreSQL', () => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let server: pg.Client
  let home: string
  beforeEach(async () => {
    dbs = await (postgres as (typeof databases)[number]).open()
    newsroom = await aNewsroomThatForgets(dbs)
    const { newsroom: address } = dbs.addresses
    if (address.kind !== 'postgres') throw new Error('this test asks a server')
    server = new pg.Client({ connectionString: address.url })
    await server.connect()
    home = (await server.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? ''
  })
  afterEach(async () => {
    await server.query('alter system reset wal_recycle')
    await server.query('select pg_reload_conf()')
    await server.end()
    await dbs.close()
  })

  /** What the manual tells an operator to do. */
  async function asTheManualSays(): Promise<void> {
    await server.query('alter system set wal_recycle = off')
    await server.query('select pg_reload_conf()')
    await server.query('vacuum (full, analyze)')
    await server.query('select pg_switch_wal()')
    await server.query('checkpoint')
    await server.query('checkpoint')
  }
  const found = () =>
    [...new Set(holding(home).map((name) => name.split('/')[0]))].toSorted((one = '', other = '') =>
      one < other ? -1 : 1,
    )

  it('lies in its files and in its log until both are written anew, and the doctor says so', async () => {
    const id = await aStoryToKill(newsroom)
    const erase = await anEntryOfEach(newsroom)
    expect(await examineErasures(newsroom, 'postgres')).toEqual([
      { level: 'note', what: expect.stringContaining('2024-08-01'), remedy: expect.stringContaining('VACUUM') },
    ])
    // What is killed stays in the newsroom; to see its files clean, the newsroom's own words go too.
    await killStory(newsroom, id, 'Withdrawn.')
    for (const entry of erase) await eraseEntry(newsroom, { id: entry, reason: 'source-in-danger' })
    const inEdition = await sql<{
      n: string
    }>`select count(*) as n from edition.stories where headline like ${`%${ERASED}%`}`.execute(dbs.edition)
    expect(Number(inEdition.rows[0]?.n)).toBe(0)
    // What is in memory alone is in no file yet.
    await server.query('checkpoint')
    for (const table of WRITTEN) await sql.raw(`delete from ${table}`).execute(dbs.newsroom)
    expect(found()).toEqual(expect.arrayContaining(['base', 'pg_wal']))
    expect(await examineErasures(newsroom, 'postgres')).toMatchObject([{ level: 'note' }])
    await asTheManualSays()
    expect(found()).toEqual([])
    expect(await examineErasures(newsroom, 'postgres')).toMatchObject([{ level: 'ok' }])
  })
})
