import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askStudio } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const SECRET = 'garrison of Tessit'

inBrowser('comments and suggestions beside a story', () => {
  let studio: StudioAtWork
  let bintou: Page
  let ana: Page
  let id: string

  beforeAll(async () => {
    studio = await openStudioAtWork()
    bintou = (await studio.as('Bintou', 'reporter')).page
    ana = (await studio.as('Ana', 'editor')).page
    for (const page of [bintou, ana]) page.setDefaultTimeout(8_000)
    await bintou.goto(`${studio.url}/studio/`)
    id = await ask<{ id: string }>(bintou, 'POST', '/stories', { language: 'en' }).then((story) => story.id)
    await open(bintou, id)
  })

  afterAll(() => studio.close())

  const open = async (page: Page, storyId: string) => {
    await page.goto(`${studio.url}/studio/stories/${storyId}`)
    await text(page).waitFor()
    if (await page.getByRole('tab', { name: 'Margin' }).isHidden()) {
      await page.getByRole('button', { name: 'Margin' }).click()
    }
    await page.getByRole('tab', { name: 'Margin' }).click()
    await panel(page).waitFor()
  }
  const working = (page: Page) =>
    ask<{ working: { content: { body: unknown }; margin: Margin } }>(page, 'GET', `/stories/${id}`).then(
      (story) => story.working,
    )

  it('lets a colleague who has not the pen comment on words, and nothing of the text is saved by it', async () => {
    await text(bintou).click()
    await bintou.keyboard.type('Twelve men fled at dawn. The mayor counted them.')
    await saved(bintou)
    await open(ana, id)
    await choose(ana, 'fled')
    await panel(ana).getByRole('button', { name: 'Comment', exact: true }).click()
    await ana.getByLabel('Your comment').fill('Fled, or were they taken?')
    await ana.keyboard.press('Control+Enter')
    await panel(ana).getByText('Fled, or were they taken?').waitFor()
    expect(await text(ana).locator('.commented').textContent()).toBe('fled')
    expect(await ana.locator('.desk-save').textContent()).not.toContain('Not kept')
  })

  it('shows it to whoever writes, at its words, to answer, to resolve and to open again', async () => {
    await bintou.reload()
    await open(bintou, id)
    await panel(bintou).getByText('Fled, or were they taken?').waitFor()
    await expect.poll(() => text(bintou).locator('.commented').textContent()).toBe('fled')
    await panel(bintou).getByRole('button', { name: 'Reply' }).click()
    await bintou.getByLabel('Your reply').fill('Two of them told me so.')
    await panel(bintou).getByRole('button', { name: 'Send' }).click()
    await panel(bintou).getByText('Two of them told me so.').waitFor()
    await panel(bintou).getByRole('button', { name: 'Resolve' }).click()
    await panel(bintou).getByText('1 resolved comment').click()
    await panel(bintou).getByRole('button', { name: 'Open again' }).click()
    await panel(bintou).getByRole('button', { name: 'Resolve' }).waitFor()
    await saved(bintou)
    expect((await working(bintou)).margin.comments).toHaveLength(1)
  })

  it('turns typing and deleting into suggestions, and leaves the text as it is', async () => {
    await takePen(ana)
    await ana.getByText('Suggest while I type').click()
    await choose(ana, 'Twelve')
    await ana.keyboard.type('Tenx')
    await ana.keyboard.press('Backspace')
    await ana.keyboard.press('Control+End')
    await settled(ana)
    for (let letter = 0; letter < 6; letter += 1) await ana.keyboard.press('Backspace')
    await ana.keyboard.press('Enter')
    await ana.keyboard.type(` by hand, says the ${SECRET}.`)
    await panel(ana).getByText('Ten', { exact: true }).waitFor()
    await saved(ana)
    const { content, margin } = await working(ana)
    expect(JSON.stringify(content.body)).toContain('Twelve men fled at dawn. The mayor counted them.')
    expect(JSON.stringify(content.body)).not.toContain(SECRET)
    expect(margin.suggestions.map(({ from, to, text }) => ({ from, to, text }))).toEqual([
      { from: 1, to: 7, text: 'Ten' },
      { from: 43, to: 49, text: ` by hand, says the ${SECRET}.` },
    ])
    expect(
      (await new AxeBuilder({ page: ana }).include('.margin-panel').include('.desk-tools').analyze()).violations,
    ).toEqual([])
  })

  it('survives a reload, and takes back the suggestion at the caret with the keys of undo', async () => {
    await ana.reload()
    await open(ana, id)
    expect(await panel(ana).getByRole('button', { name: 'Accept' }).count()).toBe(2)
    expect(await text(ana).locator('del').allTextContents()).toEqual(['Twelve', ' them.'])
    await ana.getByText('Suggest while I type').click()
    await choose(ana, 'mayor')
    await ana.keyboard.press('Delete')
    expect(await text(ana).locator('del').count()).toBe(3)
    await ana.keyboard.press('Control+z')
    expect(await text(ana).locator('del').count()).toBe(2)
    await saved(ana)
  })

  it('is accepted in one step of undo, or refused, by whoever writes', async () => {
    await bintou.reload()
    await open(bintou, id)
    const first = panel(bintou).getByRole('button', { name: 'Accept' }).first()
    await first.waitFor()
    await takePen(bintou)
    await bintou.keyboard.press('Control+Alt+PageDown')
    await first.focus()
    await bintou.keyboard.press('Enter')
    await expect.poll(() => text(bintou).textContent()).toMatch(/^Ten men fled/)
    await bintou.keyboard.press('Control+z')
    await expect.poll(() => text(bintou).locator('del').first().textContent()).toBe('Twelve')
    await bintou.keyboard.press('Control+Shift+z')
    await expect.poll(() => text(bintou).locator('del').count()).toBe(1)
    // The panel follows the text a moment later: one suggestion is left in it.
    const refuse = panel(bintou).getByRole('button', { name: 'Refuse' })
    await expect.poll(() => refuse.count()).toBe(1)
    await refuse.click()
    await expect.poll(() => text(bintou).textContent()).toBe('Ten men fled at dawn. The mayor counted them.')
    await saved(bintou)
    expect((await working(bintou)).margin.suggestions).toEqual([])
  })

  it('keeps a contributor out of somebody else’s story, and lets a researcher remark on a settled one', async () => {
    const { page: contributor } = await studio.as('Fanta', 'contributor')
    await contributor.goto(`${studio.url}/studio/`)
    expect(await refusal(contributor, `/stories/${id}/comments`)).toBeGreaterThanOrEqual(403)
    const { page: researcher } = await studio.as('Modibo', 'researcher')
    await open(researcher, await publishedStory(studio))
    await choose(researcher)
    await panel(researcher).getByRole('button', { name: 'Suggest other words' }).click()
    await researcher.getByLabel('Other words').fill('other words')
    await panel(researcher).getByRole('button', { name: 'Suggest', exact: true }).click()
    await panel(researcher)
      .getByText(/^Suggests “other words” in place of/)
      .waitFor()
    expect(await researcher.getByText('Suggest while I type').count()).toBe(0)
    expect(await researcher.locator('.desk-save').textContent()).not.toContain('Not kept')
  })

  it('never lets a suggestion into what readers get', async () => {
    const storyId = await publishedStory(studio)
    await open(ana, storyId)
    await expect.poll(() => text(ana).getAttribute('contenteditable')).toBe('true')
    await text(ana).locator(':scope > p').first().click()
    await ana.keyboard.press('End')
    await settled(ana)
    await ana.keyboard.type(' So it stands.')
    await ana.getByText('Suggest while I type').click()
    await text(ana).locator(':scope > p').first().click()
    await settled(ana)
    await ana.keyboard.type(` And the ${SECRET}.`)
    const atWork = () =>
      ask<{ working: { version: number; margin: Margin } }>(ana, 'GET', `/stories/${storyId}`).then(
        (story) => story.working,
      )
    await expect
      .poll(async () => (await atWork()).margin.suggestions[0]?.text, { timeout: 15_000 })
      .toBe(` And the ${SECRET}.`)
    const { path } = await studio.db
      .selectFrom('stories')
      .select('path')
      .where('id', '=', storyId as never)
      .executeTakeFirstOrThrow()
    const { findings } = await ask<{ findings: { key: string }[] }>(ana, 'GET', `/stories/${storyId}/checklist`)
    const lookedAt = findings.map(({ key }) => key)
    expect(lookedAt).toContain('open-suggestions')
    const sent = { version: (await atWork()).version, lookedAt, change: 'A sentence more.' }
    await ask(ana, 'POST', `/stories/${storyId}/publish`, sent)
    await expect.poll(() => pageText(studio.url + path)).toContain('So it stands.')
    expect(await pageText(studio.url + path)).not.toContain(SECRET)
  })
})

