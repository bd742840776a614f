import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { answerReaders } from '../../src/http/reader.ts'
import { addReads, countingReads, MOST_PATHS, NO_READS, type Reads } from '../../src/press/reads.ts'
import { keepReads, readsOf } from '../../src/press/reads-file.ts'
import type { LocalDate } from '../../src/time.ts'
import { ask } from '../http/clients.ts'
import { aPage, aPress, FakeEdition } from './builders.ts'

const DAY = '2026-11-22' as LocalDate
const noon = Date.parse('2026-11-22T12:00:00Z')

const errorPage = () => ({ contentType: 'text/plain', body: 'error', style: null })
const onFault = (error: unknown) => {
  throw error
}

describe('what is counted', () => {
  let listening: Listening
  let reads: Reads

  beforeEach(async () => {
    reads = countingReads()
    const edition = new FakeEdition()
    for (const path of ['/', '/2026/11/22/a-story', '/about/contact-safely', '/fr/about/contact-safely']) {
      edition.pages.set(path, aPage())
    }
    edition.pages.set('/text/about/contact-safely', aPage())
    edition.pages.set('/search', aPage())
    edition.pages.set('/feeds/rss.xml', aPage({ contentType: 'application/rss+xml' }))
    edition.pages.set('/2026/11/22/gone', aPage({ status: 410 }))
    const answer = answerReaders({ press: aPress(edition), errorPage, onFault, onRead: reads.count })
    listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault, graceMs: 500 })
  })
  afterEach(() => listening.close())

  const get = (path: string, headers: Record<string, string> = {}) => ask(listening.port, path, { headers })

  it('is each page that somebody got or has still, rendered or kept, in any encoding', async () => {
    const first = await get('/2026/11/22/a-story')
    await get('/2026/11/22/a-story', { 'accept-encoding': 'br' })
    await get('/2026/11/22/a-story?utm_source=x')
    expect((await get('/2026/11/22/a-story', { 'if-none-match': first.headers.etag ?? '' })).status).toBe(304)
    expect([...reads.take().paths]).toEqual([['/2026/11/22/a-story', 4]])
    expect([...reads.take().paths]).toEqual([])
  })

  it('is nothing of what is no page, nor of who writes in fear or looks for something', async () => {
    for (const path of [
      '/feeds/rss.xml',
      '/2026/11/22/gone',
      '/nowhere',
      '/-/ready',
      '/search',
      '/2026/11/22/a-story/',
    ]) {
      await get(path)
      await get(path)
    }
    for (const path of ['/about/contact-safely', '/fr/about/contact-safely', '/text/about/contact-safely']) {
      expect((await get(path)).status).toBe(200)
      expect((await get(path)).status).toBe(200)
    }
    await ask(listening.port, '/', { method: 'HEAD' })
    expect([...reads.take().paths]).toEqual([])
  })
})

describe('the days of reads', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-reads-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  /** A process that has counted some reads. */
  function aProcess(nowMs: () => number = () => noon) {
    const reads = countingReads()
    const keeper = keepReads({ folder, reads, nowMs, onFault: (error) => expect(error).toBeUndefined() })
    const page = { status: 200, headers: ['Content-Type', 'text/html; charset=utf-8'] }
    const read = (path: string, times = 1) => {
      for (let time = 0; time < times; time += 1) reads.count({ ...page, path } as never)
    }
    return { read, keeper }
  }
  const counted = async (...days: LocalDate[]) => Object.fromEntries((await readsOf(folder, days)).paths)

  it('sum what all processes counted, before and after they were started again', async () => {
    const one = aProcess()
    const other = aProcess()
    one.read('/b', 3)
    other.read('/b', 2)
    other.read('/a')
    await one.keeper.write()
    one.read('/b')
    await Promise.all([one.keeper.close(), other.keeper.close()])
    expect(await counted(DAY)).toEqual({ '/a': 1, '/b': 6 })
    expect(await counted('2026-11-21' as LocalDate)).toEqual({})
  })

  it('hold paths with a number each, in order of their letters: not who, not when, not which first', async () => {
    const { read, keeper } = aProcess()
    read('/z', 2)
    read('/a')
    await keeper.close()
    const [name = ''] = await readdir(join(folder, DAY))
    expect(await readFile(join(folder, DAY, name), 'utf8')).toBe('{"paths":{"/a":1,"/z":2},"others":0}')
    expect((await stat(join(folder, DAY, name))).mode & 0o077).toBe(0)
    expect((await stat(join(folder, DAY))).mode & 0o077).toBe(0)
  })

  it('begin anew at midnight', async () => {
    let now = noon
    const { read, keeper } = aProcess(() => now)
    read('/a', 2)
    await keeper.write()
    now += 24 * 3_600_000
    await keeper.write()
    read('/a')
    await keeper.close()
    expect(await counted(DAY)).toEqual({ '/a': 2 })
    expect(await counted('2026-11-23' as LocalDate)).toEqual({ '/a': 1 })
    expect(await counted(DAY, '2026-11-23' as LocalDate)).toEqual({ '/a': 3 })
  })

  it('are not lost to one damaged file, nor written where nothing was read', async () => {
    await aProcess().keeper.close()
    expect(await readdir(folder)).toEqual([])
    const { read, keeper } = aProcess()
    read('/a')
    await keeper.close()
    await writeFile(join(folder, DAY, 'bad.json'), '{"paths":{"/a":"many"')
    expect(await counted(DAY)).toEqual({ '/a': 1 })
  })

  it('stay within a bound: of too many pages, those that were read least become one number', () => {
    const many = new Map(Array.from({ length: MOST_PATHS + 1 }, (_, number) => [`/${number}`, number === 7 ? 9 : 1]))
    const { paths, others } = addReads(NO_READS, { paths: many, others: 0 })
    expect([paths.size, paths.get('/7'), others + paths.size]).toEqual([MOST_PATHS / 2, 9, MOST_PATHS + 1])
  })
})
