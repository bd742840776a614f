import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Encrypter } from 'age-encryption'
import { packTar, type TarEntry } from 'modern-tar'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { backUpAside } from '../../src/upkeep/backups/back-up-aside.ts'
import { openShelf } from '../../src/upkeep/backups/backup-place.ts'
import { drillRestore } from '../../src/upkeep/backups/drill.ts'
import { type BackupMade, makeBackup } from '../../src/upkeep/backups/make-backup.ts'
import { allUpkeep } from '../../src/store/upkeep.ts'
import { restoreBackup, type RestoreRequest } from '../../src/upkeep/backups/restore-backup.ts'
import { anS3Service, S3_KEY } from '../outbound/an-s3-service.ts'
import { aContent, at } from '../builders.ts'
import { databases, type EmptyDatabases } from './databases.ts'
import { aHouse, aJob, aKey, type AHouse, aTemporaryFolder, openIn } from './houses-to-back-up.ts'
import { fillSmall } from './whole-newsroom.ts'

const now = () => at('2026-11-23T12:00:00Z')
const ASIDE = ['newsroom_before_restore_20261123t120000z', 'edition_before_restore_20261123t120000z']
const MANIFEST = {
  format: 'onrecord-backup',
  version: 1,
  release: '9.9.9',
  madeAt: '2026-11-23T02:00:00.000Z',
  database: 'sqlite',
  change: 0,
  schema: [],
  counts: {},
  picturesElsewhere: false,
}

const urlOf = (server: EmptyDatabases | null): string | null =>
  server?.addresses.newsroom.kind === 'postgres' ? server.addresses.newsroom.url : null

const publishOne = async ({ newsroom }: AHouse) => {
  await setUpUntitled(newsroom, 'UTC')
  const content = aContent()
  const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
  await publishStory(newsroom, { storyId: id, revision: 1 })
}

const failing = () => Promise.reject(new Error('The power is gone.'))

