import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inBrowser } from './chromium.ts'
import { type Hands, handsOn } from './hands.ts'
import { openStudioAtWork, type StudioAtWork } from './studio-at-work.ts'

const HEADLINE = 'Five voices on one ambush in Mali’s far north'
const STANDFIRST =
  'Al-Qaeda’s branch in Mali, the Tuareg rebels, the army, Wagner and its friends each tell the fighting of July 2024 in their own way.'
const BODY = [
  'JNIM said on Sunday 28 July 2024 that it had killed 50 Wagner fighters the day before in an ambush in Tinzaouaten, on Mali’s border with Algeria.',
  'The CSP-PSD, an alliance of Tuareg rebels, said that it had lost 7 fighters killed in the town. Mali’s general staff spoke of two soldiers killed.',
  'Wagner spoke of heavy losses and gave no number. Russian military bloggers put them at 20 or more dead. Nobody independent has counted.',
]

/** Who says so of which words, of whom and of what. */
const VOICES = [
  {
    words: '50 Wagner fighters',
    who: 'JNIM',
    whom: 'Wagner fighters',
    event: 'Ambush south of Tinzaouaten',
    said: '28 July 2024',
  },
  {
    words: '7 fighters killed',
    who: 'CSP-PSD',
    whom: 'CSP-PSD fighters',
    event: 'Fighting at Tinzaouaten',
    said: '27 July 2024',
  },
  {
    words: 'two soldiers killed',
    who: 'Mali’s general staff',
    whom: 'Malian soldiers',
    event: 'Fighting at Tinzaouaten',
    said: 'on or before 27 July 2024',
  },
  {
    words: 'heavy losses',
    who: 'Wagner',
    whom: 'Wagner fighters',
    event: 'Fighting at Tinzaouaten',
    said: '29 July 2024',
  },
]

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const isSaved = (page: Page) => page.locator('.desk-save', { hasText: /^Saved/ }).waitFor()

/** To a part of the desk: F6 goes round them. */
async function goRoundTo(page: Page, { press }: Hands, part: string) {
  const wanted = page.locator(part)
  await wanted.waitFor()
  for (let step = 0; step < 4 && !(await wanted.evaluate((it) => it.contains(document.activeElement))); step += 1) {
    await press('F6')
  }
}
const toText = (page: Page, hands: Hands) => goRoundTo(page, hands, '.ProseMirror')

/** To a panel beside the text: by F6, then along its tabs. */
async function openPanel(page: Page, hands: Hands, name: string) {
  await goRoundTo(page, hands, '.desk-side')
  const selected = page.getByRole('tab', { selected: true })
  await hands.tabTo(selected, 'Shift+Tab')
  for (let tab = 0; tab < 8 && !(await page.getByRole('tab', { name, selected: true }).isVisible()); tab += 1) {
    const before = await selected.textContent()
    await hands.press('ArrowRight')
    // A panel may have to be fetched first; whoever presses on meanwhile passes it by.
    await expect.poll(() => selected.textContent()).not.toBe(before)
  }
  await page.getByRole('tabpanel', { name }).waitFor()
}

