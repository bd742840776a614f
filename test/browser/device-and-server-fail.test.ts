import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningServer } from '../journeys/newsroom-at-work.ts'
import { signedIn } from '../signed-in.ts'
import { asOwnPage } from '../studio-caller.ts'
import { inBrowser } from './chromium.ts'
import { openChromiumOn } from './chromium-alone.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

/** How often each of them fails; ten times in the long form. */
const FAILURES = Number(process.env['ONRECORD_DEVICE_FAILURES'] ?? 1)

const PATIENCE_MS = 90_000 + FAILURES * 60_000

const SENTENCE = 'The hospital counts eleven.'

const text = (page: Page) => page.locator('.ProseMirror')
const state = (page: Page) => page.locator('.desk-save [role="status"]')
const says = async (page: Page, what: RegExp): Promise<void> => {
  await expect.poll(() => state(page).textContent(), { timeout: 30_000 }).toMatch(what)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect.poll(() => text(page).getAttribute('contenteditable'), { timeout: 30_000 }).toBe('true')
}

async function type(page: Page, words: string, delay = 0): Promise<void> {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words, { delay })
}

inBrowser('no word is lost when a machine fails', () => {
  let studio: StudioAtWork
  let server: RunningServer
  let cookie: Parameters<BrowserContext['addCookies']>[0][number]
  beforeAll(async () => {
    studio = await openStudioAtWork({ settings: { ONRECORD_PORT: String(await freePort()) } })
    server = studio.server
    const { token } = await signedIn(studio.db, 'Ana', [{ role: 'reporter', deskId: null }])
    cookie = { name: 'onrecord', value: token, url: studio.url, httpOnly: true, sameSite: 'Strict' }
  })
  afterAll(async () => {
    await server.kill()
    await studio.close()
  })

  /** A new story, opened, and kept by the browser for when there is no line. */
  async function begin(page: Page): Promise<string> {
    const response = await fetch(`${studio.url}/studio/api/stories`, {
      method: 'POST',
      headers: { ...asOwnPage(cookie.value), origin: studio.url, 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'en' }),
    })
    const { id } = (await response.json()) as { id: string }
    const address = `${studio.url}/studio/stories/${id}`
    await open(page, address)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await open(page, address)
    return address
  }

  it(
    'of the device: what was typed without a line is there when the browser is started again',
    async () => {
      const profile = mkdtempSync(join(tmpdir(), 'onrecord-profile-'))
      let device = await openChromiumOn(profile)
      await device.context.addCookies([cookie])
      let page = await device.context.newPage()
      const address = await begin(page)
      await type(page, 'Saved. ')
      await says(page, /^Saved \d/)
      for (let round = 1; round <= FAILURES; round += 1) {
        await device.context.setOffline(true)
        await type(page, `Round ${round}. ${SENTENCE}`)
        // Two seconds of typing may be lost, and these letters take longer: what was typed before them may not be.
        await page.keyboard.type(' and so on and so forth', { delay: 100 })
        await device.kill()
        device = await openChromiumOn(profile)
        await device.context.addCookies([cookie])
        page = await device.context.newPage()
        await open(page, address)
        for (let past = 1; past <= round; past += 1) {
          expect(await text(page).textContent()).toContain(`Round ${past}. ${SENTENCE}`)
        }
        await says(page, /^(?:Saved \d|Merged)/)
      }
      await device.kill()
      rmSync(profile, { recursive: true, force: true })
    },
    PATIENCE_MS,
  )

  it(
    'of the server: its writers go on, and it has their words when it is back',
    async () => {
      const context = await studio.browser.newContext({ locale: 'en-GB' })
      await context.addCookies([cookie])
      const page = await context.newPage()
      const address = await begin(page)
      await type(page, 'Saved. ')
      await says(page, /^Saved \d/)
      for (let round = 1; round <= FAILURES; round += 1) {
        await server.kill()
        await type(page, `Round ${round}. ${SENTENCE} `)
        await says(page, /on this device/i)
        server = await studio.newsroom.serve('serve')
        await says(page, /^(?:Saved \d|Merged)/)
      }
      await open(page, address)
      for (let past = 1; past <= FAILURES; past += 1) {
        expect(await text(page).textContent()).toContain(`Round ${past}. ${SENTENCE}`)
      }
      await context.close()
    },
    PATIENCE_MS,
  )
})
