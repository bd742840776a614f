import { request } from 'node:http'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PictureId } from '../../src/ids.ts'
import type { PictureFile } from '../../src/edition/public-pictures.ts'
import { listen, type Listening } from '../../src/http/listener.ts'
import { mediaRoute } from '../../src/http/media-route.ts'
import { answerReaders } from '../../src/http/reader.ts'
import type { MediaStore } from '../../src/media/media-store.ts'
import { keepPages } from '../../src/press/kept-pages.ts'
import { aPage } from '../press/builders.ts'

const BYTES = Buffer.from('0123456789')
const NAME = '0123456789abcdef01234567.jpg'
const MISSING = 'ffffffffffffffffffffffff.jpg'

const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })

/** Files in memory. */
const kept = new Map([[NAME, BYTES]])
const store: MediaStore = {
  put: async (name, content) => void kept.set(name, Buffer.from(content)),
  read: async (name, part) => {
    const bytes = kept.get(name)
    return (
      bytes && { bytes: bytes.length, content: Readable.from(part ? bytes.subarray(part.start, part.end + 1) : bytes) }
    )
  },
  has: async (name) => kept.has(name),
  remove: async (name) => void kept.delete(name),
}

describe('a picture over http', () => {
  const shown = new Map<string, PictureFile>()
  let listening: Listening
  beforeAll(async () => {
    const press = keepPages({ render: async (path) => aPage({ status: 404, body: 'Nothing here', tags: [path] }) })
    const routes = [mediaRoute({ file: async (name) => shown.get(name), store })]
    const answer = answerReaders({ press, routes, errorPage, onFault: () => undefined })
    listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault: () => undefined })
    for (const name of [NAME, MISSING])
      shown.set(name, { name, pictureId: 'pic_a' as PictureId, mediaType: 'image/jpeg', bytes: BYTES.length })
  })
  afterAll(() => listening.close())

  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
      request({ host: '127.0.0.1', port: listening.port, path, headers, method }, (response) => {
        const { statusCode: status = 0, headers: got } = response
        buffer(response)
          .then((body) => resolve({ status, headers: got, body: body.toString() }))
          .catch(reject)
      })
        .on('error', reject)
        .end()
    })

  it('comes whole, may be kept for ever, and acts in no browser', async () => {
    const { status, headers, body } = await ask(`/media/${NAME}`)
    expect([status, body]).toEqual([200, '0123456789'])
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': '10',
      etag: '"0123456789abcdef01234567"',
      'cache-control': 'public, max-age=86400, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(headers['set-cookie']).toBeUndefined()
  })

  it('is described to those who ask for its head', async () => {
    const { status, headers, body } = await ask(`/media/${NAME}`, {}, 'HEAD')
    expect([status, headers['content-length'], body]).toEqual([200, '10', ''])
  })

  it('is not sent again to those who have it', async () => {
    const { status, body } = await ask(`/media/${NAME}`, { 'if-none-match': '"0123456789abcdef01234567"' })
    expect([status, body]).toEqual([304, ''])
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('answers the range %s', async (range, status, body, contentRange) => {
    const got = await ask(`/media/${NAME}`, { range })
    expect([got.status, got.body, got.headers['content-range']]).toEqual([status, body, contentRange])
  })

  it('is sent whole to a client that has parts of another file', async () => {
    expect((await ask(`/media/${NAME}`, { range: 'bytes=2-4', 'if-range': '"other"' })).status).toBe(200)
    expect((await ask(`/media/${NAME}`, { range: 'bytes=2-4', 'if-range': '"0123456789abcdef01234567"' })).status).toBe(
      206,
    )
  })

  it('is as absent as anything else once nothing shows it, whatever was asked before', async () => {
    const absence = await ask('/nowhere')
    expect(absence.status).toBe(404)
    shown.delete(NAME)
    for (const path of [`/media/${NAME}`, `/media/${MISSING}`, '/media/../secrets.json', '/media/x.svg']) {
      const { status, body } = await ask(path)
      expect([path, status, body]).toEqual([path, 404, absence.body])
    }
  })

  it('cannot be posted to', async () => {
    expect((await ask(`/media/${NAME}`, {}, 'POST')).status).toBe(405)
  })
})
