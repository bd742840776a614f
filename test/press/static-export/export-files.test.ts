import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileFor } from '../../../src/press/static-export/export-files.ts'
import { readIndex, writeIndex } from '../../../src/press/static-export/export-index.ts'
import type { ExportedAddress } from '../../../src/press/static-export/exported-address.ts'

describe('the file of an address', () => {
  it('is an index in a folder for a page, and its own name for a file', () => {
    expect(fileFor('/', true)).toBe('index.html')
    expect(fileFor('/2024/07/29/a-toll', true)).toBe('2024/07/29/a-toll/index.html')
    expect(fileFor('/feeds/rss.xml', false)).toBe('feeds/rss.xml')
    expect(fileFor('/.well-known/security.txt', false)).toBe('.well-known/security.txt')
  })

  it('is none for a name that a disk, a server or the export itself understands otherwise', () => {
    const paths = [
      '/../etc/passwd',
      '/a/./b',
      '/.git/config',
      '/old?p=1',
      '/a\\b',
      '/_redirects',
      '/README.txt',
      '/404.html',
      '/redirects.nginx.conf',
      '/x/index.html',
      `/${'a'.repeat(300)}`,
      '/.onrecord-export.json',
    ]
    expect(paths.filter((path) => fileFor(path, true) !== null)).toEqual([])
    expect(fileFor('/a.xml.gz', false)).toBeNull()
  })

  it('never leaves the folder, whatever the address', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('..', '.', '')), { maxLength: 5 }), (parts) => {
        const file = fileFor(`/${parts.join('/')}`, true)
        const segments = file?.split('/') ?? []
        expect(segments.filter((part) => ['', '.', '..'].includes(part))).toEqual([])
      }),
    )
  })
})

const anAddress = (overrides: Partial<ExportedAddress> = {}): ExportedAddress => ({
  path: '/2024/07/29/a-toll',
  status: 200,
  file: '2024/07/29/a-toll/index.html',
  hash: 'abc',
  tags: ['site', 'story:sty_a'],
  staleAtMs: null,
  media: [],
  policy: "default-src 'none'",
  location: null,
  ...overrides,
})

describe('the index of an export', () => {
  it('comes back as it was written', () => {
    const addresses = [
      anAddress(),
      anAddress({ path: '/', file: 'index.html', media: ['/media/a.jpg', '/media/b.webp'] }),
      anAddress({ path: '/feeds/rss.xml', file: 'feeds/rss.xml', staleAtMs: 1_720_000_000_000, tags: [] }),
      anAddress({ path: '/old.html', file: null, status: 301, location: '/2024/07/29/a-toll', tags: ['story:sty_a'] }),
      anAddress({ path: '/gone', file: 'gone/index.html', status: 410, policy: '' }),
    ]
    expect(readIndex(writeIndex(addresses), 7)).toEqual(addresses.map((address) => ({ ...address, number: 7 })))
  })
})
