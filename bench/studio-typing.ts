import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openNewsroom } from '../src/store/newsroom-db.ts'
import { openBrowser } from '../test/browser/chromium.ts'
import { aNewsroomAtWork } from '../test/journeys/newsroom-at-work.ts'
import { signedIn } from '../test/signed-in.ts'
import { quantile, table } from './measures.ts'

/**
 * How long a letter takes from the key to the screen: in the studio's own story screen, in a story of 5,000 words, on a
 * processor four times slower than this one. Needs a built program (`npm run build`, or `TRIED_PROGRAM`).
 *
 *     node bench/studio-typing.ts
 */
const WORDS = 5_000
const KEYSTROKES = 200
const SLOWDOWN = 4

const SENTENCE =
  'The army said on Sunday that its column had been attacked near the well, and the prefect spoke of ten to fourteen dead. '

/** Measured in the page: from the event's own time stamp to the first task after the frame that shows the letter. */
const WATCH = `
  window.letterMs = []
  document.querySelector('.story-text').addEventListener('keydown', (event) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => window.letterMs.push(performance.now() - event.timeStamp)
      channel.port2.postMessage(null)
    })
  }, { capture: true })
`

const newsroom = await aNewsroomAtWork()
const server = await newsroom.serve('start')
const browser = await openBrowser()
const db = openNewsroom({ kind: 'sqlite', file: join(newsroom.folder, 'data', 'newsroom.db') })
try {
  const url = server.url.replace('127.0.0.1', 'localhost')
  const { token } = await signedIn(db, 'Ana', [{ role: 'editor', deskId: null }])
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addCookies([{ name: 'onrecord', value: token, url, httpOnly: true, sameSite: 'Strict' }])
  const page = await context.newPage()
  await openStory(page, url)
  await write(page)
  const atEnd = await measured(page, 'Control+End')
  const inMiddle = await measured(page, 'Control+Home')
  console.log(table(['where', 'p50', 'p95', 'worst'], [row('at the end', atEnd), row('at the beginning', inMiddle)]))
} finally {
  await browser.close()
  await db.destroy()
  await server.stop()
  await newsroom.remove()
}

async function openStory(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/studio/`)
  const id = await page.evaluate(async () => {
    const response = await fetch('/studio/api/stories', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'en' }),
    })
    return ((await response.json()) as { id: string }).id
  })
  await page.goto(`${url}/studio/stories/${id}`)
  await page.locator('.story-text').waitFor()
}

/** Writes the story, paragraph by paragraph, as fast as it goes. */
async function write(page: Page): Promise<void> {
  await page.locator('.story-text').focus()
  const paragraph = SENTENCE.repeat(4)
  const paragraphs = Math.ceil(WORDS / paragraph.trim().split(' ').length)
  for (let index = 0; index < paragraphs; index += 1) {
    await page.keyboard.insertText(paragraph)
    await page.keyboard.press('Enter')
  }
  // What the writing of all this set off has been saved and counted before the clock runs.
  await page.waitForTimeout(6_000)
}

async function measured(page: Page, place: string): Promise<readonly number[]> {
  await page.keyboard.press(place)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.evaluate(WATCH)
  for (let index = 0; index < KEYSTROKES; index += 1) {
    await page.keyboard.press('abcdefgh '[index % 9] ?? 'a')
    await page.waitForTimeout(60)
  }
  await page.waitForTimeout(500)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const all: readonly number[] = await page.evaluate('window.letterMs')
  return all.slice(0, KEYSTROKES)
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`
}

function row(where: string, all: readonly number[]): string[] {
  return [where, ms(quantile(all, 0.5)), ms(quantile(all, 0.95)), ms(Math.max(...all))]
}
