import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { Instant } from '../../src/time.ts'
import { aChange, aPage, aPress, FakeEdition, noPage, textAt, untilTrue } from './builders.ts'

let edition: FakeEdition
beforeEach(() => {
  edition = new FakeEdition()
  edition.pages.set('/', aPage({ body: 'The home page. '.repeat(50), tags: ['list:site:en', 'site'] }))
  edition.pages.set('/story', aPage())
})

describe('a page asked for', () => {
  it('is rendered once and then kept', async () => {
    const press = aPress(edition)
    expect(press.kept('/story')).toBeUndefined()
    const first = await press.page('/story')
    expect(press.kept('/story')).toBe(first.page)
    expect(edition.asked).toEqual(['/story'])
  })

  it('is rendered once for all who wait for it', async () => {
    const press = aPress(edition)
    const served = await Promise.all(Array.from({ length: 50 }, () => press.page('/story')))
    expect(edition.asked).toEqual(['/story'])
    expect(new Set(served.map(({ page }) => page)).size).toBe(1)
  })

  it('has the same text in every encoding, under one tag', async () => {
    const press = aPress(edition)
    const served = await press.page('/story')
    const [br, gzip, identity] = await Promise.all([
      press.encode(served, 'br'),
      press.encode(served, 'gzip'),
      press.encode(served, 'identity'),
    ])
    const text = aPage().body
    expect(brotliDecompressSync(br.bytes).toString()).toBe(text)
    expect(gunzipSync(gzip.bytes).toString()).toBe(text)
    expect(identity.bytes.toString()).toBe(text)
    for (const { headers } of [br, gzip, identity]) {
      expect(headers[headers.indexOf('ETag') + 1]).toBe(served.page.etag)
    }
  })

  it('is one text in memory for all who are being sent it, however many and however slowly', async () => {
    const press = aPress(edition)
    const served = await press.page('/story')
    const first = await Promise.all(Array.from({ length: 50 }, () => press.encode(served, 'identity')))
    const later = await press.encode(served, 'identity')
    expect(new Set([...first, later].map(({ bytes }) => bytes)).size).toBe(1)
  })

  it('is zipped once for all who want it so, and that counts against the budget', async () => {
    const press = aPress(edition)
    const served = await press.page('/story')
    const before = press.stats().bytes
    const [first, second] = await Promise.all([press.encode(served, 'gzip'), press.encode(served, 'gzip')])
    expect(first).toBe(second)
    expect(press.stats().bytes).toBeGreaterThanOrEqual(before + first.bytes.length)
  })

  it('is not kept when it may not be, and says so to everybody else who might', async () => {
    edition.pages.set('/search', aPage({ kept: false }))
    const press = aPress(edition)
    const { page } = await press.page('/search')
    expect(press.kept('/search')).toBeUndefined()
    expect(page.headers).toContain('no-store')
    expect(page.etag).toBeNull()
  })

  it('fails its render, and not the listener, when a header of it cannot be sent', async () => {
    edition.pages.set('/story', aPage({ contentType: 'text/html\r\nSet-Cookie: a=b' }))
    await expect(aPress(edition).page('/story')).rejects.toThrow('Invalid character')
  })
})

describe('the better compression', () => {
  it('comes for a page that is asked for again, and changes neither text nor tag', async () => {
    const press = aPress(edition)
    const { page } = await press.page('/story')
    const [etag, fast] = [page.etag, page.main.bytes]
    press.kept('/story')
    const counted = press.stats().bytes
    press.improve()
    await untilTrue(() => page.main.bytes !== fast)
    expect(page.main.bytes.length).toBeLessThan(fast.length)
    expect(page.main.headers).toContain(String(page.main.bytes.length))
    expect(press.stats().bytes).toBeLessThan(counted)
    expect(press.kept('/story')?.etag).toBe(etag)
    expect(await textAt(press, '/story')).toBe(aPage().body)
  })

  it('is spared for pages dropped before their turn', async () => {
    const press = aPress(edition)
    const { page } = await press.page('/story')
    const fast = page.main.bytes
    press.kept('/story')
    press.dropAll()
    edition.pages.set('/other', aPage({ tags: ['story:sty_2'] }))
    const other = (await press.page('/other')).page
    press.kept('/other')
    press.improve()
    await untilTrue(() => other.main.bytes.length < fast.length)
    expect(page.main.bytes).toBe(fast)
  })
})

