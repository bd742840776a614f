import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { studioPages } from '../../src/http/studio/studio-pages.ts'

const CODE = 'const words = "as many as it takes to be worth packing"\n'.repeat(40)
const SHELL = '<!doctype html><title>Studio</title>'

describe('the studio’s files', () => {
  const app = new Hono()
  let shellFolder: string
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(app.request(path, { headers }))

  beforeAll(async () => {
    shellFolder = await mkdtemp(join(tmpdir(), 'onrecord-shell-'))
    await mkdir(join(shellFolder, 'assets'))
    const put = (name: string, bytes: string | Buffer) => writeFile(join(shellFolder, name), bytes)
    await put('index.html', SHELL)
    await put('sw.js', CODE)
    await put('icon-192.png', Buffer.from([1, 2, 3]))
    await put('assets/index-1a.js', CODE)
    await put('assets/index-1a.js.br', brotliCompressSync(CODE))
    await put('assets/index-1a.js.gz', gzipSync(CODE))
    studioPages(app, { shellFolder })
  })
  afterAll(() => rm(shellFolder, { recursive: true, force: true }))

  it.each([
    ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
    ['gzip', 'gzip, deflate', gunzipSync],
  ])('leave as %s to a browser that says "%s"', async (encoding, accepted, unpacked) => {
    const answer = await get('/studio/assets/index-1a.js', { 'accept-encoding': accepted })
    expect(answer.headers.get('content-encoding')).toBe(encoding)
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(unpacked(Buffer.from(await answer.arrayBuffer())).toString()).toBe(CODE)
  })

  it('leave as they are where nothing else is accepted, or nothing was packed', async () => {
    const plain = await get('/studio/assets/index-1a.js')
    expect(plain.headers.has('content-encoding')).toBe(false)
    expect(await plain.text()).toBe(CODE)
    const icon = await get('/studio/icon-192.png', { 'accept-encoding': 'br' })
    expect(icon.headers.has('content-encoding')).toBe(false)
    expect([...new Uint8Array(await icon.arrayBuffer())]).toEqual([1, 2, 3])
  })

  it('are not found by the names of their packed forms, nor outside their folder', async () => {
    const paths = ['index-1a.js.br', '..%2Findex.html', '..%2F..%2Fetc%2Fpasswd', 'none.js']
    const answers = await Promise.all(paths.map((path) => get(`/studio/assets/${path}`)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404])
  })

  it('are asked for again only where they may have changed, and cost nothing where they have not', async () => {
    const asset = await get('/studio/assets/index-1a.js')
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const shell = await get('/studio/stories')
    expect(shell.headers.get('cache-control')).toBe('no-cache')
    const etag = shell.headers.get('etag') ?? ''
    const again = await get('/studio', { 'if-none-match': etag, 'accept-encoding': 'br' })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await writeFile(join(shellFolder, 'index.html'), `${SHELL}!`)
    const changed = await get('/studio', { 'if-none-match': etag })
    expect([changed.status, await changed.text()]).toEqual([200, `${SHELL}!`])
  })

  it('let the worker keep every address of the studio, and nobody else’s', async () => {
    expect((await get('/studio/sw.js')).headers.get('service-worker-allowed')).toBe('/studio')
  })
})
