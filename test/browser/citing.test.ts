import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const TEXT = 'JNIM said it had killed 50 Wagner fighters. Bloggers said at least 20 were killed on 27 July 2024.'

inBrowser('citing while writing', () => {
  let studio: StudioAtWork
  let page: Page
  beforeAll(async () => {
    studio = await openStudioAtWork({ context: { viewport: { width: 1280, height: 900 } } })
    page = (await studio.as('Ana', 'editor')).page
    await page.goto(`${studio.url}/studio/`)
    const storyId = await page.evaluate(async () => {
      const body = JSON.stringify({ language: 'en' })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch('/studio/api/stories', { method: 'POST', headers, body })
      return ((await answer.json()) as { id: string }).id
    })
    await page.goto(`${studio.url}/studio/stories/${storyId}`)
    await page.locator('.ProseMirror').click()
    await page.keyboard.type(TEXT)
  })
  afterAll(() => studio.close())

  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const field = (name: string) => page.getByRole('combobox', { name, exact: true })
  const claim = (words: string) => page.locator('.ProseMirror .claim').filter({ hasText: words })

  /** Types a name into the field that has the focus, and takes what is offered by it. */
  async function choose(label: string, typed: string, option: string) {
    await field(label).focus()
    await page.keyboard.type(typed)
    await page
      .getByRole('option', { name: new RegExp(`^${option}`) })
      .first()
      .waitFor()
    await press('ArrowDown', 'Enter')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  }

  it('marks figures that nobody stands behind, and no date', async () => {
    const uncited = page.locator('.ProseMirror .uncited')
    await uncited.nth(1).waitFor()
    expect(await uncited.allTextContents()).toEqual(['50', 'at least 20'])
  })

  it('cites two figures by keyboard alone; the second takes the shortcut and Enter', async () => {
    await press('Home', 'Control+Shift+K')
    await choose('Which event', 'Fighting at', 'Fighting at Tinzaouaten')
    await choose('Who says so', 'JNIM', 'JNIM')
    await page.getByRole('textbox', { name: 'Said when' }).focus()
    await page.keyboard.type('28 July 2024')
    await page.getByText('Read as: 28 July 2024.').waitFor()
    await press('Enter')
    await claim('50').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror')

    await press('End', 'Control+Shift+K')
    await page.getByRole('heading', { name: 'For “at least 20”' }).waitFor()
    expect(await field('Which event').inputValue()).toBe('Fighting at Tinzaouaten')
    await press('Enter')
    await claim('at least 20').waitFor()
    await page.getByText('Every figure of people hurt has a claim behind it.').waitFor()
  })

  it('shows who stands behind a figure, and the event as readers will see it', async () => {
    await claim('50').click()
    const card = page.getByRole('region', { name: 'Who says so?' })
    await card.getByText('28 July 2024').waitFor()
    expect(await card.innerText()).toMatch(/JNIM claims 50/)
    await page.frameLocator('.ledger-frame').getByRole('heading', { name: 'Who says what' }).waitFor()
  })

  it('has nothing that a screen reader would miss', async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.record-panel').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  it('lists the record, and one entry of it with its history', async () => {
    await page.goto(`${studio.url}/studio/record`)
    await page.getByRole('link', { name: 'Fighting at Tinzaouaten' }).click()
    await page.getByRole('heading', { level: 1, name: 'Fighting at Tinzaouaten' }).waitFor()
    await page.getByRole('heading', { name: 'History' }).waitFor()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('#screen').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
