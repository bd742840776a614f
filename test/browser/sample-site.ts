import type { Browser } from 'playwright-core'
import { aNewsroomAtWork, type NewsroomAtWork, type RunningServer } from '../journeys/newsroom-at-work.ts'
import { openBrowser } from './chromium.ts'

/** One page of every kind that the public site has, in the sample edition; a claim's goes on with an id. */
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
  'a story with who says what': '/2025/02/06/goma-six-figures',
  'a French story with who says what': '/fr/2024/07/29/tinzaouaten',
  'a French story with what was said when': '/fr/2024/10/30/barsalogho-quatre-bilans',
  'the record’s front': '/record',
  'the record’s front in French': '/fr/record',
  'a month of the record': '/record/2024/07',
  'a month of the record in French': '/fr/record/2024/07',
  'a search in the record': '/record/find?place=tinzaouaten',
  'a search in the record in French': '/fr/record/find?place=tinzaouaten',
  'a search without results': '/record/find?from=1990-01-01&to=1990-12-31',
  'a search without results in French': '/fr/record/find?from=1990-01-01&to=1990-12-31',
  'an event': '/record/tinzaouaten-2024',
  'an event in French': '/fr/record/tinzaouaten-2024',
  'an event with many claims': '/record/goma-2025',
  'an actor': '/record/actor/jnim',
  'an actor in French': '/fr/record/actor/jnim',
  'a place in the record': '/record/place/tinzaouaten',
  'a place in the record in French': '/fr/record/place/tinzaouaten',
  'a claim': '/record/claim/',
  'a claim in French': '/fr/record/claim/',
  'a source': '/record/source/csp',
  'a source in French': '/fr/record/source/csp',
  'how we count': '/how-we-count',
  'how we count in French': '/fr/how-we-count',
  'the data': '/data',
  'the data in French': '/fr/data',
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
    const claimId = await someClaim(server)
    const at = (name: PageName) => server.url + PAGES[name] + (PAGES[name].endsWith('/claim/') ? claimId : '')
    return { url: server.url, server, browser, close, at }
  } catch (error) {
    await close()
    throw error
  }
}

/** The first claim of an event with many: ids differ from one installation to the next. */
async function someClaim(server: RunningServer): Promise<string> {
  const { body } = await server.get(PAGES['an event'])
  const [, id] = /\/record\/claim\/(clm_\w+)/.exec(body) ?? []
  if (id === undefined) throw new Error('The event leads to no claim.')
  return id
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
