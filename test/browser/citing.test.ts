import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newStory } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const TEXT =
  'JNIM said it had killed 50 Wagner fighters, of whom at least 20 were killed on 27 July 2024. It repeated that 50 died.'

inBrowser('citing while writing', () => {
  let studio: StudioAtWork
  let page: Page
  beforeAll(async () => {
    studio = await openStudioAtWork({ context: { viewport: { width: 1280, height: 900 } } })
    page = (await studio.as('Ana', 'editor')).page
    page.setDefaultTimeout(20_000)
    await page.goto(`${studio.url}/studio/`)
    const storyId = await newStory(page)
    await page.goto(`${studio.url}/studio/stories/${storyId}`)
    await page.locator('.ProseMirror').click()
    await page.keyboard.type(TEXT)
  })
  afterAll(() => studio.close())

  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const field = (name: string) => page.getByRole('combobox', { name, exact: true })
  const claim = (words: string) => page.locator('.ProseMirror .claim').filter({ hasText: words })

  /** Selects a figure by its line in the panel. */
  const goTo = (words: string) =>
    page
      .getByRole('button', { name: `Go to “${words}” in the text` })
      .first()
      .press('Enter')

  /** Types a name into a field, and takes what is offered by it. A list that a scroll has closed is asked for again. */
  async function choose(label: string, typed: string, option: string) {
    const offered = page.getByRole('option', { name: new RegExp(`^${option}`) }).first()
    for (let tries = 1; ; tries += 1) {
      await field(label).focus()
      await press('ControlOrMeta+A')
      await page.keyboard.type(typed)
      const isOffered = await offered.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      )
      if (isOffered) break
      if (tries === 4) throw new Error(`“${option}” was not offered in “${label}”.`)
    }
    await press('ArrowDown', 'Enter')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
  }

  it('marks figures that nobody stands behind, and no date', async () => {
    const uncited = page.locator('.ProseMirror .uncited')
    await uncited.nth(2).waitFor()
    expect(await uncited.allTextContents()).toEqual(['50', 'at least 20', '50'])
  })

  it('cites two figures by keyboard alone; the second takes the shortcut and Enter', async () => {
    await press('Home', 'Control+Shift+K')
    await choose('Which event', 'Fighting at', 'Fighting at Tinzaouaten')
    await choose('Who says so', 'JNIM', 'JNIM')
    await page.getByRole('textbox', { name: 'Said when' }).focus()
    await page.keyboard.type('28 July 2024')
    await page.getByText('Read as: 28 July 2024.').waitFor()
    await choose('Through whom it came (optional)', 'SITE', 'SITE')
    await choose('Where it stands', 'JNIM', 'JNIM')
    await page.getByRole('textbox', { name: 'Said when' }).focus()
    await press('Enter')
    await claim('50').waitFor()
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('ProseMirror')

    await goTo('at least 20')
    await press('Control+Shift+K')
    await page.getByRole('heading', { name: 'For “at least 20”' }).waitFor()
    expect(await field('Which event').inputValue()).toBe('Fighting at Tinzaouaten')
    expect(await field('Passed on by (1)').inputValue()).toContain('SITE')
    expect(await page.getByRole('textbox', { name: 'Said when' }).inputValue()).toBe('28 July 2024')
    await press('Enter')
    await claim('at least 20').waitFor()
  })

  it('cites a claim that is on record already, asked for from the toolbar', async () => {
    await press('End')
    await page.getByRole('toolbar').getByRole('button', { name: 'Say who says so' }).click()
    await page.getByRole('heading', { name: 'For “50”' }).waitFor()
    await page
      .getByRole('button', { name: /^Cite: ?JNIM claims 50/ })
      .first()
      .press('Enter')
    await claim('50').nth(1).waitFor()
    await page.getByText('Every figure of people hurt has a claim behind it.').waitFor()
    const [first, second] = await claim('50').evaluateAll((all) => all.map((one) => one.getAttribute('data-claim')))
    expect(second).toBe(first)
  })

  it('shows at a click who stands behind a figure, and the event as readers will see it', async () => {
    const card = page.getByRole('region', { name: 'Who says so?' })
    await claim('50').first().click()
    await card.getByText('28 July 2024').waitFor()
    expect(await card.innerText()).toMatch(/JNIM claims 50[^]*SITE/)
    await page.frameLocator('.ledger-frame').getByRole('heading', { name: 'Who says what' }).waitFor()
  })

  it('records what they say later, from the words, and cites that', async () => {
    const before = await claim('50').first().getAttribute('data-claim')
    await page.getByRole('button', { name: 'They say otherwise now' }).press('Enter')
    await page.getByRole('textbox', { name: /^The figure/ }).fill('84')
    await page.getByRole('textbox', { name: 'In their own words' }).fill('we killed 84')
    await page.getByRole('textbox', { name: 'Said when' }).fill('1 August 2024')
    await press('Enter')
    await page.getByRole('button', { name: 'Cite the new claim' }).press('Enter')
    await page.waitForFunction(
      (old) => document.querySelector('.ProseMirror .claim')?.getAttribute('data-claim') !== old,
      before,
    )
    await page.locator('.figure-said').getByText('84').first().waitFor()
    expect(await claim('50').first().getAttribute('data-claim')).not.toBe(before)
  })

  it('puts an event into the text from the slash menu', async () => {
    // From here on nothing of the last claim is under way, which could take the focus while somebody writes.
    await page.reload()
    await claim('50').first().waitFor()
    await page.locator('.ProseMirror').focus()
    await press('Control+End', 'Enter')
    await page.keyboard.type('/who says what')
    // Enter before the menu is there would begin a paragraph.
    await page.getByRole('option', { name: /^Who says what/ }).waitFor()
    await press('Enter')
    await page.getByRole('region', { name: 'Which event stands in the text' }).waitFor()
    await page.keyboard.type('Fighting at')
    await page.getByRole('option', { name: /^Fighting at Tinzaouaten/ }).waitFor()
    await press('ArrowDown', 'Enter')
    await page.locator('.ProseMirror').getByText('Fighting at Tinzaouaten').waitFor()
    expect(await page.getByRole('region', { name: 'Which event stands in the text' }).isVisible()).toBe(false)
  })

  it('adds who says so in passing, with the actor that it speaks for', async () => {
    await page.locator('.ProseMirror').focus()
    await press('Control+Home', 'End', 'Enter')
    await page.keyboard.type('A new front said that 12 fighters were killed.')
    await press('Control+Shift+K')
    await choose('Who says so', 'Free Front', 'Add “Free Front”')
    await choose('Speaks for (optional)', 'Free Front', 'Add “Free Front”')
    await page.getByRole('group', { name: 'A new actor' }).waitFor()
    await press('Enter')
    await page.getByRole('group', { name: 'A new actor' }).waitFor({ state: 'detached' })
    await page.getByRole('group', { name: 'A new source' }).getByRole('textbox', { name: 'Name' }).focus()
    await press('Enter')
    await page.getByRole('group', { name: 'A new source' }).waitFor({ state: 'detached' })
    expect(await field('Who says so').inputValue()).toBe('Free Front')
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
    await page.getByRole('button', { name: 'Add a claim' }).press('Enter')
    await page.getByRole('heading', { name: 'Add a claim' }).waitFor()
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('#screen').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
