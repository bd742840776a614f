import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { watchSource } from '../../src/newsroom/ingest/watch-source.ts'
import { watchedById, type WatchedSource } from '../../src/store/watched-sources.ts'
import { at } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { type DeskOfCopy, aDeskOfCopy, aFeed, atNoon, one } from './desk-of-copy.ts'

describe.each(databases)('a watched folder on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let studio: DeskOfCopy['studio']
  let moussa: DeskOfCopy['moussa']
  let ana: DeskOfCopy['ana']
  let look: DeskOfCopy['look']
  let items: DeskOfCopy['items']

  beforeEach(async () => {
    dbs = await open()
    ;({ studio, moussa, ana, look, items } = await aDeskOfCopy(dbs))
  })
  afterEach(() => dbs.close())

  // What lies on the disk is the same for both databases: most is tried on one of them.
  let folder: string
  let dropped: WatchedSource

  beforeEach(async () => {
    folder = realpathSync(await mkdtemp(join(tmpdir(), 'onrecord-dropped-')))
    dropped = await watchSource(studio.newsroom, {
      kind: 'folder',
      address: folder,
      name: 'Dropped',
      sourceId: null,
      language: 'en',
      everyMinutes: 15,
      keepDays: 90,
    })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const drop = async (name: string, text: string, modified = '2024-07-29T11:00:00Z') => {
    await writeFile(join(folder, name), text)
    await utimes(join(folder, name), new Date(modified), new Date(modified))
  }
  const headlines = async () => (await items({ source: dropped.id })).map(({ headline }) => headline)

  it('is read file by file, once each, and a file that has changed is read again', async () => {
    await drop('a.xml', aFeed(one({ title: 'First' })))
    expect((await look(dropped)).received.added).toHaveLength(1)
    expect((await look(dropped)).received).toEqual({ added: [], changed: [], unchanged: 0, tooOld: 0 })
    await drop('a.xml', aFeed(one({ title: 'First, changed' })), '2024-07-29T11:30:00Z')
    expect((await look(dropped)).received.changed).toHaveLength(1)
    await rename(join(folder, 'a.xml'), join(folder, 'b.xml'))
    expect((await look(dropped)).received).toMatchObject({ added: [], changed: [], unchanged: 1 })
    expect(await headlines()).toEqual(['First, changed'])
  })

  it.runIf(kind === 'sqlite')('leaves a file alone that is still being written, and looks again soon', async () => {
    await drop('a.xml', aFeed(one()).slice(0, 200), '2024-07-29T11:59:58Z')
    await drop('b.xml.part', aFeed(one({ id: 'b' })))
    await drop('.c.xml', aFeed(one({ id: 'c' })))
    expect(await look(dropped)).toMatchObject({ isPending: true, received: { added: [] }, problem: null })
    const { nextAt } = (await watchedById(dbs.newsroom, dropped.id)) as WatchedSource
    expect(Date.parse(nextAt) - Date.parse(atNoon())).toBeLessThanOrEqual(10_000)
    studio.newsroom.setClock(at('2024-07-29T12:00:10Z'))
    await drop('a.xml', aFeed(one()), '2024-07-29T12:00:09Z')
    expect(await look(dropped)).toMatchObject({ isPending: true, received: { added: [] } })
    studio.newsroom.setClock(at('2024-07-29T12:00:20Z'))
    expect((await look(dropped)).received.added).toHaveLength(1)
    expect(await headlines()).toEqual(['A column is hit'])
  })

  it.runIf(kind === 'sqlite')('is read in itself alone: no link is followed, no folder in it is entered', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'onrecord-outside-'))
    await writeFile(join(outside, 'secret.xml'), aFeed(one({ title: 'Outside' })))
    await symlink(join(outside, 'secret.xml'), join(folder, 'link.xml'))
    await symlink(outside, join(folder, 'links'))
    await mkdir(join(folder, 'within'))
    await writeFile(join(folder, 'within', 'inner.xml'), aFeed(one({ title: 'Within' })))
    studio.newsroom.setClock(at('2030-01-01T00:00:00Z'))
    expect((await look(dropped)).received.added).toEqual([])
    await rm(folder, { recursive: true })
    await symlink(outside, folder)
    expect(await look(dropped)).toMatchObject({ hasFailed: true, received: { added: [] } })
    await rm(outside, { recursive: true })
  })

  it.runIf(kind === 'sqlite')('takes what agencies send in their own formats', async () => {
    const ninjs = {
      uri: 'tag:agency,1',
      version: '1',
      headline: 'Talks begin',
      language: 'en',
      body_xhtml: '<p>In Algiers.</p>',
    }
    await drop('talks.json', JSON.stringify({ ...ninjs, versioncreated: '2024-07-29T10:00:00Z', byline: 'A desk' }))
    await look(dropped)
    expect(await headlines()).toEqual(['Talks begin'])
  })

  it.runIf(kind === 'sqlite')(
    'tells of a file that it cannot read as long as it lies there, without where the folder lies',
    async () => {
      await drop('picture.jpg', '\u00FF\u00D8\u00FF\u0000 no text')
      expect((await look(dropped)).problem).toContain('picture.jpg')
      const told = (await ana.ask('GET /watched', {})).sources.find(({ id }) => id === dropped.id)
      expect(told).toMatchObject({ failures: 0, failure: expect.stringContaining('no items can be read') })
      expect(JSON.stringify(told)).not.toContain(folder)
      await rm(join(folder, 'picture.jpg'))
      expect((await look(dropped)).problem).toBeNull()
    },
  )

  it.runIf(kind === 'sqlite')('cannot be named from the studio', async () => {
    const body = { address: '/etc', name: 'Machine' }
    expect((await moussa.send('POST /watched', { body })).status).toBe(422)
    expect((await moussa.send('POST /watched', { body: { ...body, address: `file://${folder}` } })).status).toBe(422)
    const actor = {
      name: 'acc_x',
      via: 'studio' as const,
      staff: { accountId: null, grants: [{ role: 'owner' as const, deskId: null }], scopes: null },
    }
    const asked = watchSource(
      { ...studio.newsroom, actor },
      { ...dropped, address: tmpdir(), name: 'Machine', sourceId: null },
    )
    await expect(asked).rejects.toMatchObject({ code: 'forbidden' })
  })
})
