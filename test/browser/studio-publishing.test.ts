import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

inBrowser('publishing from the studio', () => {
  let studio: StudioAtWork
  let page: Page
  let storyId: string
  let path: string

  beforeAll(async () => {
    studio = await openStudioAtWork({ context: { viewport: { width: 1280, height: 900 } } })
    page = (await studio.as('Ana', 'editor')).page
    const story = await studio.db
      .selectFrom('stories')
      .select(['id', 'path'])
      .where('language', '=', 'en')
      .where('state', '=', 'published')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    storyId = story.id
    path = story.path ?? ''
  })
  afterAll(() => studio.close())

  const openPanel = async () => {
    await page.goto(`${studio.url}/studio/stories/${storyId}`)
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByRole('heading', { name: 'What next' }).waitFor()
  }
  const faults = async () => {
    const { violations } = await new AxeBuilder({ page }).include('.publish').analyze()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }

  it('says why a button cannot be pressed, and lets a held story be released', async () => {
    await openPanel()
    const publish = page.getByRole('button', { name: 'Publish these changes' })
    await page.getByText('Readers have these words already.').first().waitFor()
    expect(await publish.isDisabled()).toBe(true)
    await page.getByText('Hold and embargo', { exact: true }).click()
    await page.getByRole('button', { name: 'Hold', exact: true }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Why').fill('The lawyer reads it.')
    await page.keyboard.press('Enter')
    await page.getByText('On hold: The lawyer reads it.').waitFor()
    await page.getByText('The story is on hold.').first().waitFor()
    expect(await faults()).toEqual([])
    await page.getByRole('button', { name: 'Lift the hold' }).click()
    await page.getByText('On hold: The lawyer reads it.').waitFor({ state: 'detached' })
  })

  it('issues a clarification that readers have at once, with what was and what is', async () => {
    await page.getByText('Notes to readers', { exact: true }).click()
    await page.getByRole('button', { name: 'Issue a note' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByRole('button', { name: /What kind/ }).click()
    await page.getByRole('option', { name: 'Clarification' }).click()
    await sheet.getByLabel('What readers should know').fill('The convoy was not the garrison’s own.')
    await sheet.getByLabel('It said').fill('the convoy')
    await sheet.getByLabel('It says now').fill('a convoy on its way through')
    await sheet.getByRole('button', { name: 'Issue the note' }).click()
    await sheet.waitFor({ state: 'detached' })
    const html = await (await fetch(studio.url + path)).text()
    expect(html).toContain('The convoy was not the garrison’s own.')
    expect(html).toContain('It says now: “a convoy on its way through”')
  })

  it('shows the page in a frame where nothing runs, and to somebody outside by a link that can be closed', async () => {
    await page.getByText('Links for people outside', { exact: true }).click()
    await page.getByRole('button', { name: 'Make a link' }).click()
    await page.getByRole('dialog').getByLabel('For whom').fill('Radio Kayes')
    await page.getByRole('dialog').getByRole('button', { name: 'Make a link' }).click()
    const shown = page.locator('.publish-url', { hasText: '/studio/preview/' })
    await shown.waitFor()
    const url = (await shown.textContent()) ?? ''
    const seen = await fetch(url)
    expect(await seen.text()).toContain('Not published. For Radio Kayes only.')
    await page.getByRole('button', { name: 'Close it: Radio Kayes' }).click()
    await page.locator('.publish').getByText('over').first().waitFor()
    await expect.poll(async () => (await fetch(url)).status).toBe(404)
    await page.goto(`${studio.url}/studio/stories/${storyId}/preview`)
    const frame = page.frameLocator('iframe')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Print', { exact: true }).click()
    await frame.getByRole('heading', { level: 1 }).waitFor()
  })
})
