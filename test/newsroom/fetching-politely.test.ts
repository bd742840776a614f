import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import { retryAfterMs } from '../../src/newsroom/import-pictures/fetch-failure.ts'
import { fetchPolitely } from '../../src/newsroom/import-pictures/fetch-politely.ts'
import { FailedAnswer } from '../../src/outbound/failed-answer.ts'

const NOW = Date.parse('2024-08-01T09:00:00Z')
const BYTES = { kind: 'bytes', bytes: new Uint8Array([1]) }

const answered = (status: number, retryAfter: string | null = null) =>
  new OnrecordError('fetch-failed', `status ${status}`, { cause: new FailedAnswer(status, retryAfter) })
const silent = () => new OnrecordError('fetch-failed', 'a.org did not answer in time.', { cause: new Error('time') })

/** A server that answers with these failures in turn, then with a picture; and a clock that only waits move. */
function asking(failures: readonly Error[]) {
  const left = [...failures]
  const asked: string[] = []
  const waits: number[] = []
  let now = NOW
  let running = 0
  let most = 0
  const polite = fetchPolitely({
    nowMs: () => now,
    pause: async (ms) => {
      waits.push(ms)
      now += ms
    },
    isStopping: () => false,
    fetch: async (url) => {
      asked.push(url)
      running += 1
      most = Math.max(most, running)
      await new Promise(setImmediate)
      running -= 1
      const failure = left.shift()
      if (failure) throw failure
      return { url, bytes: BYTES.bytes, statedType: null }
    },
  })
  return { ...polite, asked, waits, most: () => most }
}

describe('asking a server for pictures', () => {
  it('tries again after a fault that may pass, with growing waits, and gives up after three tries', async () => {
    const one = asking([answered(502), silent()])
    expect(await one.ask('https://a.org/a.jpg')).toEqual(BYTES)
    expect(one.waits).toEqual([1_000, 5_000])
    const other = asking([answered(502), answered(502), answered(502)])
    expect(await other.ask('https://a.org/a.jpg')).toMatchObject({ kind: 'failed', failure: { kind: 'passing' } })
    expect(other.asked).toHaveLength(3)
  })

  it.each([401, 403, 404, 410, 451])('does not ask again after %i', async (status) => {
    const one = asking([answered(status)])
    expect(await one.ask('https://a.org/a.jpg')).toMatchObject({ kind: 'failed', failure: { kind: 'final' } })
    expect(one.asked).toHaveLength(1)
  })

  it.each([429, 503])('rests as long as the server says with %i', async (status) => {
    const one = asking([answered(status, '30')])
    expect(await one.ask('https://a.org/a.jpg')).toEqual(BYTES)
    expect(one.waits).toEqual([30_000])
  })

  it('asks nothing more of a server that wants to be left alone for an hour', async () => {
    const one = asking([answered(429, '3600')])
    const putOff = { kind: 'put-off', untilMs: NOW + 3_600_000, isSilent: false }
    expect(await one.ask('https://a.org/a.jpg')).toMatchObject(putOff)
    expect(await one.ask('https://a.org/b.jpg')).toMatchObject(putOff)
    expect(one.asked).toEqual(['https://a.org/a.jpg'])
    expect(await one.ask('https://b.org/b.jpg')).toEqual(BYTES)
  })

  it('leaves a server alone that did not answer five times in a row', async () => {
    const one = asking(Array.from({ length: 9 }, silent))
    await one.ask('https://a.org/a.jpg')
    await one.ask('https://a.org/b.jpg')
    expect(await one.ask('https://a.org/c.jpg')).toMatchObject({ kind: 'put-off', isSilent: true })
    expect(one.asked).toHaveLength(5)
  })

  it('never asks one server more than two things at once', async () => {
    const one = asking([])
    await Promise.all(Array.from({ length: 10 }, (_, number) => one.ask(`https://a.org/${number}.jpg`)))
    expect([one.asked.length, one.most()]).toEqual([10, 2])
  })

  it('lets through what is no failure of fetching', async () => {
    const one = asking([new Error('a fault of ours')])
    await expect(one.ask('https://a.org/a.jpg')).rejects.toThrow('a fault of ours')
    expect(await one.ask('https://a.org/a.jpg')).toEqual(BYTES)
  })
})

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 01 Aug 2024 09:00:30 GMT', 30_000],
    ['Wed, 31 Jul 2024 09:00:30 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['1e9', null],
    [null, null],
  ])('%s is a wait of %s ms', (text, ms) => {
    expect(retryAfterMs(text, NOW)).toBe(ms)
  })
})
