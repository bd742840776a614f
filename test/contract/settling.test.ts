import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lookUp } from '../../src/edition/public-stories.ts'
import type { StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { holdStory } from '../../src/newsroom/change-story.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { settleStory } from '../../src/newsroom/importing/settle-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { storiesFrom } from '../../src/store/imported-stories.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { revisionAuthor, storyById } from '../../src/store/stories.ts'
import { publicationsOf } from '../../src/store/story-publications.ts'
import type { Figure, StoryDocument } from '../../src/story/document.ts'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { aBody, aContent, aNewspaper, aNewsroom, anIncoming, aParagraph, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const PATH = '/2024/07/29/two-tolls-for-one-shelling'
const MENDED = aBody(aParagraph('As it should be.'))
const mend = (): StoryDocument => MENDED
const plan = (publish: boolean) => ({ source: 'old site', publish })

describe.each(databases)('settling an imported story on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
  })
  afterEach(() => dbs.close())

  async function brought(publish: boolean, story: Partial<IncomingStory> = {}): Promise<StoryId> {
    await importStories(newsroom, [anIncoming(story)], plan(publish))
    const [id] = await storiesFrom(dbs.newsroom, 'old site')
    if (!id) throw new Error('nothing was imported')
    return id
  }
  const storyOf = async (id: StoryId) => {
    const story = await storyById(dbs.newsroom, id)
    if (!story) throw new Error(`${id} is not there`)
    return story
  }

  it('gives readers the new body and tells them of no change', async () => {
    const id = await brought(true)
    const before = await storyOf(id)
    newsroom.setClock(at('2024-09-01T09:00:00Z'))
    expect(await settleStory(newsroom, id, mend)).toBe('settled')
    const after = await storyOf(id)
    expect(after).toMatchObject({ revision: 2, liveRevision: 2, updatedAt: before.updatedAt, path: before.path })
    expect(await revisionAuthor(dbs.newsroom, after)).toBe('import')
    expect(await publicationsOf(dbs.newsroom, id)).toEqual([])
    const shown = await lookUp(dbs.reader, PATH)
    expect(shown).toMatchObject({ kind: 'story', story: { body: MENDED, updatedAt: before.updatedAt } })
  })

  it('lets the new revision stand for the version that readers had last', async () => {
    const id = await brought(true)
    await importStories(newsroom, [anIncoming({ headline: 'Three tolls' })], plan(true))
    expect((await publicationsOf(dbs.newsroom, id)).map(({ revision }) => revision)).toEqual([1, 2])
    expect(await settleStory(newsroom, id, mend)).toBe('settled')
    expect((await publicationsOf(dbs.newsroom, id)).map(({ revision }) => revision)).toEqual([1, 3])
  })

  it('changes a draft and shows readers nothing', async () => {
    const id = await brought(false)
    expect(await settleStory(newsroom, id, mend)).toBe('settled')
    expect(await storyOf(id)).toMatchObject({ revision: 2, liveRevision: null, state: 'draft' })
    expect((await lookUp(dbs.reader, PATH)).kind).toBe('nothing')
  })

  it('changes nothing where nothing is to be changed, and takes no number for it', async () => {
    const id = await brought(true)
    const number = await newestChange(dbs.newsroom)
    expect(await settleStory(newsroom, id, (body) => structuredClone(body))).toBe('same')
    expect((await storyOf(id)).revision).toBe(1)
    expect(await newestChange(dbs.newsroom)).toBe(number)
  })

  it('keeps its hands off what staff have written in, hold or have taken back', async () => {
    const id = await brought(true)
    await holdStory(newsroom, id, 'lawyers')
    expect(await settleStory(newsroom, id, mend)).toBe('with-staff')
    await killStory(newsroom, id, 'Withdrawn.')
    expect(await settleStory(newsroom, id, mend)).toBe('gone')
    expect(await settleStory(newsroom, 'sty_nobody' as StoryId, mend)).toBe('gone')
    await importStories(newsroom, [anIncoming({ foreignId: 'wp:2' })], plan(true))
    const other = (await storiesFrom(dbs.newsroom, 'old site')).find((one) => one !== id) as StoryId
    await reviseStory(newsroom, { storyId: other, revision: 1, content: aContent({ headline: 'Ours' }) })
    expect(await settleStory(newsroom, other, mend)).toBe('with-staff')
    expect((await storyOf(other)).content.headline).toBe('Ours')
  })

  it('lets readers keep what they have when a newer text waits, or when the new one may not go out', async () => {
    const id = await brought(true)
    const figure: Figure = {
      type: 'figure',
      attrs: {
        picture: { kind: 'map', bounds: [0, 0, 1, 1], marks: [] },
        alt: '',
        decorative: false,
        credit: null,
        licence: null,
      },
      content: [],
    }
    expect(await settleStory(newsroom, id, () => aBody(aParagraph('Words.'), figure))).toBe('waiting')
    expect(await storyOf(id)).toMatchObject({ revision: 2, liveRevision: 1 })
    expect(await settleStory(newsroom, id, mend)).toBe('waiting')
    expect(await storyOf(id)).toMatchObject({ revision: 3, liveRevision: 1 })
  })
})
