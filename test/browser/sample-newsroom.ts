import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { aNewsroomAtWork, type NewsroomAtWork, type RunningServer } from '../journeys/newsroom-at-work.ts'
import { hasBrowser, startSharedBrowser } from './chromium.ts'
import { type PageName, PAGES } from './pages.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The sample edition at work, as long as the tests: they look at it, and change nothing. */
    sampleSite: { readonly url: string; readonly claimId: string; readonly browserAddress: string }
  }
}

const PHOTO = fileURLToPath(new URL('../../sample/pictures/dry-valley.jpg', import.meta.url))

export const NEW_SLUG = 'reading-a-denial'
export const NOTICE = 'A person in it could have been recognised.'
export const COVER = 'shows where people were killed'

/** Starts the sample edition once for all browser tests, with what a paper has after its first weeks. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!hasBrowser) return undefined
  const newsroom = await aNewsroomAtWork()
  try {
    const server = await newsroom.serve('start')
    await workOn(newsroom)
    await settled(server)
    const browser = await startSharedBrowser()
    const claimId = await someClaim(server)
    project.provide('sampleSite', { url: server.url, claimId, browserAddress: browser.wsEndpoint() })
    return async () => {
      await browser.close()
      await newsroom.remove()
    }
  } catch (error) {
    await newsroom.remove()
    throw error
  }
}

/** A story moves, another goes, two are revised, two get a photograph, and the paper has a second address. */
async function workOn(newsroom: NewsroomAtWork): Promise<void> {
  const run = (...words: string[]) => succeed(newsroom, '', words)
  const listed = JSON.parse(await run('story', 'list', '--json')) as readonly { id: string; path: string | null }[]
  const idOf = (name: PageName) => {
    const path = PAGES[name].replace(/\/changes$/, '')
    const found = listed.find((story) => story.path === path)
    if (!found) throw new Error(`The sample has no story at ${path}.`)
    return found.id
  }
  await run('story', 'slug', idOf('a story that moved'), NEW_SLUG)
  await run('story', 'kill', idOf('a withdrawn story'), NOTICE)
  await run('mirror', 'add', 'https://mirror.example.org')
  const words = ['--alt', 'A dry valley between bare hills.', '--caption', 'North of the town.', '--credit', 'A reader']
  const [added] = JSON.parse(await run('picture', 'add', PHOTO, ...words, '--json')) as [{ picture: { id: string } }]
  await run('picture', 'place', idOf('a story with a photograph'), added.picture.id, '--lead')
  await run('picture', 'place', idOf('a story with a covered photograph'), added.picture.id, '--cover', COVER)
  for (const name of ['what changed in a story', 'what changed in a French story'] as const) {
    await reword(newsroom, idOf(name))
    await run('story', 'publish', idOf(name), '--change', 'A sentence was made clearer.')
  }
  await run('story', 'publish', idOf('a story with a covered photograph'))
}

/** Another standfirst, and a word more in it. */
async function reword(newsroom: NewsroomAtWork, id: string): Promise<void> {
  const shown = JSON.parse(await succeed(newsroom, '', ['story', 'show', id, '--json'])) as {
    revision: number
    content: { standfirst: string }
  }
  const standfirst = `${shown.content.standfirst.replace(/\p{L}+/u, 'Mali')} (MINUSMA)`
  const changed = { revision: shown.revision, content: { ...shown.content, standfirst } }
  await succeed(newsroom, JSON.stringify(changed), ['story', 'revise', id, '-'])
}

async function succeed(newsroom: NewsroomAtWork, input: string, words: readonly string[]): Promise<string> {
  const { exitCode, out, err } = await newsroom.feed(input, ...words)
  if (exitCode !== 0) throw new Error(`${words.join(' ')} failed: ${err}`)
  return out
}

/** The last of those changes is what readers have; each was live before the next was made. */
async function settled(server: RunningServer): Promise<void> {
  await server.until(PAGES['a story that moved'], ({ status }) => status === 301)
  await server.until(PAGES['a withdrawn story'], ({ status }) => status === 410)
  await server.until(PAGES['a story with a covered photograph'], ({ body }) => body.includes(COVER))
}

/** The first claim of an event with many: ids differ from one installation to the next. */
async function someClaim(server: RunningServer): Promise<string> {
  const { body } = await server.get(PAGES['an event'])
  const [, id] = /\/record\/claim\/(clm_\w+)/.exec(body) ?? []
  if (id === undefined) throw new Error('The event leads to no claim.')
  return id
}