interface Margin {
  readonly comments: readonly unknown[]
  readonly suggestions: readonly { readonly from: number; readonly to: number; readonly text: string }[]
}

const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the story' })
const panel = (page: Page): Locator => page.locator('.margin-panel')
/** Writes from here on, whoever had the pen: it may be free by now, which is known a moment after the page. */
const takePen = async (page: Page) => {
  const takeOver = page.getByRole('button', { name: 'Take over' })
  await takeOver
    .or(text(page).and(page.locator('[contenteditable="true"]')))
    .first()
    .waitFor()
  if (await takeOver.isVisible()) {
    await takeOver.click()
    await page.getByRole('button', { name: 'Yes, take the pen' }).click()
  }
  await expect.poll(() => text(page).getAttribute('contenteditable')).toBe('true')
}
const saved = async (page: Page): Promise<void> => {
  await expect
    .poll(() => page.locator('.desk-save [role="status"]').textContent(), { timeout: 15_000 })
    .toMatch(/^(Saved \d|Merged)/)
}

/** Selects a word of the text, or its first paragraph whole, as a mouse would. */
const choose = async (page: Page, word?: string): Promise<void> => {
  await text(page).evaluate((editor, wanted) => {
    const root = wanted === undefined ? (editor.querySelector(':scope > p') ?? editor) : editor
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = wanted === undefined ? 0 : (node.textContent ?? '').indexOf(wanted)
      if (at < 0 || node.textContent === '') continue
      range.setStart(node, at)
      range.setEnd(node, wanted === undefined ? Math.min(12, node.textContent?.length ?? 0) : at + wanted.length)
      break
    }
    if (editor instanceof HTMLElement) editor.focus()
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  }, word)
  await settled(page)
}

/** Where the cursor is, the browser tells the editor a moment after the key. */
const settled = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))

async function ask<Answer = unknown>(page: Page, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await askStudio(page, method, path, body)
  if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`)
  return JSON.parse(answer.text) as Answer
}

const refusal = (page: Page, path: string): Promise<number> =>
  page.evaluate(async (asked) => (await fetch(`/studio/api${asked}`)).status, path)

const publishedStory = async (studio: StudioAtWork): Promise<string> => {
  const story = await studio.db
    .selectFrom('stories')
    .select('id')
    .where('language', '=', 'en')
    .where('state', '=', 'published')
    .orderBy('id')
    .executeTakeFirstOrThrow()
  return story.id
}

const pageText = async (url: string): Promise<string> => (await fetch(url)).text()
