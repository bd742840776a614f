import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Application } from '../../src/cli/application.ts'
import { runCommandLine } from '../../src/cli/command-line.ts'
import { loadConfig } from '../../src/config/config.ts'
import { openInvitation } from '../../src/store/invitations.ts'
import { hashOfToken } from '../../src/newsroom/token.ts'
import { anApplication } from '../cli/an-application.ts'
import { aNewsroom, type TestNewsroom } from '../builders.ts'
import { signedIn } from '../signed-in.ts'
import { databases, type OpenDatabases } from './databases.ts'

const [sqlite] = databases

const tokenIn = (out: string) => /https:\/\/desk\.example\.org\/studio\/welcome#([\w-]+)/.exec(out)?.[1] ?? ''

describe.each(sqlite ? [sqlite] : [])('the commands for those who work in the studio', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let app: Application
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    const env = { ONRECORD_STUDIO_URL: 'https://desk.example.org' }
    app = anApplication({
      config: () => loadConfig(env, { home: '/nowhere', workingFolder: '/nowhere' }),
      sampleFolder: '/nowhere',
      withNewsroom: (_, work) => work(newsroom, dbs.addresses),
    })
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await dbs.close()
  })

  async function run(...words: string[]) {
    const out: string[] = []
    const err: string[] = []
    vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line))
    vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line))
    const code = await runCommandLine(words, app)
    return { code, out: out.join('\n'), err: err.join('\n') }
  }

  it('make the first owner’s link, and none once there is an owner', async () => {
    const { out } = await run('user', 'link')
    const invitation = await openInvitation(dbs.newsroom, hashOfToken(tokenIn(out)), newsroom.now())
    expect(invitation).toMatchObject({ kind: 'first-owner', expiresAt: '2024-08-02T09:00:00.000Z' })
    await signedIn(dbs.newsroom, 'Mariam', [{ role: 'owner', deskId: null }])
    expect(await run('user', 'link')).toMatchObject({ code: 5, err: expect.stringContaining('user reset') })
  })

  it('invite somebody, say where no mail can be sent, and refuse a name that is taken', async () => {
    const invited = await run('user', 'invite', 'Ana', '--role', 'reporter', '--email', 'ana@example.org')
    expect(invited.err).toContain('hand the link over')
    expect(await openInvitation(dbs.newsroom, hashOfToken(tokenIn(invited.out)), newsroom.now())).toMatchObject({
      name: 'Ana',
      email: 'ana@example.org',
      grants: [{ role: 'reporter', deskId: null }],
    })
    await signedIn(dbs.newsroom, 'Ben', [])
    expect((await run('user', 'invite', 'ben', '--role', 'reporter')).code).toBe(5)
    expect((await run('user', 'invite', 'Cleo', '--role', 'reporter', '--desk', 'Sport')).code).toBe(4)
    expect((await run('user', 'list')).out).toMatch(
      /Ben[\s\S]*Open link: Ana \(invitation\), until 2024-08-08 09:00 UTC/,
    )
  })

  it('suspend, restore and reset an account by its name', async () => {
    const { accountId } = await signedIn(dbs.newsroom, 'Ana', [{ role: 'reporter', deskId: null }])
    expect((await run('user', 'suspend', 'ana')).out).toContain('can no longer come in')
    expect((await run('user', 'reset', 'Ana')).code).toBe(5)
    expect((await run('user', 'list')).out).toContain('suspended')
    await run('user', 'restore', 'Ana')
    const { out } = await run('user', 'reset', 'Ana', '--json')
    const { link } = JSON.parse(out) as { link: string }
    const invitation = await openInvitation(dbs.newsroom, hashOfToken(tokenIn(link)), newsroom.now())
    expect(invitation).toMatchObject({ kind: 'reset', accountId, expiresAt: '2024-08-01T10:00:00.000Z' })
    expect((await run('user', 'suspend', 'Nobody')).code).toBe(4)
  })
})
