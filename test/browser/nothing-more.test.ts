import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { MOST_PHOTO_BYTES, MOST_REQUESTS, mostBytes } from './budgets.ts'
import { isFrenchForm, PAGE_NAMES, type PageName } from './pages.ts'
import { NEW_SLUG, NOTICE } from './sample-newsroom.ts'
import { openSampleSite, type SampleSite } from './sample-site.ts'

/** What a page did besides being read. */
interface Visit {
  readonly status: number | undefined
  readonly text: string
  readonly markupFaults: readonly string[]
  readonly hosts: readonly string[]
  readonly requests: number
  /** As transferred, all requests together, without their headers and without photographs. */
  readonly bytes: number
  readonly photoBytes: number
  readonly cookies: number
  readonly scripts: number
  readonly complaints: readonly string[]
}

/** The pages that say why there is nothing to read; all others are there. */
const STATUS: Partial<Record<PageName, number>> = {
  'a withdrawn story': 410,
  'a page that is not there': 404,
  'a request nobody can answer': 400,
}

/** The status that the page itself came with, which browsers log as if it were a fault. */
const isOwnStatus = (complaint: string, address: string): boolean =>
  complaint.startsWith('Failed to load resource') && complaint.endsWith(address)

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ['html-validate:standard'] }))

/** Where a page's HTML breaks the rules of the standard. */
async function markupFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  )
}

async function transferred(responses: readonly Response[]): Promise<number> {
  const sizes = await Promise.all(responses.map((response) => response.request().sizes()))
  return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
}

const isPhoto = (response: Response) => new URL(response.url()).pathname.startsWith('/media/')

async function visit(site: SampleSite, name: PageName): Promise<Visit> {
  const context = await site.browser.newContext({ viewport: { width: 360, height: 800 } })
  const page = await context.newPage()
  const responses: Response[] = []
  const complaints: string[] = []
  page.on('response', (response) => responses.push(response))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (line) => complaints.push(`${line.text()} ${line.location().url}`))
  await page.coverage.startJSCoverage()
  const answer = await page.goto(site.at(name), { waitUntil: 'load' })
  const scripts = await page.coverage.stopJSCoverage()
  const seen: Visit = {
    status: answer?.status(),
    text: await page.locator('body').innerText(),
    markupFaults: await markupFaults((await answer?.text()) ?? ''),
    hosts: [...new Set(responses.map((response) => new URL(response.url()).host))],
    requests: responses.length,
    bytes: await transferred(responses.filter((response) => !isPhoto(response))),
    photoBytes: await transferred(responses.filter(isPhoto)),
    cookies: (await context.cookies()).length,
    scripts: scripts.length,
    complaints: complaints.filter((complaint) => !isOwnStatus(complaint, site.at(name))),
  }
  await context.close()
  return seen
}

inBrowser('a reader gets the page and nothing more', () => {
  let site: SampleSite
  let withoutScripts: Page
  const visits = new Map<PageName, Visit>()

  beforeAll(async () => {
    site = await openSampleSite()
    withoutScripts = await site.browser.newPage({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
    for (const name of PAGE_NAMES) visits.set(name, await visit(site, name))
  })
  afterAll(() => site?.close())

  describe.each(PAGE_NAMES)('%s', (name) => {
    it('is there, or says what became of it', () => {
      expect(visits.get(name)?.status).toBe(STATUS[name] ?? 200)
    })

    it('runs no script, sets no cookie, asks no other host, and needs few requests', () => {
      expect(visits.get(name)).toMatchObject({ scripts: 0, cookies: 0, hosts: [new URL(site.url).host] })
      expect(visits.get(name)?.requests).toBeLessThanOrEqual(MOST_REQUESTS)
    })

    it(`weighs at most ${mostBytes(name)} bytes`, () => {
      expect(visits.get(name)?.bytes).toBeGreaterThan(1_000)
      expect(visits.get(name)?.bytes).toBeLessThanOrEqual(mostBytes(name))
      expect(visits.get(name)?.photoBytes).toBeLessThanOrEqual(MOST_PHOTO_BYTES)
    })

    it('is HTML by the rules of the standard', () => {
      expect(visits.get(name)?.markupFaults).toEqual([])
    })

    it('gives the browser nothing to complain of', () => {
      expect(visits.get(name)?.complaints).toEqual([])
    })

    // A page in French is the same page in English with other words: what one says without scripts, so does the other.
    it.skipIf(isFrenchForm(name))('reads whole with scripts switched off', async () => {
      await withoutScripts.goto(site.at(name))
      const text = await withoutScripts.locator('body').innerText()
      expect(text.length).toBeGreaterThan(100)
      expect(text).toBe(visits.get(name)?.text)
    })
  })

  it('a photograph comes with its story, and a covered one does not come before its reader asks', () => {
    expect(visits.get('a story with a photograph')?.photoBytes).toBeGreaterThan(1_000)
    expect(visits.get('a story with a covered photograph')?.photoBytes).toBe(0)
  })

  it('is led on from where a story was, and told why one is gone', async () => {
    await withoutScripts.goto(site.at('a story that moved'))
    expect(new URL(withoutScripts.url()).pathname).toBe(`/2025/07/15/${NEW_SLUG}`)
    expect(visits.get('a withdrawn story')?.text).toContain(NOTICE)
  })
})
