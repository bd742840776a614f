import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

/** Ids of the pictures that somebody finds. */
const named = async (by: Caller, q: string) =>
  (await by.ask('GET /pictures', { query: { q } })).pictures.map(({ id }) => id)

const PHOTO = new URL('../../sample/pictures/dry-valley.jpg', import.meta.url)

describe.each(databases)('pictures in the studio on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let ana: Caller
  let folder: string
  let photo: Blob

  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-uploads-'))
    studio = aStudio(dbs, { dataFolder: folder })
    ana = await studio.staff('Ana', 'reporter')
    photo = new Blob([await readFile(PHOTO)])
  })
  afterEach(async () => {
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  const begin = (by: Caller = ana, bytes = photo.size) => by.ask('POST /uploads', { body: { name: 'dry.jpg', bytes } })

  const sendAll = async (by: Caller = ana) => {
    const { uploadId, pieceBytes } = await begin(by)
    for (let offset = 0; offset < photo.size; offset += pieceBytes) {
      const body = photo.slice(offset, offset + pieceBytes)
      await by.ask('PUT /uploads/{uploadId}', { params: { uploadId }, query: { offset }, body })
    }
    return uploadId
  }

  it('come in by pieces; a piece that comes twice changes nothing, one too far on is not taken', async () => {
    const { uploadId } = await begin()
    const put = (offset: number, body: Blob) =>
      ana.ask('PUT /uploads/{uploadId}', { params: { uploadId }, query: { offset }, body })
    expect((await put(0, photo.slice(0, 1000))).received).toBe(1000)
    expect((await put(0, photo.slice(0, 1000))).received).toBe(1000)
    expect((await put(5000, photo.slice(5000, 6000))).received).toBe(1000)
    expect((await ana.ask('GET /uploads/{uploadId}', { params: { uploadId } })).received).toBe(1000)
    const early = await ana.send('POST /uploads/{uploadId}/picture', {
      params: { uploadId },
      body: { alt: 'A valley' },
    })
    expect(early.status).toBe(409)
    await put(1000, photo.slice(1000))
    const { picture, isNew } = await ana.ask('POST /uploads/{uploadId}/picture', {
      params: { uploadId },
      body: { alt: 'A dry valley', credit: 'A reader' },
    })
    expect(isNew).toBe(true)
    expect(picture).toMatchObject({ alt: 'A dry valley', credit: 'A reader', decorative: false })
    expect(Object.keys(picture)).not.toContain('sha256')
  })

  it('leave nothing of the file as it came, whether it was taken or refused', async () => {
    const uploadId = await sendAll()
    await ana.ask('POST /uploads/{uploadId}/picture', { params: { uploadId }, body: { alt: 'A dry valley' } })
    const { uploadId: none } = await begin(ana, 5)
    await ana.ask('PUT /uploads/{uploadId}', {
      params: { uploadId: none },
      query: { offset: 0 },
      body: new Blob(['hello']),
    })
    const refused = await ana.send('POST /uploads/{uploadId}/picture', { params: { uploadId: none }, body: {} })
    expect(refused.status).toBe(422)
    expect(await readdir(join(folder, 'uploads'))).toEqual([])
  })

  it('are nobody else’s to go on with', async () => {
    const ben = await studio.staff('Ben', 'reporter')
    const { uploadId } = await begin()
    const asked = { params: { uploadId }, query: { offset: 0 }, body: photo }
    expect((await ben.send('PUT /uploads/{uploadId}', asked)).status).toBe(404)
    expect((await ben.send('DELETE /uploads/{uploadId}', { params: { uploadId } })).status).toBe(404)
    expect((await ana.ask('GET /uploads/{uploadId}', { params: { uploadId } })).received).toBe(0)
  })

  it('stand in the library with their words, found by them; a contributor finds their own alone', async () => {
    const uploadId = await sendAll()
    const body = { alt: 'A dry valley', caption: 'North of the town' }
    const { picture } = await ana.ask('POST /uploads/{uploadId}/picture', { params: { uploadId }, body })
    expect(await named(ana, 'NORTH valley')).toEqual([picture.id])
    expect(await named(ana, 'harbour')).toEqual([])
    expect(await named(ana, '%')).toEqual([])
    const cleo = await studio.staff('Cleo', 'contributor')
    expect(await named(cleo, '')).toEqual([])
    const denied = await cleo.send('PATCH /pictures/{pictureId}', {
      params: { pictureId: picture.id },
      body: { alt: '' },
    })
    expect(denied.status).toBe(403)
  })

  it('are described again, cropped around another point, and shown at the width that is asked for', async () => {
    const uploadId = await sendAll()
    const { picture } = await ana.ask('POST /uploads/{uploadId}/picture', {
      params: { uploadId },
      body: { alt: 'A valley' },
    })
    const params = { pictureId: picture.id }
    expect(
      await ana.ask('PATCH /pictures/{pictureId}', { params, body: { caption: null, alt: 'A dry valley' } }),
    ).toMatchObject({ alt: 'A dry valley', caption: null })
    const { picture: focused } = await ana.ask('PUT /pictures/{pictureId}/focus', { params, body: { x: 0.2, y: 0.9 } })
    expect(focused.focus).toEqual({ x: 0.2, y: 0.9 })
    const image = await ana.send('GET /pictures/{pictureId}/image', { params, query: { width: 400 } })
    expect(image.headers.get('content-type')).toMatch(/^image\//)
    expect(image.headers.get('cache-control')).toContain('private')
    expect((await studio.stranger.send('GET /pictures/{pictureId}/image', { params, query: {} })).status).toBe(401)
  })
})
