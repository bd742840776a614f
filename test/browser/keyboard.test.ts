import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import type { PageName } from './pages.ts'
import { COVER } from './sample-newsroom.ts'
import { openSampleSite, type SampleSite } from './sample-site.ts'

/** Everything that a keyboard must be able to reach, in the order of the page. */
const REACHABLE = `[...document.querySelectorAll('a[href], [tabindex="0"], input, select, button, summary')]
  .filter((element) => element.checkVisibility())`

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
  'a story with who says what, alone on its page',
  'the record’s front',
  'a search in the record',
  'an event',
  'a claim',
  'a search that finds',
  'how to write safely',
  'a story with a covered photograph',
  'what changed in a story',
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
      const step = await page.evaluate<Focus>(FOCUS)
      // A date has a step for its day, its month and its year, and one for its calendar.
      if (step.place !== steps.at(-1)?.place) steps.push(step)
    }
    expect(steps).toEqual(steps.map((_, place) => ({ place, isOutlined: true, isOnScreen: true })))
  })

  it('a search is filled in and sent', async () => {
    await page.goto(site.at('the record’s front'))
    const isAt = (name: string) => page.evaluate<boolean>(`document.activeElement.name === '${name}'`)
    while (!(await isAt('from'))) await page.keyboard.press('Tab')
    await page.keyboard.type('07012024')
    while (!(await isAt('place'))) await page.keyboard.press('Tab')
    await page.keyboard.type('Tin Zaouatine')
    while (!(await isAt('type'))) await page.keyboard.press('Tab')
    await page.keyboard.type('Amb')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/record\/find\?/)
    expect(await page.locator('main').innerText()).toContain('Ambush south of Tinzaouaten')
    expect(await page.locator('main').innerText()).not.toContain('Drone strikes')
  })

  it('a covered photograph is opened and closed, without a script', async () => {
    const context = await site.browser.newContext({ javaScriptEnabled: false })
    const reader = await context.newPage()
    await reader.goto(site.at('a story with a covered photograph'))
    const [summary, photo] = [reader.locator('.cover > summary'), reader.locator('.cover img')]
    expect(await summary.innerText()).toContain(COVER)
    expect(await photo.isVisible()).toBe(false)
    while ((await reader.locator('.cover > summary:focus').count()) === 0) await reader.keyboard.press('Tab')
    await reader.keyboard.press('Enter')
    await photo.waitFor({ state: 'visible' })
    const pixels = () => photo.evaluate((image) => ('naturalWidth' in image ? image.naturalWidth : 0))
    await expect.poll(pixels).toBeGreaterThan(0)
    await reader.keyboard.press('Space')
    await photo.waitFor({ state: 'hidden' })
    await context.close()
  })

  it('a figure leads from its words to the row of who said it, and on to the claim', async () => {
    await page.goto(site.at('a story with who says what, alone on its page'))
    await page.locator('.body p a[href^="#clm_"]').first().focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/#clm_/)
    const row = page.locator(':target')
    expect(await row.evaluate((element) => element.closest('.ledger') !== null)).toBe(true)
    expect(
      await row.evaluate(
        (element) => element.getBoundingClientRect().top < element.ownerDocument.documentElement.clientHeight,
      ),
    ).toBe(true)
    await page.keyboard.press('Tab')
    await row.locator(':focus').waitFor()
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
