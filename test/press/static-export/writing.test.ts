import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FinishedPage } from '../../../src/press/page.ts'
import { ExportFiles, linkOrCopy, removeDrafts, removeFile } from '../../../src/press/static-export/export-files.ts'
import { ExportState } from '../../../src/press/static-export/export-state.ts'
import { makeFile } from '../../../src/press/static-export/make-file.ts'

const aPage = (overrides: Partial<FinishedPage> = {}): FinishedPage => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: '<p>Words.</p>',
  location: null,
  style: null,
  tags: ['site'],
  kept: true,
  ...overrides,
})

const TERMS = { siteUrl: 'https://lake.example', release: '1', settings: '' }

describe('writing the site as files', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const make = (path: string, page: Partial<FinishedPage>, hash: string | null = null) =>
    makeFile(
      { render: async () => aPage(page), files: new ExportFiles(folder, 'test'), siteUrl: 'https://lake.example' },
      { path, hash },
    )

  it('lets a web server read what is written, whatever the newsroom keeps to itself', async () => {
    const before = process.umask(0o077)
    try {
      await make('/2024/07/a', {})
    } finally {
      process.umask(before)
    }
    expect(statSync(join(folder, '2024/07/a/index.html')).mode & 0o777).toBe(0o644)
    expect(statSync(join(folder, '2024/07')).mode & 0o777).toBe(0o755)
  })

  it('compresses what is worth it, and takes the siblings away where it no longer is', async () => {
    await make('/a', { body: 'long '.repeat(100) })
    expect(readdirSync(join(folder, 'a')).sort()).toEqual(['index.html', 'index.html.br', 'index.html.gz'])
    await make('/a', { body: 'short' })
    expect(readdirSync(join(folder, 'a'))).toEqual(['index.html'])
  })

  it('does not write again what has not changed', async () => {
    const made = await make('/a', {})
    const { ino } = statSync(join(folder, 'a/index.html'))
    await make('/a', {}, 'hash' in made ? made.hash : null)
    expect(statSync(join(folder, 'a/index.html')).ino).toBe(ino)
  })

  it('puts a notice where data stood, and data where a notice stood', async () => {
    await make('/a/ninjs.json', { contentType: 'application/json', body: '{}' })
    await make('/a/ninjs.json', { status: 410 })
    expect(readFileSync(join(folder, 'a/ninjs.json/index.html'), 'utf8')).toBe('<p>Words.</p>')
    await make('/a/ninjs.json', { contentType: 'application/json', body: '{}' })
    expect(readFileSync(join(folder, 'a/ninjs.json'), 'utf8')).toBe('{}')
  })

  it('leaves a former address to the lists for servers when a file stands in its way', async () => {
    await make('/robots.txt', { contentType: 'text/plain', body: 'User-agent: *' })
    const moved = await make('/robots.txt/old', { status: 301, location: '/a', body: '/a\n' })
    expect(moved).toMatchObject({ file: null, location: '/a' })
    expect(readFileSync(join(folder, 'robots.txt'), 'utf8')).toBe('User-agent: *')
  })

  it('writes nothing where there is nothing for readers', async () => {
    expect(await make('/a', { status: 404 })).toEqual({ path: '/a', status: 404 })
    await expect(make('/a', { status: 500 })).rejects.toMatchObject({ code: 'database-unavailable' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('takes a file away with the folders that it leaves empty, and no other', async () => {
    await make('/2024/07/a', {})
    await make('/2024/08/b', {})
    removeFile(folder, '2024/07/a/index.html')
    expect(readdirSync(join(folder, '2024'))).toEqual(['08'])
  })

  it('clears what a stopped run had half-written', async () => {
    await make('/2024/07/a', {})
    writeFileSync(join(folder, '2024/07/.onrecord-draft-main'), 'half')
    removeDrafts(folder)
    expect(readdirSync(join(folder, '2024/07'))).toEqual(['a'])
  })

  it('takes a picture over by a second name', async () => {
    const state = ExportState.open(join(folder, 'out'), TERMS)
    writeFileSync(join(folder, 'a.jpg'), 'bytes')
    await linkOrCopy(join(folder, 'a.jpg'), join(folder, 'out'), 'media/a.jpg')
    expect(statSync(join(folder, 'out/media/a.jpg')).ino).toBe(statSync(join(folder, 'a.jpg')).ino)
    state.close()
  })

  it('lets one export at a time into a folder, and takes over from one that died', () => {
    const out = join(folder, 'out')
    const first = ExportState.open(out, TERMS)
    expect(() => ExportState.open(out, TERMS)).toThrow('Another export')
    first.close()
    writeFileSync(join(out, '.onrecord-export.lock'), '999999999')
    ExportState.open(out, TERMS).close()
    expect(existsSync(join(out, '.onrecord-export.lock'))).toBe(false)
  })

  it('remembers, after a crash, what it had written, and forgets it for another site', () => {
    const out = join(folder, 'out')
    const address = { path: '/a', status: 200, file: 'a/index.html', hash: 'x', tags: ['site'] } as const
    const crashed = ExportState.open(out, TERMS)
    crashed.begin(7)
    crashed.note([{ ...address, staleAtMs: null, media: [], policy: '', location: null }], 7)
    crashed.close()
    writeFileSync(join(out, '.onrecord-export.journal'), '{"path":"/b","sta', { flag: 'a' })
    const next = ExportState.open(out, TERMS)
    expect([...next.addresses.values()].map(({ path, number }) => [path, number])).toEqual([['/a', 7]])
    next.close()
    const elsewhere = ExportState.open(out, { ...TERMS, siteUrl: 'https://other.example' })
    expect(elsewhere.addresses.get('/a')?.number).toBe(-1)
    elsewhere.close()
  })
})
