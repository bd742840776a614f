import { killStory } from '../../src/newsroom/amend-story.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import type { StoryId } from '../../src/ids.ts'
import type { StoryContent } from '../../src/story/story.ts'
import type { Acknowledged } from './acknowledged.ts'
import type { House } from './house.ts'

/** Where a desk of the writer sits, and whom it tells what is done. */
export interface Desk {
  readonly house: House
  readonly round: number
  readonly acknowledge: (deed: Omit<Acknowledged, 'number'>) => Promise<void>
}

export const contentOf = (headline: string, words = 'Words. '.repeat(100)): StoryContent => ({
  kicker: null,
  headline,
  standfirst: 'What each side says.',
  dateline: null,
  sectionIds: [],
  bylines: [],
  keywords: [],
  body: {
    type: 'doc',
    version: 2,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `${headline}. ${words}` }] }],
  },
})

/** A new story, not before readers yet. */
export async function begin({ house }: Desk, headline: string): Promise<StoryId> {
  const draft = { language: 'en', translatedFrom: null, slug: null, content: contentOf(headline) }
  return (await createStory(house.newsroom, draft)).id
}

async function publish(desk: Desk, id: StoryId, headline: string): Promise<void> {
  const { result, isLive } = await publishStory(desk.house.newsroom, { storyId: id, revision: null })
  await desk.acknowledge({ deed: 'published', id, path: result.path, words: headline, isLive })
}

/** Publishes for ever; revises, moves, corrects and kills some of it. */
export async function storyDesk(desk: Desk, name: string): Promise<never> {
  const { newsroom } = desk.house
  for (let count = 0; ; count += 1) {
    const title = `Round ${desk.round} desk ${name} story ${count}`
    const id = await begin(desk, title)
    await publish(desk, id, title)
    if (count % 4 === 1) {
      await reviseStory(newsroom, { storyId: id, revision: null, content: contentOf(`${title} again`) })
      await publish(desk, id, `${title} again`)
    }
    if (count % 4 === 2) {
      const { result, isLive } = await changeSlug(newsroom, id, `moved-${desk.round}-${name}-${count}`)
      await desk.acknowledge({ deed: 'moved', id, path: result.path, words: title, isLive })
    }
    if (count % 4 === 3) {
      const { result, isLive } = await issueCorrection(newsroom, id, `Correction of ${title}.`)
      await desk.acknowledge({ deed: 'corrected', id, path: null, words: result.text, isLive })
    }
    if (count % 5 === 4) {
      const { isLive } = await killStory(newsroom, id, `Withdrawn: ${title}.`)
      await desk.acknowledge({ deed: 'killed', id, path: null, words: `Withdrawn: ${title}.`, isLive })
    }
  }
}
