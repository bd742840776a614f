import type { application } from '../src/app.ts'
import type { createStory } from '../src/newsroom/create-story.ts'
import type { importStories } from '../src/newsroom/importing/import-stories.ts'
import type { publishStory } from '../src/newsroom/publish-story.ts'
import type { StoryId } from '../src/ids.ts'
import type { readSections } from '../src/store/house.ts'
import type { setUpUntitled } from '../src/newsroom/set-up-newspaper.ts'
import { built } from './built.ts'
import { aMadeStory, madeStories } from './made-stories.ts'

/** What the bench asks of the newsroom it has started. */
export type NewsroomQuestion =
  | { readonly ask: 'fill'; readonly stories: number }
  | { readonly ask: 'draft'; readonly headline: string }
  | { readonly ask: 'publish'; readonly id: StoryId }
  | { readonly ask: 'numbers' }

/** A whole newsroom in a process of its own: both databases, the press and the listener, as `onrecord serve` joins them. */
const { application: makeApplication } = await built<{ application: typeof application }>('app.js')
const verbs = {
  ...(await built<{ createStory: typeof createStory }>('newsroom/create-story.js')),
  ...(await built<{ publishStory: typeof publishStory }>('newsroom/publish-story.js')),
  ...(await built<{ importStories: typeof importStories }>('newsroom/importing/import-stories.js')),
  ...(await built<{ setUpUntitled: typeof setUpUntitled }>('newsroom/set-up-newspaper.js')),
  ...(await built<{ readSections: typeof readSections }>('store/house.js')),
}

const site = await makeApplication(process.env).serve({ name: 'bench', via: 'server' }, { withSample: false })
const { newsroom } = site
await verbs.setUpUntitled(newsroom, 'UTC')

process.on('message', (question: NewsroomQuestion) => void answer(question).then((reply) => process.send?.(reply)))
process.send?.({ port: site.port })

async function answer(question: NewsroomQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'fill':
      return verbs.importStories(newsroom, madeStories(question.stories), { source: 'made', publish: true })
    case 'draft':
      return draft(question.headline)
    case 'publish': {
      const { result } = await verbs.publishStory(newsroom, { storyId: question.id, revision: null })
      return { path: result.path }
    }
    case 'numbers': {
      const { user, system } = process.cpuUsage()
      return { cpuMicros: user + system, rssBytes: process.memoryUsage.rss(), press: site.stats() }
    }
  }
}

async function draft(headline: string): Promise<{ id: StoryId }> {
  const { body, standfirst } = aMadeStory(1, 1, 1_000)
  const sections = await verbs.readSections(newsroom.db)
  const path = ['africa', 'war-and-conflicts', 'mali'].flatMap(
    (slug) => sections.find((each) => each.slug === slug)?.id ?? [],
  )
  const content = {
    kicker: null,
    headline,
    standfirst,
    dateline: null,
    sectionIds: path,
    bylines: [],
    keywords: [],
    body,
  }
  const story = await verbs.createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })
  return { id: story.id }
}
