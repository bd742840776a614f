import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const item = (number: number, status: string): string => `<item><title>Toll number ${number}</title>
<link>https://old.example/2024/07/toll-${number}/</link><dc:creator>admin</dc:creator>
<content:encoded><![CDATA[<p>The army says that four people died in attack ${number}.</p><p>[gallery_of_a_plugin id="3"]</p>]]></content:encoded>
<wp:post_id>${number}</wp:post_id><wp:post_date_gmt>2024-07-${10 + number} 10:00:00</wp:post_date_gmt>
<wp:post_name>toll-${number}</wp:post_name><wp:status>${status}</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="mali-news">Mali News</category></item>`

const AN_EXPORT = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Old site</title>
<wp:base_blog_url>https://old.example</wp:base_blog_url>
${Array.from({ length: 12 }, (_, index) => item(index + 1, index === 11 ? 'draft' : 'publish')).join('\n')}
</channel></rss>`

inBrowser('a newsroom that moves in', () => {
  let studio: StudioAtWork
  let page: Page
  let file: string

  beforeAll(async () => {
    studio = await openStudioAtWork()
    file = join(studio.newsroom.folder, 'export.xml')
    await writeFile(file, AN_EXPORT)
    page = (await studio.as('Ona', 'owner')).page
    await page.goto(`${studio.url}/studio/import`)
  })
  afterAll(() => studio?.close())

  const faults = async () =>
    (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)

  async function send(): Promise<void> {
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose a file…' }).press('Enter')
    await (await chosen).setFiles(file)
    await page.getByRole('heading', { name: 'The first stories' }).waitFor()
  }

  it('sees what is in its file before anything comes in', async () => {
    await send()
    expect(await page.locator('.moving-sum').innerText()).toContain('12 stories')
    expect(await page.locator('.moving-first > li').count()).toBe(10)
    await page.setViewportSize({ width: 360, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await faults()).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(
      JSON.parse((await studio.newsroom.run('story', 'list', '--state', 'draft', '--json')).out),
    ).not.toContainEqual(expect.objectContaining({ headline: 'Toll number 1' }))
  })

  it('gives old names new ones, saves them as a file and brings the stories in', async () => {
    await page.locator('summary').filter({ hasText: 'Authors' }).press('Enter')
    await page.getByRole('textbox', { name: 'admin becomes' }).fill('The desk')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the names as a file' }).press('Enter')
    const names: unknown = JSON.parse(await readFile(await (await saved).path(), 'utf8'))
    expect(names).toMatchObject({ authors: { admin: 'The desk' }, sections: { 'Mali News': 'Mali News' } })
    await page.getByText('Put what was public there before readers at once').click()
    await page.getByRole('button', { name: 'Bring them in' }).press('Enter')
    await page.getByText('ended', { exact: true }).waitFor()
    await page.getByText('12 stories added').waitFor()
    await page.getByText('11 published').waitFor()
    await studio.server.until('/2024/07/11/toll-1', ({ body }) => body.includes('The desk'))
    expect((await studio.server.get('/2024/07/toll-1/')).status).toBe(301)
  })

  it('reads every problem, keeps the report, and finds that the same file changes nothing', async () => {
    await page.getByRole('button', { name: 'Each of them' }).press('Enter')
    await page.locator('.moving-each li').nth(11).waitFor()
    expect(await page.locator('.moving-each li').first().innerText()).toContain('gallery_of_a_plugin')
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the report (JSON)' }).press('Enter')
    const report = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as { problems: unknown[] }
    expect(report.problems).toHaveLength(12)
    await send()
    expect(await page.locator('.moving-sum').innerText()).toContain('12 of them came in before')
    await page.getByRole('button', { name: 'Choose another file' }).press('Enter')
    expect(await faults()).toEqual([])
  })
})
