import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type Listening, listen } from '../../src/http/listener.ts'
import { loadedAtFirst } from '../../src/http/loaded-at-first.ts'

const faults: unknown[] = []
const onFault = (error: unknown): void => void faults.push(error)

/** Says what it was told. */
const echo: RequestListener = (request, response) => void request.pipe(response)

describe('what is loaded when somebody first asks for it', () => {
  let open: Listening | undefined

  afterEach(async () => {
    faults.length = 0
    await open?.close()
  })

  async function serve(load: () => Promise<RequestListener>): Promise<string> {
    open = await listen({ host: '127.0.0.1', port: 0, answer: loadedAtFirst(load, onFault), onFault })
    return `http://127.0.0.1:${open.port}/`
  }

  it('is not loaded before, and once for all who ask at the same time, with what they sent', async () => {
    let loads = 0
    const url = await serve(async () => {
      loads += 1
      return echo
    })
    expect(loads).toBe(0)
    const said = ['one', 'two', 'three']
    const answers = await Promise.all(said.map(async (body) => (await fetch(url, { method: 'POST', body })).text()))
    expect(answers).toEqual(said)
    expect(await (await fetch(url, { method: 'POST', body: 'later' })).text()).toBe('later')
    expect({ loads, faults }).toEqual({ loads: 1, faults: [] })
  })

  it('is tried again when it could not be loaded, and whoever asked is asked to come back', async () => {
    const broken = new Error('the file is gone')
    let loads = 0
    const url = await serve(async () => {
      loads += 1
      if (loads === 1) throw broken
      return echo
    })
    const refused = await fetch(url, { method: 'POST', body: 'first' })
    expect([refused.status, refused.headers.get('retry-after'), refused.headers.get('cache-control')]).toEqual([
      503,
      '5',
      'no-store',
    ])
    expect(faults).toEqual([broken])
    expect(await (await fetch(url, { method: 'POST', body: 'second' })).text()).toBe('second')
  })
})
