import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { application } from '../../src/app.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aNewspaper, anIncoming } from '../builders.ts'
import { databases, type EmptyDatabases } from './databases.ts'

/** Runs a command with these settings and hears what it prints. */
async function run(env: Record<string, string>, ...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line))
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line))
  const code = await runCommandLine(words, application(env))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('onrecord move', () => {
  let folder: string
  let server: EmptyDatabases
  let url: string
  let onSqlite: Record<string, string>
  let onPostgres: Record<string, string>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-move-'))
    const place = await databases.find(({ kind }) => kind === 'postgres')?.place()
    if (place?.addresses.newsroom.kind !== 'postgres') throw new Error('no PostgreSQL')
    server = place
    url = place.addresses.newsroom.url.replace('onrecord@', 'onrecord:a-password@')
    onSqlite = { ONRECORD_DATA: join(folder, 'data') }
    onPostgres = { ...onSqlite, ONRECORD_DATABASE: url }
    await application(onSqlite).withNewsroom({ name: 'tests', via: 'command-line' }, async (newsroom) => {
      await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
      await importStories(newsroom, [anIncoming()], { source: 'old site', publish: true })
    })
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(async () => {
    await server.remove()
    await rm(folder, { recursive: true })
  })

  it('says what to set afterwards, and never the password; the newsroom is there, and comes back', async () => {
    const before = await run(onSqlite, 'story', 'list', '--json')
    await writeFile(join(folder, 'address'), `${url}\n`)
    const moved = await run(onSqlite, 'move', '--to-file', join(folder, 'address'))
    expect([moved.code, moved.err]).toEqual([0, ''])
    expect(moved.out).toMatch(/ONRECORD_DATABASE=postgres:\/\/…@127\.0\.0\.1:\d+\/onrecord_/)
    expect(moved.out).not.toContain('a-password')
    expect((await run(onPostgres, 'story', 'list', '--json')).out).toBe(before.out)
    const back = await run(onPostgres, 'move', '--to', 'sqlite', '--folder', join(folder, 'back'), '--json')
    expect(JSON.parse(back.out)).toMatchObject({ kind: 'moved', to: 'sqlite' })
    // A second data folder with the same secrets is the same installation.
    expect((await run(onPostgres, 'move', '--to', 'sqlite')).err).toContain('not the same')
  })

  it('waits for a server to be stopped', async () => {
    await application(onSqlite).withNewsroom({ name: 'tests', via: 'command-line' }, async () => {
      const refused = await run(onSqlite, 'move', '--to-file', join(folder, 'address'))
      expect([refused.code, refused.err]).toEqual([5, expect.stringContaining('at work')])
    })
  })

  it.each([
    ['without a word on where to', [], 3, 'no database'],
    ['to a database of a kind that there is not', ['--to', 'mysql://db.example/onrecord'], 3, 'no database'],
    ['to where it is', ['--to', 'sqlite'], 3, 'already'],
  ])('is refused %s', async (_, words, code, why) => {
    const refused = await run(onSqlite, 'move', ...words)
    expect([refused.code, refused.err]).toEqual([code, expect.stringContaining(why)])
  })
})
