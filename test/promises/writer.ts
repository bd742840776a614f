import { randomBytes } from 'node:crypto'
import { writeSync } from 'node:fs'
import { OnrecordError } from '../../src/errors.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { issueCorrection } from '../../src/newsroom/issue-note.ts'
import { changeSlug } from '../../src/newsroom/change-slug.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { newestChange } from '../../src/store/outbox.ts'
import type { StoryId } from '../../src/ids.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { type Acknowledged, openHouse } from './house.ts'

// Run as a process of its own and killed by the test: it writes as fast as it can, and says on its standard output
// what was done, a line a deed, only after the verb has returned.

const [folder = '', round = '0'] = process.argv.slice(2)
const house = await openHouse(folder, () => randomBytes(16))
const { newsroom } = house

const contentOf = (headline: string): StoryContent => ({
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
    content: [{ type: 'paragraph', content: [{ type: 'text', text: `${headline}. ${'Words. '.repeat(100)}` }] }],
  },
})

async function acknowledge(deed: Omit<Acknowledged, 'number'>): Promise<void> {
  const line: Acknowledged = { ...deed, number: await newestChange(newsroom.db) }
  writeSync(1, `${JSON.stringify(line)}\n`)
}

async function publish(headline: string): Promise<StoryId> {
  const { id } = await createStory(newsroom, {
    language: 'en',
    translatedFrom: null,
    slug: null,
    content: contentOf(headline),
  })
  const { result, isLive } = await publishStory(newsroom, { storyId: id, revision: 1 })
  await acknowledge({ deed: 'published', id, path: result.path, words: headline, isLive })
  return id
}

async function revise(id: StoryId, headline: string): Promise<void> {
  await reviseStory(newsroom, { storyId: id, revision: null, content: contentOf(headline) })
  const { result, isLive } = await publishStory(newsroom, { storyId: id, revision: null })
  await acknowledge({ deed: 'published', id, path: result.path, words: headline, isLive })
}

async function desk(name: string): Promise<never> {
  for (let count = 0; ; count += 1) {
    const title = `Round ${round} desk ${name} story ${count}`
    const id = await publish(title)
    if (count % 4 === 1) await revise(id, `${title} again`)
    if (count % 4 === 2) {
      const { result, isLive } = await changeSlug(newsroom, id, `moved-${round}-${name}-${count}`)
      await acknowledge({ deed: 'moved', id, path: result.path, words: title, isLive })
    }
    if (count % 4 === 3) {
      const { result, isLive } = await issueCorrection(newsroom, id, `Correction of ${title}.`)
      await acknowledge({ deed: 'corrected', id, path: null, words: result.text, isLive })
    }
    if (count % 5 === 4) {
      const { isLive } = await killStory(newsroom, id, `Withdrawn: ${title}.`)
      await acknowledge({ deed: 'killed', id, path: null, words: `Withdrawn: ${title}.`, isLive })
    }
  }
}

try {
  await Promise.all(['a', 'b', 'c'].map(desk))
} catch (error) {
  // Nobody disturbs the writer but the kill: anything that is thrown is a finding.
  writeSync(2, `${error instanceof OnrecordError ? `${error.code}: ${error.message}` : String(error)}\n`)
  process.exit(1)
}
