import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import type { StoryId } from '../../src/ids.ts'
import type { Incoming, IncomingStory } from '../../src/intake/incoming.ts'
import type { ImportPlan } from '../../src/newsroom/importing/import-report.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { waitingLinksAfter } from '../../src/store/import-links.ts'
import { importedFrom } from '../../src/store/imported-stories.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { storyById } from '../../src/store/stories.ts'
import { publicationsOf } from '../../src/store/story-publications.ts'
import type { Block } from '../../src/story/document.ts'
import type { Story } from '../../src/story/story.ts'
import { aBody, aContent, aNewspaper, aNewsroom, anIncoming, aParagraph, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const SITE: Incoming = { kind: 'site', hosts: ['old.example'], title: null, language: null, zone: null }
const PUBLISH: ImportPlan = { source: 'old site', publish: true }
const DRAFTS: ImportPlan = { source: 'old site', publish: false }

const linked = (...hrefs: string[]): Block => ({
  type: 'paragraph',
  content: hrefs.map((href) => ({ type: 'text', text: `to ${href}`, marks: [{ type: 'link', attrs: { href } }] })),
})

/** Story `n` of the old site, with links to others. */
const post = (number: number, hrefs: readonly string[] = [], more: Partial<IncomingStory> = {}): IncomingStory =>
  anIncoming({
    foreignId: `wp:${number}`,
    headline: `Story number ${number}`,
    address: `https://old.example/2023/05/story-${number}/`,
    redirectsFrom: [`/2023/05/story-${number}/`, `/?p=${number}`],
    published: { precision: 'minute', at: at(`2023-05-0${number}T10:00:00Z`) },
    body: aBody(aParagraph(`Words of story ${number}.`), linked(...hrefs)),
    ...more,
  })

const hrefsOf = (story: Story | undefined): string[] =>
  [...JSON.stringify(story?.content.body).matchAll(/"href":"([^"]*)"/g)].map((match) => match[1] ?? '')

describe.each(databases)('links between imported stories on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(() => dbs.close())

  const bring = (stories: readonly Incoming[], plan: ImportPlan = PUBLISH) =>
    importStories(newsroom, [SITE, ...stories], plan)

  async function idOf(number: number, source = 'old site'): Promise<StoryId> {
    const id = `wp:${number}`
    const known = (await importedFrom(dbs.newsroom, source, [id])).get(id)
    if (!known) throw new Error(`${id} was not imported`)
    return known.storyId
  }
  const storyOf = async (number: number) => storyById(dbs.newsroom, await idOf(number))
  const waiting = async () => (await waitingLinksAfter(dbs.newsroom, null, 100)).map(({ address }) => address)

  it('lead to new addresses, whichever came first, and to the same place in the story', async () => {
    const report = await bring([
      post(1, ['https://old.example/2023/05/story-2/#part', 'http://www.old.example/?p=2', 'https://else.example/a']),
      post(2, ['/2023/05/story-1/', 'https://old.example/']),
    ])
    expect(hrefsOf(await storyOf(1))).toEqual([
      '/2023/05/02/story-2#part',
      '/2023/05/02/story-2',
      'https://else.example/a',
    ])
    expect(hrefsOf(await storyOf(2))).toEqual(['/2023/05/01/story-1', '/'])
    expect(report.problems).toEqual([])
    expect(await waiting()).toEqual([])
  })

  it('of stories far apart are settled at the end, without a word to readers of a change', async () => {
    const rest = Array.from({ length: 150 }, (_, number) =>
      post(1, [], { foreignId: `x:${number}`, headline: `Other ${number}`, redirectsFrom: [], address: null }),
    )
    await bring([post(1, ['https://old.example/2023/05/story-9/']), ...rest, post(9)])
    const story = await storyOf(1)
    expect(hrefsOf(story)).toEqual(['/2023/05/09/story-9'])
    expect(story).toMatchObject({ revision: 2, liveRevision: 2, updatedAt: '2023-05-01T10:00:00.000Z' })
    expect(await publicationsOf(dbs.newsroom, await idOf(1))).toEqual([])
    const shown = await lookUp(dbs.reader, '/2023/05/01/story-1')
    expect(JSON.stringify(shown)).toContain('"/2023/05/09/story-9"')
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  it('are settled by the import that brings the other story, whatever its source', async () => {
    await bring([post(1, ['https://old.example/2023/05/story-2/'])])
    expect(hrefsOf(await storyOf(1))).toEqual(['/2023/05/story-2/'])
    expect(await waiting()).toEqual(['/2023/05/story-2'])
    await bring([post(2)], { source: 'second file', publish: true })
    expect(hrefsOf(await storyOf(1))).toEqual(['/2023/05/02/story-2'])
  })

  it('that nothing here answers are told, a line for each story, at every run', async () => {
    const stories = [
      post(1, [
        'https://old.example/2023/05/gone/',
        'https://old.example/tag/x/',
        'https://old.example/wp-content/uploads/a.pdf',
        'https://old.example/mali/',
      ]),
    ]
    const told = [
      {
        foreignId: 'wp:1',
        headline: 'Story number 1',
        where: '/wp-content/uploads/a.pdf',
        what: '1 link leads to files of the old site, which did not come with it.',
      },
      {
        foreignId: 'wp:1',
        headline: 'Story number 1',
        where: '/2023/05/gone, /tag/x',
        what: '2 links lead to pages of the old site that did not come with it.',
      },
    ]
    expect((await bring(stories)).problems).toEqual(told)
    const number = await newestChange(dbs.newsroom)
    expect((await bring(stories)).problems).toEqual(told)
    expect(await newestChange(dbs.newsroom)).toBe(number)
    expect(hrefsOf(await storyOf(1))).toContain('https://old.example/wp-content/uploads/a.pdf')
  })

  it('to a draft wait for its address, and nobody is told that they are dead', async () => {
    const report = await bring([post(1, ['https://old.example/2023/05/story-2/']), post(2, [], { status: 'draft' })])
    expect(report.problems).toEqual([])
    expect(await waiting()).toEqual(['/2023/05/story-2'])
    await publishStory(newsroom, { storyId: await idOf(2), revision: null })
    await bring([])
    expect(hrefsOf(await storyOf(1))).toEqual(['/2023/05/02/story-2'])
    expect(await waiting()).toEqual([])
  })

  it('of a story that staff have worked on stay: the old address leads on', async () => {
    await bring([post(1, ['https://old.example/2023/05/story-2/'])], DRAFTS)
    const own = aContent({ body: aBody(linked('/2023/05/story-2/')) })
    await reviseStory(newsroom, { storyId: await idOf(1), revision: 1, content: own })
    await bring([post(2)])
    expect(hrefsOf(await storyOf(1))).toEqual(['/2023/05/story-2/'])
    expect(await lookUp(dbs.reader, '/2023/05/story-2')).toMatchObject({ kind: 'moved', to: '/2023/05/02/story-2' })
    expect(await waiting()).toEqual([])
  })

  it('follow what changes at the source', async () => {
    await bring([post(1, ['https://old.example/2023/05/story-3/']), post(2)])
    await bring([post(1, ['https://old.example/2023/05/story-2/', 'https://old.example/2023/05/story-4/']), post(2)])
    expect(hrefsOf(await storyOf(1))).toEqual(['/2023/05/02/story-2', '/2023/05/story-4/'])
    expect(await waiting()).toEqual(['/2023/05/story-4'])
  })
})