describe('a change', () => {
  it('drops exactly the pages that show what it touches, and counts them', async () => {
    const press = aPress(edition)
    await press.page('/')
    await press.page('/story')
    expect(press.changed([aChange({ tags: ['story:sty_1', 'story:sty_9'] })])).toBe(1)
    expect(press.kept('/story')).toBeUndefined()
    expect(press.kept('/')).toBeDefined()
  })

  it('counts a page that several changes touch once', async () => {
    const press = aPress(edition)
    await press.page('/story')
    expect(press.changed([aChange({ tags: ['site'] }), aChange({ tags: ['story:sty_1'] })])).toBe(1)
    expect(press.stats().dropped).toBe(1)
  })

  it('is seen by the next reader', async () => {
    const press = aPress(edition)
    await textAt(press, '/story')
    edition.pages.set('/story', aPage({ body: 'Corrected.' }))
    press.changed([aChange({ tags: ['story:sty_1'] })])
    expect(await textAt(press, '/story')).toBe('Corrected.')
  })

  it('that comes while a page is rendered keeps the older one from being kept', async () => {
    const press = aPress(edition)
    edition.hold()
    const early = textAt(press, '/story')
    await untilTrue(() => edition.asked.length === 1)
    edition.pages.set('/story', aPage({ body: 'Corrected.' }))
    press.changed([aChange({ tags: ['story:sty_1'] })])
    const late = textAt(press, '/story')
    edition.letGo()
    expect(await early).toBe(aPage().body)
    expect(await late).toBe('Corrected.')
    expect(await textAt(press, '/story')).toBe('Corrected.')
    expect(edition.asked.length).toBe(2)
  })

  it('makes all who come after it wait for one render together', async () => {
    const press = aPress(edition)
    edition.hold()
    const early = press.page('/story')
    await untilTrue(() => edition.asked.length === 1)
    press.changed([aChange({ tags: ['story:sty_1'] })])
    const late = Array.from({ length: 20 }, () => press.page('/story'))
    edition.letGo()
    await Promise.all([early, ...late])
    expect(edition.asked.length).toBe(2)
  })

  it('that touches something else lets a render under way be kept', async () => {
    const press = aPress(edition)
    edition.hold()
    const early = press.page('/story')
    await untilTrue(() => edition.asked.length === 1)
    press.changed([aChange({ tags: ['story:sty_2'] })])
    const late = press.page('/story')
    edition.letGo()
    expect((await late).page).toBe((await early).page)
    expect(press.kept('/story')).toBeDefined()
    expect(edition.asked.length).toBe(1)
  })
})

describe('when the edition cannot be asked', () => {
  const failure = new OnrecordError('database-unavailable', 'The database does not answer.')

  it('a page from before the change is served, and says that it is stale', async () => {
    const faults: unknown[] = []
    const press = aPress(edition, { surrogate: { maxAgeSeconds: 3600 }, onFault: (error) => faults.push(error) })
    await press.page('/story')
    press.changed([aChange({ tags: ['story:sty_1'] })])
    edition.failure = failure
    const served = await press.page('/story')
    const { headers, bytes } = await press.encode(served, 'identity')
    expect(bytes.toString()).toBe(aPage().body)
    expect(headers[headers.indexOf('Cache-Status') + 1]).toBe('onrecord; hit; detail=stale')
    expect(headers[headers.indexOf('Surrogate-Control') + 1]).toBe('max-age=0')
    expect(headers).not.toContain('Surrogate-Key')
    expect(faults).toEqual([failure])
  })

  it('the page is fresh again as soon as the edition is back', async () => {
    const press = aPress(edition)
    await press.page('/story')
    press.changed([aChange({ tags: ['story:sty_1'] })])
    edition.failure = failure
    await press.page('/story')
    edition.failure = undefined
    edition.pages.set('/story', aPage({ body: 'Corrected.' }))
    const served = await press.page('/story')
    expect(served.isStale).toBe(false)
    expect(await textAt(press, '/story')).toBe('Corrected.')
  })

  it('a page that answers 503 by itself is as good as none', async () => {
    const press = aPress(edition)
    await press.page('/story')
    press.changed([aChange({ tags: ['story:sty_1'] })])
    edition.pages.set('/story', aPage({ status: 503, body: 'Later.' }))
    expect((await press.page('/story')).isStale).toBe(true)
    press.dropAll()
    expect((await press.page('/story')).page.status).toBe(503)
    expect(press.kept('/story')).toBeUndefined()
  })

  it('a killed story is never served stale', async () => {
    const press = aPress(edition)
    await press.page('/story')
    expect(press.changed([aChange({ purge: ['story:sty_1'] })])).toBe(1)
    edition.failure = failure
    await expect(press.page('/story')).rejects.toBe(failure)
  })

  it('a story killed after it had become stale is gone too', async () => {
    const press = aPress(edition)
    await press.page('/story')
    press.changed([aChange({ tags: ['story:sty_1'] })])
    press.changed([aChange({ purge: ['story:sty_1'] })])
    edition.failure = failure
    await expect(press.page('/story')).rejects.toBe(failure)
  })

  it('an edition that hangs is as good as one that fails', async () => {
    const press = aPress(edition, { patienceMs: 1, renderTimeoutMs: 1 })
    edition.hold()
    await expect(press.page('/story')).rejects.toMatchObject({ code: 'database-unavailable' })
    edition.letGo()
    await untilTrue(() => press.kept('/story') !== undefined)
    press.changed([aChange({ tags: ['story:sty_1'] })])
    edition.hold()
    expect((await press.page('/story')).isStale).toBe(true)
  })
})

