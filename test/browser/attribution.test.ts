import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newStory } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const CLAIM = 'JNIM said it had killed 50 Wagner fighters near Tinzaouaten on 27 July 2024.'
const ROTTING = 'The column left the town on Saturday.'

inBrowser('the attribution desk beside the text', () => {
  let studio: StudioAtWork
  let page: Page
  let address: string
  beforeAll(async () => {
    studio = await openStudioAtWork({ context: { viewport: { width: 1280, height: 900 } } })
    page = (await studio.as('Ana', 'editor')).page
    page.setDefaultTimeout(20_000)
    await page.goto(`${studio.url}/studio/`)
    const storyId = await newStory(page)
    address = `${studio.url}/studio/stories/${storyId}`
    await page.goto(address)
    await page.locator('.ProseMirror').click()
    await page.keyboard.type(`${CLAIM}\n${ROTTING}`)
  })
  afterAll(() => studio.close())

  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const suggested = () => page.locator('.ProseMirror .attribution-claim')
  const finding = (words: string) => page.locator('.ProseMirror .attribution-finding').filter({ hasText: words })
  const panel = () => page.getByRole('region', { name: 'Says who? The attribution desk' })
  const field = (name: string) => page.getByRole('combobox', { name, exact: true })

  it('underlines a figure that somebody claims, and a day that will be wrong tomorrow, once the typing stops', async () => {
    await suggested().first().waitFor()
    expect(await suggested().first().textContent()).toContain('50')
    await finding('on Saturday').waitFor()
    expect(await finding('on Saturday').getAttribute('title')).toContain('on Saturday')
  })

  it('is gone through by the keyboard, with what is said of each in the panel', async () => {
    await press('ControlOrMeta+Home', 'F8')
    await panel().waitFor()
    const here = panel().locator('[data-here]')
    await here.getByText(/^JNIM: .*50.*27 July 2024/).waitFor()
    expect(await page.evaluate(() => getSelection()?.toString())).toContain('50')
    await press('F8')
    await here.getByText('“on Saturday”').first().waitFor()
    await press('Shift+F8')
    await here.getByText(/^JNIM: /).waitFor()
  })

  it('has nothing that a screen reader would miss', async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).include('.desk').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })

  it('opens the form of the record filled in with one key, and records nothing before a person does', async () => {
    await press('Alt+Enter')
    await page.getByRole('heading', { name: /^For “.*50/ }).waitFor()
    expect(await field('Who says so').inputValue()).toContain('JNIM')
    expect(await page.getByRole('textbox', { name: /^The figure/ }).inputValue()).toContain('50')
    expect(await page.getByRole('textbox', { name: 'In their own words' }).inputValue()).toBe(CLAIM)
    expect(await page.getByRole('textbox', { name: 'Said when' }).inputValue()).toMatch(/^on or before/)
    expect(await page.locator('.ProseMirror .claim').count()).toBe(0)
  })

  it('records it as the person leaves it, cites it, and asks no more of these words', async () => {
    await field('Which event').focus()
    await page.keyboard.type('Fighting at')
    await page.getByRole('option', { name: /^Fighting at Tinzaouaten/ }).waitFor()
    await press('ArrowDown', 'Enter')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Who was affected' }).filter({ hasText: 'Wagner' }).waitFor()
    await page.getByRole('textbox', { name: 'Said when' }).focus()
    await press('Enter')
    const cited = page.locator('.ProseMirror .claim')
    await cited.first().waitFor()
    expect(await cited.first().textContent()).toContain('50')
    await page
      .locator('.figure-said')
      .getByText(/^\s*JNIM/)
      .first()
      .waitFor()
    await suggested().first().waitFor({ state: 'detached' })
    expect(await page.locator('.ProseMirror .claim :is(.attribution-claim, .attribution-finding)').count()).toBe(0)
  })

  it('puts a fix in with one key, and one undo takes it back', async () => {
    const text = page.locator('.ProseMirror')
    await text.focus()
    await press('ControlOrMeta+Home', 'F8')
    await panel().locator('[data-here]').getByText('“on Saturday”').first().waitFor()
    await press('Alt+Enter')
    await expect.poll(() => text.textContent()).toMatch(/left the town on Saturday,? \d+ \p{L}+/u)
    await press('ControlOrMeta+z')
    await expect.poll(() => text.textContent()).toContain(ROTTING)
    await finding('on Saturday').waitFor()
  })

  it('counts what nobody has looked at on the checklist, and stands in nobody’s way', async () => {
    await page.getByRole('tab', { name: 'Publish' }).click()
    const line = page.locator('.checks-desk')
    await line.waitFor()
    expect(await line.innerText()).toMatch(/^The attribution desk has 1 finding that nobody has looked at\./)
    await line.getByRole('button', { name: 'To the attribution desk' }).press('Enter')
    await panel().waitFor()
  })

  it('reads in the page where the browser has no workers', async () => {
    const { page: plain } = await studio.as('Bea', 'editor')
    await plain.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'))
    await plain.goto(address)
    const underlined = plain.locator('.ProseMirror .attribution-finding')
    await underlined.first().waitFor()
    expect(await underlined.allTextContents()).toEqual(['on Saturday'])
  })

  it('remembers with the story what was put aside, and brings it back', async () => {
    await page.locator('.ProseMirror').focus()
    const kept = page.waitForResponse(/\/desk\/dismiss$/)
    await press('ControlOrMeta+Home', 'F8', 'Alt+Shift+Enter')
    await finding('on Saturday').waitFor({ state: 'detached' })
    await panel().getByText('Put aside, for everybody who works on this story.').waitFor()
    await kept
    await page.locator('.desk-save[data-kind="saved"]').waitFor()
    await page.reload()
    await page.getByRole('tab', { name: 'Attribution' }).click()
    await panel().getByText('1 put aside').click()
    expect(await finding('on Saturday').count()).toBe(0)
    await panel()
      .getByRole('button', { name: /^Bring it back: .*on Saturday/ })
      .press('Enter')
    await finding('on Saturday').waitFor()
  })

  it('leaves the text alone while its own parts cannot be fetched, and reads as soon as they can', async () => {
    const context = await studio.browser.newContext({
      serviceWorkers: 'block',
      storageState: await page.context().storageState(),
    })
    const other = await context.newPage()
    other.setDefaultTimeout(20_000)
    let isAway = true
    let refused = 0
    await context.route('**/assets/reads-along-*.js', (route) => {
      if (!isAway) return route.continue()
      refused += 1
      return route.abort('connectionfailed')
    })
    await other.goto(address)
    const text = other.getByRole('textbox', { name: 'Text of the story' })
    await text.click()
    await expect.poll(() => refused).toBeGreaterThan(0)
    expect(await text.isVisible()).toBe(true)
    isAway = false
    await other.evaluate(() => dispatchEvent(new Event('online')))
    await other.locator('.ProseMirror .attribution-finding, .ProseMirror .attribution-claim').first().waitFor()
    await context.close()
  })
})
