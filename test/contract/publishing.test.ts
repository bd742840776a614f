import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { authorBySlug, publicSections } from '../../src/edition/house.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { newestStories, storiesOfMonth } from '../../src/edition/listed-stories.ts'
import { monthsOf } from '../../src/edition/months.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { embargoStory, holdStory, moveStory, releaseStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { isEditionAhead } from '../../src/newsroom/follow-changes.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readSections } from '../../src/store/house.ts'
import { auditLines } from '../../src/store/audit.ts'
import type { Month } from '../../src/time.ts'
import { aContent, anIncoming, aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

describe.each(databases)('publishing on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Sudan'] })
  })
  afterEach(() => dbs.close())

  const aDraft = (headline = 'Two tolls for one shelling') =>
    createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content: aContent({ headline }) })

  it('gives a story an address by its date and headline, and puts it on the front and in its month', async () => {
    const [mali] = await readSections(dbs.newsroom)
    const story = await createStory(newsroom, {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: aContent({ sectionIds: mali ? [mali.id] : [] }),
    })
    const { result, isLive } = await publishStory(newsroom, { storyId: story.id, revision: 1 })
    expect(isLive).toBe(true)
    expect(result.path).toBe('/2024/08/01/two-tolls-for-one-shelling')
    expect(await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).toMatchObject({
      kind: 'story',
      story: { headline: 'Two tolls for one shelling', month: '2024-08', words: 12 },
    })
    const front = await newestStories(dbs.reader, { list: 'all', language: 'en', limit: 10, before: null })
    expect(front.map((card) => card.id)).toEqual([story.id])
    const month = { list: `section:${mali?.id}`, language: 'en', month: '2024-08' as Month } as const
    expect((await storiesOfMonth(dbs.reader, month)).map((card) => card.id)).toEqual([story.id])
    expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([{ month: '2024-08', stories: 1 }])
  })

  it('numbers two stories of one day with the same headline', async () => {
    const one = await aDraft()
    const other = await aDraft()
    await publishStory(newsroom, { storyId: one.id, revision: null })
    const { result } = await publishStory(newsroom, { storyId: other.id, revision: null })
    expect(result.path).toBe('/2024/08/01/two-tolls-for-one-shelling-2')
  })

  it('keeps readers on the live revision until the next one is published', async () => {
    const story = await aDraft()
    await publishStory(newsroom, { storyId: story.id, revision: 1 })
    await reviseStory(newsroom, { storyId: story.id, revision: 1, content: aContent({ headline: 'Three tolls' }) })
    const path = '/2024/08/01/two-tolls-for-one-shelling'
    expect(await lookUp(dbs.reader, path)).toMatchObject({ story: { headline: 'Two tolls for one shelling' } })
    await publishStory(newsroom, { storyId: story.id, revision: 2 })
    expect(await lookUp(dbs.reader, path)).toMatchObject({ story: { headline: 'Three tolls' } })
  })

  it('refuses an editor who looked at an older revision', async () => {
    const story = await aDraft()
    await reviseStory(newsroom, { storyId: story.id, revision: 1, content: aContent() })
    await expect(publishStory(newsroom, { storyId: story.id, revision: 1 })).rejects.toMatchObject({
      code: 'stale-revision',
    })
  })

  it('lets nobody publish a held or embargoed story, and lets it go when released', async () => {
    const story = await aDraft()
    await holdStory(newsroom, story.id, 'the family has not been told')
    await expect(publishStory(newsroom, { storyId: story.id, revision: null })).rejects.toMatchObject({
      code: 'refused',
    })
    await releaseStory(newsroom, story.id)
    await embargoStory(newsroom, story.id, at('2024-08-02T00:00:00Z'))
    await expect(publishStory(newsroom, { storyId: story.id, revision: null })).rejects.toThrow(/embargo/)
    newsroom.setClock(at('2024-08-02T00:00:00Z'))
    expect((await publishStory(newsroom, { storyId: story.id, revision: null })).result.state).toBe('published')
  })

  it('publishes a scheduled story once, when its time has come', async () => {
    const story = await aDraft()
    await scheduleStory(newsroom, story.id, at('2024-08-01T10:00:00Z'))
    expect(await publishDueStories(newsroom)).toEqual({ published: [], refused: [] })
    newsroom.setClock(at('2024-08-01T12:00:00Z'))
    expect(await publishDueStories(newsroom)).toEqual({ published: [story.id], refused: [] })
    expect(await publishDueStories(newsroom)).toEqual({ published: [], refused: [] })
    const lines = await auditLines(dbs.newsroom, 0, 100)
    expect(lines.at(-1)).toMatchObject({ act: 'publish-scheduled-story', detail: { late: true } })
  })

  it('keeps a story on hold back when its time comes, and says so', async () => {
    const story = await aDraft()
    await scheduleStory(newsroom, story.id, at('2024-08-01T10:00:00Z'))
    await holdStory(newsroom, story.id, 'lawyers')
    newsroom.setClock(at('2024-08-01T12:00:00Z'))
    expect((await publishDueStories(newsroom)).refused).toEqual([
      { storyId: story.id, reason: 'The story is on hold: lawyers.' },
    ])
  })

  it('answers a killed story with its notice and takes it off every list', async () => {
    const story = await aDraft()
    await publishStory(newsroom, { storyId: story.id, revision: 1 })
    await killStory(newsroom, story.id, 'It put a source at risk.')
    expect(await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).toMatchObject({
      kind: 'gone',
      story: { notice: 'It put a source at risk.' },
    })
    expect(await newestStories(dbs.reader, { list: 'all', language: 'en', limit: 10, before: null })).toEqual([])
    expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([])
    const purged = (await editionChangesAfter(dbs.reader, 0)).flatMap((change) => change.purge)
    expect(purged).toContain(`story:${story.id}`)
    expect(await canonicalDump(dbs.reader)).not.toContain('four people died')
  })

  it('shows a correction with its date, and names the lists it stands in as touched', async () => {
    const story = await aDraft()
    await publishStory(newsroom, { storyId: story.id, revision: 1 })
    const before = await editionNumber(dbs.reader)
    await issueCorrection(newsroom, story.id, 'An earlier version gave the wrong day.')
    const [change] = await editionChangesAfter(dbs.reader, before)
    expect(new Set(change?.tags)).toEqual(
      new Set([
        `story:${story.id}`,
        `group:${story.groupId}`,
        'list:all:en',
        'list:all:en:2024-08',
        'corrections:en',
        'corrections:en:2024-08',
      ]),
    )
    expect(await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).toMatchObject({
      story: { notes: [{ kind: 'correction', text: 'An earlier version gave the wrong day.' }] },
    })
  })

  it('leads a former address to the new one, and back when the story returns', async () => {
    const story = await aDraft()
    await publishStory(newsroom, { storyId: story.id, revision: 1 })
    await changeSlug(newsroom, story.id, 'tolls')
    expect(await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).toMatchObject({
      kind: 'moved',
      to: '/2024/08/01/tolls',
    })
    await changeSlug(newsroom, story.id, 'two-tolls-for-one-shelling')
    expect((await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).kind).toBe('story')
    expect(await lookUp(dbs.reader, '/2024/08/01/tolls')).toMatchObject({ kind: 'moved' })
  })

  it('equals an edition rebuilt from nothing, whatever was done before', async () => {
    const [one, two, three, four] = [
      await aDraft('One'),
      await aDraft('Two'),
      await aDraft('Three'),
      await aDraft('Four'),
    ]
    for (const { id } of [one, two, three, four]) await publishStory(newsroom, { storyId: id, revision: null })
    await changeSlug(newsroom, one.id, 'uno')
    await killStory(newsroom, two.id, 'Withdrawn.')
    await issueCorrection(newsroom, three.id, 'Corrected.')
    const grown = await canonicalDump(dbs.edition)
    for (const table of ['stories', 'gone', 'redirects', 'listing_months', 'sections'] as const) {
      await dbs.edition.deleteFrom(table).execute()
    }
    expect(await canonicalDump(dbs.edition)).not.toBe(grown)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  it('seals what was done, so that a changed line is found', async () => {
    await aDraft()
    expect(await firstBrokenSeal(dbs.newsroom, newsroom.auditKey)).toBeNull()
    await dbs.newsroom.updateTable('audit').set({ actor: 'somebody else' }).where('number', '=', 2).execute()
    expect(await firstBrokenSeal(dbs.newsroom, newsroom.auditKey)).toBe(2)
  })

  it('keeps bylines and sections to itself until their first story is live, and takes them back with the last', async () => {
    const incoming = anIncoming({ bylines: ['A. Witness'], sectionPath: [{ label: 'Kidal', kind: 'place' }] })
    await importStories(newsroom, [incoming], { source: 'wxr', publish: false })
    expect(await canonicalDump(dbs.reader)).not.toMatch(/Witness|Kidal/)
    await importStories(newsroom, [incoming], { source: 'wxr', publish: true })
    expect(await authorBySlug(dbs.reader, 'a-witness')).toMatchObject({ name: 'A. Witness' })
    expect((await publicSections(dbs.reader)).map(({ slug }) => slug)).toContain('kidal')
    const [live] = await newestStories(dbs.reader, { list: 'all', language: 'en', limit: 1, before: null })
    if (live) await killStory(newsroom, live.id, 'It named a witness.')
    expect(await canonicalDump(dbs.reader)).not.toMatch(/A. Witness|Kidal/)
  })

  it('makes the edition again when the newsroom was restored from before it', async () => {
    const story = await aDraft()
    await publishStory(newsroom, { storyId: story.id, revision: null })
    await dbs.newsroom.updateTable('counters').set({ value: 1 }).where('name', '=', 'outbox').execute()
    await dbs.newsroom.deleteFrom('outbox').where('number', '>', 1).execute()
    await dbs.newsroom.updateTable('stories').set({ path: null, live_revision: null, state: 'draft' }).execute()
    expect(await isEditionAhead(newsroom)).toBe(true)
    await rebuildEdition(newsroom)
    expect(await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).toEqual({ kind: 'nothing' })
    expect(await isEditionAhead(newsroom)).toBe(false)
    await publishStory(newsroom, { storyId: story.id, revision: null })
    expect((await lookUp(dbs.reader, '/2024/08/01/two-tolls-for-one-shelling')).kind).toBe('story')
  })

  it('leaves a live story published when its scheduled update is taken back', async () => {
    const story = await aDraft()
    await publishStory(newsroom, { storyId: story.id, revision: 1 })
    await reviseStory(newsroom, { storyId: story.id, revision: 1, content: aContent({ headline: 'Three tolls' }) })
    await scheduleStory(newsroom, story.id, at('2024-08-02T10:00:00Z'))
    expect((await moveStory(newsroom, story.id, 'draft')).state).toBe('published')
  })
})
