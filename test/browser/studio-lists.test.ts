import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

inBrowser('the studio’s lists', () => {
  let studio: StudioAtWork
  let page: Page
  let context: BrowserContext

  beforeAll(async () => {
    studio = await openStudioAtWork()
    ;({ page, context } = await studio.as('Ana', 'editor'))
  }, 60_000)
  afterAll(() => studio.close())

  const goTo = async (path: string) => {
    await page.goto(`${studio.url}/studio${path}`)
    await page.locator('h1').waitFor()
  }

  const headlines = () => page.locator('#all-stories ~ .story-rows .story-link').allTextContents()

  /** What axe finds on the page in both schemes, and how wide it is on a small phone. */
  async function faults(): Promise<unknown> {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const axe = new AxeBuilder({ page }).setLegacyMode(true)
      // Only colours are others in the dark.
      const { violations } = await (colorScheme === 'light' ? axe : axe.withRules('color-contrast')).analyze()
      found.push(
        ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme} ${id} ${target.join(' ')}`)),
      )
    }
    await page.setViewportSize({ width: 360, height: 740 })
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    return { found, width }
  }

  it('narrow by words and state in the address, and say so where nothing fits', async () => {
    await goTo('/')
    await page.locator('.list-words input').fill('fambita')
    await page.waitForURL(/q=fambita/)
    await expect.poll(headlines).toEqual([expect.stringContaining('Fambita')])
    await page.reload()
    await expect.poll(headlines).toHaveLength(1)
    await goTo('/?state=killed')
    await page.getByText('No story fits').waitFor()
    await page.getByRole('button', { name: 'Show all stories' }).click()
    await expect.poll(async () => (await headlines()).length).toBeGreaterThan(10)
    expect(await faults()).toEqual({ found: [], width: 360 })
  })

  it('begin a story, go through the stories and do something with several, all by keyboard', async () => {
    await goTo('/')
    await page.locator('.story-rows').first().waitFor()
    await page.keyboard.press('n')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/studio\/stories\/sty_/)
    await goTo('/')
    await page.locator('#all-stories ~ .story-rows').waitFor()
    const rows = page.locator('#all-stories ~ .story-rows .story-row')
    // The own draft stands twice: among what concerns her, and in the list.
    for (const key of ['j', 'j', 'x', 'j', 'x', 'k']) await page.keyboard.press(key)
    await page.getByText('2 stories chosen').waitFor()
    expect(
      await rows
        .nth(0)
        .locator('.story-link')
        .evaluate((link) => link === document.activeElement),
    ).toBe(true)
    await page.getByRole('button', { name: 'Submit' }).press('Enter')
    await page.getByText('Done for 1 story.').waitFor()
    await page.getByText('Not done for 1 story:').waitFor()
    await expect.poll(() => rows.nth(0).locator('.state').textContent()).toContain('in review')
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(() => rows.nth(0).locator('.state').textContent()).toContain('draft')
  })

  it('arrange a front by keyboard, at once and for a time to come, and bring it back', async () => {
    await goTo('/fronts')
    const places = page.locator('.front-places > li')
    await page.getByRole('button', { name: /(Choose a story|Change): Place 2/ }).press('Enter')
    await page.getByRole('combobox').fill('fambita')
    await page.getByRole('option', { name: /Fambita/ }).waitFor()
    await expect.poll(() => page.getByRole('option').count()).toBe(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Set it' }).press('Enter')
    await expect.poll(() => places.nth(1).textContent()).toContain('Fambita')
    await page.getByRole('button', { name: /^Move up.*Fambita/ }).press('Enter')
    await expect.poll(() => places.nth(0).textContent()).toContain('Fambita')
    const home = await studio.server.get('/')
    expect(home.body.indexOf('Fambita')).toBeLessThan(home.body.indexOf('Tinzaouaten'))
    expect(await faults()).toEqual({ found: [], width: 360 })
    await page.getByRole('button', { name: 'Undo the last change' }).press('Enter')
    await expect.poll(() => places.nth(1).textContent()).toContain('Fambita')
    await page.getByRole('button', { name: /(Choose a story|Change): Place 2/ }).press('Enter')
    await page.getByRole('button', { name: /From when/ }).press('Enter')
    await page.getByRole('option', { name: 'From a time on' }).press('Enter')
    await page.getByText('Let the newest fill it').click()
    await page.getByRole('button', { name: 'Set it' }).press('Enter')
    await page.locator('.coming li').waitFor()
    expect(await page.locator('.coming li').textContent()).toContain('Place 2: the newest stories')
  })

  it('show what goes out by day and what is to be looked at, and move a story by keyboard', async () => {
    const soon = new Date(Date.now() + 60 * 60 * 1000).toISOString()
    const draft = await studio.db
      .selectFrom('stories')
      .select('id')
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow()
    await studio.db
      .updateTable('stories')
      .set({ state: 'scheduled', scheduled_for: soon })
      .where('id', '=', draft.id)
      .execute()
    await goTo('/calendar')
    await page.locator('[data-kind=scheduled] button').first().press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    expect(await faults()).toEqual({ found: [], width: 360 })
    await goTo('/tasks')
    await page
      .getByRole('button', { name: /^I have looked at it/ })
      .first()
      .press('Enter')
    await page.getByText('Looked at.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await page.getByText('Looked at.').waitFor({ state: 'detached' })
    expect(await faults()).toEqual({ found: [], width: 360 })
    await context.close()
  })
})
