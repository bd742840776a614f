import type { BrowserContext, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AccountId } from '../../src/ids.ts'
import { hashOfToken } from '../../src/newsroom/token.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { revokeSessions } from '../../src/store/sessions.ts'
import { instantOf } from '../../src/time.ts'
import { newStory } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

/** How often the tab is killed; twenty in the long form (docs/decisions/036-the-journal.md). */
const KILLS = Number(process.env['ONRECORD_KILL_TABS'] ?? 2)

const SENTENCE = 'The army says that four people died. '

const text = (page: Page) => page.locator('.ProseMirror')
const state = (page: Page) => page.locator('.desk-save [role="status"]')
const saved = async (page: Page): Promise<void> => {
  await expect.poll(() => state(page).textContent(), { timeout: 15_000 }).toMatch(/^(Saved \d|Merged)/)
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await expect.poll(() => text(page).getAttribute('contenteditable'), { timeout: 15_000 }).toBe('true')
}

async function typeAtEnd(page: Page, words: string): Promise<void> {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type(words)
}

inBrowser('no word is lost', () => {
  let studio: StudioAtWork
  beforeAll(async () => {
    studio = await openStudioAtWork()
  })
  afterAll(() => studio.close())

  /** A story of this person's own, opened at its body. */
  async function begin(page: Page): Promise<string> {
    await page.goto(`${studio.url}/studio`)
    const id = await newStory(page)
    const address = `${studio.url}/studio/stories/${id}`
    await open(page, address)
    return address
  }

  it('keeps what was typed without a line, however often the tab is killed, and sends it when there is one', async () => {
    const { context, page } = await studio.as('Ana', 'reporter')
    const address = await begin(page)
    await typeAtEnd(page, SENTENCE)
    await saved(page)
    await isKeptByTheWorker(page)
    let here = page
    for (let round = 1; round <= KILLS; round += 1) {
      await context.setOffline(true)
      await typeAtEnd(here, ` Round ${round}. ${SENTENCE}`)
      // Two seconds of typing may be lost: these letters take one, and what was typed before them may not.
      await here.keyboard.type('and so on ', { delay: 100 })
      here = await killed(context, here)
      await open(here, address)
      for (let past = 1; past <= round; past += 1) {
        expect(await text(here).textContent()).toContain(`Round ${past}. ${SENTENCE.trim()}`)
      }
    }
    await context.setOffline(false)
    await saved(here)
    await here.reload()
    await expect.poll(() => text(here).textContent()).toContain(`Round ${KILLS}. ${SENTENCE.trim()}`)
    await context.close()
  })

  it('lets somebody write on when their session ends in mid-sentence, and never says it was saved', async () => {
    const { context, page } = await studio.as('Bintou', 'reporter')
    const address = await begin(page)
    await typeAtEnd(page, 'The session is ')
    await saved(page)
    const cookies = await context.cookies()
    await context.clearCookies()
    await page.keyboard.type('about to end.')
    await expect.poll(() => state(page).textContent(), { timeout: 10_000 }).toContain('Your session has ended.')
    await page.keyboard.type(' And I go on.')
    expect(await text(page).textContent()).toBe('The session is about to end. And I go on.')
    await context.addCookies(cookies)
    await open(page, address)
    await saved(page)
    await page.reload()
    await expect.poll(() => text(page).textContent()).toBe('The session is about to end. And I go on.')
    await context.close()
  })

  it('keeps both texts when two people write one story', async () => {
    const ana = await studio.as('Ana', 'editor')
    const sekou = await studio.as('Sékou', 'editor')
    const address = await begin(ana.page)
    await typeAtEnd(ana.page, 'The army says that four people died. The mayor says nothing.')
    await saved(ana.page)
    await sekou.page.goto(address)
    await sekou.page.getByRole('button', { name: 'Take over' }).click()
    await sekou.page.getByRole('button', { name: 'Yes, take the pen' }).click()
    await expect.poll(() => text(sekou.page).getAttribute('contenteditable')).toBe('true')
    // Ana does not know yet, has no line, and writes on.
    await ana.context.setOffline(true)
    await typeAtEnd(ana.page, ' The hospital does.')
    await text(sekou.page).click()
    await sekou.page.keyboard.press('ControlOrMeta+Home')
    await sekou.page.keyboard.type('In Kidal: ')
    await saved(sekou.page)
    await ana.context.setOffline(false)
    await expect.poll(() => state(ana.page).textContent(), { timeout: 15_000 }).toMatch(/^Merged with Sékou’s changes/)
    const both = 'In Kidal: The army says that four people died. The mayor says nothing. The hospital does.'
    expect(await text(ana.page).textContent()).toBe(both)
    await sekou.page.reload()
    await expect.poll(() => text(sekou.page).textContent()).toBe(both)
    // Ana takes the pen back without Sékou's knowing, and both write at the same place.
    await expect.poll(() => text(sekou.page).getAttribute('contenteditable')).toBe('true')
    await sekou.context.setOffline(true)
    await ana.page.getByRole('button', { name: 'Take over' }).click()
    await ana.page.getByRole('button', { name: 'Yes, take the pen' }).click()
    await expect.poll(() => text(ana.page).getAttribute('contenteditable')).toBe('true')
    await putAtStart(sekou.page, 'Near ')
    await putAtStart(ana.page, 'Outside ')
    await expect.poll(() => state(ana.page).textContent(), { timeout: 15_000 }).toMatch(/^Saved \d/)
    await sekou.context.setOffline(false)
    const places = sekou.page.getByRole('region', { name: 'Two texts, and the same words changed in both' })
    await places.waitFor({ timeout: 15_000 })
    await places.getByRole('radio', { name: /^Mine/ }).focus()
    await sekou.page.keyboard.press('ArrowUp')
    await expect.poll(() => places.getByRole('radio', { name: /^Both/ }).isChecked()).toBe(true)
    await places.getByRole('button', { name: 'Use these words' }).press('Enter')
    await saved(sekou.page)
    await ana.page.reload()
    await expect.poll(() => text(ana.page).textContent()).toBe(`Near Outside ${both}`)
    await Promise.all([ana.context.close(), sekou.context.close()])
  })

  it('destroys what a device keeps when an owner ends the session, in every tab, and says so', async () => {
    const { context, page } = await studio.as('Moussa', 'reporter')
    await begin(page)
    await typeAtEnd(page, SENTENCE)
    await saved(page)
    const other = await context.newPage()
    await other.goto(`${studio.url}/studio`)
    await other.getByRole('navigation').first().waitFor()
    const tokens = (await context.cookies()).map(({ value }) => hashOfToken(value))
    const session = await studio.db
      .selectFrom('sessions')
      .select('account_id')
      .where('token_hash', 'in', tokens)
      .executeTakeFirstOrThrow()
    const now = instantOf(new Date())
    await inTransaction(studio.db, (tx) => revokeSessions(tx, { accountId: session.account_id as AccountId, now }))
    await page.keyboard.type('Nobody shall read this.')
    for (const one of [page, other]) {
      await one.getByText('What this device kept of your texts was removed.').waitFor({ timeout: 15_000 })
    }
    expect(await page.evaluate(keptHere)).toEqual({ keys: 0, rows: 0, account: null })
    expect((await context.cookies()).map(({ name }) => name)).toEqual([])
    await context.close()
  })
})

async function putAtStart(page: Page, words: string): Promise<void> {
  await text(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type(words)
}

/** How much of a journal lies in the browser; nothing says what. */
async function keptHere(): Promise<{ keys: number; rows: number; account: string | null }> {
  // All of it within one function: it is read out in the page.
  const none = new Error('no database')
  const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(none))
    })
  const db = await answered(indexedDB.open('onrecord-journal'))
  const stores = db.transaction(['keys', 'rows'])
  const [keys, rows] = [
    await answered(stores.objectStore('keys').count()),
    await answered(stores.objectStore('rows').count()),
  ]
  db.close()
  return { keys, rows, account: localStorage.getItem('onrecord-account') }
}

/** Without it, a page that was killed could not be opened again without a line. */
const isKeptByTheWorker = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (!navigator.serviceWorker.controller) {
      await new Promise((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
      )
    }
  })

/** The tab dies as it would of too little memory: nothing of it runs any more. */
async function killed(context: BrowserContext, page: Page): Promise<Page> {
  const next = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  const died = page.waitForEvent('crash')
  void session.send('Page.crash').catch(() => undefined)
  await died
  await page.close()
  return next
}
