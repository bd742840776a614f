import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoryId } from '../../src/ids.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { type ShareCards, keepShareCards } from '../../src/media/share-card.ts'
import { forgetCards } from '../../src/press/forget-cards.ts'
import { editionChangesAfter } from '../../src/edition/changes.ts'
import { shareCardFrom } from '../../src/press/load/load-share-card.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import { aContent, aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

describe.each(databases)('the card of a story on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let storyId: StoryId
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent({ kicker: 'Mali' }) }
    storyId = (await createStory(newsroom, draft)).id
  })
  afterEach(() => dbs.close())

  const source = () => ({ edition: dbs.reader, siteUrl: 'https://paper.example' })
  const find = (path: string) => shareCardFrom(source())(path)
  const publish = () => publishStory(newsroom, { storyId, revision: null })
  /** The address that the story's own page gives for it. */
  const shared = async () => {
    const { body } = await renderFrom(source())('/2024/08/01/two-tolls-for-one-shelling')
    return /property="og:image" content="https:\/\/paper\.example([^"]+)"/.exec(body)?.[1] ?? ''
  }

  it('is at the address that its page gives, with the words of the page', async () => {
    await publish()
    expect(await find(await shared())).toMatchObject({
      kind: 'card',
      card: {
        storyId,
        label: 'Mali',
        headline: 'Two tolls for one shelling',
        day: '1 August 2024',
        corrected: null,
        direction: 'ltr',
      },
    })
  })

  it('has a new address when the story is corrected, and the old one leads there', async () => {
    await publish()
    const before = await shared()
    await issueCorrection(newsroom, storyId, 'It was Thursday.')
    const after = await shared()
    expect(after).not.toBe(before)
    expect(await find(before)).toEqual({ kind: 'moved', to: after })
    expect(await find(after)).toMatchObject({ kind: 'card', card: { corrected: 'Corrected 1 August 2024' } })
  })

  it('is nowhere for a draft, for what is no story, and for a story that is withdrawn', async () => {
    const guessed = `/media/cards/${storyId}-0123456789abcdef.png`
    expect(await find(guessed)).toEqual({ kind: 'nothing' })
    expect(await find('/media/cards/../secrets.json')).toEqual({ kind: 'nothing' })
    await publish()
    const address = await shared()
    await killStory(newsroom, storyId, 'It was not true.')
    expect(await find(address)).toEqual({ kind: 'gone' })
    expect(await find(guessed)).toEqual({ kind: 'gone' })
  })

  it('leaves the disk when its story is withdrawn', async () => {
    await publish()
    const forgotten: StoryId[] = []
    const kept: Pick<ShareCards, 'forget' | 'sweep'> = {
      ...keepShareCards('/nowhere'),
      forget: async (ids) => void forgotten.push(...ids),
    }
    const keeper = forgetCards(kept, dbs.reader, (error) => {
      throw error
    })
    keeper.changed(await editionChangesAfter(dbs.reader, 0))
    await keeper.settled()
    expect(forgotten).toEqual([])
    await killStory(newsroom, storyId, 'It was not true.')
    keeper.changed(await editionChangesAfter(dbs.reader, 0))
    await keeper.settled()
    expect(forgotten).toEqual([storyId])
  })
})
