import { describe, expect, it } from 'vitest'
import { formerAddress, formerAddressesOf } from '../../src/story/former-address.ts'

describe('an address that a story had elsewhere', () => {
  it.each([
    ['https://example.org/2019/05/two-tolls/', '/2019/05/two-tolls'],
    ['/2019/05//two-tolls/#comments', '/2019/05/two-tolls'],
    ['https://example.org/?p=12', '/?p=12'],
    ['/index.php?view=article&id=12&utm_source=feed', '/index.php?id=12&view=article'],
    ['/2019/%D8%A7%D9%84%D8%B3%D9%88%D8%AF%D8%A7%D9%86/', '/2019/السودان'],
    ['/2019/05/two-tolls/?utm_campaign=x&fbclid=y', '/2019/05/two-tolls'],
    ['/caf%E9/', '/caf%E9'],
  ])('%s is kept as %s', (written, kept) => {
    expect(formerAddress(written)).toBe(kept)
    expect(formerAddress(kept)).toBe(kept)
  })

  it.each(['https://example.org', '/', 'https://example.org/?utm_source=x', 'mailto:desk@example.org', 'http://['])(
    '%s is none',
    (written) => expect(formerAddress(written)).toBeNull(),
  )

  it('is found among other words of a query, the one that names most of it first', () => {
    const query = new URLSearchParams('share=twitter&p=12&utm_source=x')
    expect(formerAddressesOf('/', query)).toEqual(['/?p=12&share=twitter', '/?p=12', '/?share=twitter'])
    expect(formerAddressesOf('/', new URLSearchParams('utm_source=x'))).toEqual([])
  })

  it('is looked for as a whole only when a query has more words than any page of old', () => {
    const query = new URLSearchParams(Array.from({ length: 40 }, (_, at) => `a${at}=x`).join('&'))
    expect(formerAddressesOf('/', query)).toHaveLength(1)
  })
})
