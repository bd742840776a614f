import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { publicNewspaper, publicSections } from '../../src/edition/house.ts'
import { newestStories } from '../../src/edition/listed-stories.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { examineDatabases } from '../../src/newsroom/examine.ts'
import { type ExportLine, exportLines } from '../../src/newsroom/exporting/export-newsroom.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { isEmpty, loadSample } from '../../src/newsroom/load-sample.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { removeSample } from '../../src/newsroom/remove-sample.ts'
import { readSample } from '../../src/newsroom/sample-files.ts'
import { setUpNewspaper, setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { insertPersonas, readNewspaper, readPersonas, readSections } from '../../src/store/house.ts'
import { countStories, storyLines } from '../../src/store/stories.ts'
import { aContent, aNewspaper, aNewsroom, anIncoming, aPersona, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const SAMPLE = fileURLToPath(new URL('../../sample', import.meta.url))

describe.each(databases)('setting up on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
  })
  afterEach(() => dbs.close())

  const setUp = (overrides: Parameters<typeof aNewspaper>[0] = {}, sections: string[] = []) =>
    setUpNewspaper(newsroom, { newspaper: aNewspaper(overrides), sections })

  const draft = (more: Partial<Parameters<typeof createStory>[1]>) =>
    createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content: aContent(), ...more })

  /** What is wrong, but for the missing fsync of the tests' own PostgreSQL. */
  const faults = async () =>
    (await examineDatabases(newsroom, dbs.addresses))
      .filter(({ level, what }) => level === 'fault' && !what.includes('fsync'))
      .map(({ what }) => what)

  const front = (language: string) => newestStories(dbs.reader, { list: 'all', language, limit: 100, before: null })

  describe('a paper', () => {
    it('is before readers at once, with its sections in the order they were named', async () => {
      await setUp({}, ['Mali', 'War & Conflicts'])
      expect(await publicNewspaper(dbs.reader)).toEqual(aNewspaper())
      expect((await publicSections(dbs.reader)).map(({ slug, position, names }) => [slug, position, names])).toEqual([
        ['mali', 0, { en: 'Mali' }],
        ['war-and-conflicts', 1, { en: 'War & Conflicts' }],
      ])
    })

    it('can be set up again: sections that are there stay, new ones are added', async () => {
      await setUp({}, ['Mali'])
      const [mali] = await readSections(dbs.newsroom)
      await setUp({ name: 'The New Record' }, ['mali', 'Sudan', 'SUDAN'])
      expect((await readNewspaper(dbs.newsroom))?.name).toBe('The New Record')
      expect((await readSections(dbs.newsroom)).map(({ slug }) => slug)).toEqual(['mali', 'sudan'])
      expect((await readSections(dbs.newsroom))[0]?.id).toBe(mali?.id)
    })

    it.each<[string, Parameters<typeof aNewspaper>[0], string[]]>([
      ['without a name', { name: '  ' }, []],
      ['in no zone', { zone: 'Africa/Timbuktoo' }, []],
      ['in an empty zone', { zone: '' }, []],
      ['in a language that is none', { languages: ['en', 'e n'] }, []],
      ['without languages', { languages: [] }, []],
      ['with a main language that it has not', { defaultLanguage: 'ar' }, []],
      ['with a section called like what Onrecord needs', {}, ['Data']],
      ['with a section called like a language', {}, ['FR']],
      ['with a section called like a year', {}, ['2024']],
      ['with a section without a letter for its address', {}, ['السودان']],
    ])('is refused %s, and nothing is written', async (_, newspaper, sections) => {
      await expect(setUp(newspaper, sections)).rejects.toMatchObject({ code: 'bad-input' })
      expect(await readNewspaper(dbs.newsroom)).toBeUndefined()
      expect(await readSections(dbs.newsroom)).toEqual([])
      expect(await auditLines(dbs.newsroom, 0, 9)).toEqual([])
    })

    it('without a name is begun once, so that a first import needs no other step', async () => {
      expect(await setUpUntitled(newsroom, 'Africa/Bamako')).toBe(true)
      expect(await setUpUntitled(newsroom, 'UTC')).toBe(false)
      expect(await readNewspaper(dbs.newsroom)).toMatchObject({ name: 'Untitled paper', zone: 'Africa/Bamako' })
    })

    it('must be there before anything is written', async () => {
      await expect(draft({})).rejects.toMatchObject({ code: 'refused' })
      const bring = importStories(newsroom, [anIncoming()], { source: 'wp', publish: false })
      await expect(bring).rejects.toMatchObject({ code: 'refused', remedy: expect.stringContaining('init') })
      expect(await countStories(dbs.newsroom)).toEqual({})
    })
  })

  describe('a new story', () => {
    beforeEach(() => setUp())
    it('is refused in a language that the paper has not', async () => {
      await expect(draft({ language: 'de' })).rejects.toMatchObject({ code: 'bad-input' })
    })

    it('is refused when its original has a version in that language already, and joins it in another', async () => {
      const original = await draft({})
      await expect(draft({ translatedFrom: original.id })).rejects.toMatchObject({ code: 'refused' })
      const french = await draft({ language: 'fr', translatedFrom: original.id })
      expect(french.groupId).toBe(original.groupId)
      await expect(draft({ language: 'fr', translatedFrom: original.id })).rejects.toMatchObject({ code: 'refused' })
    })

    it('is given a slug from its id when its headline has no letter for one', async () => {
      const story = await draft({ content: aContent({ headline: 'الجيش المالي' }) })
      expect(story.slug).toMatch(/^sty-[a-z0-9]{16}$/)
      const { result } = await publishStory(newsroom, { storyId: story.id, revision: 1 })
      expect(result.path).toBe(`/2024/08/01/${story.slug}`)
    })
  })

  describe('the sample edition', () => {
    it('fills an empty newsroom, says that it is a sample, and equals a rebuilt edition', async () => {
      const sample = await readSample(SAMPLE)
      expect(await isEmpty(newsroom)).toBe(true)
      expect(await loadSample(newsroom, sample)).toBe(sample.stories.length)
      expect(await isEmpty(newsroom)).toBe(false)
      expect((await publicNewspaper(dbs.reader))?.isSample).toBe(true)
      expect((await front('en')).length + (await front('fr')).length + (await front('ar')).length).toBe(
        sample.stories.length,
      )
      const grown = await canonicalDump(dbs.edition)
      await rebuildEdition(newsroom)
      expect(await canonicalDump(dbs.edition)).toBe(grown)
    })

    it('is not for a newsroom in use', async () => {
      const sample = await readSample(SAMPLE)
      await setUp()
      await expect(loadSample(newsroom, sample)).rejects.toMatchObject({ code: 'refused' })
      await expect(removeSample(newsroom)).rejects.toMatchObject({ code: 'not-found' })
    })

    it('keeps the paper from being renamed over it', async () => {
      await loadSample(newsroom, await readSample(SAMPLE))
      await expect(setUp()).rejects.toMatchObject({ code: 'refused', remedy: expect.stringContaining('sample remove') })
    })

    it('goes without a trace from a newsroom that has nothing else', async () => {
      const empty = await canonicalDump(dbs.edition)
      const sample = await readSample(SAMPLE)
      await loadSample(newsroom, sample)
      expect(await removeSample(newsroom)).toEqual({ removed: sample.stories.length, kept: 0 })
      expect(await isEmpty(newsroom)).toBe(true)
      expect(await readSections(dbs.newsroom)).toEqual([])
      expect(await readPersonas(dbs.newsroom)).toEqual([])
      expect(await canonicalDump(dbs.edition)).toBe(empty)
      expect(await loadSample(newsroom, sample)).toBe(sample.stories.length)
    })

    it('leaves imported and written stories with their sections, their bylines and the sections above', async () => {
      const sample = await readSample(SAMPLE)
      await loadSample(newsroom, sample)
      const nested = (await readSections(dbs.newsroom)).find(({ parentId }) => parentId !== null)
      const label = Object.values(nested?.names ?? {})[0] ?? ''
      await importStories(
        newsroom,
        [anIncoming({ sectionPath: [{ label, kind: 'place' }], bylines: ['Ayize Claire'] })],
        { source: 'old site', publish: true },
      )
      const own = await createStory(newsroom, { language: 'fr', translatedFrom: null, slug: null, content: aContent() })
      expect(await removeSample(newsroom)).toEqual({ removed: sample.stories.length, kept: 2 })
      const sections = await readSections(dbs.newsroom)
      expect(sections.map(({ id }) => id)).toEqual(expect.arrayContaining([nested?.id, nested?.parentId]))
      expect(sections).toHaveLength(2)
      expect((await readPersonas(dbs.newsroom)).map(({ name }) => name)).toEqual(['Ayize Claire'])
      expect(await storyLines(dbs.newsroom, { state: 'draft', after: null, limit: 9 })).toEqual([
        expect.objectContaining({ id: own.id }),
      ])
      expect((await front('en')).map(({ sectionIds }) => sectionIds)).toEqual([[nested?.id]])
      expect((await publicNewspaper(dbs.reader))?.isSample).toBe(false)
      const grown = await canonicalDump(dbs.edition)
      await rebuildEdition(newsroom)
      expect(await canonicalDump(dbs.edition)).toBe(grown)
    })
  })

  describe('looking it over', () => {
    it('finds nothing wrong with a newsroom at work', async () => {
      await setUp()
      await importStories(newsroom, [anIncoming()], { source: 'wp', publish: true })
      expect(await faults()).toEqual([])
      expect((await examineDatabases(newsroom, dbs.addresses)).map(({ what }) => what)).toContain(
        'The Test Record: 1 published.',
      )
    })

    it('finds an audit that was changed, cut short, or sealed with another key', async () => {
      await setUp()
      await setUp({ name: 'Another' })
      expect(await faults()).toEqual([])
      newsroom = aNewsroom(dbs, { auditKey: 'another key' })
      expect(await faults()).toContainEqual(expect.stringContaining('The audit was changed at line 1'))
      newsroom = aNewsroom(dbs)
      await dbs.newsroom.deleteFrom('audit').where('number', '=', 2).execute()
      expect(await faults()).toContainEqual(expect.stringContaining('The audit was changed at line 2'))
    })

    it('finds an edition that is behind', async () => {
      await setUp()
      await dbs.edition.updateTable('progress').set({ number: 0 }).execute()
      expect(await faults()).toContainEqual(expect.stringContaining('1 changes behind'))
    })
  })

  describe('an export', () => {
    it('holds everything; a public one only what readers have', async () => {
      await setUp({}, ['Mali'])
      await importStories(newsroom, [anIncoming()], { source: 'wp', publish: true })
      await createStory(newsroom, {
        language: 'en',
        translatedFrom: null,
        slug: null,
        content: aContent({ headline: 'CANARY' }),
      })
      const hidden = aPersona({ slug: 'hidden', name: 'CANARY of a name' })
      await dbs.newsroom.transaction().execute((tx) => insertPersonas(tx, [hidden]))
      const read = async (publicOnly: boolean) => {
        const lines: ExportLine[] = []
        for await (const line of exportLines(newsroom, { publicOnly })) lines.push(line)
        return lines
      }
      expect((await read(false)).map(({ kind }) => kind)).toEqual(['newspaper', 'section', 'persona', 'story', 'story'])
      expect((await read(true)).map(({ kind }) => kind)).toEqual(['newspaper', 'section', 'story'])
      expect(JSON.stringify(await read(false))).toContain('CANARY')
      expect(JSON.stringify(await read(true))).not.toContain('CANARY')
    })
  })
})
