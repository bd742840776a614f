import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SITE } from '../../src/edition/tags.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { makeRelease } from '../../src/newsroom/make-release.ts'
import { placePicture } from '../../src/newsroom/place-picture.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { shelvesAt } from '../../src/press/picture-shelves.ts'
import { releasesFolder, shareRelease, sharedReleases } from '../../src/press/shared-releases.ts'
import { openSite } from '../../src/public-site.ts'
import { aConfig, aContent, aNewspaper } from '../builders.ts'
import { anS3Service, S3_KEY } from '../outbound/an-s3-service.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork, type RecordAtWork } from './record-at-work.ts'

const [sqlite] = databases
if (!sqlite) throw new Error('SQLite is one of the databases')

const thrown = (error: unknown) => {
  throw error
}

describe('two hosts that share a bucket', () => {
  let dbs: OpenDatabases
  let work: RecordAtWork
  let folder: string
  let service: Awaited<ReturnType<typeof anS3Service>>

  beforeEach(async () => {
    dbs = await sqlite.open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-shared-'))
    service = await anS3Service('paper')
    work = await aRecordAtWork(dbs)
    await setUpNewspaper(work.newsroom, { newspaper: aNewspaper(), sections: [] })
  })
  afterEach(async () => {
    await service.close()
    await rm(folder, { recursive: true, force: true })
    await dbs.close()
  })

  const host = (name: string) =>
    aConfig({
      dataFolder: join(folder, name),
      port: 0,
      countsReads: false,
      s3: { ...S3_KEY, endpoint: service.endpoint },
      mediaBucket: { bucket: 'paper', prefix: 'files' },
    })
  it('have one and the same pictures: what one takes in, readers get from the other, whole and in part', async () => {
    const { newsroom } = work
    const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#aa5500' } })
      .png()
      .toBuffer()
    const { picture } = await addPicture(newsroom, shelvesAt(host('one')), { bytes, words: { alt: 'A road.' } })
    const content = aContent({ headline: 'With a picture' })
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    await placePicture(newsroom, { storyId: id, pictureId: picture.id, leads: true, cover: null })
    await publishStory(newsroom, { storyId: id, revision: null })
    const site = await openSite(host('other'), dbs.addresses.edition, { log: pino({ level: 'silent' }), studio: null })
    try {
      const [rendition] = picture.renditions
      const url = `http://127.0.0.1:${site.port}/media/${rendition?.name}`
      const whole = await fetch(url)
      expect([whole.status, (await whole.bytes()).length]).toEqual([200, rendition?.bytes])
      const part = await fetch(url, { headers: { range: 'bytes=10-19' } })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${rendition?.bytes}`])
      expect((await part.bytes()).length).toBe(10)
      const home = await (await fetch(`http://127.0.0.1:${site.port}/`)).text()
      expect(home).toContain('/media/')
    } finally {
      await site.close()
    }
    expect(await readdir(folder)).not.toContain('one')
    expect(await readdir(join(folder, 'other')).catch(() => [])).not.toContain('media')
  })

  it('have one and the same releases of data, each file compared', async () => {
    await work.claimed('exact 84')
    await work.publish(work.battle)
    const made = releasesFolder(host('one').dataFolder)
    const { version } = await makeRelease(work.newsroom, {
      address: dbs.addresses.edition,
      folder: made,
      siteUrl: 'https://paper.example',
      share: (manifest) => shareRelease(host('one'), manifest),
    })
    const elsewhere = sharedReleases(host('other'), thrown)
    expect((await elsewhere.list()).map((release) => release.version)).toEqual([version])
    const brought = join(releasesFolder(host('other').dataFolder), version)
    const names = await readdir(join(made, version))
    expect((await readdir(brought)).toSorted()).toEqual(names.toSorted())
    for (const name of names) {
      expect((await readFile(join(brought, name))).equals(await readFile(join(made, version, name)))).toBe(true)
    }
  })

  it('hear of a release that was made meanwhile when the edition says so', async () => {
    await work.claimed('exact 84')
    await work.publish(work.battle)
    const elsewhere = sharedReleases(host('other'), thrown)
    expect(await elsewhere.list()).toEqual([])
    await makeRelease(work.newsroom, {
      address: dbs.addresses.edition,
      folder: releasesFolder(host('one').dataFolder),
      siteUrl: 'https://paper.example',
      share: (manifest) => shareRelease(host('one'), manifest),
    })
    expect(await elsewhere.list()).toEqual([])
    elsewhere.changed([{ number: 1, tags: [SITE], purge: [] }])
    expect(await elsewhere.list()).toHaveLength(1)
  })
})
