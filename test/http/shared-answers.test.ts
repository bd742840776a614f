import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PictureId } from '../../src/ids.ts'
import { listen, type Listening } from '../../src/http/listener.ts'
import { mediaRoute } from '../../src/http/media-route.ts'
import type { QueryRoute } from '../../src/http/query-route.ts'
import { answerReaders } from '../../src/http/reader.ts'
import type { MediaStore } from '../../src/media/media-store.ts'
import { keepPages } from '../../src/press/kept-pages.ts'
import { sharedCaching } from '../../src/press/shared-caching.ts'
import { aChange, aPage } from '../press/builders.ts'
import { ask } from './clients.ts'

const STORY = '/2024/07/29/tinzaouaten'
const PICTURE = `/media/${'a'.repeat(24)}.jpg`
const SURROGATE = { maxAgeSeconds: 60 }

const LEAVE = /^max-age=60, stale-if-error=\d+$/

const file = async (name: string) => ({ name, pictureId: 'pic_a' as PictureId, mediaType: 'image/jpeg', bytes: 9 })

describe('leave to keep an answer in front', () => {
  const clock = { nowMs: 0, lookedAtMs: 0 }
  const drawing = { isHeld: false, gate: Promise.withResolvers<void>() }
  let press: ReturnType<typeof keepPages>
  let listening: Listening

  beforeEach(async () => {
    clock.nowMs = clock.lookedAtMs
    press = keepPages({
      surrogate: SURROGATE,
      render: async (path) => {
        if (drawing.isHeld) await drawing.gate.promise
        return path === STORY ? aPage() : aPage({ status: 404, body: 'Nothing here' })
      },
    })
    const caching = sharedCaching(
      SURROGATE,
      () => clock.lookedAtMs,
      () => clock.nowMs,
    )
    const asksOfOld: QueryRoute = { isFor: ({ query }) => query.has('p'), answer: async () => 'pass' }
    const store: Pick<MediaStore, 'read'> = { read: async () => undefined }
    const pictures = mediaRoute({ file, store: store as MediaStore, caching })
    const answer = answerReaders({
      press,
      routes: [pictures, asksOfOld],
      errorPage: () => ({ contentType: 'text/plain', body: 'x', style: null }),
      onFault: () => undefined,
      mayBeShared: caching.isInStep,
    })
    listening = await listen({ host: '127.0.0.1', port: 0, answer, onFault: () => undefined })
  })
  afterEach(() => listening.close())

  const leaveAt = async (target: string, headers: Record<string, string> = {}) =>
    (await ask(listening.port, target, { headers })).headers['surrogate-control']

  it('is given while this process knows where the edition stands, and taken back aloud when it does not', async () => {
    expect(await leaveAt(STORY)).toMatch(LEAVE)
    expect(await leaveAt(STORY)).toMatch(LEAVE)
    const etag = (await ask(listening.port, STORY)).headers.etag ?? ''
    clock.nowMs += 10_000
    expect(await leaveAt(STORY)).toBe('max-age=0')
    expect(await leaveAt(STORY, { 'if-none-match': etag })).toBe('max-age=0')
    expect((await ask(listening.port, STORY)).headers['surrogate-key']).toBeUndefined()
    clock.lookedAtMs = clock.nowMs
    expect(await leaveAt(STORY)).toMatch(LEAVE)
  })

  it('is given with the tag of a picture', async () => {
    const etag = `"${'a'.repeat(24)}"`
    const { status, headers } = await ask(listening.port, PICTURE, { headers: { 'if-none-match': etag } })
    expect([status, headers['surrogate-key']]).toEqual([304, 'picture:pic_a'])
    clock.nowMs += 10_000
    expect(await leaveAt(PICTURE, { 'if-none-match': etag })).toBe('max-age=0')
  })

  it('is not given for a question that may be an old address tomorrow, nor where there is nothing', async () => {
    expect(await leaveAt(`${STORY}?p=12`)).toBe('max-age=0')
    expect(await leaveAt(`${STORY}?utm_source=x`)).toMatch(LEAVE)
    expect(await leaveAt('/nothing')).toBeUndefined()
  })

  it('is not given for a page that a change touched while it was drawn', async () => {
    drawing.isHeld = true
    const asked = leaveAt(STORY)
    await expect.poll(() => press.stats().renders).toBe(1)
    press.changed([aChange({ tags: ['story:sty_1'] })])
    drawing.isHeld = false
    drawing.gate.resolve()
    expect(await asked).toBe('max-age=0')
    expect(await leaveAt(STORY)).toMatch(LEAVE)
  })
})
