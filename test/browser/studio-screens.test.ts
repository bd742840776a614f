import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

/** Every screen that stands by itself, as its address has it. */
const SCREENS = [
  '/',
  '/tasks',
  '/incoming',
  '/watched',
  '/calendar',
  '/record',
  '/pictures',
  '/fronts',
  '/sections',
  '/bylines',
  '/pages',
  '/redirects',
  '/corrections',
  '/reports',
  '/team',
  '/keys',
  '/audit',
  '/import',
  '/settings',
  '/health',
  '/account',
] as const

/** Those of one story and of one entry, found in the sample. */
const OF_A_STORY = ['', '/history', '/preview'] as const

const LOOKS = [
  { width: 360, height: 740, colorScheme: 'light' },
  { width: 1280, height: 900, colorScheme: 'dark' },
] as const

const [PHONE] = LOOKS

/** What a second look can find that a first one cannot: the others judge what a screen is made of, not how it shows. */
const OF_LOOKS = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size']

inBrowser('every screen of the studio', () => {
  let studio: StudioAtWork
  let page: Page
  const said: string[] = []

  beforeAll(async () => {
    studio = await openStudioAtWork()
    page = (await studio.as('Ona', 'owner')).page
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
  })
  afterAll(() => studio?.close())

  const open = async (path: string) => {
    await page.goto(`${studio.url}/studio${path}`)
    await page.locator('main h1, main [role="textbox"]').first().waitFor()
    await page.locator('.loading').first().waitFor({ state: 'detached' })
  }

  const looked = async () => {
    const found: string[] = []
    for (const { width, height, colorScheme } of LOOKS) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      const axe = new AxeBuilder({ page }).setLegacyMode(true)
      const { violations } = await (width === PHONE.width ? axe : axe.withRules(OF_LOOKS)).analyze()
      const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
      const overhang = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      found.push(...faults, ...(overhang > 0 ? [`${width}: sideways by ${overhang}`] : []))
    }
    return { found, said: said.splice(0) }
  }

  it.each(SCREENS)('%s is accessible, fits a phone, and runs nothing it may not', async (path) => {
    await open(path)
    expect(await looked()).toEqual({ found: [], said: [] })
  })

  it.each(OF_A_STORY)('a story’s screen %s is accessible, fits a phone, and runs nothing it may not', async (path) => {
    const story = await studio.db.selectFrom('stories').select('id').orderBy('id').executeTakeFirstOrThrow()
    await open(`/stories/${story.id}${path}`)
    expect(await looked()).toEqual({ found: [], said: [] })
  })

  it('an entry of the record is accessible, fits a phone, and runs nothing it may not', async () => {
    const entry = await studio.db
      .selectFrom('record_entries')
      .select('id')
      .where('type', '=', 'event')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await open(`/record/${entry.id}`)
    expect(await looked()).toEqual({ found: [], said: [] })
  })

  it('the sign-in is accessible and fits a phone, for those who are not in', async () => {
    const context = await studio.browser.newContext()
    page = await context.newPage()
    await page.goto(`${studio.url}/studio/enter`)
    await page.locator('h1').waitFor()
    expect((await looked()).found).toEqual([])
    await context.close()
  })
})
