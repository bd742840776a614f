import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newStory } from './ask-studio.ts'
import { hasBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

describe.skipIf(!hasBrowser)('the text of a story', () => {
  let studio: StudioAtWork
  let page: Page
  let text: Locator

  beforeAll(async () => {
    studio = await openStudioAtWork()
    ;({ page } = await studio.as('Ana', 'editor'))
    await page.goto(`${studio.url}/studio/`)
    const id = await newStory(page)
    await page.goto(`${studio.url}/studio/stories/${id}`)
    text = page.getByRole('textbox', { name: 'Text of the story' })
    await text.waitFor()
  })

  afterAll(() => studio.close())

  /** An empty text, by the keys anybody would use. */
  async function clear(): Promise<void> {
    await text.focus()
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+Alt+0')
  }

  const type = (words: string) => page.keyboard.type(words)
  const press = (...keys: string[]) =>
    keys.reduce(async (done, key) => (await done, page.keyboard.press(key)), Promise.resolve())

  it('is a text of many lines with a name, and speaks the language of the story', async () => {
    expect(await text.getAttribute('lang')).toBe('en')
    expect(await text.getAttribute('aria-multiline')).toBe('true')
    expect(await text.getAttribute('spellcheck')).toBe('true')
  })

  it('takes a heading, a quote and a list as they are typed, and gives the signs back', async () => {
    await clear()
    await type('## Kidal')
    expect(await text.locator('h2').textContent()).toBe('Kidal')
    await clear()
    await type('## ')
    await press('Backspace')
    await type('x')
    expect(await text.locator('p').textContent()).toBe('## x')
    await clear()
    await type('- One')
    await press('Enter')
    await type('Two')
    await press('Tab')
    expect(await text.locator('ul ul li').textContent()).toBe('Two')
    await press('Shift+Tab', 'Enter', 'Enter')
    await type('After')
    expect(await text.locator(':scope > p').textContent()).toBe('After')
  })

  it('opens a menu with a slash, finds by typing, and does what was chosen', async () => {
    await clear()
    await type('/')
    await page.getByRole('listbox', { name: 'Insert or change' }).waitFor()
    expect(await text.getAttribute('aria-activedescendant')).toBe('slash-heading2')
    await press('ArrowDown')
    expect(await text.getAttribute('aria-activedescendant')).toBe('slash-heading3')
    await type('tab')
    await press('Enter')
    expect(await text.locator('th').count()).toBe(3)
    await type('Place')
    await press('Tab')
    await type('Dead')
    expect(await text.locator('th').allTextContents()).toEqual(['Place', 'Dead', ''])
  })

  it('leaves a slash in a date, an address or a sentence alone', async () => {
    await clear()
    await type('On 27/07 and/or https://example.org/a / b')
    expect(await page.getByRole('listbox').count()).toBe(0)
    await press('Enter')
    await type('/')
    await press('Escape')
    await type('x')
    expect(await text.locator('p').allTextContents()).toEqual(['On 27/07 and/or https://example.org/a / b', '/x'])
  })

  it('sets a link without a dialog', async () => {
    await clear()
    await type('report')
    await press('Control+a', 'Control+k')
    await type('example.org/a')
    await press('Enter')
    expect(await text.locator('a').getAttribute('href')).toBe('https://example.org/a')
    expect(await text.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  })

  it('makes a footnote and comes back from it', async () => {
    await clear()
    await type('Ten people')
    await press('Control+Alt+f')
    await type('Our count')
    await press('Enter')
    await type(' died.')
    expect(await text.locator('p').first().textContent()).toBe('Ten people died.')
    expect(await text.locator('.note-mark').getAttribute('data-number')).toBe('1')
    expect(await text.locator('.note-words').textContent()).toBe('Our count')
  })

  it('takes back one thing at a time', async () => {
    await clear()
    await type('Gao')
    await press('Control+Shift+8', 'Control+z')
    expect(await text.locator('ul').count()).toBe(0)
    expect(await text.locator('p').textContent()).toBe('Gao')
  })

  it('is worked on from the toolbar by keyboard alone', async () => {
    await clear()
    await type('Gao')
    await press('Control+a', 'Alt+F10')
    const bar = page.getByRole('toolbar', { name: 'Formatting' })
    expect(await bar.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    await press('ArrowRight')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Bold')
    await press('Enter')
    expect(await text.locator('strong').textContent()).toBe('Gao')
    await expect.poll(() => bar.getByRole('button', { name: 'Bold' }).getAttribute('aria-pressed')).toBe('true')
    await press('Alt+F10', 'Escape')
    expect(await text.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('shows every key on one sheet', async () => {
    await clear()
    await press('Control+/')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await press('Escape')
    await expect.poll(() => text.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('has nothing that axe objects to, with every kind of block in it', async () => {
    await clear()
    await type('/table')
    await press('Enter')
    for (const head of ['Place', 'Dead', 'Said by']) {
      await type(head)
      await press('Tab')
    }
    await press('Control+End')
    await type('/quo')
    await press('Enter')
    await type('Said')
    const found = await new AxeBuilder({ page }).include('.story-editor').include('.editor-toolbar').analyze()
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  })
})
