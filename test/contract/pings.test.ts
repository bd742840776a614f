import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { holdStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { jobHandlers, runJobs } from '../../src/newsroom/run-jobs.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { guardedPost } from '../../src/outbound/guarded-post.ts'
import { readSections } from '../../src/store/house.ts'
import { unfinishedJobs } from '../../src/store/jobs.ts'
import type { StoryId } from '../../src/ids.ts'
import { aContent, aNewspaper, aNewsroom, anIncoming, at, type TestNewsroom } from '../builders.ts'
import { aServer, networkWith } from '../outbound/a-server.ts'
import { databases, type OpenDatabases } from './databases.ts'

const SITE = 'https://sahel.example'
const KEY = '0123abcd-0123'

/** A hub and a search engine on this machine that remember what they were told. */
async function listeners() {
  const hub: URLSearchParams[] = []
  const search: { host: string; key: string; keyLocation: string; urlList: string[] }[] = []
  const trouble = { isAway: false }
  const server = await aServer((request, response) => {
    void text(request).then((body) => {
      if (trouble.isAway) return response.writeHead(503).end()
      if (request.url === '/hub') hub.push(new URLSearchParams(body))
      else search.push(JSON.parse(body))
      return response.writeHead(202).end()
    })
  })
  return { server, hub, search, trouble }
}

describe.each(databases)('others who are told of a story, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let others: Awaited<ReturnType<typeof listeners>>

  beforeEach(async () => {
    dbs = await open()
    others = await listeners()
    const address = `http://statement.test:${others.server.port}`
    newsroom = aNewsroom(dbs, {
      pings: { siteUrl: SITE, hub: `${address}/hub`, indexNow: { endpoint: `${address}/indexnow`, key: KEY } },
    })
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Africa', 'Mali'] })
  })
  afterEach(async () => {
    await others.server.close()
    await dbs.close()
  })

  async function aDraft(): Promise<StoryId> {
    const sectionIds = (await readSections(newsroom.db)).filter(({ slug }) => slug === 'mali').map(({ id }) => id)
    const content = aContent({ sectionIds })
    return (await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })).id
  }
  const waiting = async () =>
    (await unfinishedJobs(newsroom.db, 10)).flatMap(({ kind, key }) => (kind === 'ping' ? [key] : []))
  /** What a server does by itself, at some minute of the afternoon. */
  async function tell(minute = '00'): Promise<void> {
    newsroom.setClock(at(`2024-08-01T12:${minute}:00Z`))
    const network = networkWith(others.server.port)
    await runJobs(newsroom, {
      handlers: jobHandlers((address, content) => guardedPost(address, content, { network })),
      by: 'tests',
      isStopping: () => false,
      onFailed: () => undefined,
    })
  }

  it('hear of it once it is out, with its address and the feeds it stands in', async () => {
    const storyId = await aDraft()
    expect(await waiting()).toEqual([])
    await publishStory(newsroom, { storyId, revision: null })
    await tell()
    expect(others.search).toEqual([
      {
        host: 'sahel.example',
        key: KEY,
        keyLocation: `${SITE}/${KEY}.txt`,
        urlList: [`${SITE}/2024/08/01/two-tolls-for-one-shelling`],
      },
    ])
    expect(others.hub[0]?.get('hub.mode')).toBe('publish')
    const feeds = ['', '/mali'].flatMap((list) =>
      ['atom.xml', 'feed.json', 'rss.xml'].map((file) => `${SITE}/feeds${list}/${file}`),
    )
    expect(new Set(others.hub[0]?.getAll('hub.url'))).toEqual(new Set(feeds))
  })

  it('hear of a correction, a new address and a withdrawal, and of what follows quickly only once', async () => {
    const storyId = await aDraft()
    await publishStory(newsroom, { storyId, revision: null })
    await issueCorrection(newsroom, storyId, 'Four people died, not five.')
    await changeSlug(newsroom, storyId, 'two-tolls')
    expect(await waiting()).toEqual([`ping ${storyId}`])
    await tell()
    expect(others.search.map(({ urlList }) => urlList)).toEqual([
      [`${SITE}/2024/08/01/two-tolls`, `${SITE}/2024/08/01/two-tolls-for-one-shelling`],
    ])
    expect(others.hub[0]?.getAll('hub.url')).toContain(`${SITE}/feeds/corrections/rss.xml`)
    await killStory(newsroom, storyId, 'It was wrong.')
    await tell('01')
    expect(others.search).toHaveLength(2)
    expect(others.hub[1]?.getAll('hub.url').sort()).toEqual(others.hub[0]?.getAll('hub.url').sort())
  })

  it('hear nothing of drafts, holds and times, nor of an archive that is brought in', async () => {
    const storyId = await aDraft()
    await holdStory(newsroom, storyId, 'Wait for the lawyer.')
    await importStories(newsroom, [anIncoming()], { source: 'old site', publish: true })
    expect(await waiting()).toEqual([])
  })

  it('hear of a story that went out by itself, and not before', async () => {
    const storyId = await aDraft()
    await scheduleStory(newsroom, storyId, at('2024-08-01T10:00:00Z'))
    expect(await waiting()).toEqual([])
    newsroom.setClock(at('2024-08-01T10:00:00Z'))
    await publishDueStories(newsroom)
    await tell()
    expect(others.search).toHaveLength(1)
  })

  it('that are away keep nothing from being published, and are told later', async () => {
    others.trouble.isAway = true
    const storyId = await aDraft()
    expect(await publishStory(newsroom, { storyId, revision: null })).toMatchObject({ isLive: true })
    await tell()
    expect(await unfinishedJobs(newsroom.db, 10)).toMatchObject([{ attempts: 1, lastError: /status 503/ }])
    others.trouble.isAway = false
    await tell('01')
    expect(others.search).toHaveLength(1)
    expect(await waiting()).toEqual([])
  })

  it('are nobody where none is set', async () => {
    const quiet = aNewsroom(dbs, { pings: null, randomBytes: () => crypto.getRandomValues(new Uint8Array(16)) })
    const storyId = await aDraft()
    await publishStory(quiet, { storyId, revision: null })
    expect(await waiting()).toEqual([])
  })
})
