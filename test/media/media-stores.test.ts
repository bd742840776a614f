import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bucketShelves } from '../../src/media/bucket-media-store.ts'
import { copyShelves } from '../../src/media/copy-shelves.ts'
import { diskMediaStore, pictureShelves } from '../../src/media/disk-media-store.ts'
import type { MediaStore } from '../../src/media/media-store.ts'
import { openBucket } from '../../src/outbound/bucket.ts'
import { anS3Service, S3_KEY } from '../outbound/an-s3-service.ts'

const aFolder = () => mkdtemp(join(tmpdir(), 'onrecord-media-'))

async function onDisk() {
  const folder = await aFolder()
  return { store: diskMediaStore(join(folder, 'media')), close: () => rm(folder, { recursive: true, force: true }) }
}

async function inABucket() {
  const service = await anS3Service('pictures')
  const bucket = openBucket({ ...S3_KEY, endpoint: service.endpoint }, { bucket: 'pictures', prefix: 'paper' })
  return { store: bucketShelves(bucket).media, close: service.close }
}

describe.each([
  ['on the disk', onDisk],
  ['in a bucket', inABucket],
])('files %s', (_, open) => {
  let store: MediaStore
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ store, close } = await open())
  })
  afterEach(() => close())

  const name = '0123456789abcdef01234567.jpg'
  const bytes = Buffer.from('a photograph')

  it('come back whole or in part, with their size', async () => {
    await store.put(name, bytes)
    const whole = await store.read(name)
    expect([whole?.bytes, whole && (await buffer(whole.content)).toString()]).toEqual([12, 'a photograph'])
    const part = await store.read(name, { start: 2, end: 6 })
    expect([part?.bytes, part && (await buffer(part.content)).toString()]).toEqual([12, 'photo'])
  })

  it('are replaced by the same name', async () => {
    await store.put(name, Buffer.from('another'))
    await store.put(name, bytes)
    const stored = await store.read(name)
    expect(stored && (await buffer(stored.content)).toString()).toBe('a photograph')
  })

  it('are gone when they are removed, and removing what is not there is no fault', async () => {
    await store.put(name, bytes)
    await store.remove(name)
    await store.remove(name)
    expect([await store.has(name), await store.read(name)]).toEqual([false, undefined])
  })

  it.each(['../secrets.json', 'a/b.jpg', '.hidden', 'x', ''])('never have the name “%s”', async (strange) => {
    await expect(store.put(strange, bytes)).rejects.toThrow(TypeError)
  })
})

describe('files that are kept', () => {
  let folder: string
  beforeEach(async () => {
    folder = await aFolder()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('leave nothing beside them on the disk', async () => {
    const store = diskMediaStore(join(folder, 'media'))
    await store.put('0123.jpg', Buffer.from('one'))
    await store.put('0123.jpg', Buffer.from('two'))
    expect(await readdir(join(folder, 'media'))).toEqual(['0123.jpg'])
  })

  it('move into a bucket, each compared; run again, only what is missing or has other bytes is sent', async () => {
    const { media, masters, originals } = pictureShelves(folder)
    await media.put('0123.jpg', Buffer.from('a rendition'))
    await masters.put('pic_a.png', Buffer.from('a master'))
    await originals.put('pic_a.age', Buffer.from('sealed'))
    const service = await anS3Service('pictures')
    const place = { bucket: 'pictures', prefix: '' }
    const shelves = bucketShelves(openBucket({ ...S3_KEY, endpoint: service.endpoint }, place))
    expect(await copyShelves(folder, shelves, { isStopping: () => false })).toEqual({ copied: 3, same: 0 })
    expect(await shelves.originals.has('pic_a.age')).toBe(true)
    await shelves.masters.put('pic_a.png', Buffer.from('cut off'))
    await shelves.media.remove('0123.jpg')
    expect(await copyShelves(folder, shelves)).toEqual({ copied: 2, same: 1 })
    expect(await media.has('0123.jpg')).toBe(true)
    await service.close()
  })

  it('are said to be damaged where they do not come back as they were put', async () => {
    await pictureShelves(folder).media.put('0123.jpg', Buffer.from('a rendition'))
    const service = await anS3Service('pictures')
    const bucket = openBucket({ ...S3_KEY, endpoint: service.endpoint }, { bucket: 'pictures', prefix: '' })
    const forgetful = bucketShelves({ ...bucket, put: (name) => bucket.put(name, Buffer.from('half')) })
    await expect(copyShelves(folder, forgetful)).rejects.toMatchObject({ code: 'damaged' })
    await service.close()
  })
})
