import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openSampleSite, PAGE_NAMES, type SampleSite } from './sample-site.ts'

/** What axe finds, as a reader of the report needs it: the rule and where. */
async function faults(page: Page, rules?: string[]): Promise<string[]> {
  // In one page and not two: axe would open a second for every run.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
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

  it.each(PAGE_NAMES)('%s, on a phone and wide, in light and in dark', async (name) => {
    await page.goto(site.at(name))
    for (const width of [360, 1200]) {
      await page.setViewportSize({ width, height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      expect({ width, inLight: await faults(page) }).toEqual({ width, inLight: [] })
      // The dark page has the same elements in other colours.
      await page.emulateMedia({ colorScheme: 'dark' })
      expect({ width, inDark: await faults(page, ['color-contrast']) }).toEqual({ width, inDark: [] })
    }
  })
})
