import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { editionChangesAfter, editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { listTag } from '../../src/edition/tags.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { changeAuthor } from '../../src/newsroom/change-author.ts'
import { changeProfile } from '../../src/newsroom/change-profile.ts'
import { changeSection } from '../../src/newsroom/change-section.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { onionAddress } from '../../src/newsroom/onion-address.ts'
import { pinStory, unpinStory } from '../../src/newsroom/pin-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { removePage, setPage } from '../../src/newsroom/set-page.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { openPrompts } from '../../src/newsroom/written-page.ts'
import { renderFrom } from '../../src/press/load/render-page.ts'
import { pageTemplate } from '../../src/site/page-templates/page-template.ts'
import { readFrontSlots } from '../../src/store/front-slots.ts'
import { insertPersonas, readNewspaper, readSections } from '../../src/store/house.ts'
import { readHousePages } from '../../src/store/house-pages.ts'
import { HOUSE_PAGES } from '../../src/story/house-page.ts'
import type { PersonaId, StoryId } from '../../src/ids.ts'
import { aContent, aNewspaper, aNewsroom, aPersona, at, type TestNewsroom } from '../builders.ts'
import { byClass, byTag, parse, wordsOf } from '../site/parse.ts'
import { databases, type OpenDatabases } from './databases.ts'

const headlinesOf = (body: string) => {
  const [main] = byTag(parse(body), 'main')
  return main ? byClass(main, 'story').map((story) => wordsOf(byTag(story, 'a')[0])) : []
}

describe.each(databases)('fronts and the paper’s own pages on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Sudan'] })
  })
  afterEach(() => dbs.close())

  async function draft(headline: string, sections: readonly string[] = ['mali'], bylines: PersonaId[] = []) {
    const all = await readSections(dbs.newsroom)
    const sectionIds = all.filter(({ slug }) => sections.includes(slug)).map(({ id }) => id)
    const content = aContent({ headline, sectionIds, bylines })
    return (await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content })).id
  }

  /** Stories that came out a day after another. */
  async function publishedInTurn(...headlines: string[]): Promise<StoryId[]> {
    const ids = []
    for (const [day, headline] of headlines.entries()) {
      newsroom.setClock(at(`2024-08-0${day + 1}T09:00:00Z`))
      const id = await draft(headline)
      await publishStory(newsroom, { storyId: id, revision: null })
      ids.push(id)
    }
    return ids
  }

  const page = (path: string) =>
    renderFrom({ edition: dbs.reader, siteUrl: 'https://paper.example', now: newsroom.now })(path)

  const headlines = async (path: string) => headlinesOf((await page(path)).body)

  async function expectRebuiltEqual() {
    const grown = await canonicalDump(dbs.edition)
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
    return grown
  }

  const pin = (storyId: StoryId | undefined, more: Partial<Parameters<typeof pinStory>[1]> = {}) =>
    pinStory(newsroom, { storyId: storyId as StoryId, section: null, position: 1, until: null, ...more })

  describe('a chosen place', () => {
    it('holds its story, the newest fill the others, and none stands there twice', async () => {
      const [first, , third] = await publishedInTurn('First', 'Second', 'Third', 'Fourth')
      await pin(first, { position: 2 })
      await pin(third, { position: 1 })
      expect(await headlines('/')).toEqual(['Third', 'First', 'Fourth', 'Second'])
      await expectRebuiltEqual()
    })

    it('is the new story’s as soon as another is chosen for it, and a story has one place', async () => {
      const [first, second] = await publishedInTurn('First', 'Second', 'Third')
      await pin(first)
      await pin(second)
      await pin(second, { position: 3 })
      expect(await headlines('/')).toEqual(['Third', 'First', 'Second'])
      expect((await readFrontSlots(dbs.newsroom, null)).map(({ storyId }) => storyId)).toEqual([second])
      await expectRebuiltEqual()
    })

    it('is filled by itself again when it is freed', async () => {
      const [first] = await publishedInTurn('First', 'Second')
      await pin(first)
      await unpinStory(newsroom, { section: null, language: 'en', position: 1 })
      expect(await headlines('/')).toEqual(['Second', 'First'])
      await expect(unpinStory(newsroom, { section: null, language: 'en', position: 1 })).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    it('loses a story that is killed, and shows one that waited for it as soon as it is published', async () => {
      const [first] = await publishedInTurn('First', 'Second')
      const waiting = await draft('Waiting')
      await pin(first)
      await pin(waiting, { position: 2 })
      expect(await headlines('/')).toEqual(['First', 'Second'])
      expect(await canonicalDump(dbs.edition)).not.toContain(waiting)
      await killStory(newsroom, first as StoryId, 'Withdrawn.')
      await publishStory(newsroom, { storyId: waiting, revision: null })
      expect(await headlines('/')).toEqual(['Second', 'Waiting'])
      await expectRebuiltEqual()
    })

    it('ends at its time, and the page says until when it is true', async () => {
      const [first] = await publishedInTurn('First', 'Second')
      const until = at('2024-08-02T12:00:00Z')
      await pin(first, { until })
      const before = await page('/')
      expect([headlinesOf(before.body)[0], before.freshUntil]).toEqual(['First', until])
      newsroom.setClock(until)
      const after = await page('/')
      expect([headlinesOf(after.body)[0], after.freshUntil]).toEqual(['Second', null])
    })

    it('touches the front it stands on, and no other list', async () => {
      const [first] = await publishedInTurn('First')
      const mali = (await readSections(dbs.newsroom)).find(({ slug }) => slug === 'mali')
      const number = await editionNumber(dbs.edition)
      await pin(first, { section: 'mali' })
      const tags = (await editionChangesAfter(dbs.edition, number)).flatMap((change) => change.tags)
      expect(tags).toContain(listTag(`section:${mali?.id ?? ''}`, 'en'))
      expect(tags).not.toContain('site')
      expect((await page('/mali')).tags).toContain(`story:${first}`)
    })

    it('is refused to a killed story, to one of another section, outside its six, and for a time that is over', async () => {
      const [first, second] = await publishedInTurn('First', 'Second')
      await killStory(newsroom, first as StoryId, 'Withdrawn.')
      await expect(pin(first)).rejects.toMatchObject({ code: 'refused' })
      await expect(pin(second, { section: 'sudan' })).rejects.toMatchObject({ code: 'refused' })
      await expect(pin(second, { section: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
      await expect(pin(second, { position: 7 })).rejects.toMatchObject({ code: 'bad-input' })
      await expect(pin(second, { until: at('2024-01-01T00:00:00Z') })).rejects.toMatchObject({ code: 'bad-input' })
    })
  })

  describe('a page on which the paper speaks of itself', () => {
    const about = { kind: 'about', language: 'en', markdown: '# About us\n\nWe report on [Mali](/mali).\n' } as const

    it('stands at its address and in the foot of every page, in its language alone', async () => {
      await setPage(newsroom, about)
      const { status, body } = await page('/about')
      expect(status).toBe(200)
      expect(byTag(parse(body), 'h1').map(wordsOf)).toEqual(['About us'])
      expect((await page('/')).body).toContain('href="/about"')
      expect((await page('/fr')).body).not.toContain('/fr/about')
      expect((await page('/fr/about')).status).toBe(404)
      await expectRebuiltEqual()
    })

    it('goes without a trace', async () => {
      const before = await canonicalDump(dbs.edition)
      await setPage(newsroom, about)
      await removePage(newsroom, 'about', 'en')
      expect(await canonicalDump(dbs.edition)).toBe(before)
      expect(await readHousePages(dbs.newsroom)).toEqual([])
      await expect(removePage(newsroom, 'about', 'en')).rejects.toMatchObject({ code: 'not-found' })
    })

    it('is refused as its template has it, and the prompts are named', async () => {
      for (const kind of HOUSE_PAGES) {
        const markdown = pageTemplate(kind, 'en')
        const [prompt = 'none'] = /\[[^\]]+\]/.exec(markdown) ?? []
        await expect(setPage(newsroom, { kind, language: 'en', markdown })).rejects.toMatchObject({
          code: 'refused',
          message: expect.stringContaining(prompt),
        })
      }
    })

    it('takes a filled-in template whole, with its table', async () => {
      const markdown = pageTemplate('funding', 'fr').replaceAll(/\[[^\]]+\]/g, 'nos mots')
      const { result } = await setPage(newsroom, { kind: 'funding', language: 'fr', markdown })
      expect(result.problems).toEqual([])
      expect(result.page.body.content.map(({ type }) => type)).toContain('table')
      expect(openPrompts(result.page)).toEqual([])
    })

    it('needs a title, a text, and a language of the paper', async () => {
      for (const wrong of [{ markdown: 'No title.' }, { markdown: '# Only a title' }, { language: 'de' }]) {
        await expect(setPage(newsroom, { ...about, ...wrong })).rejects.toMatchObject({ code: 'bad-input' })
      }
    })

    it('lets nothing act that its Markdown carries along', async () => {
      const markdown =
        '# About us\n\n<script>alert(1)</script>\n\n[here](javascript:alert(1)) <img src=x onerror=alert(1)>'
      await setPage(newsroom, { ...about, markdown: `${markdown}\n\nText.` })
      expect((await page('/about')).body).not.toMatch(/alert\(1\)|onerror|javascript:/)
    })
  })

  describe('what the paper says of itself', () => {
    it('is said until it is taken back', async () => {
      await changeProfile(newsroom, 'founded', ['2019'])
      await changeProfile(newsroom, 'links', ['https://a.example/paper', 'https://b.example'])
      expect((await page('/')).body).toContain('Since 2019')
      await expectRebuiltEqual()
      await changeProfile(newsroom, 'founded', [])
      expect((await readNewspaper(dbs.newsroom))?.profile).toMatchObject({
        founded: null,
        links: ['https://a.example/paper', 'https://b.example'],
      })
    })

    it('brings the page for sources with it, as soon as it names a safe channel', async () => {
      expect((await page('/about/contact-safely')).status).toBe(404)
      const address = onionAddress(new Uint8Array(32).fill(7))
      await changeProfile(newsroom, 'secure-drop', [`http://${address}/`])
      expect((await page('/fr/about/contact-safely')).body).toContain(address)
    })

    it('is refused where it cannot be right', async () => {
      const wrong = [
        ['founded', '19'],
        ['founded', '2199'],
        ['contact-email', 'nobody'],
        ['security-contact', 'http://plain.example'],
        ['links', 'javascript:alert(1)'],
        ['memberships', 'http://plain.example'],
        ['signal', 'a b'],
        ['secure-drop', `${'a'.repeat(56)}.onion`],
        ['secure-drop', 'https://drop.example'],
        ['ads-txt', 'not a line'],
      ] as const
      for (const [field, value] of wrong) {
        await expect(changeProfile(newsroom, field, [value]), `${field} ${value}`).rejects.toMatchObject({
          code: 'bad-input',
        })
      }
    })
  })

  it('a section is renamed, said to be about something and moved in the masthead; its address stays', async () => {
    await publishedInTurn('First')
    await changeSection(newsroom, 'mali', { names: { fr: 'Le Mali' }, about: { en: 'The war.' }, position: 9 })
    expect(byTag(parse((await page('/fr/mali')).body), 'h1').map(wordsOf)).toEqual(['Le Mali'])
    const english = parse((await page('/mali')).body)
    expect(wordsOf(byClass(english, 'heading')[0])).toContain('The war.')
    const [nav] = byClass(english, 'main-nav')
    expect(nav && byTag(nav, 'a').map(wordsOf)).toEqual(['Sudan', 'Mali'])
    await expect(changeSection(newsroom, 'mali', { names: { en: '', fr: '' } })).rejects.toMatchObject({
      code: 'bad-input',
    })
    await expectRebuiltEqual()
  })

  it('a byline is a desk with a French name as soon as somebody says so', async () => {
    const persona = aPersona({ slug: 'desk', name: 'Sahel desk' })
    await dbs.newsroom.transaction().execute((tx) => insertPersonas(tx, [persona]))
    const storyId = await draft('First', ['mali'], [persona.id])
    await publishStory(newsroom, { storyId, revision: null })
    await changeAuthor(newsroom, 'desk', { kind: 'desk', names: { fr: 'Service Sahel' } })
    expect(wordsOf(byClass(parse((await page('/fr/authors/desk')).body), 'heading')[0])).toBe('ServiceService Sahel')
    await expect(changeAuthor(newsroom, 'nobody', { name: 'X' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(changeAuthor(newsroom, 'desk', { about: { de: 'X' } })).rejects.toMatchObject({ code: 'bad-input' })
    await expectRebuiltEqual()
  })
})
