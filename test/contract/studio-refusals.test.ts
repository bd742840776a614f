import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countRefusals } from '../../src/refusals.ts'
import { aStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

describe.each(databases)('what the studio refuses, on $name', ({ open }) => {
  let dbs: OpenDatabases
  beforeEach(async () => {
    dbs = await open()
  })
  afterEach(() => dbs.close())

  it('is told to the operator by endpoint and reason, and nothing of who asked or with what', async () => {
    const lines: unknown[][] = []
    const { note, figures } = countRefusals({ info: (...line: unknown[]) => lines.push(line) })
    const studio = aStudio(dbs, { onRefused: note })
    const body = { kind: 'password' as const, who: 'Ana Diallo', password: 'a word of hers', code: '123456' }
    for (let tries = 0; tries < 9; tries += 1) await studio.stranger.send('POST /entering/password', { body })
    await studio.stranger.send('GET /account', {})
    const reporter = await studio.staff('Moussa', 'reporter')
    await reporter.send('POST /watched', { body: { address: 'https://agency.example/feed', name: 'Agency' } })
    expect(figures().map(({ label, value }) => [label?.value, value])).toEqual([
      ['forbidden', 9],
      ['too-many-tries', 1],
      ['signed-out', 1],
    ])
    expect(lines).toHaveLength(10)
    const refused = 'the studio refused a request'
    expect(lines[8]).toEqual([{ endpoint: 'POST /entering/password', why: 'too-many-tries' }, refused])
    expect(lines[9]).toEqual([{ endpoint: 'POST /watched', why: 'forbidden' }, refused])
    expect(JSON.stringify(lines)).not.toMatch(/Ana|word of hers|Moussa|agency/)
  })

  it('says after how long it may be worth to ask again', async () => {
    const studio = aStudio(dbs)
    const body = { kind: 'password' as const, who: 'Ana', password: 'x', code: '123456' }
    const answers = Array.from({ length: 9 }, () => studio.stranger.send('POST /entering/password', { body }))
    const last = (await Promise.all(answers)).find(({ status }) => status === 429)
    expect(last?.headers.get('retry-after')).toBe('60')
  })

  it('is not a line for everybody who mistypes an address', async () => {
    const lines: unknown[][] = []
    const { note } = countRefusals({ info: (...line: unknown[]) => lines.push(line) })
    const studio = aStudio(dbs, { onRefused: note })
    const reporter = await studio.staff('Moussa', 'reporter')
    const params = { storyId: 'sty_0000000000000000' as never }
    expect((await reporter.send('GET /stories/{storyId}', { params })).status).toBe(404)
    expect(lines).toEqual([])
  })
})
