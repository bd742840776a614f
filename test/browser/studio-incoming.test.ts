import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const WORDS =
  'The movement said on Sunday that its men had stopped a column of nine vehicles south of the town and burned five of them, and it named none of its own dead.'

const entry = (id: string, title: string, text: string, more = '') =>
  `<entry><id>${id}</id><title>${title}</title><link href="https://agency.example/${id}"/>
  <published>${new Date(Date.now() - Number(id) * 60_000).toISOString()}</published><author><name>Jean Dupont</name></author>${more}
  <content type="html">&lt;p&gt;${text}&lt;/p&gt;&lt;p&gt;&lt;img src="https://agency.example/column.jpg" alt="A column"&gt;&lt;/p&gt;</content></entry>`

const feed = (...entries: readonly string[]) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Agency</title>${entries.join('')}</feed>`

inBrowser('the studio’s incoming copy', () => {
  let studio: StudioAtWork
  let page: Page
  let folder: string
  const asked: string[] = []

  const drop = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    const longAgo = new Date(Date.now() - 600_000)
    await utimes(join(folder, name), longAgo, longAgo)
    await succeeded('ingest', 'now')
  }
  const succeeded = async (...words: string[]) => {
    const { exitCode, err } = await studio.newsroom.run(...words)
    if (exitCode !== 0) throw new Error(`${words.join(' ')}: ${err}`)
  }

  beforeAll(async () => {
    studio = await openStudioAtWork()
    folder = join(studio.newsroom.folder, 'dropped')
    await mkdir(folder)
    await succeeded('ingest', 'add', folder, '--name', 'Agency', '--every', '1000')
    await drop('first.xml', feed(entry('30', 'A column is stopped', WORDS), entry('40', 'Grain prices rise', 'Bread.')))
    await drop('again.xml', feed(entry('10', 'Five vehicles burned, it is said', `From Bamako. ${WORDS}`)))
    ;({ page } = await studio.as('Ana', 'editor'))
    page.on('request', (request) => asked.push(request.url()))
  })
  afterAll(() => studio?.close())

  const goTo = async (path: string) => {
    await page.goto(`${studio.url}/studio${path}`)
    await page.locator('main h1').waitFor()
    await page.locator('.loading').first().waitFor({ state: 'detached' })
  }
  const headlines = () => page.locator('.incoming-link').allTextContents()

  /** What axe finds on a phone and, of looks alone, in the dark; and how far the page stands over its edge. */
  const faults = async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    const light = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await new AxeBuilder({ page }).setLegacyMode(true).withRules('color-contrast').analyze()
    await page.emulateMedia({ colorScheme: 'light' })
    const found = [...light.violations, ...dark.violations].map(
      ({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`,
    )
    return { found, width }
  }

  it('is read, put away and brought back by keyboard, and tells whose words an item carries', async () => {
    await goTo('/incoming')
    await expect.poll(headlines).toHaveLength(3)
    expect(await page.locator('.incoming-row[data-new]').count()).toBe(3)
    await page.getByText('Carries the words of “A column is stopped”').waitFor()
    expect(await faults()).toEqual({ found: [], width: 360 })
    const [first = ''] = await headlines()
    for (const key of ['j', 'j', 'k', 'd']) await page.keyboard.press(key)
    await page.getByText(`Put away: ${first}`).waitFor()
    await expect.poll(headlines).toHaveLength(2)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(headlines).toHaveLength(3)
    await page.keyboard.press('/')
    await page.keyboard.type('grain')
    await expect.poll(headlines).toEqual(['Grain prices rise'])
  })

  it('is accepted as carrying another’s words, and taken up as a draft, with nothing asked of any third party', async () => {
    await goTo('/incoming')
    await page.getByRole('link', { name: 'Five vehicles burned' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Five vehicles burned' }).waitFor()
    await page.getByRole('button', { name: 'Accept' }).waitFor()
    expect(await faults()).toEqual({ found: [], width: 360 })
    await page.getByRole('button', { name: 'Accept' }).press('Enter')
    await page.getByText('Accepted: the record says so.').waitFor()
    await page.getByRole('link', { name: 'Its document in the record' }).waitFor()
    await page.keyboard.press('t')
    await page.waitForURL(/\/studio\/stories\/sty_/)
    await page.getByText('Agency / Jean Dupont').first().waitFor()
    const foreign = asked.filter((url) => !url.startsWith(studio.url) && !/^(?:data|blob):/.test(url))
    expect(foreign).toEqual([])
    await goTo('/incoming')
    await expect.poll(headlines).toHaveLength(2)
  })

  it('has sources that are added by their address, changed, paused and removed', async () => {
    await goTo('/watched')
    await page.getByLabel('Address of the feed').fill('https://outlet.example/feed')
    await page.getByLabel('What the desk calls it').fill('Outlet')
    await page.locator('form.watched-new button[type=submit]').press('Enter')
    await page.getByRole('button', { name: 'Pause: Outlet' }).press('Enter')
    await page.getByText('Paused').waitFor()
    expect(await faults()).toEqual({ found: [], width: 360 })
    await page.getByRole('button', { name: 'Watch it no longer: Outlet' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Watch it no longer' }).press('Enter')
    await page.getByRole('button', { name: 'Watch it again: Outlet' }).waitFor({ state: 'detached' })
    expect(await page.getByText('https://outlet.example/feed').count()).toBe(0)
  })
})
