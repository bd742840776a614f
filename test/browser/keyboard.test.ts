import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openSampleSite, type PageName, type SampleSite } from './sample-site.ts'

/** Everything that a keyboard must be able to reach, in the order of the page. */
const REACHABLE = `[...document.querySelectorAll('a[href], [tabindex="0"]')]`

/** Where the focus is: its place among what can be reached, and what shows it. */
const FOCUS = `(() => {
  const focused = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(focused)
  const { top, bottom } = focused.getBoundingClientRect()
  return {
    place: ${REACHABLE}.indexOf(focused),
    isOutlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    isOnScreen: bottom > 0 && top < innerHeight,
  }
})()`

interface Focus {
  readonly place: number
  readonly isOutlined: boolean
  readonly isOnScreen: boolean
}

const WALKED: readonly PageName[] = [
  'the home page',
  'a story with a table and notes',
  'a month in French',
  'the archive',
  'a page that is not there',
]

inBrowser('with the keyboard alone', () => {
  let site: SampleSite
  let page: Page

  beforeAll(async () => {
    site = await openSampleSite()
  })
  afterAll(() => site?.close())
  beforeEach(async () => {
    page = await site.browser.newPage({ viewport: { width: 1200, height: 800 } })
    return () => page.close()
  })

  it.each(WALKED)('%s: the first step leads over the masthead', async (name) => {
    await page.goto(site.at(name))
    expect(await page.locator('.skip').evaluate((link) => link.getBoundingClientRect().bottom)).toBeLessThan(0)
    await page.keyboard.press('Tab')
    const skip = page.locator('.skip:focus')
    expect(await skip.count()).toBe(1)
    expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    await page.waitForURL(/#main$/)
    await page.keyboard.press('Tab')
    await page.locator('main :focus').waitFor()
  })

  it.each(WALKED)('%s: every link is reached, in order, and is seen to be', async (name) => {
    await page.goto(site.at(name))
    const reachable = await page.evaluate<number>(`${REACHABLE}.length`)
    expect(reachable).toBeGreaterThan(5)
    const steps: Focus[] = []
    while (steps.length < reachable) {
      await page.keyboard.press('Tab')
      steps.push(await page.evaluate<Focus>(FOCUS))
    }
    expect(steps).toEqual(steps.map((_, place) => ({ place, isOutlined: true, isOnScreen: true })))
  })

  it('a note leads from its mark and back to it', async () => {
    await page.goto(site.at('a story with a table and notes'))
    await page.locator('.body sup a').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#note:1$/)
    await page.keyboard.press('Tab')
    await page.locator('.back:focus').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => address.hash !== '#note:1')
    expect(await page.locator(':target').evaluate((mark) => mark.tagName)).toMatch(/^(A|SUP)$/)
  })
})
