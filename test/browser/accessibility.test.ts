import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openSampleSite, PAGE_NAMES, type SampleSite } from './sample-site.ts'

const LOOKS = [
  { width: 360, colorScheme: 'light' },
  { width: 1200, colorScheme: 'dark' },
] as const

/** What axe finds, as a reader of the report needs it: the rule and where. */
async function faults(page: Page): Promise<string[]> {
  // In one page and not two: axe would open a second for every run.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
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

  it.each(PAGE_NAMES)('%s, on a phone in light and wide in dark', async (name) => {
    await page.goto(site.at(name))
    // Widths do not change colours, nor colours widths: two looks see what four would.
    for (const { width, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme })
      expect({ colorScheme, faults: await faults(page) }).toEqual({ colorScheme, faults: [] })
    }
  })
})
