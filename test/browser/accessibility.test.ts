import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { isFrenchForm, isText, PAGE_NAMES, type PageName } from './pages.ts'
import { openSampleSite, type SampleSite } from './sample-site.ts'

const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1200, colorScheme: 'dark' },
] as const

const [PHONE] = LOOKS

/** In the dark, axe takes the paper of a page without a style for white, and finds the browser's own light links on it. */
const looksAt = (name: PageName) => (isText(name) ? [PHONE] : LOOKS)

/** A page in French has the parts and colours of the same page in English; whole French stories are judged. */
const JUDGED = PAGE_NAMES.filter((name) => !isFrenchForm(name))

/** What a second look can find that a first one cannot: the others judge what the page is made of, not how it shows. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'region', 'empty-heading']

/** What axe finds, as a reader of the report needs it: the rule and where. */
async function faults(page: Page, isFirstLook: boolean): Promise<string[]> {
  // In one page and not two: axe would open a second for every run.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (isFirstLook ? axe : axe.withRules(OF_LOOKS)).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

inBrowser('every kind of page is accessible', () => {
  let site: SampleSite
  let page: Page

  beforeAll(async () => {
    site = await openSampleSite()
    page = await (await site.browser.newContext()).newPage()
  })
  afterAll(() => site?.close())

  it.each(JUDGED)('%s, on a phone in light and wide in dark', async (name) => {
    await page.goto(site.at(name))
    // Widths do not change colours, nor colours widths: two looks see what four would.
    for (const look of looksAt(name)) {
      const { width, colorScheme } = look
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      expect({ colorScheme, faults: await faults(page, look === PHONE) }).toEqual({ colorScheme, faults: [] })
    }
  })
})
