import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openSampleSite, type SampleSite } from './sample-site.ts'

/**
 * The words of a page's content, in pieces that no layout divides, drawings and ways elsewhere apart: text has the
 * drawings in words of their own, and the meaning of a mark at each mark.
 */
const WORDS = `(() => {
  // A place where a line may break divides no word.
  for (const place of document.querySelectorAll('wbr')) place.remove()
  document.querySelector('main').normalize()
  const left = 'nav, svg, .legend, .address, .cover .show, .cover .hide'
  const nodes = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT)
  const words = []
  while (nodes.nextNode()) {
    const { parentElement, data } = nodes.currentNode
    if (!parentElement.closest(left)) words.push(...(data.match(/[\\p{L}\\p{N}]+/gu) ?? []))
  }
  return words
})()`

/** What stands in the one more often than in the other. */
function missing(wanted: readonly string[], given: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const word of given) left.set(word, (left.get(word) ?? 0) + 1)
  return wanted.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

const AS_TEXT = [
  '/',
  '/2025/02/06/goma-six-figures',
  '/2024/10/30/barsalogho-four-tolls',
  '/2025/09/01/how-we-read-a-toll',
  '/2026/01/08/sudan-displacement-figures',
  '/fr/2024/07/29/tinzaouaten',
  '/ar/2024/08/01/tinzaouaten',
  '/record/goma-2025',
  '/fr/record/tinzaouaten-2024',
  '/record/actor/jnim',
  '/about/contact-safely',
]

inBrowser('under hard conditions', () => {
  let site: SampleSite
  let page: Page

  beforeAll(async () => {
    site = await openSampleSite()
    page = await site.browser.newPage({ viewport: { width: 360, height: 800 } })
  })
  afterAll(() => site?.close())

  it.each(AS_TEXT)('%s loses no word as text', async (path) => {
    await page.goto(site.url + path)
    const wanted = await page.evaluate<string[]>(WORDS)
    await page.goto(`${site.url}/text${path === '/' ? '' : path}`)
    expect(wanted.length).toBeGreaterThan(100)
    expect(missing(wanted, await page.evaluate<string[]>(WORDS))).toEqual([])
  })

  describe('a story as one file', () => {
    it('shows its text and its photograph from a file, with the network gone', async () => {
      const context = await site.browser.newContext({ viewport: { width: 360, height: 800 } })
      const reader = await context.newPage()
      await reader.goto(site.at('a story as one file'))
      const html = await reader.content()
      await context.setOffline(true)
      const asked: string[] = []
      reader.on('request', (request) => asked.push(request.url().slice(0, 5)))
      await reader.setContent(html)
      expect(
        await reader.locator('.photo img').evaluate((image) => 'naturalWidth' in image && image.naturalWidth),
      ).toBe(640)
      expect(await reader.locator('.body').isVisible()).toBe(true)
      expect(asked.filter((address) => address !== 'data:')).toEqual([])
      await context.close()
    })
  })

  describe('a report that is sent back', () => {
    it('says what is missing, keeps what was written, and is accessible and narrow as the form was', async () => {
      await page.setViewportSize({ width: 240, height: 800 })
      await page.goto(site.at('the form for an error'))
      await page.locator('main textarea').fill('Too few.')
      // A browser would not let it go; one that is old, or has no style, would.
      await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''))
      const [answer] = await Promise.all([page.waitForNavigation(), page.locator('main form [type=submit]').click()])
      expect(answer?.status()).toBe(422)
      expect(await page.locator('main textarea').inputValue()).toBe('Too few.')
      expect(await page.locator('main [aria-invalid=true]').count()).toBeGreaterThan(0)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
    })
  })
})
