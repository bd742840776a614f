import type { CDPSession, Page } from 'playwright-core'
import { openStudioAtWork } from '../test/browser/studio-at-work.ts'
import { quantile, table } from './measures.ts'
import { howBusy, newStory } from './studio-at-bench.ts'

/**
 * How long a letter takes from the key to the screen: in the studio's own story screen with the record beside it, in a story
 * of 5,000 words with a figure in every sentence, on a processor four times slower than this one. Needs a built program
 * (`npm run build`, or `TRIED_PROGRAM`).
 *
 *     node bench/studio-typing.ts
 */
const WORDS = 5_000
const SLOWDOWN = 4
/** Quick, and even: about ten letters a second. */
const BETWEEN_KEYS_MS = 60

const SENTENCE =
  'The army said on Sunday that its column had been attacked near the well, and the prefect spoke of ten to fourteen dead. '
const PARAGRAPH = SENTENCE.repeat(4)
const PARAGRAPHS = Math.ceil(WORDS / PARAGRAPH.trim().split(' ').length)

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

/** The letters typed in one place. */
export interface TypedThere {
  readonly place: string
  /** From key to screen, letter by letter, in milliseconds. */
  readonly letterMs: readonly number[]
  /** What the page's own thread worked for one letter, everything that the letter set off included, in milliseconds. */
  readonly workMs: number
}

/** Types at the beginning, in the middle and at the end, where it has to cost the same. */
export async function benchTyping(keystrokes: number): Promise<TypedThere[]> {
  const studio = await openStudioAtWork({ context: { viewport: { width: 1280, height: 800 } } })
  try {
    const { page } = await studio.as('Ana', 'editor')
    await page.goto(`${studio.url}/studio/`)
    await page.goto(await newStory(page, studio.url))
    await write(page)
    await page.evaluate(WATCH)
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const typed: TypedThere[] = []
    for (const place of ['beginning', 'middle', 'end'] as const) {
      await goTo(page, place)
      typed.push({ place, ...(await typedHere(page, session, keystrokes)) })
    }
    return typed
  } finally {
    await studio.close()
  }
}

/** Writes the story, paragraph by paragraph, as fast as it goes. */
async function write(page: Page): Promise<void> {
  await page.locator('.story-text').focus()
  for (let index = 0; index < PARAGRAPHS; index += 1) {
    await page.keyboard.insertText(PARAGRAPH)
    await page.keyboard.press('Enter')
  }
  // What the writing of all this set off has been saved and counted before the clock runs.
  await page.waitForTimeout(6_000)
}

async function goTo(page: Page, place: 'beginning' | 'middle' | 'end'): Promise<void> {
  if (place === 'beginning') await page.keyboard.press('Control+Home')
  if (place === 'middle') {
    await page
      .locator('.story-text > p')
      .nth(Math.floor(PARAGRAPHS / 2))
      .click()
  }
  if (place === 'end') await page.keyboard.press('Control+End')
  await page.waitForTimeout(1_000)
}

async function typedHere(page: Page, session: CDPSession, keystrokes: number): Promise<Omit<TypedThere, 'place'>> {
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.evaluate('window.letterMs.length = 0')
  const before = await workedMs(session)
  for (let index = 0; index < keystrokes; index += 1) {
    await page.keyboard.press('abcdefgh '[index % 9] ?? 'a')
    await page.waitForTimeout(BETWEEN_KEYS_MS)
  }
  await page.waitForTimeout(500)
  const worked = (await workedMs(session)) - before
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const letterMs: readonly number[] = await page.evaluate('window.letterMs')
  return { letterMs: letterMs.slice(0, keystrokes), workMs: worked / keystrokes }
}

async function workedMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}

const ms = (value: number): string => `${value.toFixed(1)} ms`

export const typingTable = (typed: readonly TypedThere[]): string =>
  table(
    [`${SLOWDOWN} × slower`, 'p50', 'p95', 'worst', 'work'],
    typed.map(({ place, letterMs, workMs }) => [
      place,
      ms(quantile(letterMs, 0.5)),
      ms(quantile(letterMs, 0.95)),
      ms(Math.max(...letterMs)),
      ms(workMs),
    ]),
  )

if (import.meta.main) console.log(`${typingTable(await benchTyping(200))}\n${howBusy()}`)
