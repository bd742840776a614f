import { readFileSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { DeskId, StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { embargoStory, holdStory, moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { suspendAccount } from '../../src/newsroom/entering/suspend-account.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { hashOfToken, newToken } from '../../src/newsroom/token.ts'
import { newId } from '../../src/newsroom/newsroom.ts'
import { can, type StoryAccess } from '../../src/staff/can.ts'
import { type Role, ROLES, type Scope, SCOPES, type Staff } from '../../src/staff/role.ts'
import { insertApiKey } from '../../src/store/api-keys.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { storyAccess } from '../../src/store/story-access.ts'
import type { StoryState } from '../../src/story/story.ts'
import { aContent, aNewspaper, at } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { everythingIn } from '../contract/everything-in.ts'
import { asOwnPage, aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { anyFormOf, QUERY } from '../any-form.ts'
import { actOnStory, EVERY, type One, rolesFor, scopeOf, STATES, wholeTable } from './who-may.ts'

const TABLE = new URL('./who-may.txt', import.meta.url)
/** With `ONRECORD_WHO_MAY=whole`, every endpoint is asked for a story in every state. */
const IS_WHOLE = process.env['ONRECORD_WHO_MAY'] === 'whole'
const sqlite = databases.filter(({ kind }) => kind === 'sqlite')

/** Rows that say no more than that somebody was here. */
const ONLY_SEEN = new Set(['sessions', 'ended_sessions', 'failed_tries', 'challenges', 'schema_migrations'])

/** Without a body to refuse, these would do what they are for. */
const isHarmless = ({ key, endpoint: { may, body } }: One) =>
  key.startsWith('GET ') || body !== undefined || (may !== 'anyone' && may !== 'signed-in')

describe('the table of who may what', () => {
  it('is the one that was looked at and checked in', () => {
    if (process.env['ONRECORD_WRITE'] === '1') writeFileSync(TABLE, wholeTable())
    expect(wholeTable()).toBe(readFileSync(TABLE, 'utf8'))
  })

  it('judges every endpoint that names a story by that story', () => {
    const unjudged = EVERY.filter((one) => one.key.includes('{storyId}') && actOnStory(one) === null)
    expect(unjudged.map(({ key }) => key)).toEqual([])
  })

  it('lets nobody in without a session but to enter and to ask who they are', () => {
    const open = EVERY.filter(({ endpoint }) => endpoint.may === 'anyone').map(({ key }) => key)
    expect(open.filter((key) => key !== 'GET /session' && !key.startsWith('POST /entering/'))).toEqual([])
  })
})

describe.each(sqlite)('every endpoint answers as the table says', ({ kind, open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let folder: string
  const stories = new Map<string, StoryId>()

  beforeAll(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-may-'))
    await mkdir(join(folder, 'uploads'))
    await writeFile(join(folder, 'uploads', 'kept'), 'as it was')
    studio = aStudio(dbs, { dataFolder: folder })
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const desks = ['dsk_mali', 'dsk_other'].map((id, position) => ({ id, names: '{}', section_ids: '[]', position }))
    await dbs.newsroom.insertInto('desks').values(desks).execute()
    for (const state of [...STATES, 'held', 'embargoed'] as const) stories.set(state, await aStoryThatIs(state))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await dbs.close()
    if (studio.faults.length > 0) throw new AggregateError(studio.faults)
  })

  async function aStoryThatIs(state: StoryState | 'held' | 'embargoed'): Promise<StoryId> {
    const { newsroom } = studio
    const content = aContent({ headline: `It is ${state}` })
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    if (state === 'in-review' || state === 'approved') await moveStory(newsroom, id, state)
    if (state === 'held') await holdStory(newsroom, id, 'The lawyer reads it.')
    if (state === 'embargoed') await embargoStory(newsroom, id, at('2030-01-01T00:00:00Z'))
    if (state === 'scheduled') await scheduleStory(newsroom, id, at('2030-01-01T00:00:00Z'))
    if (state === 'published' || state === 'killed') await publishStory(newsroom, { storyId: id, revision: null })
    if (state === 'killed') await killStory(newsroom, id, 'Withdrawn.')
    await dbs.newsroom.updateTable('stories').set({ desk_id: 'dsk_mali' }).where('id', '=', id).execute()
    return id
  }

  /** Both databases with outbox and audit, and what lies in the data folder. */
  async function everything(): Promise<string> {
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    const sizes = files.map(async (one) => `${one.name} ${(await stat(join(one.parentPath, one.name))).size}`)
    return (await everythingIn(dbs, kind, ONLY_SEEN)) + (await Promise.all(sizes)).toSorted().join('\n')
  }

  /** Asks in a form that is refused once it is read: whoever may is told so, whoever may not hears nothing of it. */
  async function isLetThrough({ key, endpoint }: One, headers: Readonly<Record<string, string>>, storyId: StoryId) {
    const [method = '', path = ''] = key.split(' ')
    const shape = endpoint.params?.shape ?? {}
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === 'storyId' ? storyId : anyFormOf(shape[name] as z.ZodType),
    )
    const address = `http://localhost/studio/api${filled}${endpoint.query ? `?${QUERY}` : ''}`
    const body = endpoint.body === undefined ? {} : { body: 'no JSON' }
    const response = await studio.app.request(address, {
      method,
      headers: { origin: 'http://localhost', ...headers },
      ...body,
    })
    if (response.status === 401 || response.status === 403) return false
    const text = response.headers.get('content-type')?.includes('json') ? await response.text() : ''
    return !(response.status === 404 && text.includes('for you'))
  }

  /** Where an answer is another than the table's. Those that are refused come first: they change nothing. */
  async function othersThan(
    headers: Readonly<Record<string, string>>,
    asked: readonly (readonly [One, StoryId])[],
    isExpected: (one: One, storyId: StoryId) => boolean,
  ): Promise<string[]> {
    const answersOf = async (these: typeof asked, expected: boolean) => {
      const found = these.map(async ([one, id]) =>
        (await isLetThrough(one, headers, id)) === expected ? [] : [`${one.key} ${id}: not ${expected}`],
      )
      return (await Promise.all(found)).flat()
    }
    const before = await everything()
    const refused = await answersOf(
      asked.filter(([one, id]) => !isExpected(one, id)),
      false,
    )
    expect(await everything()).toBe(before)
    return [
      ...refused,
      ...(await answersOf(
        asked.filter(([one, id]) => isExpected(one, id)),
        true,
      )),
    ]
  }

  /** Every third story for each endpoint, another third for the next: every act meets every state. */
  const askedIn = (number: number): StoryId[] =>
    [...stories.values()].filter((_, at) => IS_WHOLE || (at + number) % 3 === 0)
  const anyStory = () => stories.get('published') as StoryId
  const harmless = EVERY.filter(isHarmless)
  const onStories = harmless.filter((one) => actOnStory(one) !== null)
  const elsewhere = harmless.filter((one) => actOnStory(one) === null).map((one) => [one, anyStory] as const)

  const CASTS: readonly { role: Role; deskId: DeskId | null; isAuthor: boolean }[] = [
    ...ROLES.map((role) => ({ role, deskId: null, isAuthor: false })),
    ...(['contributor', 'translator'] as const).map((role) => ({ role, deskId: null, isAuthor: true })),
    ...(['editor', 'reporter'] as const).map((role) => ({ role, deskId: 'dsk_other' as DeskId, isAuthor: false })),
  ]

  it.each(CASTS)('to the role of $role (desk: $deskId, author: $isAuthor), in every state of a story', async (cast) => {
    const { role, deskId, isAuthor } = cast
    const caller = await studio.staff(`${role} ${deskId} ${isAuthor}`, { role, deskId })
    const access = new Map<StoryId, StoryAccess>()
    for (const storyId of stories.values()) {
      if (isAuthor) await putOn(caller, storyId)
      access.set(storyId, (await storyAccess(dbs.newsroom, storyId)) as StoryAccess)
    }
    const staff: Staff = { accountId: caller.accountId, grants: [{ role, deskId }], scopes: null }
    const asked = onStories.flatMap((one, number) => askedIn(number).map((storyId) => [one, storyId] as const))
    const wrong = await othersThan(asOwnPage(caller.token), asked, (one, storyId) => {
      const [act, story] = [actOnStory(one), access.get(storyId)]
      return act !== null && story !== undefined && can(staff, 'read-story', story) && can(staff, act, story)
    })
    expect(wrong).toEqual([])
  })

  /** Makes somebody one of a story's authors, as a desk does. */
  async function putOn({ accountId }: Caller, storyId: StoryId): Promise<void> {
    await dbs.newsroom.insertInto('story_authors').values({ story_id: storyId, account_id: accountId }).execute()
  }

  it.each(ROLES)('to the role of %s, wherever no story is asked for', async (role) => {
    const caller = await studio.staff(`${role} of the house`, role)
    const asked = elsewhere.map(([one, storyId]) => [one, storyId()] as const)
    expect(await othersThan(asOwnPage(caller.token), asked, (one) => rolesFor(one).includes(role))).toEqual([])
  })

  it('to nobody, to whoever is suspended, and to a session or a key that there never was', async () => {
    const gone = await studio.staff('Gone', 'editor')
    await suspendAccount(studio.newsroom, gone.accountId)
    const asked = harmless.map((one) => [one, anyStory()] as const)
    const nobodies = [
      {},
      asOwnPage(gone.token),
      asOwnPage(newToken()),
      { authorization: `Bearer onrecord_${newToken()}` },
    ]
    for (const headers of nobodies) {
      expect(await othersThan(headers, asked, (one) => one.endpoint.may === 'anyone')).toEqual([])
    }
  })

  it.each(SCOPES)('to an owner’s key for %s alone', async (scope) => {
    const owner = await studio.staff(`Owner of a key for ${scope}`, 'owner')
    const headers = { authorization: `Bearer ${await aKey(owner, scope)}` }
    const asked = harmless.map((one) => [one, anyStory()] as const)
    const access = (await storyAccess(dbs.newsroom, anyStory())) as StoryAccess
    const staff: Staff = { accountId: owner.accountId, grants: [{ role: 'owner', deskId: null }], scopes: [scope] }
    const wrong = await othersThan(headers, asked, (one) => {
      const act = actOnStory(one)
      return one.endpoint.may === 'anyone' || (scopeOf(one) === scope && (act === null || can(staff, act, access)))
    })
    expect(wrong).toEqual([])
  })

  async function aKey({ accountId }: Caller, scope: Scope): Promise<string> {
    const token = newToken()
    const now = studio.newsroom.now()
    const dates = { madeAt: now, expiresAt: null, usedOn: now.slice(0, 10) as never, revokedAt: null }
    const key = { id: newId(studio.newsroom, 'api-key'), name: scope, accountId, scopes: [scope], ...dates }
    await inTransaction(dbs.newsroom, (tx) => insertApiKey(tx, key, hashOfToken(token)))
    return token
  }

  it('asks for everything there is', () => {
    expect(onStories.length).toBeGreaterThan(50)
    expect(elsewhere.length).toBeGreaterThan(110)
    expect(stories.size).toBe(8)
  })
})
