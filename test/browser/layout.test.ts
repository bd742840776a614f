import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { isText, PAGE_NAMES, PAGES } from './pages.ts'
import { openSampleSite, type SampleSite } from './sample-site.ts'

/** A table in a page of words only: there is no style to let it scroll by itself, and it needs its columns (WCAG 1.4.10). */
const BARE_TABLE = 'body:has(> #menu) table'

/** What stands out of the page sideways, a table's inside apart. */
const STANDING_OUT = `[...document.body.querySelectorAll('*')]
  .filter((element) => !element.closest('.table, .skip, ${BARE_TABLE}') && element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + '.' + element.getAttribute('class'))`

const SIDEWAYS = `document.querySelector('${BARE_TABLE}') ? 0 : document.documentElement.scrollWidth - innerWidth`

/** The parts that lead elsewhere, as far as they can be seen. */
const NAVIGATION_SEEN = `[...document.querySelectorAll('.skip, .mast nav, footer, .turn, .more, .ways, .foot:not(.ledger *)')]
  .filter((element) => element.checkVisibility())
  .map((element) => element.outerHTML)`

const fit = async (shown: Page) => ({
  sideways: await shown.evaluate<number>(SIDEWAYS),
  standingOut: await shown.evaluate<string[]>(STANDING_OUT),
})

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox()
  return { left: box?.x ?? 0, middle: (box?.x ?? 0) + (box?.width ?? 0) / 2 }
}

inBrowser('every kind of page', () => {
  let site: SampleSite

  beforeAll(async () => {
    site = await openSampleSite()
  })
  afterAll(() => site?.close())

  describe('on a screen', () => {
    let page: Page

    beforeAll(async () => {
      page = await site.browser.newPage()
    })

    it.each(PAGE_NAMES)('%s fits, from 240 pixels to wide, and at 400 percent', async (name) => {
      await page.goto(site.at(name))
      // A window of 1280 pixels at 400 percent has 320 of the page's own.
      for (const width of [240, 320, 360, 768, 1200]) {
        await page.setViewportSize({ width, height: 800 })
        expect({ width, ...(await fit(page)) }).toEqual({ width, sideways: 0, standingOut: [] })
      }
    })

    it('a story without others beside it stands in the middle of a wide page, its headline over its text', async () => {
      await page.setViewportSize({ width: 1200, height: 800 })
      await page.goto(site.at('a story with who says what, alone on its page'))
      const text = await boxOf(page, '.body > p')
      expect(text.middle).toBeCloseTo(600, 0)
      for (const part of ['h1', '.stand', '.by', '.fix', '.body h2', 'figcaption']) {
        expect([part, (await boxOf(page, part)).left]).toEqual([part, text.left])
      }
      expect((await boxOf(page, 'svg.map')).middle).toBeCloseTo(600, 0)
    })
  })

  describe('on paper', () => {
    let page: Page

    beforeAll(async () => {
      page = await site.browser.newPage({ viewport: { width: 794, height: 1123 } })
      await page.emulateMedia({ media: 'print' })
    })

    it.each(PAGE_NAMES.filter((name) => !isText(name)))('%s carries no navigation', async (name) => {
      await page.goto(site.at(name))
      expect(await page.evaluate<string[]>(NAVIGATION_SEEN)).toEqual([])
      expect(await page.evaluate<number>(SIDEWAYS)).toBe(0)
    })

    it('an event carries who says what, the way of each claim, what changed, and its address', async () => {
      await page.goto(site.at('an event'))
      for (const part of ['h1', '.ledger', '.ledger .cl li', '.changes', '.address']) {
        expect([part, await page.locator(part).first().isVisible()]).toEqual([part, true])
      }
      expect(await page.locator('.address').innerText()).toBe(site.url + PAGES['an event'])
      // On paper nobody opens what is folded: what was said before is there too.
      const folded = 'details > :not(summary)'
      expect(await page.locator(folded).count()).toBeGreaterThan(0)
      for (const part of await page.locator(folded).all()) expect(await part.isVisible()).toBe(true)
    })

    it('a story carries its headline, its correction, its text and its address', async () => {
      await page.goto(site.at('a story with a map'))
      for (const part of ['h1', '.by', '.fix', 'svg.map', '.body p', '[rel=bookmark]']) {
        expect([part, await page.locator(part).first().isVisible()]).toEqual([part, true])
      }
      expect(await page.locator('[rel=bookmark]').innerText()).toBe(site.url + PAGES['a story with a map'])
    })
  })
})
