import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StoryContent } from '../../src/story/story.ts'
import { aParagraph } from '../builders.ts'
import { askStudio } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

/** Asks the studio's API as whoever the page belongs to. */
async function ask(page: Page, method: string, path: string, body?: unknown): Promise<unknown> {
  const { status, text } = await askStudio(page, method, path, body)
  if (status >= 400) throw new Error(text)
  return JSON.parse(text) as unknown
}

interface Known {
  readonly working: { readonly version: number; readonly content: StoryContent }
}

let saves = 0

inBrowser('the history of a story', () => {
  let studio: StudioAtWork
  let ana: Page
  let moussa: Page
  let path: string

  const save = async (page: Page, words: string, base: number | null = null) => {
    const { working } = (await ask(page, 'GET', path)) as Known
    const [first, , ...rest] = working.content.body.content
    const body = { ...working.content.body, content: [first, aParagraph(words), ...rest] }
    await ask(page, 'PUT', `${path}/working-copy`, {
      base: base ?? working.version,
      content: { ...working.content, body },
      margin: { comments: [], suggestions: [] },
      device: 'a test',
      saveId: `save-${(saves += 1)}`,
    })
  }

  beforeAll(async () => {
    studio = await openStudioAtWork()
    const [story] = await studio.db.selectFrom('stories').select('id').where('language', '=', 'en').limit(1).execute()
    path = `/stories/${story?.id}`
    ana = (await studio.as('Ana', 'editor')).page
    moussa = (await studio.as('Moussa', 'reporter')).page
    for (const page of [ana, moussa]) await page.goto(`${studio.url}/studio/account`)
    await save(ana, 'The movement says that two drones came from the north.')
    await save(moussa, 'The movement says that at least three drones came from the north.')
    await save(ana, 'Nobody else has seen a drone.', 0)
    await ana.goto(`${studio.url}/studio${path}/history`)
  })
  afterAll(() => studio?.close())

  it('shows word by word what was written since the last version', async () => {
    const shown = ana.getByRole('region', { name: 'What changed' })
    await expect.poll(() => shown.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('at least three')])
    expect(await shown.locator('del').allInnerTexts()).toEqual([expect.stringContaining('two')])
  })

  it('is accessible, on a phone in light and wide in dark, and nothing is wider than the screen', async () => {
    for (const [width, colorScheme] of [
      [360, 'light'],
      [1280, 'dark'],
    ] as const) {
      await ana.setViewportSize({ width, height: 800 })
      await ana.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page: ana }).setLegacyMode(true).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
      expect(await ana.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  })

  it('puts a text from beside the story in, by keyboard, and keeps what it said', async () => {
    const entry = ana.locator('.version', { hasText: 'What Ana wrote' }).locator('.version-title')
    await entry.focus()
    await ana.keyboard.press('Enter')
    await ana.getByRole('button', { name: 'Put this text in the story' }).press('Enter')
    await ana.getByRole('button', { name: 'Yes, put it in' }).press('Enter')
    await ana.getByText('a text from beside the story').waitFor()
    const { working } = (await ask(ana, 'GET', path)) as Known
    expect(JSON.stringify(working.content)).toContain('Nobody else has seen a drone.')
    await ana.getByText('settled', { exact: true }).waitFor()
  })

  it('brings an earlier version back as a new one, once that is confirmed', async () => {
    await ana.getByRole('button', { name: 'What changed in Version 1', exact: true }).click()
    await ana.getByRole('button', { name: 'Bring this version back' }).click()
    await ana.getByRole('button', { name: 'Yes, bring it back' }).click()
    await ana.getByText(/Brought back, as version \d+/).waitFor()
    const { working } = (await ask(ana, 'GET', path)) as Known
    expect(JSON.stringify(working.content)).not.toContain('drone came')
    await ana.getByText('an earlier version, brought back').waitFor()
  })

  it('keeps a version under a name', async () => {
    await ana.getByRole('button', { name: 'Keep the text as it is now' }).click()
    await ana.getByLabel('Name').fill('Before the lawyer')
    await ana.getByRole('button', { name: 'Keep it', exact: true }).click()
    const named = ana.getByRole('button', { name: 'What changed in Before the lawyer' })
    await expect.poll(() => named.count()).toBe(1)
  })
})
