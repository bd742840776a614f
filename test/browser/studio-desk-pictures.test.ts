import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newStory } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const PHOTO = 'sample/pictures/dry-valley.jpg'

inBrowser('pictures in a story at work', () => {
  let studio: StudioAtWork
  let context: BrowserContext
  let page: Page
  let text: Locator
  let id: string
  let photo: Buffer

  beforeAll(async () => {
    photo = await readFile(PHOTO)
    // What a service worker fetches passes by the routes that break the line here.
    studio = await openStudioAtWork({ context: { serviceWorkers: 'block' } })
    ;({ context, page } = await studio.as('Ana', 'editor'))
    page.setDefaultTimeout(20_000)
    await page.goto(`${studio.url}/studio/`)
    id = await newStory(page)
    await page.goto(`${studio.url}/studio/stories/${id}`)
    text = page.getByRole('textbox', { name: 'Text of the story' })
    await text.click()
    await page.keyboard.type('The valley is dry.')
  })

  afterAll(() => studio.close())

  /** Hands files to the text as a drop or a paste, the way a browser does. */
  const hand = (how: 'drop' | 'paste', name: string, type: string, bytes: Uint8Array) =>
    text.evaluate(
      (target, [how, name, type, encoded]) => {
        const data = new DataTransfer()
        data.items.add(new File([Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0))], name, { type }))
        const { left, top, height } =
          target.firstElementChild?.getBoundingClientRect() ?? target.getBoundingClientRect()
        const at = { clientX: left + 5, clientY: top + height / 2, bubbles: true, cancelable: true }
        target.dispatchEvent(
          how === 'drop'
            ? new DragEvent('drop', { ...at, dataTransfer: data })
            : new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
        )
      },
      [how, name, type, Buffer.from(bytes).toString('base64')] as const,
    )

  it('takes a photo that is dropped while the line breaks, and goes on where it was', async () => {
    let pieces = 0
    await context.route('**/studio/api/uploads/*', async (route) => {
      pieces += 1
      if (pieces > 1) return route.continue()
      await context.setOffline(true)
      return route.abort('connectionfailed')
    })
    await hand('drop', 'valley.jpg', 'image/jpeg', photo)
    await text.getByText(/^valley\.jpg comes in here \(No connection/).waitFor()
    await text.locator('p').first().click()
    await page.keyboard.press('End')
    await page.keyboard.type(' Nobody ploughs.')
    await context.setOffline(false)
    await text.locator('figure img').waitFor()
    expect(await text.locator('.picture-coming').count()).toBe(0)
    expect(await text.locator('p').first().textContent()).toBe('The valley is dry. Nobody ploughs.')
    expect(pieces).toBeGreaterThan(1)
    await context.unroute('**/studio/api/uploads/*')
  })

  it('lets its words be set by keyboard, and the point that crops keep be found', async () => {
    const figure = text.locator('figure')
    await figure.locator('figcaption').click()
    await page.keyboard.press('Control+Home')
    for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown')
    await figure.locator('figcaption').click()
    await page.keyboard.type('The valley in June.')
    for (const [label, words] of [
      ['What somebody who cannot see it should know', 'A dry river bed between two hills'],
      ['Credit', 'Photo: a reader'],
      ['Licence', 'CC BY 4.0'],
      ['Cover it until the reader looks; say why', 'Shows a grave'],
    ] as const) {
      await figure.getByLabel(label, { exact: true }).focus()
      await page.keyboard.press('Control+a')
      await page.keyboard.type(words)
      await page.keyboard.press('Enter')
      expect(await text.evaluate((found) => found === document.activeElement)).toBe(true)
    }
    await figure.getByRole('button', { name: 'Crop and library' }).click()
    const panel = page.locator('.pictures-panel')
    await panel.getByRole('heading', { name: 'This picture in the library' }).waitFor()
    await panel.getByText('The point that stays in view').first().waitFor()
    expect(
      (await new AxeBuilder({ page }).include('.pictures-panel').include('.story-editor').analyze()).violations.map(
        ({ id, nodes }) => `${id} ${nodes[0]?.html}`,
      ),
    ).toEqual([])
    await expect
      .poll(() => figures(), { timeout: 15_000 })
      .toMatchObject([
        {
          attrs: {
            picture: { kind: 'photo', cover: 'Shows a grave' },
            alt: 'A dry river bed between two hills',
            decorative: false,
            credit: 'Photo: a reader',
            licence: 'CC BY 4.0',
          },
          caption: 'The valley in June.',
        },
      ])
  })

  it('refuses in words what is no picture, and never leaves the story for it', async () => {
    await hand('drop', 'minutes.pdf', 'application/pdf', new TextEncoder().encode('%PDF-1.4'))
    await page.getByText(/^minutes\.pdf is no picture that can be taken/).waitFor()
    await hand('paste', 'broken.png', 'image/png', new TextEncoder().encode('not a picture'))
    await page.getByText(/^broken\.png did not come in\./).waitFor()
    await page.locator('.drop-notes').getByRole('button', { name: 'Hide' }).click()
    await expect.poll(() => page.locator('.drop-notes').count()).toBe(0)
    expect(page.url()).toContain(id)
  })

  it('brings one of the library from the slash menu, with its words, and puts one in from the panel', async () => {
    await text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('/pict')
    await page.getByRole('listbox', { name: 'Insert or change' }).waitFor()
    await page.keyboard.press('Enter')
    const chooser = page.getByRole('dialog', { name: 'A picture for this place' })
    await chooser.locator('.picture-tile').first().waitFor()
    await chooser.locator('.picture-tile').first().click()
    await chooser.waitFor({ state: 'detached' })
    await expect.poll(() => text.locator('figure').count()).toBe(2)
    const panel = page.locator('.pictures-panel')
    await expect
      .poll(async () => {
        await page.keyboard.press('Control+Home')
        return panel.locator('.picture-tile').count()
      })
      .toBeGreaterThan(0)
    await panel.locator('.picture-tile').first().click()
    await panel.getByRole('button', { name: 'Put into the story' }).click()
    await panel.getByText('In the story now').waitFor()
    await expect.poll(() => figures(), { timeout: 15_000 }).toHaveLength(3)
  })

  /** The figures of the working copy, as the server has it. */
  const figures = async () => {
    const found = await page.evaluate(async (storyId) => {
      const response = await fetch(`/studio/api/stories/${storyId}`)
      return (await response.json()) as {
        working: { content: { body: { content: { type: string; attrs?: object; content?: { text: string }[] }[] } } }
      }
    }, id)
    return found.working.content.body.content
      .filter(({ type }) => type === 'figure')
      .map(({ attrs, content }) => ({ attrs, caption: content?.map((inline) => inline.text).join('') ?? '' }))
  }
})
