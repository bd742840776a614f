import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { deleteStories } from '../../src/store/stories.ts'
import { aContent, aNewspaper } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const ONE = '0123456789abcdef'
const TWO = 'fedcba9876543210'

describe.each(databases)('what was put away of the desk’s suggestions, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let ana: Caller

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    ana = await studio.staff('Ana', 'reporter')
  })
  afterEach(() => dbs.close())

  async function aStory(translatedFrom: StoryId | null = null): Promise<StoryId> {
    const language = translatedFrom ? 'fr' : 'en'
    return (await createStory(studio.newsroom, { language, translatedFrom, slug: null, content: aContent() })).id
  }
  const away = async (storyId: StoryId) =>
    (await ana.ask('GET /stories/{storyId}/desk', { params: { storyId } })).dismissed
  const dismiss = (storyId: StoryId, keys: string[], who = ana) =>
    who.ask('POST /stories/{storyId}/desk/dismiss', { params: { storyId }, body: { keys } })
  const recall = (storyId: StoryId, keys: string[]) =>
    ana.ask('POST /stories/{storyId}/desk/recall', { params: { storyId }, body: { keys } })

  const touched = async () => (await ana.ask('GET /stories', { query: {} })).stories.map(({ touchedBy }) => touchedBy)

  it('stays away, is put away once however often that is said, and can be brought back', async () => {
    const storyId = await aStory()
    expect(await dismiss(storyId, [TWO, ONE, ONE])).toEqual({ dismissed: [ONE, TWO] })
    expect(await dismiss(storyId, [ONE])).toEqual({ dismissed: [ONE, TWO] })
    expect(await away(storyId)).toEqual([ONE, TWO])
    expect(await recall(storyId, [ONE, 'nothing-of-ours'])).toEqual({ dismissed: [TWO] })
    expect(await away(storyId)).toEqual([TWO])
  })

  it('is of one story: a translation begins with nothing, and a story that goes takes it along', async () => {
    const storyId = await aStory()
    await dismiss(storyId, [ONE])
    expect(await away(await aStory(storyId))).toEqual([])
    await inTransaction(dbs.newsroom, (tx) => deleteStories(tx, [storyId]))
    expect(await dbs.newsroom.selectFrom('desk_dismissals').selectAll().execute()).toEqual([])
  })

  it('is in the audit as a number, never as a key, and leaves the story where it stood in the list', async () => {
    const storyId = await aStory()
    const before = await touched()
    await dismiss(storyId, [ONE, TWO])
    await recall(storyId, [ONE])
    const lines = (await auditLines(dbs.newsroom, 0, 100)).filter(({ act }) => act === 'dismiss-suggestion')
    expect(lines).toMatchObject([
      { subject: storyId, detail: { dismissed: 2 } },
      { subject: storyId, detail: { recalled: 1 } },
    ])
    expect(JSON.stringify(lines)).not.toContain(ONE)
    expect(await touched()).toEqual(before)
  })

  it('is for whoever may write the story', async () => {
    const storyId = await aStory()
    const researcher = await studio.staff('Rita', 'researcher')
    const contributor = await studio.staff('Carl', 'contributor')
    await expect(dismiss(storyId, [ONE], researcher)).rejects.toThrow('404')
    await expect(dismiss(storyId, [ONE], contributor)).rejects.toThrow('404')
    expect(await away(storyId)).toEqual([])
  })

  it.each([[['short']], [['no key at all!']], [[]], [['a'.repeat(81)]]])('is no key that is none: %j', async (keys) => {
    await expect(dismiss(await aStory(), keys)).rejects.toThrow('422')
  })

  it('has an end: nobody puts away more than two thousand in one story', async () => {
    const storyId = await aStory()
    const keys = Array.from({ length: 2_001 }, (_, number) => `key-${String(number).padStart(5, '0')}`)
    for (let first = 0; first < 2_000; first += 200) await dismiss(storyId, keys.slice(first, first + 200))
    await expect(dismiss(storyId, keys.slice(2_000))).rejects.toThrow('409')
    expect(await away(storyId)).toHaveLength(2_000)
  })
})

describe.each(databases)('the paper’s manner, as the desk is told of it, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let owner: Caller
  let ana: Caller

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    owner = await studio.staff('Olga', 'owner')
    ana = await studio.staff('Ana', 'reporter')
  })
  afterEach(() => dbs.close())

  it('is the list that comes with Onrecord until somebody says otherwise', async () => {
    const style = await ana.ask('GET /desk/style', {})
    expect(style).toMatchObject({ without: [], isDefault: true })
    expect(new Set(style.words.map(({ language }) => language))).toEqual(new Set(['en', 'fr']))
  })

  it('can be changed, and given back', async () => {
    const words = [
      { word: 'Bandit', language: 'en' as const, instead: 'gunman' },
      { word: 'bandit', language: 'fr' as const, instead: null },
      { word: 'bandit', language: 'en' as const, instead: 'armed man' },
    ]
    await owner.ask('PUT /desk/style', { body: { words, without: ['date-rots', 'date-rots'] } })
    expect(await ana.ask('GET /desk/style', {})).toEqual({
      words: [
        { word: 'bandit', language: 'en', instead: 'armed man' },
        { word: 'bandit', language: 'fr', instead: null },
      ],
      without: ['date-rots'],
      isDefault: false,
    })
    await owner.ask('PUT /desk/style', { body: { words: [], without: [] } })
    expect(await ana.ask('GET /desk/style', {})).toEqual({ words: [], without: [], isDefault: false })
    await owner.ask('PUT /desk/style', { body: { words: null, without: [] } })
    expect(await ana.ask('GET /desk/style', {})).toMatchObject({ isDefault: true })
    const lines = (await auditLines(dbs.newsroom, 0, 100)).filter(({ act }) => act === 'change-style')
    expect(lines.map(({ detail }) => detail)).toEqual([
      { words: 2, without: 1 },
      { words: 0, without: 0 },
      { words: null, without: 0 },
    ])
  })

  it('is no reporter’s to change', async () => {
    await expect(ana.ask('PUT /desk/style', { body: { words: [], without: [] } })).rejects.toThrow('403')
  })
})
