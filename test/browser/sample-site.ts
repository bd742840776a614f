import type { Browser } from 'playwright-core'
import { inject } from 'vitest'
import { shareOf } from './chromium.ts'
import { type PageName, PAGES } from './pages.ts'

/** The sample edition at work, which all browser tests share, and a share of one browser to look at it. */
export interface SampleSite {
  readonly url: string
  readonly browser: Browser
  readonly at: (name: PageName) => string
  close(): Promise<void>
}

export async function openSampleSite(): Promise<SampleSite> {
  const { url, claimId, browserAddress } = inject('sampleSite')
  const browser = await shareOf(browserAddress)
  const at = (name: PageName) => url + PAGES[name] + (PAGES[name].endsWith('/claim/') ? claimId : '')
  return { url, browser, at, close: () => browser.close() }
}
