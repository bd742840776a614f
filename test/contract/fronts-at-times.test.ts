import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import type { StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { embargoStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { makeDueFrontChanges } from '../../src/newsroom/time-front-change.ts'
import { aContent, aNewspaper, at } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const HOME = { list: 'all', language: 'en' } as const
const SIX = at('2024-08-06T06:00:00Z')

describe.each(databases)('a front that changes at a time, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let editor: Caller
  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    editor = await studio.staff('Ana', 'editor')
  })
  afterEach(() => dbs.close())

  const draft = async (headline: string, language = 'en') => {
    const content = aContent({ headline })
    return (await createStory(studio.newsroom, { language, translatedFrom: null, slug: null, content })).id
  }

  async function published(...headlines: string[]): Promise<StoryId[]> {
    const ids: StoryId[] = []
    for (const [day, headline] of headlines.entries()) {
      studio.newsroom.setClock(at(`2024-08-0${day + 1}T09:00:00Z`))
      const id = await draft(headline)
      await publishStory(studio.newsroom, { storyId: id, revision: null })
      ids.push(id)
    }
    return ids
  }

  const shown = async () =>
    (await editor.ask('GET /front', { query: HOME })).places.flatMap((place) => place.shown?.headline ?? [])

  const arrange = (...ids: (StoryId | undefined)[]) => {
    const places = ids.flatMap((storyId, index) => (storyId ? [{ position: index + 1, storyId }] : []))
    return editor.ask('PUT /front', { body: { ...HOME, places } })
  }

  const time = (storyId: StoryId | null, position = 1, fromAt: string = SIX) =>
    editor.ask('POST /front/changes', { body: { ...HOME, position, storyId, fromAt } })

  async function expectRebuiltEqual() {
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(studio.newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  }

  it('is changed when its time has come, once, and readers’ side knows nothing of it before', async () => {
    const [first, second] = await published('First', 'Second', 'Third')
    await arrange(second)
    const before = await canonicalDump(dbs.edition)
    await time(first ?? null)
    expect(await canonicalDump(dbs.edition)).toBe(before)
    await makeDueFrontChanges(studio.newsroom)
    expect((await shown())[0]).toBe('Second')
    studio.newsroom.setClock(SIX)
    await makeDueFrontChanges(studio.newsroom)
    expect(await shown()).toEqual(['First', 'Third', 'Second'])
    expect((await editor.ask('GET /front', { query: HOME })).changes).toEqual([])
    await expectRebuiltEqual()
  })

  it('is left to the newest again at its time, and lists what is set in the order in which it comes', async () => {
    const [first, second] = await published('First', 'Second')
    await arrange(first)
    await time(null, 1, '2024-08-07T06:00:00.000Z')
    await time(second ?? null, 2, SIX)
    const { changes } = await editor.ask('GET /front', { query: HOME })
    expect(changes.map(({ fromAt, story, by }) => [fromAt, story?.headline ?? null, by])).toEqual([
      [SIX, 'Second', 'Ana'],
      ['2024-08-07T06:00:00.000Z', null, 'Ana'],
    ])
    studio.newsroom.setClock(at('2024-08-08T00:00:00Z'))
    await makeDueFrontChanges(studio.newsroom)
    expect(
      (await editor.ask('GET /front', { query: HOME })).places.map(({ chosen }) => chosen?.headline ?? null),
    ).toEqual([null, 'Second', null, null, null, null])
    await expectRebuiltEqual()
  })

  it('says why a change could not be made, and lets it be taken away', async () => {
    const [first] = await published('First', 'Second')
    const { id } = await time(first ?? null)
    await killStory(studio.newsroom, first as StoryId, 'Withdrawn.')
    studio.newsroom.setClock(SIX)
    await makeDueFrontChanges(studio.newsroom)
    expect((await editor.ask('GET /front', { query: HOME })).changes).toMatchObject([
      { id, refused: expect.stringContaining('killed') },
    ])
    await editor.ask('DELETE /front/changes/{changeId}', { params: { changeId: id } })
    expect((await editor.send('DELETE /front/changes/{changeId}', { params: { changeId: id } })).status).toBe(404)
  })

  it('is arranged in one go, brought back, and not overwritten by who has not seen the last change', async () => {
    const [first, second, third] = await published('First', 'Second', 'Third')
    await arrange(first, second)
    await arrange(second, first)
    expect(await shown()).toEqual(['Second', 'First', 'Third'])
    await editor.ask('POST /front/undo', { body: HOME })
    expect(await shown()).toEqual(['First', 'Second', 'Third'])
    await editor.ask('POST /front/undo', { body: HOME })
    expect(await shown()).toEqual(['Second', 'First', 'Third'])
    const places = [{ position: 1, storyId: third as StoryId }]
    const late = { ...HOME, places, was: [{ position: 1, storyId: first as StoryId }] }
    expect((await editor.send('PUT /front', { body: late })).status).toBe(412)
    expect(await shown()).toEqual(['Second', 'First', 'Third'])
    await expectRebuiltEqual()
  })

  it('takes no story twice, none of another language, no time that is over, and nobody’s word but an editor’s', async () => {
    const [first] = await published('First')
    const french = await draft('Une', 'fr')
    const twice = [1, 2].map((position) => ({ position, storyId: first as StoryId }))
    expect((await editor.send('PUT /front', { body: { ...HOME, places: twice } })).status).toBe(422)
    const foreign = { ...HOME, places: [{ position: 1, storyId: french }] }
    expect((await editor.send('PUT /front', { body: foreign })).status).toBe(409)
    const past = { ...HOME, position: 1, storyId: first as StoryId, fromAt: '2020-01-01T00:00:00.000Z' }
    expect((await editor.send('POST /front/changes', { body: past })).status).toBe(422)
    const nowhere = { list: 'section:sec_none', language: 'en' }
    expect((await editor.send('PUT /front', { body: { ...nowhere, places: [] } })).status).toBe(404)
    const reporter = await studio.staff('Awa', 'reporter')
    expect((await reporter.send('PUT /front', { body: { ...HOME, places: [] } })).status).toBe(403)
    expect((await reporter.send('GET /front', { query: HOME })).status).toBe(403)
    expect((await editor.send('POST /front/undo', { body: HOME })).status).toBe(409)
  })

  it('stands beside a calendar of what goes out, by day, for whoever may read it', async () => {
    const [first] = await published('First')
    const planned = await draft('Planned')
    await scheduleStory(studio.newsroom, planned, SIX)
    const held = await draft('Held')
    await embargoStory(studio.newsroom, held, at('2024-08-31T23:59:00Z'))
    const query = { from: '2024-08-01', to: '2024-08-31' }
    const { entries } = await editor.ask('GET /calendar', { query })
    expect(entries.map(({ kind, story }) => [kind, story.id])).toEqual([
      ['published', first],
      ['scheduled', planned],
      ['embargo', held],
    ])
    const moved = { params: { storyId: planned }, body: { at: '2024-09-01T06:00:00.000Z' } }
    await editor.ask('PUT /stories/{storyId}/scheduled-time', moved)
    expect((await editor.ask('GET /calendar', { query })).entries.map(({ kind }) => kind)).toEqual([
      'published',
      'embargo',
    ])
    expect(
      (await editor.send('PUT /stories/{storyId}/scheduled-time', { ...moved, params: { storyId: held } })).status,
    ).toBe(409)
    const contributor = await studio.staff('Moussa', 'contributor')
    expect((await contributor.ask('GET /calendar', { query })).entries).toEqual([])
  })
})
