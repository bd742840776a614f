import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoryId } from '../../src/ids.ts'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { settleStory } from '../../src/newsroom/importing/settle-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { jobHandlers, runJobs } from '../../src/newsroom/run-jobs.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readingOf } from '../../src/store/desk-readings.ts'
import { unfinishedJobs } from '../../src/store/jobs.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { deleteStories } from '../../src/store/stories.ts'
import { aBody, aContent, aNewspaper, anIncoming, aParagraph, at } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const TOLL = 'The army said on Monday that at least 12 soldiers were killed and 30 wounded near the river.'

const aReport = (foreignId: string, more: Partial<IncomingStory> = {}) =>
  anIncoming({
    foreignId,
    headline: `Dispatch ${foreignId}`,
    body: aBody(aParagraph(`${TOLL} (${foreignId})`)),
    ...more,
  })

describe.each(databases)('stories that came in and that the desk reads by itself, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let ana: Caller

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    const newspaper = aNewspaper({ languages: ['en', 'fr', 'ar'] })
    await setUpNewspaper(studio.newsroom, { newspaper, sections: [] })
    ana = await studio.staff('Ana', 'reporter')
  })
  afterEach(() => dbs.close())

  const bring = (...stories: IncomingStory[]) =>
    importStories(studio.newsroom, stories, { source: 'old site', publish: false })
  const waiting = async () => (await unfinishedJobs(dbs.newsroom, 100)).map(({ key }) => key)
  const failed: unknown[] = []

  /** What a server does by itself some minutes later. */
  async function read(minutes = 2): Promise<void> {
    const later = Date.parse(studio.newsroom.now()) + minutes * 60_000
    studio.newsroom.setClock(at(new Date(later).toISOString()))
    await runJobs(studio.newsroom, {
      handlers: jobHandlers(async () => undefined),
      by: 'tests',
      isStopping: () => false,
      onFailed: (_, error) => failed.push(error),
    })
    expect(failed.splice(0)).toEqual([])
  }

  const list = async (query: Parameters<typeof ana.ask<'GET /stories'>>[1]['query'] = {}) =>
    (await ana.ask('GET /stories', { query })).stories
  const only = async () => {
    const [story] = await list()
    if (!story) throw new Error('there is no story')
    return story
  }
  const desk = (storyId: StoryId) => ana.ask('GET /stories/{storyId}/desk', { params: { storyId } })

  it('are to be read once each, in the languages that the desk reads, and not while the import runs', async () => {
    await bring(aReport('1'), aReport('2', { language: 'ar' }), aReport('3', { language: 'fr' }))
    expect(await waiting()).toHaveLength(2)
    await bring(aReport('1'), aReport('2', { language: 'ar' }), aReport('3', { language: 'fr' }))
    expect(await waiting()).toHaveLength(2)
    await read(0)
    expect(await waiting()).toHaveLength(2)
    expect((await only()).suggestedClaims).toBeNull()
  })

  it('are then listed with the claims that wait in them, and can be chosen by that', async () => {
    await bring(aReport('1'), aReport('2', { body: aBody(aParagraph('The bridge was opened by the mayor.')) }))
    await read()
    expect(await waiting()).toEqual([])
    const [told, quiet] = (await list()).toSorted((one, other) => one.headline.localeCompare(other.headline))
    expect(told?.suggestedClaims).toBe(2)
    expect(quiet?.suggestedClaims).toBe(0)
    expect((await list({ suggested: 'true' })).map(({ headline }) => headline)).toEqual(['Dispatch 1'])
    const reading = await readingOf(dbs.newsroom, told?.id as StoryId)
    expect(reading?.claims).toMatchObject([{ measure: 'killed' }, { measure: 'wounded' }])
    expect((await desk(told?.id as StoryId)).summary).toMatchObject({ claims: 2, isStale: false })
    expect(await dbs.newsroom.selectFrom('record_revisions').selectAll().execute()).toEqual([])
  })

  it('have fewer that wait when somebody puts one away, and more when it comes back', async () => {
    await bring(aReport('1'))
    await read()
    const { id: storyId } = await only()
    const keys = (await readingOf(dbs.newsroom, storyId))?.claims.map(({ key }) => key) ?? []
    const params = { storyId }
    await ana.ask('POST /stories/{storyId}/desk/dismiss', { params, body: { keys: keys.slice(0, 1) } })
    expect((await only()).suggestedClaims).toBe(1)
    await ana.ask('POST /stories/{storyId}/desk/dismiss', { params, body: { keys } })
    expect(await list({ suggested: 'true' })).toEqual([])
    await ana.ask('POST /stories/{storyId}/desk/recall', { params, body: { keys } })
    expect((await only()).suggestedClaims).toBe(2)
  })

  it('are not counted any more once somebody has written in them, until they come in anew', async () => {
    await bring(aReport('1'))
    await read()
    const { id } = await only()
    const content = aContent({ body: aBody(aParagraph('Nothing happened.')) })
    await reviseStory(studio.newsroom, { storyId: id, revision: null, content })
    expect((await only()).suggestedClaims).toBeNull()
    expect((await desk(id)).summary).toMatchObject({ claims: 2, isStale: true })
    expect(await list({ suggested: 'true' })).toEqual([])
  })

  it('are read again when their source has changed them, and not for a link or a picture', async () => {
    await bring(aReport('1'))
    await read()
    const { id } = await only()
    await settleStory(studio.newsroom, id, (body) => ({ ...body, content: [...body.content, { type: 'rule' }] }))
    expect((await only()).suggestedClaims).toBe(2)
    await bring(aReport('1', { body: aBody(aParagraph('The army said that 12 soldiers were killed.')) }))
    expect((await only()).suggestedClaims).toBeNull()
    await read()
    expect((await only()).suggestedClaims).toBe(1)
  })

  it('are passed over when they are gone or withdrawn by then', async () => {
    await importStories(studio.newsroom, [aReport('1'), aReport('2')], { source: 'old site', publish: true })
    const [one, two] = (await list()).map(({ id }) => id)
    await killStory(studio.newsroom, one as StoryId, 'It was wrong.')
    await inTransaction(dbs.newsroom, (tx) => deleteStories(tx, [two as StoryId]))
    await read()
    expect(await dbs.newsroom.selectFrom('desk_readings').selectAll().execute()).toEqual([])
    expect(await waiting()).toEqual([])
  })
})