inBrowser('a story from nothing to its correction, by keyboard alone', () => {
  let studio: StudioAtWork
  let reporter: Page
  let editor: Page
  let written: Hands
  let edited: Hands
  let address: string
  let path: string

  beforeAll(async () => {
    studio = await openStudioAtWork({ context: { viewport: { width: 1280, height: 900 } } })
    reporter = (await studio.as('Ana Keïta', 'reporter')).page
    editor = (await studio.as('Sékou Barry', 'editor')).page
    written = handsOn(reporter)
    edited = handsOn(editor)
  })
  afterAll(() => studio.close())

  /** Opens a list, goes to an entry by its first letters, takes it. */
  async function pick(label: string, name: string) {
    await written.pressAt(reporter.getByRole('button', { name: new RegExp(`${label}$`) }))
    await reporter.getByRole('option', { name, exact: true }).waitFor()
    await written.type(name)
    await reporter.locator('[role=option][data-focused]', { hasText: name }).waitFor()
    await written.press('Enter')
    await reporter.getByRole('listbox').waitFor({ state: 'detached' })
  }

  /** What the panel says of the figures in the text. */
  const voices = async () => (await reporter.locator('.figure-said').allTextContents()).map((said) => said.trim())

  it('is begun and written', async () => {
    await reporter.goto(`${studio.url}/studio/`)
    await reporter.getByRole('heading', { level: 1 }).waitFor()
    await written.press('n')
    await reporter.getByRole('dialog').waitFor()
    await written.press('Enter')
    await reporter.waitForURL(/\/studio\/stories\/sty_/)
    address = reporter.url()
    await written.tabTo(reporter.getByLabel('Headline'))
    await written.type(HEADLINE)
    await written.press('Tab')
    await written.type(STANDFIRST)
    await written.tabTo(reporter.locator('.ProseMirror'))
    for (const [index, paragraph] of BODY.entries()) {
      if (index > 0) await written.press('Enter')
      await written.type(paragraph)
    }
    await expect
      .poll(() => reporter.locator('.ProseMirror .uncited').allTextContents())
      .toEqual(['50', '7', 'two', '20 or more'])
    expect(await reporter.getByRole('heading', { level: 1 }).textContent()).toBe(HEADLINE)
  })

  it('gets its section, its byline and its dateline', async () => {
    await openPanel(reporter, written, 'Details')
    await pick('Add a section', 'Africa')
    await pick('Add a byline', 'The Sahel desk')
    await written.fill(reporter.getByLabel('Dateline: place'), 'Bamako')
    await isSaved(reporter)
    expect(await reporter.getByLabel('Dateline: place').inputValue()).toBe('Bamako')
  })

  it('cites four voices anew and a fifth from the record', async () => {
    await toText(reporter, written)
    for (const [index, { event, words, who, whom, said }] of VOICES.entries()) {
      await written.select(words)
      await written.press('ControlOrMeta+Shift+K')
      await reporter.getByRole('heading', { name: `For “${words}”` }).waitFor()
      if (index < 2) await written.choose('Which event', event, event, index === 0 ? 'Tab' : 'Shift+Tab')
      await written.choose('Who says so', who, who, index < 2 ? 'Tab' : 'Shift+Tab')
      await pick('Who was affected', whom)
      await written.fill(reporter.getByLabel('Said when'), said)
      if (who === 'JNIM') {
        await written.choose('Through whom it came (optional)', 'SITE', 'SITE')
        await written.choose('Where it stands', 'JNIM statement', 'JNIM statement')
        await written.tabTo(button(reporter, 'Record and cite'))
      }
      await written.press('Enter')
      await reporter.locator('.ProseMirror .claim', { hasText: words }).waitFor()
    }
    await written.select('20 or more dead')
    await written.press('ControlOrMeta+Shift+K')
    await written.pressAt(button(reporter, /^Cite: Russian military bloggers/), 'Shift+Tab')
    await reporter.getByText('Every figure of people hurt has a claim behind it.').waitFor()
    await expect
      .poll(voices)
      .toEqual([
        'JNIM claims 50',
        'CSP-PSD admits 7',
        'Mali’s general staff admits 2',
        'Wagner admits “heavy losses”',
        'Russian military bloggers report at least 20',
      ])
  })

  it('is submitted with who says what put into the text', async () => {
    await openPanel(reporter, written, 'Record')
    const ledger = reporter.locator('details', { hasText: 'Fighting at Tinzaouaten' })
    await ledger.locator('summary').waitFor()
    // Of several events the first stands open, and which comes first is the record's to say.
    if (!(await ledger.evaluate((details) => (details as HTMLDetailsElement).open)))
      await written.pressAt(ledger.locator('summary'))
    await written.pressAt(ledger.getByRole('button', { name: 'Who says what' }))
    await reporter.getByText('Put into the text.').waitFor()
    await openPanel(reporter, written, 'Publish')
    await written.pressAt(button(reporter, 'Submit for review'))
    await reporter.locator('.desk-top .state', { hasText: 'in review' }).waitFor()
    expect(await reporter.locator('.desk-top .state').textContent()).toContain('in review')
  })

  it('is found by an editor, looked over, approved and published', async () => {
    await editor.goto(`${studio.url}/studio/`)
    await edited.pressAt(editor.getByRole('link', { name: HEADLINE }))
    await editor.waitForURL(address)
    await openPanel(editor, edited, 'Publish')
    await editor.getByRole('heading', { name: 'What next' }).waitFor()
    const panel = editor.locator('.publish')
    expect(await panel.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true)
    const checks = panel.locator('.checks input')
    for (let check = 0; check < (await checks.count()); check += 1) {
      await edited.tabTo(checks.nth(check))
      await edited.press('Space')
    }
    await edited.pressAt(button(editor, 'Approve these words'))
    await editor.locator('.desk-top .state', { hasText: 'approved' }).waitFor()
    await edited.pressAt(panel.getByRole('button', { name: 'Publish', exact: true }))
    await editor.locator('.desk-top .state', { hasText: 'published' }).waitFor()
    const link = panel.getByRole('link', { name: 'See it as readers do' })
    path = new URL((await link.getAttribute('href')) ?? '').pathname
    const page = await studio.server.get(path)
    expect(page.body).toContain(HEADLINE)
    expect(page.body).toContain('Who says what')
    for (const { who } of [...VOICES, { who: 'Russian military bloggers' }]) expect(page.body).toContain(who)
  })

  it('is handed to the desk when one of its claims moves', async () => {
    await toText(reporter, written)
    await written.select('7 fighters killed')
    await written.press('ControlOrMeta+Shift+K')
    await written.pressAt(button(reporter, 'They say otherwise now'))
    await written.type('9 fighters killed')
    await written.fill(reporter.getByLabel('In their own words'), '9')
    await written.fill(reporter.getByLabel('Said when'), 'on or before 2 August 2024')
    await written.press('Enter')
    await reporter.getByText('Recorded. The earlier claim stays in history.').waitFor()
    await edited.pressAt(editor.getByRole('link', { name: 'Tasks', exact: true }), 'Shift+Tab')
    await editor.getByRole('heading', { level: 1, name: 'Tasks' }).waitFor()
    const task = editor.getByRole('listitem').filter({ hasText: HEADLINE })
    await task.getByText('7 fighters killed').waitFor()
    await edited.pressAt(editor.getByRole('link', { name: HEADLINE }))
    await editor.waitForURL(address)
    await openPanel(editor, edited, 'Publish')
    await editor.getByText('A claim behind “7 fighters killed” has changed.').waitFor()
    expect(editor.url()).toBe(address)
  })

  it('is corrected, with what was and what is now', async () => {
    await edited.pressAt(button(editor, 'Take over'), 'Shift+Tab')
    await edited.pressAt(button(editor, 'Yes, take the pen'))
    await editor.locator('.ProseMirror[contenteditable=true]').waitFor()
    await toText(editor, edited)
    await edited.select('in Tinzaouaten')
    await edited.type('south of Tinzaouaten')
    await isSaved(editor)
    await openPanel(editor, edited, 'Publish')
    await edited.pressAt(editor.locator('summary', { hasText: 'Notes to readers' }))
    await edited.pressAt(button(editor, 'Issue a note'))
    const sheet = editor.getByRole('dialog')
    await sheet.waitFor()
    await edited.type('We first wrote that the ambush was in the town. JNIM’s statement places it south of it.')
    expect(await sheet.getByLabel('It said').inputValue()).toContain('an ambush in Tinzaouaten')
    expect(await sheet.getByLabel('It says now').inputValue()).toContain('an ambush south of Tinzaouaten')
    await edited.pressAt(button(editor, 'Issue the note'))
    await sheet.waitFor({ state: 'detached' })
    await edited.pressAt(button(editor, 'Publish these changes'), 'Shift+Tab')
    await editor.getByText('Readers have these words already.').first().waitFor()
    const page = await studio.server.get(path)
    expect(page.body).toContain('south of Tinzaouaten, on Mali’s border')
    expect(page.body).toMatch(/It said: “[^”]*an ambush in Tinzaouaten/)
    expect(page.body).toMatch(/It says now: “[^”]*an ambush south of Tinzaouaten/)
  })

  it('is begun in French as well, with that language’s figures and quotation marks', async () => {
    await reporter.goto(`${studio.url}/studio/`)
    await reporter.getByRole('heading', { level: 1 }).waitFor()
    await written.press('n')
    await pick('Language', 'French')
    await written.pressAt(button(reporter, 'Begin'))
    await reporter.waitForURL((url) => url.pathname.includes('/stories/sty_') && url.href !== address)
    await written.tabTo(reporter.getByLabel('Headline'))
    await written.type('Tinzaouaten')
    await written.tabTo(reporter.locator('.ProseMirror'))
    await written.type('Le GSIM dit avoir tué "au moins 50" combattants.')
    await isSaved(reporter)
    const text = reporter.locator('.ProseMirror')
    expect(await text.getAttribute('lang')).toBe('fr')
    expect(await text.innerText()).toMatch(/^Le GSIM dit avoir tué «\sau moins 50\s» combattants\.$/)
    expect(await text.locator('.uncited').allTextContents()).toEqual(['au moins 50'])
  })
})
