import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportLines } from '../../src/newsroom/exporting/export-newsroom.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { countedTry } from '../../src/newsroom/entering/limits.ts'
import { aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { CANARY, leaksIn } from '../promises/canaries.ts'
import { STAFF, writeWhatTheStudioKeeps } from '../promises/studio-canaries.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { everythingIn } from './everything-in.ts'

describe.each(databases)('what the newsroom keeps of those who work there, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let tokens: string[]

  beforeAll(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
    tokens = await writeWhatTheStudioKeeps(newsroom)
  })
  afterAll(() => dbs.close())

  const audit = () => dbs.newsroom.selectFrom('audit').selectAll().orderBy('number').execute()

  it('is no token that was handed over: its hash stands there, and opens nothing', async () => {
    const kept = await everythingIn(dbs, kind)
    expect(tokens).toHaveLength(4)
    for (const token of tokens) {
      expect(kept).not.toContain(token)
      expect(kept).toContain(createHash('sha256').update(token).digest('base64url'))
    }
  })

  it('does not stand in the audit: ids and counts, no name, address, text, token or hash', async () => {
    const details = (await audit()).map(({ act, subject, detail }) => JSON.stringify({ act, subject, detail }))
    expect(details.length).toBeGreaterThan(20)
    const words = leaksIn(details.join('\n')).filter((found) => !STAFF.endsWith(found))
    expect(words).toEqual([])
    for (const token of tokens) {
      const hash = createHash('sha256').update(token).digest('base64url')
      expect(details.filter((detail) => detail.includes(token) || detail.includes(hash))).toEqual([])
    }
  })

  it('is not exported: no account, mail address, invitation, key, desk or sealed word', async () => {
    const lines: string[] = []
    for await (const line of exportLines(newsroom, { publicOnly: false })) lines.push(JSON.stringify(line))
    const exported = lines.join('\n')
    expect(exported).toContain('A. Pen')
    for (const word of ['staff', 'invited', 'key ', 'desk', 'seal', 'preview', 'device', 'revision name', 'word of']) {
      expect(leaksIn(exported).filter((leak) => leak.startsWith(`${CANARY} ${word}`))).toEqual([])
    }
    expect(exported).not.toContain(STAFF)
    expect(exported).not.toMatch(/acc_|@(?:staff|invited)\.example|token|hash|onrecord_/)
  })

  it('counts wrong tries under keyed hashes, which a new process goes on with', async () => {
    const door = { who: 'Ana Somebody', network: '203.0.113.7' }
    for (let tries = 0; tries < 8; tries += 1) await countedTry(newsroom, door)
    const rows = await dbs.newsroom.selectFrom('failed_tries').selectAll().execute()
    expect(rows.map(({ tries }) => tries)).toEqual([8, 8, 8])
    const plain = [door.who, door.who.toLowerCase(), door.network, 'all', `who ${door.who.toLowerCase()}`]
    for (const word of plain) {
      const hashes = [word, createHash('sha256').update(word).digest('base64url')]
      expect(rows.filter(({ key }) => hashes.some((hash) => key.includes(hash)))).toEqual([])
    }
    const restarted = aNewsroom(dbs)
    await expect(countedTry(restarted, door)).rejects.toMatchObject({ code: 'too-many-tries' })
  })
})