describe('a kill while the page is rendered', () => {
  it('is waited for even by those who asked before it', async () => {
    const press = aPress(edition)
    edition.hold()
    const early = textAt(press, '/story')
    await untilTrue(() => edition.asked.length === 1)
    edition.pages.set('/story', aPage({ status: 410, body: 'Withdrawn.' }))
    press.changed([aChange({ purge: ['story:sty_1'] })])
    edition.letGo()
    expect(await early).toBe('Withdrawn.')
    expect(await textAt(press, '/story')).toBe('Withdrawn.')
  })
})

describe('addresses without a page', () => {
  it('share one notice a language, whatever was rendered for them', async () => {
    const press = aPress(edition)
    edition.pages.set('/a', noPage({ body: 'Nothing at /a' }))
    edition.pages.set('/b', noPage({ body: 'Nothing at /b' }))
    expect((await press.page('/a')).page).toBe((await press.page('/b')).page)
    expect((await press.page('/fr/a')).page.language).toBe('fr')
  })

  it('are remembered, so that the edition is asked once', async () => {
    const press = aPress(edition)
    await press.page('/nothing')
    expect(press.kept('/nothing')?.status).toBe(404)
    expect(press.stats().absences).toBe(1)
    expect(edition.asked).toEqual(['/nothing'])
  })

  it('are forgotten at any change', async () => {
    const press = aPress(edition)
    await press.page('/nothing')
    edition.pages.set('/nothing', aPage({ body: 'Something.' }))
    press.changed([aChange({ tags: ['story:sty_2'] })])
    expect(await textAt(press, '/nothing')).toBe('Something.')
  })

  it('are not remembered when the change came while they were looked up', async () => {
    const press = aPress(edition)
    edition.hold()
    const early = press.page('/nothing')
    await untilTrue(() => edition.asked.length === 1)
    edition.pages.set('/nothing', aPage())
    press.changed([aChange({ tags: ['story:sty_1'] })])
    edition.letGo()
    expect((await early).page.status).toBe(404)
    expect((await press.page('/nothing')).page.status).toBe(200)
  })

  it('get the new notice when the look of the site changes', async () => {
    const press = aPress(edition)
    await press.page('/nothing')
    edition.pages.set('/nothing', noPage({ body: 'Nothing here, in a new look.' }))
    press.changed([aChange({ tags: ['site'] })])
    expect(await textAt(press, '/nothing')).toBe('Nothing here, in a new look.')
  })

  it('are remembered in bounded memory', async () => {
    const press = aPress(edition, { maxBytes: 64 * 1024 })
    for (let at = 0; at < 200; at++) await press.page(`/nothing/${at}/${'x'.repeat(500)}`)
    expect(press.stats().absences).toBeLessThan(10)
    expect(press.stats().bytes).toBeLessThanOrEqual(64 * 1024)
  })
})

describe('a page that is true until an hour', () => {
  const hour = '2024-07-29T12:00:00.000Z' as Instant
  const before = Date.parse(hour) - 1

  it('is served as kept until then, and rendered anew at the next request', async () => {
    let now = before
    edition.pages.set('/sitemaps/news.xml', aPage({ freshUntil: hour, body: 'Two stories. '.repeat(40) }))
    const press = aPress(edition, { now: () => now })
    await press.page('/sitemaps/news.xml')
    expect(press.kept('/sitemaps/news.xml')).toBeDefined()
    now = Date.parse(hour)
    expect(press.kept('/sitemaps/news.xml')).toBeUndefined()
    edition.pages.set('/sitemaps/news.xml', aPage({ freshUntil: null, body: 'One story. '.repeat(40) }))
    expect(await textAt(press, '/sitemaps/news.xml')).toContain('One story.')
    expect(edition.asked).toHaveLength(2)
  })

  it('is served when it cannot be made anew, and says that it is stale', async () => {
    let now = before
    edition.pages.set('/', aPage({ freshUntil: hour }))
    const press = aPress(edition, { now: () => now })
    await press.page('/')
    now = Date.parse(hour)
    edition.failure = new Error('the edition cannot be read')
    const served = await press.page('/')
    expect(served.isStale).toBe(true)
    expect((await press.encode(served, 'br')).headers).toContain('onrecord; hit; detail=stale')
  })

  it('is the only kind that asks for the time', async () => {
    const press = aPress(edition, {
      now: () => {
        throw new Error('nobody needs the time here')
      },
    })
    await press.page('/story')
    expect(press.kept('/story')).toBeDefined()
  })
})
