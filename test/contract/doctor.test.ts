import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { panic } from '../../src/newsroom/panic.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { addJobs } from '../../src/store/jobs.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { examineClock } from '../../src/upkeep/doctor/examine-clock.ts'
import { examinePictures } from '../../src/upkeep/doctor/examine-pictures.ts'
import { examineQueues } from '../../src/upkeep/doctor/examine-queues.ts'
import { aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const levelOf = async (findings: Promise<readonly { level: string }[]>) => (await findings).map(({ level }) => level)

describe.each(databases)('what doctor finds in a newsroom, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let folder: string

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    folder = await mkdtemp(join(tmpdir(), 'onrecord-doctor-'))
  })
  afterEach(async () => {
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('is a clock that stands before what was done already, or before there was a clock to trust', async () => {
    const { db } = newsroom
    expect(await levelOf(examineClock(db, at('2026-08-01T09:00:00Z')))).toEqual(['ok'])
    await dbs.newsroom.updateTable('audit').set({ at: '2028-08-01T09:00:00.000Z' }).execute()
    expect(await levelOf(examineClock(db, at('2026-08-01T09:00:00Z')))).toEqual(['fault'])
    expect(await levelOf(examineClock(db, at('1970-01-01T00:00:00Z')))).toEqual(['fault'])
  })

  it('is work that nobody does, and a studio that is locked', async () => {
    const { db } = newsroom
    expect(await levelOf(examineQueues(db, newsroom.now()))).toEqual(['ok'])
    await inTransaction(db, (tx) =>
      addJobs(tx, [
        {
          id: 'job_a' as never,
          kind: 'read-story',
          key: 'k',
          payload: { storyId: 'sty_a' as never },
          dueAt: at('2024-08-01T08:00:00Z'),
        },
      ]),
    )
    await panic(newsroom, { reason: 'a laptop was taken', suspend: [] })
    const findings = await examineQueues(db, newsroom.now())
    expect(findings).toMatchObject([
      { level: 'fault', what: 'Nobody does what is to be done: one job waits, the oldest since 60 minutes.' },
      { level: 'note', what: expect.stringContaining('a laptop was taken') },
    ])
  })

  it('is a picture whose file is missing, and files that belong to no picture: those it removes when asked to', async () => {
    const shelves = pictureShelves(folder)
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const { picture } = await addPicture(newsroom, shelves, {
      bytes,
      words: { alt: 'Red.', decorative: false, caption: null, credit: null, licence: null },
    })
    expect(await examinePictures(newsroom.db, folder)).toEqual([])
    const stray = join(folder, 'media', '0123456789abcdef01234567.jpg')
    await mkdir(join(folder, 'media'), { recursive: true })
    await writeFile(stray, 'stray')
    // Taken in just now, perhaps: it is left alone until it is a day old.
    expect(await examinePictures(newsroom.db, folder)).toEqual([])
    const old = new Date(Date.now() - 48 * 3_600_000)
    await utimes(stray, old, old)
    await shelves.media.remove(picture.renditions[0]?.name ?? '')
    const [missing, strays] = await examinePictures(newsroom.db, folder)
    expect([missing?.level, strays?.level]).toEqual(['fault', 'note'])
    expect(await strays?.mend?.()).toContain('are removed (1)')
    await expect(stat(stray)).rejects.toThrow('ENOENT')
  })
})
