import type { Page } from 'playwright-core'
import { openStudioAtWork } from '../test/browser/studio-at-work.ts'
import { table } from './measures.ts'
import { newStory } from './studio-at-bench.ts'

/**
 * What a browser that was never here fetches for a screen of the studio, in bytes as they come over the line, headers
 * included. What the service worker brings in afterwards, when the screen stands, is not counted. Needs a built program.
 *
 *     node bench/studio-size.ts
 */
export interface ScreenSize {
  readonly screen: string
  readonly requests: number
  readonly bytes: number
  /** The largest files, the largest first. */
  readonly largest: readonly Fetched[]
}

interface Fetched {
  readonly path: string
  readonly bytes: number
}

/** The story list and the writing desk, each with nothing in the browser's cache. */
export async function benchSize(): Promise<ScreenSize[]> {
  const studio = await openStudioAtWork()
  try {
    const { page } = await studio.as('Ana', 'editor')
    const list = await fetchedBy(page, `${studio.url}/studio`, 'main h1')
    const story = await newStory(page, studio.url)
    const other = await studio.as('Bea', 'editor')
    const desk = await fetchedBy(other.page, story, '.story-text')
    return [sizeOf('story list', list), sizeOf('writing desk', desk)]
  } finally {
    await studio.close()
  }
}

async function fetchedBy(page: Page, url: string, shown: string): Promise<Fetched[]> {
  const session = await page.context().newCDPSession(page)
  const paths = new Map<string, string>()
  const fetched: Fetched[] = []
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    fetched.push({ path: paths.get(requestId) ?? '', bytes: encodedDataLength })
  })
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.goto(url)
  await page.locator(shown).waitFor()
  await page.waitForLoadState('networkidle')
  await session.detach()
  return fetched
}

const sizeOf = (screen: string, fetched: readonly Fetched[]): ScreenSize => ({
  screen,
  requests: fetched.length,
  bytes: fetched.reduce((sum, { bytes }) => sum + bytes, 0),
  largest: fetched.toSorted((one, other) => other.bytes - one.bytes).slice(0, 4),
})

const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`

export const sizeTable = (sizes: readonly ScreenSize[]): string =>
  table(
    ['first load', 'requests', 'bytes', 'largest'],
    sizes.map(({ screen, requests, bytes, largest }) => [
      screen,
      String(requests),
      kB(bytes),
      largest.map((one) => `${one.path.split('/').at(-1)} ${kB(one.bytes)}`).join(', '),
    ]),
  )

if (import.meta.main) console.log(sizeTable(await benchSize()))
