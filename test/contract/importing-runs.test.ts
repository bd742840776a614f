import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeId } from '../../src/ids.ts'
import { EMPTY_MAPPING } from '../../src/intake/name-mapping.ts'
import { EMPTY_REPORT } from '../../src/newsroom/importing/import-report.ts'
import { runImportOf } from '../../src/newsroom/importing/run-import-of.ts'
import { stopImport } from '../../src/newsroom/importing/stop-import.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { importsBefore, insertImport } from '../../src/store/imports.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { countStories } from '../../src/store/stories.ts'
import { aNewspaper, at } from '../builders.ts'
import { aFile } from '../intake/given-file.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const feed = (...items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><link>https://old.example</link>${items.join('')}</channel></rss>`
const item = (number: number, more = ''): string =>
  `<item><title>Story ${number}</title><guid>g${number}</guid><link>https://old.example/${number}</link><pubDate>Mon, 05 Feb 2024 10:00:00 GMT</pubDate><category>Sahel</category>${more}<description>Words of ${number}.</description></item>`

describe.each(databases)('imports as they are kept on $name', ({ open }) => {
  let dbs: OpenDatabases
  let folder: string
  let studio: TestStudio
  let editor: Caller

  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-imports-'))
    studio = aStudio(dbs, { dataFolder: folder })
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    editor = await studio.staff('Edo', 'editor')
  })
  afterEach(async () => {
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function upload(text: string, name = 'feed.xml') {
    const file = new Blob([text])
    const { uploadId } = await editor.ask('POST /uploads', { body: { name, bytes: file.size } })
    await editor.ask('PUT /uploads/{uploadId}', { params: { uploadId }, query: { offset: 0 }, body: file })
    return uploadId
  }

  async function bring(text: string, more: object = {}) {
    const uploadId = await upload(text)
    const { importId } = await editor.ask('POST /imports', { body: { uploadId, publish: false, ...more } })
    await studio.house.imports.settled()
    return importId
  }

  it('say what came of them, who began them, and forget the file', async () => {
    const importId = await bring(feed(item(1), item(2)), { source: 'old site' })
    const { imports } = await editor.ask('GET /imports', { query: {} })
    expect(imports).toMatchObject([
      {
        id: importId,
        name: 'feed.xml',
        source: 'old site',
        kind: 'feed',
        by: 'Edo',
        state: 'ended',
        failure: null,
        report: { added: 2, published: 0, duplicates: 0, isComplete: true },
      },
    ])
    expect(imports[0]?.progress.bytesRead).toBe(imports[0]?.progress.bytes)
  })

  it('are shown beforehand: the first stories, sums and names, and nothing changes', async () => {
    const uploadId = await upload(feed(...Array.from({ length: 12 }, (_, number) => item(number))))
    const preview = await editor.ask('POST /imports/preview', { body: { uploadId } })
    expect(preview).toMatchObject({
      kinds: ['feed'],
      isWhole: true,
      stories: 12,
      known: 0,
      statuses: { published: 12 },
      names: { sections: [{ name: 'Sahel', stories: 12 }] },
      isComplete: true,
    })
    expect(preview.first).toHaveLength(10)
    expect(preview.first[0]).toMatchObject({ headline: 'Story 0', status: 'published', sectionPath: ['Sahel'] })
    expect(await countStories(dbs.newsroom)).toEqual({})
    expect((await editor.ask('GET /imports', { query: {} })).imports).toEqual([])
    await editor.ask('POST /imports', { body: { uploadId, publish: false } })
    await studio.house.imports.settled()
    expect(await countStories(dbs.newsroom)).toEqual({ draft: 12 })
  })

  it('take a mapping, and say where one is faulty', async () => {
    const uploadId = await upload(feed(item(1)))
    const faulty = await editor.send('POST /imports', {
      body: { uploadId, publish: false, mapping: { format: 1, sections: { Sahel: 4 } } },
    })
    expect(faulty.status).toBe(422)
    expect(await faulty.text()).toContain('sections.Sahel: must be a name')
    const mapping = { format: 1, sections: { sahel: 'Mali' } }
    await editor.ask('POST /imports', { body: { uploadId, publish: false, mapping } })
    await studio.house.imports.settled()
    expect((await editor.ask('GET /paper/sections', {})).sections.map(({ slug }) => slug)).toEqual(['mali'])
  })

  it('keep every problem, for a page at a time and for a file', async () => {
    const twice = Array.from({ length: 230 }, () => item(1))
    const importId = await bring(feed(...twice))
    const params = { importId }
    const first = await editor.ask('GET /imports/{importId}', { params, query: {} })
    expect(first.import.report).toMatchObject({ added: 1, skipped: 229, problemCount: 229 })
    expect(first.import.report.problems).toHaveLength(20)
    expect(first.problems).toHaveLength(200)
    const second = await editor.ask('GET /imports/{importId}', { params, query: { after: first.after ?? 0 } })
    expect(second.problems.map(({ number }) => number)).toEqual(Array.from({ length: 29 }, (_, at) => 201 + at))
    expect(second.after).toBeNull()
    const response = await editor.send('GET /imports/{importId}/report', { params })
    const report = JSON.parse(await response.text())
    expect(report).toMatchObject({ added: 1, problemCount: 229, isComplete: true })
    expect(report.problems).toHaveLength(229)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="import-[\d-]+\.json"$/)
  })

  it('that cannot be read at all are refused at once, under the name that the file has', async () => {
    const uploadId = await upload('%PDF-1.7', 'old.pdf')
    const response = await editor.send('POST /imports', { body: { uploadId, publish: false } })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('old.pdf is a PDF document')
    expect((await editor.ask('GET /imports', { query: {} })).imports).toEqual([])
  })

  it('stop when they are asked to, keep what came in, and go on when they are run again', async () => {
    const { newsroom } = studio
    const text = feed(...Array.from({ length: 450 }, (_, number) => item(number)))
    const file = aFile(text, 'feed.xml')
    const inputs = {
      name: 'feed.xml',
      readable: [{ file, kind: 'feed' as const }],
      pictures: [],
      problems: [],
      bytes: file.bytes,
      close: async () => undefined,
    }
    const order = {
      name: 'feed.xml',
      source: null,
      publish: false,
      mapping: EMPTY_MAPPING,
      reading: { readOn: null, zone: null },
    }
    const stop = async () => {
      const [running] = await importsBefore(newsroom.db, { before: null, limit: 1 })
      if (running && !running.isStopAsked) await stopImport(newsroom, running.id)
    }
    const report = await runImportOf(newsroom, inputs, order, { onProgress: stop })
    expect(report.added).toBeLessThan(450)
    const [stopped] = (await editor.ask('GET /imports', { query: {} })).imports
    expect(stopped).toMatchObject({ state: 'failed', failure: expect.stringContaining('It was stopped') })
    expect(await countStories(dbs.newsroom)).toEqual({ draft: report.added })
    await expect(stopImport(newsroom, stopped?.id as never)).rejects.toThrow('has ended already')
    expect(await runImportOf(newsroom, inputs, order)).toMatchObject({ added: 450 - report.added })
  })

  it('whose process is gone are shown as broken off', async () => {
    const began = at('2024-08-01T08:00:00Z')
    const { problems: _problems, summary, ...counts } = EMPTY_REPORT
    await inTransaction(dbs.newsroom, (tx) =>
      insertImport(tx, {
        id: makeId('import', new Uint8Array(16)),
        source: 'wxr',
        name: 'export.xml',
        kind: 'wxr',
        publish: true,
        beganAt: began,
        seenAt: began,
        endedAt: null,
        by: 'ona',
        process: 'elsewhere/17/1',
        failure: null,
        bytes: 1_000,
        bytesRead: 500,
        counts,
        summary,
      }),
    )
    const [gone] = (await editor.ask('GET /imports', { query: {} })).imports
    expect(gone).toMatchObject({ state: 'broken-off', endedAt: began, failure: expect.stringContaining('goes on') })
  })
})
