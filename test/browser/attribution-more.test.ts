import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PAGE_TEXT } from '../journeys/a-page.ts'
import { aServer } from '../outbound/a-server.ts'
import { newStory } from './ask-studio.ts'
import { inBrowser } from './chromium.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const HEADLINE = 'Army counts 9 dead soldiers after an attack yesterday'
const TEXT = [
  'JNIM claimed responsibility for an attack on a column of the army and its allies.',
  'Wagner denied that 84 of its fighters had been killed near Tinzaouaten on 27 July 2024.',
  'Cattle were driven out of the town.',
]

/** What the newsroom's own model says, of words that the desk lets pass and of words that nobody wrote. */
const ANSWER = {
  claims: [],
  findings: [
    { kind: 'claim-as-fact', words: 'Cattle were driven out', confidence: 0.5 },
    { kind: 'claim-as-fact', words: 'words that nobody wrote', confidence: 0.5 },
  ],
}

inBrowser('the attribution desk, and what stands around it', () => {
  let model: Awaited<ReturnType<typeof aServer>>
  let studio: StudioAtWork
  let context: BrowserContext
  let page: Page
  let address: string
  const sent: unknown[] = []

  beforeAll(async () => {
    model = await aServer((request, response) => {
      void text(request).then((body) => {
        sent.push(JSON.parse(body))
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(ANSWER))
      })
    })
    studio = await openStudioAtWork({
      context: { viewport: { width: 1280, height: 900 } },
      settings: {
        ONRECORD_DESK_PROVIDER_URL: `http://127.0.0.1:${model.port}/desk`,
        ONRECORD_DESK_PROVIDER_PRIVATE: 'on',
      },
    })
    ;({ context, page } = await studio.as('Ana', 'editor'))
    page.setDefaultTimeout(20_000)
    await page.goto(`${studio.url}/studio/`)
    const storyId = await newStory(page)
    address = `${studio.url}/studio/stories/${storyId}`
    await page.goto(address)
    await page.locator('.ProseMirror').click()
    await page.keyboard.type(TEXT.join('\n'))
    await headline().fill(HEADLINE)
    await page.getByRole('tab', { name: 'Attribution' }).click()
    await card('“yesterday”').waitFor()
  })
  afterAll(async () => {
    await studio?.close()
    await model?.close()
  })

  const headline = () => page.locator('.desk-field.headline textarea')
  const panel = () => page.locator('.attribution-panel')
  const card = (words: string) => panel().locator('.attribution-item').filter({ hasText: words })
  const underlined = (words: string) => page.locator('.ProseMirror .attribution-finding').filter({ hasText: words })
  const saved = () => page.locator('.desk-save[data-kind="saved"]').waitFor()

  /** What axe finds in the panel, in light and in the dark. */
  async function faults(): Promise<string[]> {
    const light = await new AxeBuilder({ page }).setLegacyMode(true).include('.attribution-panel').analyze()
    await page.emulateMedia({ colorScheme: 'dark' })
    const look = new AxeBuilder({ page }).setLegacyMode(true).include('.attribution-panel')
    const dark = await look.withRules('color-contrast').analyze()
    await page.emulateMedia({ colorScheme: 'light' })
    return [...light.violations, ...dark.violations].map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }

  it('shows what a headline claims, and says that it is cited in the body', async () => {
    const claim = card('Suggested claim').filter({ hasText: 'in the headline' })
    await claim.getByText('“9 dead soldiers”').waitFor()
    await claim.getByText(/^Figures are cited in the body\./).waitFor()
    expect(await claim.getByRole('button', { name: /^Record as a claim/ }).count()).toBe(0)
  })

  it('tells who is said to have done it in a line, and where that is recorded once somebody goes there', async () => {
    const who = card('Who did it')
    await who.getByText('JNIM claims responsibility').waitFor()
    expect(await who.getByRole('button', { name: /^Record/ }).count()).toBe(0)
    await who.getByRole('button', { name: 'JNIM claims responsibility' }).press('Enter')
    await who.getByText(/^The studio has no form for who did it/).waitFor()
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('JNIM')
  })

  it('has nothing that a screen reader would miss, in light or in the dark', async () => {
    expect(await faults()).toEqual([])
  })

  it('puts a fix into the headline, and the headline’s own undo takes it back', async () => {
    await card('“yesterday”')
      .getByRole('button', { name: /^Put in “on \d+ \w+”/ })
      .press('Enter')
    await expect.poll(() => headline().inputValue()).toMatch(/^Army counts 9 dead soldiers after an attack on \d+ \w+$/)
    await card('“yesterday”').waitFor({ state: 'detached' })
    await headline().focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => headline().inputValue()).toBe(HEADLINE)
    await card('“yesterday”').waitFor()
  })

  it('asks the newsroom’s model when somebody presses the button, and reviews what it says like the rest', async () => {
    await saved()
    expect(sent).toEqual([])
    await panel().getByText(`to 127.0.0.1:${model.port}, which your newsroom has set up`, { exact: false }).waitFor()
    await panel().getByRole('button', { name: 'Ask our model' }).press('Enter')
    await panel().getByText('It added 1 line to the list. 1 answer could not be used.').waitFor()
    expect(sent).toMatchObject([{ text: [HEADLINE, ...TEXT].join('\n'), language: 'en' }])
    await card('“Cattle were driven out”').getByText('from our model').waitFor()
    await underlined('Cattle were driven out').waitFor()
  })

  it('keeps what is put aside without a line, and tells the server once the line is back', async () => {
    await context.setOffline(true)
    const dismiss = card('“yesterday”').getByRole('button', { name: 'Put aside: yesterday' })
    const tried = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/desk/dismiss'))
    await dismiss.press('Enter')
    await card('“yesterday”').waitFor({ state: 'detached' })
    await panel().getByText('1 put aside').waitFor()
    await tried
    const kept = page.waitForResponse(/\/desk\/dismiss$/)
    await context.setOffline(false)
    expect(((await (await kept).json()) as { dismissed: string[] }).dismissed).toHaveLength(1)
  })

  it('opens the form of a denial once somebody says which claim is denied, and cites what was recorded', async () => {
    await card('“84 of its fighters”')
      .getByRole('button', { name: /^Record as a claim/ })
      .press('Enter')
    const form = page.getByRole('region', { name: 'Who denies it, and how' })
    await form.getByRole('combobox', { name: 'Which event', exact: true }).focus()
    await page.keyboard.type('Fighting at')
    await page.getByRole('option', { name: /^Fighting at Tinzaouaten/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await form
      .getByRole('button', { name: /^They deny: ?CSP-PSD claims 84/ })
      .first()
      .press('Enter')
    expect(await form.getByRole('combobox', { name: 'Who denies it' }).inputValue()).toContain('Wagner')
    expect(await form.getByRole('textbox', { name: 'In their own words' }).inputValue()).toBe(TEXT[1])
    await form.getByRole('button', { name: 'Record it' }).press('Enter')
    await page.locator('.ProseMirror .claim').filter({ hasText: '84' }).waitFor()
  })

  it('reads by the paper’s own words once they are saved, and by the program’s once they are restored', async () => {
    await saved()
    await page.goto(`${studio.url}/studio/style`)
    await page.getByRole('textbox', { name: 'Word', exact: true }).fill('Cattle')
    await page.getByRole('textbox', { name: 'Instead (optional)' }).fill('cows')
    await page.getByRole('button', { name: 'Add a word' }).press('Enter')
    await page.getByRole('button', { name: 'Save words and rules' }).press('Enter')
    await page.getByText('Saved. The desk reads by it from now on.').waitFor()
    await page.goto(address)
    await underlined('Cattle').waitFor()
    await page.goto(`${studio.url}/studio/style`)
    await page.getByRole('button', { name: 'Remove “cattle”' }).waitFor()
    await page.getByRole('button', { name: 'Back to the list that came with the program' }).press('Enter')
    await page.getByText('This is the list that came with the program.').waitFor()
    expect(await page.getByRole('button', { name: 'Remove “cattle”' }).count()).toBe(0)
    await page.goto(address)
    await underlined('').or(page.locator('.ProseMirror .attribution-responsibility')).first().waitFor()
    expect(await underlined('Cattle').count()).toBe(0)
  })

  it('counts in the list of stories what waits in one that came in, and narrows the list to those', async () => {
    const file = join(studio.newsroom.folder, 'page.txt')
    await writeFile(file, PAGE_TEXT)
    await studio.newsroom.run('import', 'page-text', file)
    const { out } = await studio.newsroom.run('job', 'list', '--json')
    const job = (JSON.parse(out) as { id: string; kind: string }[]).find(({ kind }) => kind === 'read-story')
    await studio.newsroom.run('job', 'retry', job?.id ?? '')
    await expect
      .poll(async () => (await studio.newsroom.run('job', 'list', '--json')).out, { timeout: 20_000 })
      .not.toContain('read-story')
    await page.goto(`${studio.url}/studio/`)
    const row = page.locator('.story-rows > *').filter({ hasText: 'Two Ministries Give Two Tolls' })
    await row.getByText(/^\? \d suggested claims?$/).waitFor()
    await page.goto(`${studio.url}/studio/?suggested=true`)
    await expect
      .poll(() => page.locator('#all-stories ~ .story-rows .story-link').allTextContents())
      .toEqual([expect.stringContaining('Two Ministries Give Two Tolls')])
    expect(await page.getByRole('checkbox', { name: 'With suggested claims' }).isChecked()).toBe(true)
  })

  it('speaks French with those who do, and fits on a small phone', async () => {
    await page.evaluate(() => localStorage.setItem('onrecord-language', 'fr'))
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(address)
    await page.locator('.ProseMirror .attribution-responsibility').waitFor()
    await page.getByRole('button', { name: 'Attribution', exact: true }).click()
    await card('Qui l’a fait').getByText('JNIM revendique les faits').waitFor()
    await card('dans le titre')
      .getByText(/^Les chiffres se sourcent dans le corps du texte/)
      .waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await faults()).toEqual([])
  })
})
