import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openShim, type Shim, WHY_NO_SHIM } from './power/shim.ts'
import { type Served, serve } from './served.ts'
import { aNewsroomOnDisk, copyOf, type Writing, writingAt } from './served-writing.ts'

const HOUR_MS = 3_600_000
const TWO_YEARS_MS = 2 * 365 * 24 * HOUR_MS
const patience = { timeout: 20_000 }

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString()

async function aStory(writing: Writing, words: string): Promise<string> {
  const id = String((await writing.begin()).json()['id'])
  expect((await writing.save(id, 0, words)).status).toBe(200)
  return id
}

describe.skipIf(WHY_NO_SHIM)('a clock that is set while the server serves', () => {
  let shim: Shim
  let prepared: { data: string; token: string }
  let data: string
  let server: Served
  const folders: string[] = []
  beforeAll(async () => {
    shim = openShim()
    prepared = await aNewsroomOnDisk('clock')
    folders.push(dirname(prepared.data))
  })
  afterEach(async () => {
    shim.set({ clockOffsetMs: 0 })
    await server.kill()
  })
  afterAll(() => {
    shim.remove()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  async function open(): Promise<Writing> {
    data = copyOf(prepared.data)
    folders.push(dirname(data))
    server = await serve({ data, env: shim.env(data) })
    return writingAt(server, prepared.token)
  }

  const front = async () => (await server.get('/')).text
  const published = async (): Promise<{ at: string; detail: Record<string, unknown> }[]> => {
    const owner = await server.ask(prepared.token, 'GET', '/audit?act=publish-scheduled-story')
    return owner.json()['lines'] as { at: string; detail: Record<string, unknown> }[]
  }

  it.each([TWO_YEARS_MS, -TWO_YEARS_MS])(
    'by %d ms puts nothing out before its hour, and all of it at its hour',
    async (by) => {
      const writing = await open()
      const tomorrow = await aStory(writing, 'For tomorrow.')
      expect((await writing.schedule(tomorrow, inMs(24 * HOUR_MS))).status).toBe(200)
      const soon = await aStory(writing, 'For in a moment.')
      expect((await writing.schedule(soon, inMs(3_000))).status).toBe(200)
      shim.set({ clockOffsetMs: by })
      // What is due goes out by the time that has passed; whoever is signed in stays so, and their work goes on.
      await expect.poll(front, patience).toContain('For in a moment.')
      expect(server.output()).toContain('the clock of this machine was set')
      const now = await aStory(writing, 'By hand.')
      expect((await writing.publish(now)).status).toBe(200)
      const text = await front()
      expect(text).not.toContain('For tomorrow.')
      expect(text.indexOf('By hand.')).toBeLessThan(text.indexOf('For in a moment.'))
      shim.set({ clockOffsetMs: 0 })
      expect((await aStory(writing, 'When it was put right.')).length).toBeGreaterThan(0)
      expect(await published()).toHaveLength(1)
    },
  )

  it('or a server that was away: a scheduled story goes out once, late, and says how late', async () => {
    const writing = await open()
    const id = await aStory(writing, 'While nobody was there.')
    expect((await writing.schedule(id, inMs(HOUR_MS))).status).toBe(200)
    await server.kill()
    shim.set({ clockOffsetMs: 4 * HOUR_MS })
    server = await serve({ data, env: shim.env(data) })
    await expect.poll(front, patience).toContain('While nobody was there.')
    await server.kill()
    server = await serve({ data, env: shim.env(data) })
    const [line, ...more] = await published()
    expect(more).toEqual([])
    expect(line?.detail).toMatchObject({ late: true })
    expect(Number(line?.detail['lateMinutes'])).toBeGreaterThanOrEqual(179)
    const panel = (await server.ask(prepared.token, 'GET', `/stories/${id}/publishing`)).json()
    expect(panel['late']).toMatchObject({ due: line?.detail['due'] })
  })
})
