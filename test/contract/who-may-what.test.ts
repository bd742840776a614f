import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ALL_ENDPOINTS } from '../../src/http/contract/all-endpoints.ts'
import type { Endpoint } from '../../src/http/contract/endpoint.ts'
import type { DeskId, StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { STORY_ACTS, type StoryAct } from '../../src/staff/acts.ts'
import { can, type StoryAccess } from '../../src/staff/can.ts'
import { ROLES } from '../../src/staff/role.ts'
import { storyAccess } from '../../src/store/story-access.ts'
import type { StoryState } from '../../src/story/story.ts'
import { aContent, aNewspaper, at } from '../builders.ts'
import { asOwnPage, aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { everythingIn } from './everything-in.ts'

const STATES: readonly StoryState[] = ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed']

/** Every role for the whole paper, and those that a desk can have on a desk that is not the story's. */
const GRANTS = [
  ...ROLES.map((role) => ({ role, deskId: null })),
  ...(['editor', 'reporter'] as const).map((role) => ({ role, deskId: 'dsk_other' as DeskId })),
]

/** Every endpoint that is asked for one story and stands for an act on it, whoever wrote it. */
const ON_ONE_STORY = (Object.entries(ALL_ENDPOINTS) as [keyof typeof ALL_ENDPOINTS, Endpoint][]).flatMap(
  ([key, { may, params, body }]) => {
    const act = STORY_ACTS.find((known) => known === may)
    return act && params && 'storyId' in params.shape && key.includes('{storyId}') ? [{ key, act, body }] : []
  },
)

/** Tables in which nothing stands but who works here, and that they were here. */
const ONLY_SEEN = new Set(['sessions', 'accounts', 'grants', 'failed_tries', 'challenges', 'schema_migrations'])

describe.each(databases)('who may do what to which story, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  const stories = new Map<StoryState, StoryId>()

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const desks = ['dsk_mali', 'dsk_other'].map((id, position) => ({ id, names: '{}', section_ids: '[]', position }))
    await dbs.newsroom.insertInto('desks').values(desks).execute()
    for (const state of STATES) stories.set(state, await aStoryThatIs(state))
  })
  afterEach(() => dbs.close())

  async function aStoryThatIs(state: StoryState): Promise<StoryId> {
    const { newsroom } = studio
    const content = aContent({ headline: `It is ${state}` })
    const { id } = await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
    if (state === 'in-review' || state === 'approved') await moveStory(newsroom, id, state)
    if (state === 'scheduled') await scheduleStory(newsroom, id, at('2030-01-01T00:00:00Z'))
    if (state === 'published' || state === 'killed') await publishStory(newsroom, { storyId: id, revision: null })
    if (state === 'killed') await killStory(newsroom, id, 'Withdrawn.')
    await dbs.newsroom.updateTable('stories').set({ desk_id: 'dsk_mali' }).where('id', '=', id).execute()
    return id
  }

  /** Everything that is kept: newsroom, outbox and audit in it, and edition. */
  const everything = () => everythingIn(dbs, kind, ONLY_SEEN)

  /** Asks in a form that no endpoint understands: whoever may is told so, whoever may not is refused before that. */
  async function isLetThrough(caller: Caller, { key, body }: (typeof ON_ONE_STORY)[number], storyId: StoryId) {
    const [method = '', path = ''] = key.split(' ')
    const address = path.replace('{storyId}', storyId).replaceAll(/\{(\w+)\}/g, 'nothing')
    const response = await studio.app.request(`http://localhost/studio/api${address}`, {
      method,
      headers: { origin: 'http://localhost', ...asOwnPage(caller.token) },
      ...(body === undefined ? {} : { body: 'no JSON' }),
    })
    if (response.status === 403) return false
    return !(response.status === 404 && (await response.text()).includes('for you'))
  }

  /** An endpoint that names something else besides the story is asked for what there is none of, which is another fault. */
  const ofTheStoryAlone = ON_ONE_STORY.filter(({ key, body }) => {
    const isSafe = key.startsWith('GET ') || body !== undefined
    return isSafe && key.match(/\{/g)?.length === 1
  })

  it('is as the table says for every role, act and state, on one’s own desk and on another, and asking changes nothing', async () => {
    // One endpoint for each act: what judges is the same for all, and on both databases.
    const asked = kind === 'sqlite' ? [...new Map(ofTheStoryAlone.map((one) => [one.act, one])).values()] : []
    const before = await everything()
    for (const { role, deskId } of GRANTS) {
      const caller = await studio.staff(`${role} of ${deskId}`, { role, deskId })
      const staff = { accountId: caller.accountId, grants: [{ role, deskId }], scopes: null }
      for (const [state, storyId] of stories) {
        const access = (await storyAccess(dbs.newsroom, storyId)) as StoryAccess
        const wrong: string[] = []
        for (const one of asked) {
          const expected = can(staff, 'read-story', access) && can(staff, one.act, access)
          if ((await isLetThrough(caller, one, storyId)) !== expected) wrong.push(`${one.key}: not ${expected}`)
        }
        expect({ role, deskId, state, wrong }).toEqual({ role, deskId, state, wrong: [] })
      }
    }
    expect(await everything()).toBe(before)
  })

  it('is the same absence at every endpoint for whoever may not even read the story', async () => {
    const caller = await studio.staff('Rosa', 'contributor')
    const before = await everything()
    for (const asked of ofTheStoryAlone) {
      const isRefused = !(await isLetThrough(caller, asked, stories.get('draft') as StoryId))
      expect({ key: asked.key, isRefused }).toEqual({ key: asked.key, isRefused: true })
    }
    expect(ofTheStoryAlone.length).toBeGreaterThan(20)
    expect(await everything()).toBe(before)
  })

  it('holds for many stories at once as for one, and a refusal leaves nothing behind', async () => {
    const acts = {
      submit: 'submit-story',
      approve: 'approve-story',
      'send-back': 'send-back-story',
      hold: 'hold-story',
      release: 'release-story',
      publish: 'publish-story',
    } as const satisfies Record<string, StoryAct>
    for (const role of ROLES.filter((one) => one !== 'owner' && one !== 'editor')) {
      const caller = await studio.staff(role, role)
      const staff = { accountId: caller.accountId, grants: [{ role, deskId: null }], scopes: null }
      const before = await everything()
      for (const act of Object.keys(acts) as (keyof typeof acts)[]) {
        const storyIds: StoryId[] = []
        for (const storyId of stories.values()) {
          const access = await storyAccess(dbs.newsroom, storyId)
          if (!can(staff, acts[act], access)) storyIds.push(storyId)
        }
        if (storyIds.length === 0) continue
        const { results } = await caller.ask('POST /stories/bulk', { body: { storyIds, act, reason: 'a test' } })
        expect(results.filter(({ refusal }) => refusal === null)).toEqual([])
      }
      expect(await everything()).toBe(before)
    }
  })
})
