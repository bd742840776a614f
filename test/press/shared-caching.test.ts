import { describe, expect, it } from 'vitest'
import { aConfig } from '../builders.ts'
import { sharedCaching, surrogateFor } from '../../src/press/shared-caching.ts'

describe('what caches in front are told beside pages', () => {
  const clock = { nowMs: 100_000, lookedAtMs: 100_000 }
  const caching = sharedCaching(
    { maxAgeSeconds: 60 },
    () => clock.lookedAtMs,
    () => clock.nowMs,
  )

  it('is what was read and for how long, while we know where the edition stands', () => {
    expect(caching.begin()(['picture:pic_a'])).toEqual([
      'Surrogate-Control',
      'max-age=60, stale-if-error=259200',
      'Surrogate-Key',
      'picture:pic_a',
    ])
  })

  it('is to keep nothing, where we have not looked for longer than the last purge comes later', () => {
    const headersFor = caching.begin()
    clock.nowMs += 7_000
    expect(caching.isInStep()).toBe(false)
    expect(headersFor(['picture:pic_a'])).toEqual(['Surrogate-Control', 'max-age=0'])
    clock.lookedAtMs = clock.nowMs
    expect(caching.isInStep()).toBe(true)
    // What was read before we lost sight may have been withdrawn since.
    expect(headersFor(['picture:pic_a'])).toEqual(['Surrogate-Control', 'max-age=0'])
    expect(caching.begin()(['picture:pic_a'])).toContain('Surrogate-Key')
  })

  it('is nothing where there are none', () => {
    expect(sharedCaching(undefined, () => 0).begin()(['a'])).toEqual([])
    expect(surrogateFor(aConfig().caches)).toBeUndefined()
  })

  it('is said in the words of those that are set', () => {
    const settings = { varnish: null, fastly: null, cloudflare: { zone: 'z', token: 't' }, maxAgeSeconds: 60 }
    expect(surrogateFor(settings)).toEqual({ maxAgeSeconds: 60, words: ['cache-tag'] })
    const both = surrogateFor({ ...settings, fastly: { service: 's', token: 't' } })
    expect(both?.words).toEqual(['surrogate-key', 'cache-tag'])
  })
})
