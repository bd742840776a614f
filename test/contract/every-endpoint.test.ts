import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ALL_ENDPOINTS } from '../../src/http/contract/all-endpoints.ts'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import { makeId, type StoryId } from '../../src/ids.ts'
import { requestTokenOf } from '../../src/http/studio/request-token.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { hashOfToken, newToken } from '../../src/newsroom/token.ts'
import { type Act, STORY_ACTS } from '../../src/staff/acts.ts'
import { can, type StoryAccess } from '../../src/staff/can.ts'
import { ROLES, SCOPES, type Scope, type Staff } from '../../src/staff/role.ts'
import { scopeFor } from '../../src/staff/scopes.ts'
import { insertApiKey } from '../../src/store/api-keys.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { storyAccess } from '../../src/store/story-access.ts'
import { anyFormOf, QUERY } from '../any-form.ts'
import { aContent, aNewspaper } from '../builders.ts'
import { asOwnPage, aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { everythingIn } from './everything-in.ts'

interface One {
  readonly key: string
  readonly endpoint: Endpoint
}

/** Every endpoint there is: one that is added tomorrow is tried without a word here. */
const EVERY: readonly One[] = Object.entries(ALL_ENDPOINTS).map(([key, endpoint]) => ({ key, endpoint }))

const isChange = ({ key }: One) => !key.startsWith('GET ')
const actOf = ({ endpoint: { may } }: One): Act | null => (may === 'anyone' || may === 'signed-in' ? null : may)
const ofStory = ({ key, endpoint }: One) =>
  key.includes('{storyId}') && (STORY_ACTS as readonly string[]).includes(endpoint.may)

function addressOf({ key, endpoint }: One, storyId: StoryId): string {
  const [, path = ''] = key.split(' ')
  const shape = endpoint.params?.shape ?? {}
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'storyId' ? storyId : anyFormOf(shape[name] as z.ZodType),
  )
  return `http://localhost/studio/api${filled}${endpoint.query ? `?${QUERY}` : ''}`
}

