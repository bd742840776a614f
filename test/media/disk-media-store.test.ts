import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskMediaStore } from '../../src/media/disk-media-store.ts'
import type { MediaStore } from '../../src/media/media-store.ts'

describe('files on the disk', () => {
  let folder: string
  let store: MediaStore
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-media-'))
    store = diskMediaStore(join(folder, 'media'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const name = '0123456789abcdef01234567.jpg'
  const bytes = Buffer.from('a photograph')

  it('come back whole or in part, with their size', async () => {
    await store.put(name, bytes)
    const whole = await store.read(name)
    expect([whole?.bytes, whole && (await buffer(whole.content)).toString()]).toEqual([12, 'a photograph'])
    const part = await store.read(name, { start: 2, end: 6 })
    expect([part?.bytes, part && (await buffer(part.content)).toString()]).toEqual([12, 'photo'])
  })

  it('leave nothing beside them, and are replaced by the same name', async () => {
    await store.put(name, bytes)
    await store.put(name, bytes)
    expect(await readdir(join(folder, 'media'))).toEqual([name])
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