describe.each(databases)('restoring a newsroom on $name', { timeout: 120_000 }, ({ kind, place }) => {
  let house: AHouse
  let shelf: string
  let made: BackupMade
  const folders: string[] = []
  const servers: EmptyDatabases[] = []
  const keys = aKey()

  const newFolder = async () => {
    const folder = await aTemporaryFolder()
    folders.push(folder)
    return folder
  }
  const newServer = async () => {
    if (kind === 'sqlite') return null
    const server = await place()
    servers.push(server)
    return server
  }

  const restore = async (into: string, more: Partial<RestoreRequest> = {}) =>
    restoreBackup({
      source: createReadStream(join(shelf, made.name)),
      identities: (await keys).identities,
      into,
      postgresUrl: null,
      replace: false,
      open: openIn,
      now,
      ...more,
    })

  beforeAll(async () => {
    house = await aHouse(await newFolder(), await newServer())
    const { db, edition } = house.house.newsroom
    await fillSmall({ newsroom: db, edition }, house.folder, { auditKey: house.newsroom.auditKey })
    shelf = await newFolder()
    made = await backUpAside(aJob(house, shelf, (await keys).recipients))
  }, 120_000)
  afterAll(async () => {
    await house.close()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
    for (const server of servers) await server.remove()
  })

  it('is refused where a newsroom is at work; else moves it aside, or leaves everything as it was', async () => {
    const folder = await newFolder()
    const server = await newServer()
    const other = await aHouse(folder, server)
    const postgresUrl = urlOf(server)
    await publishOne(other)
    const change = await newestChange(other.newsroom.db)
    await expect(restore(folder, { postgresUrl })).rejects.toMatchObject({ code: 'refused' })
    await expect(restore(folder, { postgresUrl, replace: true })).rejects.toMatchObject({
      code: 'refused',
      remedy: expect.stringMatching(/^Stop the server/),
    })
    await other.close()
    await writeFile(join(folder, 'notes.txt'), 'mine')

    const before = await readdir(folder)
    await expect(restore(folder, { postgresUrl, replace: true, open: failing })).rejects.toThrow('The power is gone.')
    expect(await readdir(folder)).toEqual(before)
    const again = await aHouse(folder, server)
    expect(await newestChange(again.newsroom.db)).toBe(change)
    await again.close()

    const restored = await restore(folder, { postgresUrl, replace: true })
    expect(await readFile(join(restored.aside ?? '', 'notes.txt'), 'utf8')).toBe('mine')
    expect(existsSync(join(restored.aside ?? '', 'newsroom.db'))).toBe(kind === 'sqlite')
    expect(restored.asideSchemas).toEqual(kind === 'sqlite' ? [] : ASIDE)
    const back = await aHouse(folder, server)
    expect(await newestChange(back.newsroom.db)).toBe(made.change)
    // To have restored in earnest counts as the last rehearsal.
    expect(await allUpkeep(back.newsroom.db)).toContainEqual(
      expect.objectContaining({ kind: 'drill', doneAt: expect.any(String) }),
    )
    await back.close()
  })

  const rehearse = async (name: string) =>
    drillRestore({
      source: createReadStream(join(shelf, name)),
      identities: (await keys).identities,
      open: openIn,
      within: house.folder,
      live: { newsroom: house.newsroom, kind },
    })

  it('is rehearsed beside the newsroom at work, and leaves nothing there', async () => {
    const before = await readdir(house.folder)
    const report = await rehearse(made.name)
    expect(report).toMatchObject({ isSound: true, change: made.change, stories: 2 })
    expect(report.findings.map(({ what }) => what)).toContain('Readers would have what they have now, row by row.')
    expect(await readdir(house.folder)).toEqual(before)
  })

  // Pictures lie in the folder, whichever database the newsroom is on.
  it.runIf(kind === 'sqlite')('is found out by a rehearsal where a picture is another or missing', async () => {
    const [picture = ''] = await readdir(join(house.folder, 'media'))
    const bytes = await readFile(join(house.folder, 'media', picture))
    await writeFile(join(house.folder, 'media', picture), 'something else')
    const remade = async (time: string) =>
      makeBackup(aJob(house, shelf, (await keys).recipients), undefined, () => at(time))
    const altered = await remade('2026-11-23T13:00:00Z')
    expect((await rehearse(altered.name)).isSound).toBe(false)
    await rm(join(house.folder, 'media', picture))
    const without = await remade('2026-11-23T14:00:00Z')
    expect((await rehearse(without.name)).isSound).toBe(false)
    await writeFile(join(house.folder, 'media', picture), bytes)
  })
})

it('is not made for nobody: without a public key nobody could ever open it', async () => {
  const job = aJob({ folder: '/nowhere', house: { addresses: {} } as never }, '/nowhere', [])
  await expect(makeBackup(job)).rejects.toMatchObject({ code: 'bad-input' })
  await expect(makeBackup({ ...job, recipients: ['age1nonsense'] })).rejects.toMatchObject({ code: 'bad-input' })
})

const file = (name: string, body: string): TarEntry => ({
  header: { name, size: Buffer.byteLength(body), type: 'file' },
  body,
})