describe.each(databases)('every endpoint of the studio, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let dataFolder: string
  let storyId: StoryId
  let owner: Caller
  const callers = new Map<string, Caller>()
  const keys = new Map<string, string>()

  beforeAll(async () => {
    dbs = await open()
    dataFolder = await mkdtemp(join(tmpdir(), 'onrecord-endpoints-'))
    await mkdir(join(dataFolder, 'uploads'))
    await writeFile(join(dataFolder, 'uploads', 'kept'), 'as it was')
    studio = aStudio(dbs, { dataFolder })
    const { newsroom } = studio
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    storyId = (await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content: aContent() }))
      .id
    for (const role of ROLES) callers.set(role, await studio.staff(role, role))
    owner = callers.get('owner') as Caller
    for (const scope of SCOPES) keys.set(scope, await aKey([scope]))
  })
  afterAll(async () => {
    await rm(dataFolder, { recursive: true, force: true })
    await dbs.close()
    if (studio.faults.length > 0) throw new AggregateError(studio.faults)
  })

  /** An owner's key for these scopes, already used today: its first use of a day is noted. */
  async function aKey(scopes: readonly Scope[]): Promise<string> {
    const token = newToken()
    const now = studio.newsroom.now()
    const key = {
      id: makeId('api-key', randomBytes(16)),
      name: scopes.join(' '),
      accountId: owner.accountId,
      scopes,
      madeAt: now,
      expiresAt: null,
      usedOn: now.slice(0, 10) as never,
      revokedAt: null,
    }
    await inTransaction(dbs.newsroom, (tx) => insertApiKey(tx, key, hashOfToken(token)))
    return token
  }

  /** Everything that is kept: both databases, outbox and audit among them, and the files. */
  async function everything(): Promise<string> {
    const names = (await readdir(dataFolder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    const files = names.map(
      async ({ parentPath, name }) => `${name}\n${await readFile(join(parentPath, name), 'utf8')}`,
    )
    return (await everythingIn(dbs, kind)) + (await Promise.all(files)).toSorted().join('\n')
  }

  /** Asks in a form that few endpoints understand: who may is judged before the body is read. */
  async function asked(one: One, headers: Readonly<Record<string, string>>): Promise<Response> {
    const [method = ''] = one.key.split(' ')
    const body = one.endpoint.body === undefined ? {} : { body: 'no JSON' }
    return studio.app.request(addressOf(one, storyId), { method, headers, ...body })
  }

  const own = { origin: 'http://localhost' }
  const cookie = ({ token }: Caller) => ({ ...own, ...asOwnPage(token) })

  /** What each of these answers, where it is none of what is expected. */
  async function othersThan(
    expected: readonly number[],
    these: readonly One[],
    headers: Readonly<Record<string, string>>,
  ): Promise<string[]> {
    const answers = await Promise.all(
      these.map(async (one) => {
        const response = await asked(one, headers)
        return { key: one.key, status: response.status, words: await response.text() }
      }),
    )
    return answers
      .filter(({ status }) => !expected.includes(status))
      .map(({ key, status, words }) => `${key}: ${status} ${words.slice(0, 120)}`)
  }

  /** The same, and that nothing was changed by it. */
  async function refused(...tries: readonly Parameters<typeof othersThan>[]): Promise<string[]> {
    const before = await everything()
    const others: string[] = []
    for (const one of tries) others.push(...(await othersThan(...one)))
    expect(await everything()).toBe(before)
    return others
  }

  it('that is not for anyone turns a stranger away, and whoever has a token of nobody’s', async () => {
    const notForAnyone = EVERY.filter(({ endpoint }) => endpoint.may !== 'anyone')
    expect(notForAnyone.length).toBeGreaterThan(100)
    const others = await refused(
      [[401], notForAnyone, own],
      [[401], notForAnyone, { ...own, cookie: `onrecord=${newToken()}` }],
      [[401], notForAnyone, { ...own, authorization: `Bearer onrecord_${newToken()}` }],
    )
    expect(others).toEqual([])
  })

  it('turns away every role that its act is not for', async () => {
    const access = (await storyAccess(dbs.newsroom, storyId)) as StoryAccess
    const tries = ROLES.map((role): Parameters<typeof othersThan> => {
      const caller = callers.get(role) as Caller
      const staff: Staff = { accountId: caller.accountId, grants: [{ role, deskId: null }], scopes: null }
      const notFor = EVERY.filter((one) => {
        const act = actOf(one)
        if (act === null) return false
        if (!ofStory(one)) return !can(staff, act)
        return !can(staff, 'read-story', access) || !can(staff, act, access)
      })
      return [[403, 404], notFor, cookie(caller)]
    })
    expect(tries.filter(([, notFor]) => notFor.length > 20).length).toBe(ROLES.length - 1)
    expect(await refused(...tries)).toEqual([])
  })

  it('turns away a key that lacks the scope, and every key where a person is needed', async () => {
    const tries = SCOPES.map((scope): Parameters<typeof othersThan> => {
      const notFor = EVERY.filter((one) => {
        const { may, confirmed, scope: needed } = one.endpoint
        if (may === 'anyone') return false
        return confirmed === true || scope !== (may === 'signed-in' ? needed : scopeFor(may))
      })
      return [[403], notFor, { authorization: `Bearer ${keys.get(scope)}` }]
    })
    expect(await refused(...tries)).toEqual([])
  })

  it('that wants somebody to have shown lately who they are asks for it, after ten minutes and of a key', async () => {
    const now = Date.parse(studio.newsroom.now())
    const confirmed = EVERY.filter(({ endpoint }) => endpoint.confirmed)
    expect(confirmed.length).toBeGreaterThan(15)
    const late = await studio.staff('Late', 'owner')
    await dbs.newsroom
      .updateTable('sessions')
      .set({ confirmed_at: new Date(now - 10 * 60_000 - 1).toISOString() as never })
      .where('account_id', '=', late.accountId)
      .execute()
    const others = await refused(
      [[403], confirmed, cookie(late)],
      [[403], confirmed, { authorization: `Bearer ${keys.get('publish')}` }],
    )
    expect(others).toEqual([])
    const response = await asked(confirmed[0] as One, cookie(late))
    expect(await response.json()).toMatchObject({ title: 'confirm-identity' })
  })

  it('takes no change that another site’s page sends, whoever is signed in', async () => {
    const changes = EVERY.filter(isChange)
    const from = (headers: Readonly<Record<string, string>>): Parameters<typeof othersThan> => [
      [403],
      changes,
      { ...asOwnPage(owner.token), ...headers },
    ]
    const others = await refused(
      from({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
      from({ origin: 'http://localhost.evil.example' }),
      from({ origin: 'http://localhost:8080', 'sec-fetch-site': 'same-site' }),
      from({ origin: 'null' }),
      from({ origin: 'http://localhost', 'sec-fetch-site': 'cross-site', cookie: `onrecord=${owner.token}` }),
      from({ 'content-type': 'text/plain' }),
      from({}),
    )
    expect(others).toEqual([])
  })

  it('takes no change in a session’s name that does not show the session’s own token, wherever it comes from', async () => {
    const changes = EVERY.filter(isChange)
    const other = callers.get('editor') as Caller
    const from = (headers: Readonly<Record<string, string>>): Parameters<typeof othersThan> => [
      [403],
      changes,
      { ...own, 'sec-fetch-site': 'same-origin', cookie: `onrecord=${owner.token}`, ...headers },
    ]
    const others = await refused(
      from({}),
      from({ 'x-onrecord-request': '' }),
      from({ 'x-onrecord-request': requestTokenOf(other.token) }),
      from({ 'x-onrecord-request': owner.token }),
      from({ 'content-type': 'text/plain' }),
      // The cookie alone goes along with a form of a neighbouring host; the header does not.
      from({ cookie: `onrecord=${owner.token}; onrecord-request=${requestTokenOf(owner.token)}` }),
    )
    expect(others).toEqual([])
    const reading = EVERY.find(({ key }) => key === 'GET /account') as One
    expect((await asked(reading, { cookie: `onrecord=${owner.token}` })).status).toBe(200)
    // A key is sent by no browser by itself: it shows nothing more, and a cookie beside it counts for nothing.
    const key = { authorization: `Bearer ${keys.get('write')}`, cookie: `onrecord=${owner.token}` }
    expect((await asked(EVERY.find(({ key }) => key === 'POST /stories') as One, key)).status).toBe(422)
  })

  it('hands every page of the studio the token of its session, and not that of another', async () => {
    const session = EVERY.find(({ key }) => key === 'GET /session') as One
    const right = requestTokenOf(owner.token)
    const given = async (more: string) =>
      (await asked(session, { cookie: `onrecord=${owner.token}${more}` })).headers.get('set-cookie')
    const handed = `onrecord-request=${right}; Path=/; Max-Age=34560000; SameSite=Strict`
    expect(await given('')).toBe(handed)
    expect(await given(`; onrecord-request=${requestTokenOf('another')}`)).toBe(handed)
    expect(await given(`; onrecord-request=${right}`)).toBe(null)
    expect((await asked(session, {})).headers.get('set-cookie')).toBe(null)
  })
})
