import type { Browser } from 'playwright-core'
import { aNewsroomAtWork, type NewsroomAtWork, type RunningServer } from '../journeys/newsroom-at-work.ts'
import { openBrowser } from './chromium.ts'

/** One page of every kind that the public site has, in the sample edition. */
export const PAGES = {
  'the home page': '/',
  'the French home page': '/fr',
  'a place’s front': '/mali',
  'a subject’s front': '/war-and-conflicts',
  'a series’ front': '/war-in-drc',
  'an author’s page': '/authors/the-sahel-desk',
  'a month in French': '/fr/2024/07',
  'a section’s month': '/great-lakes/2025/02',
  'the archive': '/archive',
  'the feeds': '/feeds',
  'a story with a map, alone on its page': '/2024/07/29/tinzaouaten',
  'a story with a chart and a map': '/2024/10/30/barsalogho-four-tolls',
  'a story with a table and notes': '/2025/09/01/how-we-read-a-toll',
  'a French story': '/fr/2025/11/07/el-fasher-cinq-voix',
  'a story that moved': '/2025/07/15/how-to-read-a-denial',
  'a withdrawn story': '/2025/03/24/fambita-mosque-attack',
  'a page that is not there': '/no-such-page',
  'a request nobody can answer': '/%ff',
} as const

export type PageName = keyof typeof PAGES

export const PAGE_NAMES = Object.keys(PAGES) as PageName[]

export const NEW_SLUG = 'reading-a-denial'
export const NOTICE = 'A person in it could have been recognised.'

/** The sample edition at work, with a story moved and another withdrawn, and a browser to look at it. */
export interface SampleSite {
  readonly url: string
  readonly server: RunningServer
  readonly browser: Browser
  readonly at: (name: PageName) => string
  close(): Promise<void>
}

export async function openSampleSite(): Promise<SampleSite> {
  const [newsroom, browser] = await Promise.all([aNewsroomAtWork(), openBrowser()])
  const close = async () => {
    await browser.close()
    await newsroom.remove()
  }
  try {
    const server = await newsroom.serve('start')
    await moveAndWithdraw(newsroom, server)
    return { url: server.url, server, browser, close, at: (name) => server.url + PAGES[name] }
  } catch (error) {
    await close()
    throw error
  }
}

async function moveAndWithdraw(newsroom: NewsroomAtWork, server: RunningServer): Promise<void> {
  const listed = JSON.parse((await newsroom.run('story', 'list', '--json')).out) as {
    id: string
    path: string | null
  }[]
  const idAt = (name: PageName) => listed.find(({ path }) => path === PAGES[name])?.id ?? ''
  await Promise.all([
    newsroom.run('story', 'slug', idAt('a story that moved'), NEW_SLUG),
    newsroom.run('story', 'kill', idAt('a withdrawn story'), NOTICE),
  ])
  await server.until(PAGES['a story that moved'], ({ status }) => status === 301)
  await server.until(PAGES['a withdrawn story'], ({ status }) => status === 410)
}
