import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { openEditionToRead } from '../../src/edition/edition-db.ts'
import type { ReleaseManifest } from '../../src/edition/release-shelf.ts'
import type { OnrecordError } from '../../src/errors.ts'
import { followChanges } from '../../src/newsroom/follow-changes.ts'
import { makeRelease } from '../../src/newsroom/make-release.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import type { Entry } from '../../src/record/entry.ts'
import { auditLines } from '../../src/store/audit.ts'
import { aNewsroom, aNewspaper, at, type TestNewsroom } from '../builders.ts'
import { seen } from '../http/clients.ts'
import { idOf } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { type OpenDataServer, serveOpenData, SITE } from './open-data-server.ts'
import { hourOf, publishAll, takeStep, WORLD, type Step } from './record-world.ts'

const named = (id: string): Entry => {
  const found = WORLD.find((entry) => entry.id === id)
  if (!found) throw new Error(`${id} is not in the world`)
  return found
}

describe.each(databases)('files of the open data on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let data: OpenDataServer
  let nowMs: number

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await publishAll(newsroom, WORLD)
    nowMs = 0
    data = await serveOpenData(dbs, { nowMs: () => nowMs })
  })
  afterEach(async () => {
    await data.close()
    await dbs.close()
    if (data.faults.length > 0) throw new AggregateError(data.faults, 'the server failed')
  })

  const download = async () => {
    const reply = await data.get('/data/edition.db')
    if (reply.status !== 200) throw new Error(`edition.db: ${reply.status}`)
    const file = join(data.folder, 'downloaded.db')
    await rm(file, { force: true })
    await writeFile(file, reply.bytes)
    const copy = openEditionToRead({ kind: 'sqlite', file })
    try {
      return { reply, dump: await canonicalDump(copy) }
    } finally {
      await copy.destroy()
    }
  }

  const kept = () => readdirSync(join(data.folder, `downloads-${process.pid}`))

  const release = () => makeRelease(newsroom, { address: dbs.addresses.edition, folder: data.releases, siteUrl: SITE })
  const fileOf = (version: string, name: string) => readFile(join(data.releases, version, name), 'utf8')

  const step = async (name: string, does: Step['does'], hour: number) => {
    await takeStep(newsroom, { entry: named(idOf('claim', name)), does }, hourOf(hour))
    await followChanges(newsroom)
  }

  describe('the edition as one file', () => {
    it('holds what readers have, in SQLite on any database', async () => {
      const { reply, dump } = await download()
      expect(dump).toBe(await canonicalDump(dbs.edition))
      expect(reply.headers).toMatchObject({
        'content-type': 'application/vnd.sqlite3',
        'content-length': String(reply.bytes.length),
      })
      expect(reply.bytes.subarray(0, 15).toString()).toBe('SQLite format 3')
      // No log beside it is needed to read it.
      expect([reply.bytes[18], reply.bytes[19]]).toEqual([1, 1])
    })

    it('is told to who has it already, and made once for all who ask', async () => {
      const replies = await Promise.all([1, 2, 3].map(() => data.get('/data/edition.db')))
      expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(1)
      const etag = replies[0]?.headers.etag ?? ''
      expect((await data.get('/data/edition.db', { headers: { 'if-none-match': etag } })).status).toBe(304)
      const head = await data.get('/data/edition.db', { method: 'HEAD' })
      expect([head.status, head.bytes.length, head.headers.etag]).toEqual([200, 0, etag])
      expect(kept()).toHaveLength(1)
    })

    it('is made anew after a change once it is ten minutes old, and not before', async () => {
      const first = await download()
      await step('csp-seven', 'amend', 200)
      nowMs = 9 * 60_000
      expect((await download()).dump).toBe(first.dump)
      nowMs = 10 * 60_000
      expect((await download()).dump).toBe(await canonicalDump(dbs.edition))
      expect(kept()).toHaveLength(1)
    })

    it('is removed at once when something was erased, and never handed out again', async () => {
      const first = await download()
      expect(first.dump).toContain(idOf('claim', 'six'))
      await step('six', 'erase', 200)
      const second = await download()
      expect(second.reply.headers.etag).not.toBe(first.reply.headers.etag)
      expect(second.dump).toBe(await canonicalDump(dbs.edition))
      await data.editionFile.changed([{ number: 9_999, tags: [], purge: ['site'] }])
      expect(kept()).toEqual([])
      expect((await download()).dump).toBe(second.dump)
    })

    it('leaves nothing behind', async () => {
      await download()
      await mkdir(join(data.folder, 'downloads-999999999'))
      await data.editionFile.close()
      await download()
      expect(existsSync(join(data.folder, 'downloads-999999999'))).toBe(false)
      await data.editionFile.close()
      expect(readdirSync(data.folder)).toEqual(['downloaded.db'])
    })
  })

  describe('the feed of changes', () => {
    it('tells the newest changes in words, where they can be read and why', async () => {
      const feed = parseAtomFeed(await data.text('/data/changes.atom'))
      expect(feed).toMatchObject({
        title: { value: 'The Test Record · What changed' },
        id: `${SITE}/data/changes.atom`,
        updated: hourOf(WORLD.length - 1),
      })
      expect(feed.entries).toHaveLength(WORLD.length)
      const revised = feed.entries?.find(({ title }) => title?.value?.includes('from 7 to 9'))
      expect(revised).toMatchObject({
        title: { value: expect.stringMatching(/^csp revised .*rebels killed/) },
        links: [{ href: `${SITE}/record/claim/${idOf('claim', 'csp-nine')}` }],
      })
      const json = parseJsonFeed(await data.text('/data/changes.feed.json'))
      expect(json.items?.map(({ id }) => id)).toEqual(feed.entries?.map(({ id }) => id))
      expect(json).toMatchObject({
        title: 'The Test Record · What changed',
        feed_url: `${SITE}/data/changes.feed.json`,
      })
    })

    it('has readers drop what was erased, and does not say it again', async () => {
      const before = parseAtomFeed(await data.text('/data/changes.atom'))
      const entry = before.entries?.find(({ links }) => links?.[0]?.href?.endsWith(idOf('claim', 'six')))
      await step('six', 'erase', 300)
      const text = await data.text('/data/changes.atom')
      expect(text).toContain(`<at:deleted-entry ref="${entry?.id}" when="${hourOf(300)}"/>`)
      const after = parseAtomFeed(text)
      expect(after.entries?.map(({ id }) => id)).not.toContain(entry?.id)
      expect(after.entries?.[0]?.title?.value).toBe(
        'The text of an entry was erased. That it was there stays on record.',
      )
      expect(after.updated).toBe(hourOf(300))
      expect(await data.json('/data/changes.feed.json')).toMatchObject({ _erased: { ids: [entry?.id] } })
    })

    it('holds the newest hundred', async () => {
      for (let hour = 400; hour < 500; hour += 1) {
        await takeStep(
          newsroom,
          { entry: named(idOf('claim', 'csp-seven')), does: hour % 2 ? 'publish' : 'amend' },
          hourOf(hour),
        )
      }
      await followChanges(newsroom)
      const { entries = [] } = parseAtomFeed(await data.text('/data/changes.atom'))
      expect([entries.length, entries[0]?.updated, entries.at(-1)?.updated]).toEqual([100, hourOf(499), hourOf(400)])
      const etag = (await data.get('/data/changes.atom')).headers.etag ?? ''
      expect((await data.get('/data/changes.atom', { headers: { 'if-none-match': etag } })).status).toBe(304)
    })
  })

  describe('a release', () => {
    it('is the record as files that say what they hold', async () => {
      newsroom.setClock(at('2024-07-31T23:30:00Z'))
      const manifest = await release()
      expect(manifest).toMatchObject({
        version: '2024.07.1',
        previous: null,
        schema: 1,
        license: 'CC-BY-4.0',
        paper: 'The Test Record',
      })
      const there = (await readdir(join(data.releases, '2024.07.1'))).sort()
      expect(there).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json'].sort())
      for (const { name, bytes, sha256 } of manifest.files) {
        const content = await readFile(join(data.releases, '2024.07.1', name))
        expect([name, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
          name,
          bytes,
          sha256,
        ])
      }
      expect(JSON.parse(await fileOf('2024.07.1', 'manifest.json'))).toEqual(manifest)
      for (const table of ['cells', 'claims', 'changes', 'places']) {
        expect(await fileOf('2024.07.1', `${table}.csv`)).toBe(await data.text(`/data/${table}.csv`))
        const rows = (await data.rows(`/data/${table}.csv`)).length
        expect(manifest.files.find(({ name }) => name === `${table}.csv`)?.rows).toBe(rows)
      }
      expect(await fileOf('2024.07.1', 'cells.hxl.csv')).toBe(await data.text('/data/cells.csv?hxl=yes'))
      expect(await fileOf('2024.07.1', 'events.geojson')).toBe(await data.text('/data/events.geojson'))
      expect(await fileOf('2024.07.1', 'events.jsonld')).toBe(await data.text('/data/events.jsonld'))
      expect(await fileOf('2024.07.1', 'README.md')).toContain(
        `The Test Record (2024): The record, release 2024.07.1. ${SITE}/data/releases/2024.07.1/manifest.json (accessed [day]`,
      )
      expect(await fileOf('2024.07.1', 'LICENSE.txt')).toMatch(/Attribution 4\.0[\s\S]*Not ours[\s\S]*claimants/)
      expect(await fileOf('2024.07.1', 'codebook.md')).toContain('`armed-clash`')
      expect(JSON.parse(await fileOf('2024.07.1', 'codebook.json'))).toHaveProperty('vocabularies.event-type.ambush')
      expect((await auditLines(dbs.newsroom, 0, 100)).at(-1)).toMatchObject({
        act: 'make-release',
        subject: '2024.07.1',
      })
    })

    it('tells what changed since the one before, and what is gone', async () => {
      newsroom.setClock(at('2024-07-31T12:00:00Z'))
      await release()
      await step('csp-seven', 'amend', 400)
      await step('six', 'erase', 401)
      await step('bloggers', 'withdraw', 402)
      newsroom.setClock(at('2024-07-31T13:00:00Z'))
      const second = await release()
      expect(second).toMatchObject({ version: '2024.07.2', previous: '2024.07.1' })
      const changelog = JSON.parse(await fileOf('2024.07.2', 'changelog.json')) as { changes: { change: string }[] }
      expect(changelog.changes.map(({ change }) => change)).toEqual(['revised', 'erased', 'withdrawn'])
      const words = await fileOf('2024.07.2', 'CHANGELOG.md')
      expect(words).toContain('Since release 2024.07.1: 0 entries added.')
      expect(words).toMatch(/## Revised\n\n- .*csp.*rebels killed.*from 7 to 3/)
      expect(words).toMatch(/## Erased\n\n- The text of an entry was erased/)
      const gone = (await fileOf('2024.07.2', 'deleted.csv')).split('\n').slice(1, -1)
      expect(gone).toHaveLength(2)
      expect(gone.join('\n')).toMatch(new RegExp(`claim,${idOf('claim', 'six')},.*,erased,`))
      expect(gone.join('\n')).toMatch(new RegExp(`claim,${idOf('claim', 'bloggers')},.*,withdrawn,`))
      // The release before is what it was.
      expect(await fileOf('2024.07.1', 'claims.csv')).toContain(idOf('claim', 'six'))
    })

    it('begins a new count with each month, where the newsroom is', async () => {
      newsroom.setClock(at('2024-07-31T12:00:00Z'))
      for (const expected of ['2024.07.1', '2024.07.2']) expect((await release()).version).toBe(expected)
      newsroom.setClock(at('2024-08-01T00:30:00Z'))
      expect((await release()).version).toBe('2024.08.1')
      // Its files are taken away; its number is not given again.
      await rm(join(data.releases, '2024.08.1', 'claims.csv'))
      expect((await release()).version).toBe('2024.08.2')
    })

    it('is never written over, and leaves nothing half-made', async () => {
      newsroom.setClock(at('2024-07-31T12:00:00Z'))
      const both = await Promise.allSettled([release(), release()])
      const versions = (await readdir(data.releases)).sort()
      expect(both.map(({ status }) => status)).toContain('fulfilled')
      expect(versions).toEqual(versions.filter((name) => /^2024\.07\.\d$/.test(name)))
      const refused = both.flatMap((one) => (one.status === 'rejected' ? [(one.reason as OnrecordError).code] : []))
      expect(refused).toEqual(refused.map(() => 'refused'))
      const before = await fileOf('2024.07.1', 'manifest.json')
      await release()
      expect(await fileOf('2024.07.1', 'manifest.json')).toBe(before)
    })

    it('is refused while there is nothing to release', async () => {
      const empty = await open()
      const nothing = aNewsroom(empty)
      await expect(
        makeRelease(nothing, { address: empty.addresses.edition, folder: data.releases, siteUrl: SITE }),
      ).rejects.toMatchObject({ code: 'refused' })
      expect(await readdir(data.releases)).toEqual([])
      await empty.close()
    })

    it('can be fetched file by file, and kept for ever', async () => {
      expect(await data.json('/data/releases.json')).toEqual({ releases: [] })
      newsroom.setClock(at('2024-07-31T12:00:00Z'))
      const manifest = await release()
      const list = await data.json<{ releases: (ReleaseManifest & { manifest: string; files: { url: string }[] })[] }>(
        '/data/releases.json',
      )
      expect(list.releases.map(({ version }) => version)).toEqual(['2024.07.1'])
      for (const { url } of list.releases[0]?.files ?? []) {
        const reply = await data.get(url.slice(SITE.length))
        const file = manifest.files.find(({ name }) => url.endsWith(`/${name}`))
        expect([url, reply.status, createHash('sha256').update(reply.bytes).digest('hex')]).toEqual([
          url,
          200,
          file?.sha256,
        ])
        expect(reply.headers['cache-control']).toBe('public, max-age=31536000, immutable')
        expect(reply.headers['content-length']).toBe(String(reply.bytes.length))
      }
      const compressed = await data.get('/data/releases/2024.07.1/claims.csv', { headers: { 'accept-encoding': 'br' } })
      expect(seen(compressed)).toBe(await fileOf('2024.07.1', 'claims.csv'))
      expect(JSON.parse(await data.text('/data/releases/2024.07.1/manifest.json'))).toEqual(manifest)
    })

    it('gives out nothing but its own files, whatever the address', async () => {
      newsroom.setClock(at('2024-07-31T12:00:00Z'))
      await release()
      await writeFile(join(data.folder, 'secrets.json'), '"SECRET"')
      await writeFile(join(data.releases, '2024.07.1', 'stray.txt'), 'SECRET')
      const targets = [
        '/data/releases/../secrets.json',
        '/data/releases/..%2fsecrets.json',
        '/data/releases/%2e%2e/secrets.json',
        '/data/releases/2024.07.1/../../secrets.json',
        '/data/releases/2024.07.1/..%2f..%2fsecrets.json',
        '/data/releases/2024.07.1/..%5c..%5csecrets.json',
        '/data/releases/2024.07.1/%2e%2e%2f%2e%2e%2fsecrets.json',
        '/data/releases/2024.07.1/....//secrets.json',
        '/data/releases/2024.07.1/stray.txt',
        '/data/releases/2024.07.1/',
        '/data/releases/2024.07.1',
        '/data/releases/',
        '/data/releases/./secrets.json',
        '/data/releases/2024.07.1/manifest.json/x',
        '/data/releases/2024.07.1/__proto__',
        '/data/releases//etc/passwd',
      ]
      for (const target of targets) {
        const reply = await data.get(target)
        expect([target, reply.status < 400 && reply.status !== 308]).toEqual([target, false])
        expect(seen(reply)).not.toContain('SECRET')
      }
    })
  })

  it('is described for programs, every address of it', async () => {
    const api = await data.json<{
      openapi: string
      paths: Record<string, { get: { responses: Record<string, { content?: object }>; operationId?: string } }>
      components: Record<string, Record<string, unknown>>
    }>('/data/openapi.json')
    expect(api.openapi).toMatch(/^3\.1\./)
    const operations = Object.values(api.paths).flatMap(({ get }) => get.operationId ?? [])
    expect(new Set(operations).size).toBe(operations.length)
    const references = [...JSON.stringify(api).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)]
    expect(references.length).toBeGreaterThan(100)
    for (const [, kind = '', name = ''] of references) expect(api.components[kind]).toHaveProperty([name])
    newsroom.setClock(at('2024-07-31T12:00:00Z'))
    await makeRelease(newsroom, { address: dbs.addresses.edition, folder: data.releases, siteUrl: SITE })
    for (const [path, { get }] of Object.entries(api.paths)) {
      const target = path.replace('{version}', '2024.07.1').replace('{file}', 'README.md')
      const reply = await data.get(target)
      expect([target, reply.status]).toEqual([target, 200])
      const [described = ''] = Object.keys(get.responses['200']?.content ?? {})
      const type = path.includes('{') ? described : reply.headers['content-type']
      expect([path, type]).toEqual([path, expect.stringContaining(described)])
    }
    // Every column that rows have is described, and no other.
    for (const [name, schema] of Object.entries(api.components['schemas'] ?? {})) {
      if (name === 'problem') continue
      const { rows } = await data.json<{ rows: object[] }>(`/data/${name}.json`)
      expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys((schema as { properties: object }).properties))
    }
  })
})
