import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { preferredEncoding } from '../../src/http/accept-encoding.ts'

describe('the preferred encoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    ['x-gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br; q=1.0 , gzip;q=1', 'br'],
    ['gzip;q=0, br;q=0', 'identity'],
    ['gzip;q=0.000', 'identity'],
    ['identity, br;q=0.5', 'identity'],
    ['identity;q=0.5, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0', 'identity'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0, *;q=0.1', 'br'],
    ['identity;q=0, *;q=0', 'identity'],
    ['deflate, zstd', 'identity'],
    ['broken', 'identity'],
    ['br;q=2', 'identity'],
    ['br;q=nonsense, gzip', 'gzip'],
    ['', 'identity'],
    [',,;;=', 'identity'],
  ])('of "%s" is %s', (line, encoding) => {
    expect(preferredEncoding(line)).toBe(encoding)
    expect(preferredEncoding(line)).toBe(encoding)
  })

  it('without a line is no compression', () => {
    expect(preferredEncoding(undefined)).toBe('identity')
  })

  it('is never one that the line forbids', () => {
    const part = fc.tuple(fc.constantFrom('br', 'gzip', 'identity', 'deflate'), fc.constantFrom('0', '0.3', '1'))
    const parts = fc.uniqueArray(part, { selector: ([name]) => name })
    fc.assert(
      fc.property(parts, (parts) => {
        const line = parts.map(([name, weight]) => `${name};q=${weight}`).join(', ')
        const chosen = preferredEncoding(line)
        const allowed = parts.filter(([, weight]) => weight !== '0').map(([name]) => name)
        expect(['identity', ...allowed]).toContain(chosen)
      }),
    )
  })
})