describe('an archive that is not ours, though it opens with our key', () => {
  const keys = aKey()
  const folders: string[] = []
  afterAll(async () => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
  })

  const sealed = async (content: Uint8Array) => {
    const encrypter = new Encrypter()
    for (const recipient of (await keys).recipients) encrypter.addRecipient(recipient)
    return Readable.from([Buffer.from(await encrypter.encrypt(content))])
  }
  const manifest = (overrides: Partial<Record<keyof typeof MANIFEST, unknown>> = {}) =>
    file('manifest.json', JSON.stringify({ ...MANIFEST, ...overrides }))

  /** Restores it beside a file that it must not reach. */
  async function refusal(source: Readable) {
    const outer = await aTemporaryFolder()
    folders.push(outer)
    const into = join(outer, 'data')
    await mkdir(into)
    const error: unknown = await restoreBackup({
      source,
      identities: (await keys).identities,
      into,
      postgresUrl: null,
      replace: false,
      open: openIn,
      now,
    }).catch((thrown: unknown) => thrown)
    expect(await readdir(into)).toEqual([])
    expect(await readdir(outer)).toEqual(['data'])
    return error
  }

  it('is refused: another program’s archive, and what is no archive at all', async () => {
    expect(await refusal(await sealed(await packTar([file('thesis.txt', 'mine')])))).toMatchObject({
      code: 'bad-input',
    })
    expect(await refusal(await sealed(Buffer.from('just words')))).toMatchObject({ code: 'damaged' })
    expect(
      await refusal(Readable.from([Buffer.from('PK\u0003\u0004 a ZIP archive, and not a small one')])),
    ).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/not in the age format/),
    })
  })

  it('is refused when a later release made it', async () => {
    const later = [manifest({ schema: ['0001_house', '9999_not_yet'] })]
    expect(await refusal(await sealed(await packTar(later)))).toMatchObject({
      code: 'database-newer',
      message: expect.stringMatching(/later release, 9\.9\.9/),
    })
    expect(await refusal(await sealed(await packTar([manifest({ version: 2 })])))).toMatchObject({
      code: 'database-newer',
    })
  })

  it.each<[string, TarEntry]>([
    ['a path that leads out', file('../outside.txt', 'gone')],
    ['a path that leads out from within', file('media/../../outside.txt', 'gone')],
    ['a full path', file('/tmp/onrecord-outside.txt', 'gone')],
    ['a hidden file', file('releases/.ssh/authorized_keys', 'gone')],
    ['a link', { header: { name: 'newsroom.db', size: 0, type: 'symlink', linkname: '/etc/passwd' } }],
    ['a hard link', { header: { name: 'secrets.json', size: 0, type: 'link', linkname: '/etc/passwd' } }],
    ['a folder', { header: { name: 'media/', size: 0, type: 'directory' } }],
    ['a device', { header: { name: 'secrets.json', size: 0, type: 'character-device' } }],
    ['a second manifest', manifest()],
  ])('is refused with %s in it', async (_, entry) => {
    expect(await refusal(await sealed(await packTar([manifest(), entry])))).toMatchObject({ code: 'damaged' })
  })
})

describe('a backup in a bucket', { timeout: 120_000 }, () => {
  it('is put there, listed, read back, restored from there, and taken away when it has had its time', async () => {
    const service = await anS3Service()
    const house = await aHouse(await aTemporaryFolder())
    const into = await aTemporaryFolder()
    try {
      const { db, edition } = house.house.newsroom
      await fillSmall({ newsroom: db, edition }, house.folder, { auditKey: house.newsroom.auditKey })
      const { identities, recipients } = await aKey()
      const s3 = { endpoint: service.endpoint, ...S3_KEY }
      const job = aJob(house, { bucket: service.bucket, prefix: 'paper/backups' }, recipients, {
        s3,
        keep: { days: 1, weeks: 0, months: 0 },
      })
      const first = await makeBackup(job, undefined, () => at('2026-11-22T02:00:00Z'))
      expect(first.removed).toEqual([])
      const second = await makeBackup(job, undefined, () => at('2026-11-23T02:00:00Z'))
      expect(second).toMatchObject({ where: `s3://${service.bucket}/paper/backups`, removed: [first.name] })
      const shelf = openShelf(job.place, s3)
      expect(await shelf.list()).toEqual([second.name])
      await expect(shelf.read(first.name)).rejects.toMatchObject({ code: 'not-found' })
      const source = await shelf.read(second.name)
      const request = { source, identities, into, postgresUrl: null, replace: false, open: openIn, now }
      expect(await restoreBackup(request)).toMatchObject({ change: second.change, stories: 2 })
    } finally {
      await house.close()
      await service.close()
      for (const folder of [house.folder, into]) await rm(folder, { recursive: true, force: true })
    }
  })
})
