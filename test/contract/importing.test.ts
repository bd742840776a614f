import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { newestStories } from '../../src/edition/listed-stories.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import type { Incoming, IncomingSection, IncomingStory } from '../../src/intake/incoming.ts'
import { killStory } from '../../src/newsroom/amend-story.ts'
import { holdStory, moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { insertSections, readPersonas, readSections } from '../../src/store/house.ts'
import { importedFrom, storiesFrom } from '../../src/store/imported-stories.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { countStories, storyById, storyLines } from '../../src/store/stories.ts'
import type { SectionId, StoryId } from '../../src/ids.ts'
import type { Story } from '../../src/story/story.ts'
import type { LocalDate } from '../../src/time.ts'
import { aBody, aContent, aNewspaper, aNewsroom, anIncoming, aParagraph, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const PLAN = { source: 'old site', publish: false }
const PUBLISH = { source: 'old site', publish: true }

const place = (label: string): IncomingSection => ({ label, kind: 'place' })
const subject = (label: string): IncomingSection => ({ label, kind: 'subject' })

/** Many stories of several days, sections and authors, as an export of some years has them. */
const manyStories = (count: number): IncomingStory[] =>
  Array.from({ length: count }, (_, number) =>
    anIncoming({
      foreignId: `wp:${number}`,
      headline: `Story ${number % 40}`,
      published: { precision: 'minute', at: at(`2023-0${1 + (number % 9)}-1${number % 10}T10:00:00Z`) },
      sectionPath: [place('Africa'), place(number % 2 === 0 ? 'Mali' : 'Sudan'), subject(`Subject ${number % 7}`)],
      bylines: [`Author ${number % 5}`],
      redirectsFrom: [`/?p=${number}`],
    }),
  )

describe.each(databases)('importing on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'War & Conflicts'] })
  })
  afterEach(() => dbs.close())

  const bring = (stories: Incoming[], plan = PLAN) => importStories(newsroom, stories, plan)

  async function storyFrom(foreignId: string): Promise<Story> {
    const known = (await importedFrom(dbs.newsroom, 'old site', [foreignId])).get(foreignId)
    const story = known && (await storyById(dbs.newsroom, known.storyId))
    if (!story) throw new Error(`${foreignId} was not imported`)
    return story
  }

  const front = () => newestStories(dbs.reader, { list: 'all', language: 'en', limit: 500, before: null })

  describe('what it does with a story', () => {
    it('files it as a draft with the date and words it had, and shows readers nothing', async () => {
      const report = await bring([anIncoming({ headline: 'Two tolls', kicker: 'Mali', keywords: ['army'] })])
      expect(report).toMatchObject({ added: 1, changed: 0, unchanged: 0, published: 0, skipped: 0, problems: [] })
      expect(await storyFrom('wp:1')).toMatchObject({
        state: 'draft',
        liveRevision: null,
        path: null,
        firstPublished: { at: '2024-07-29T15:10:00.000Z', precision: 'minute' },
        content: { headline: 'Two tolls', kicker: 'Mali', keywords: ['army'] },
      })
      expect(await front()).toEqual([])
    })

    it('puts it before readers on its old date when it was public and the operator asks', async () => {
      await bring([anIncoming({ published: { precision: 'day', on: '2024-07-29' as LocalDate } })], PUBLISH)
      expect(await lookUp(dbs.reader, '/2024/07/29/two-tolls-for-one-shelling')).toMatchObject({
        story: { firstPublished: { at: '2024-07-29T12:00:00.000Z', precision: 'day' }, month: '2024-07' },
      })
    })

    it('never makes a draft, a private or a scheduled story public, and leaves what was trashed where it is', async () => {
      const statuses = ['draft', 'private', 'scheduled', 'trashed'] as const
      const report = await bring(
        statuses.map((status) => anIncoming({ foreignId: status, status })),
        PUBLISH,
      )
      expect(report).toMatchObject({ added: 3, published: 0, skipped: 1 })
      expect(await front()).toEqual([])
      expect(await countStories(dbs.newsroom)).toEqual({ draft: 3 })
      expect((await importedFrom(dbs.newsroom, 'old site', ['trashed'])).size).toBe(0)
    })

    it('names what stops a story from being published, and keeps it as a draft', async () => {
      const report = await bring([anIncoming({ headline: ' ' }), anIncoming({ foreignId: 'wp:2' })], PUBLISH)
      expect(report).toMatchObject({ added: 2, published: 1 })
      expect(report.problems).toEqual([
        { foreignId: 'wp:1', headline: ' ', where: null, what: 'The story has no headline.' },
      ])
    })

    it('passes on every problem of the source, in order, and says when it was cut off', async () => {
      const report = await bring([
        { kind: 'problem', foreignId: 'wp:9', where: 'line 4', what: 'has no title' },
        anIncoming({ problems: [{ what: 'A table was left out.', where: 'Figures' }] }),
        { kind: 'problem', foreignId: null, where: null, what: 'The file ends in the middle.', fatal: true },
      ])
      expect(report.isComplete).toBe(false)
      expect(report.problems.map(({ what }) => what)).toEqual([
        'has no title',
        'The file ends in the middle.',
        'A table was left out.',
      ])
    })

    it('keeps the last part of its old address, and leads every old address to it', async () => {
      const redirectsFrom = ['/?p=12', '/2024/07/two-figures/', '/']
      await bring([anIncoming({ redirectsFrom })], PUBLISH)
      expect((await lookUp(dbs.reader, '/2024/07/29/two-figures')).kind).toBe('story')
      expect(await lookUp(dbs.reader, '/?p=12')).toMatchObject({ kind: 'moved', to: '/2024/07/29/two-figures' })
      expect(await lookUp(dbs.reader, '/2024/07/two-figures')).toMatchObject({ kind: 'moved' })
      expect((await lookUp(dbs.reader, '/')).kind).toBe('nothing')
    })

    it('gives stories of one day with one headline an address each, and none that an old one has', async () => {
      const same = [1, 2, 3].map((number) => anIncoming({ foreignId: `wp:${number}` }))
      await bring([
        anIncoming({ foreignId: 'wp:0', headline: 'Other', redirectsFrom: ['/2024/07/29/two-tolls-for-one-shelling'] }),
      ])
      await bring(same, PUBLISH)
      expect(new Set((await front()).map(({ path }) => path))).toEqual(
        new Set([2, 3, 4].map((number) => `/2024/07/29/two-tolls-for-one-shelling-${number}`)),
      )
    })

    it('keeps its language when the paper has it, else takes the paper’s first', async () => {
      const languages = ['fr-FR', 'fr', 'en', 'de', null]
      await bring(languages.map((language, number) => anIncoming({ foreignId: `wp:${number}`, language })))
      const filed = await Promise.all(languages.map(async (_, number) => (await storyFrom(`wp:${number}`)).language))
      expect(filed).toEqual(['fr', 'fr', 'en', 'en', 'en'])
    })
  })

  describe('sections and bylines', () => {
    it('makes the places of a path a tree, and leaves subjects beside it', async () => {
      await bring([anIncoming({ sectionPath: [place('Africa'), subject('Diplomacy'), place('Niger')] })])
      const sections = new Map((await readSections(dbs.newsroom)).map((section) => [section.slug, section]))
      expect(sections.get('niger')).toMatchObject({
        kind: 'place',
        parentId: sections.get('africa')?.id,
        position: null,
      })
      expect(sections.get('diplomacy')).toMatchObject({ kind: 'subject', parentId: null })
      expect((await storyFrom('wp:1')).content.sectionIds).toEqual(
        ['africa', 'diplomacy', 'niger'].map((slug) => sections.get(slug)?.id),
      )
    })

    it('finds the newsroom’s own by any of their names, whatever their case and accents', async () => {
      const drc = {
        id: 'sec_drc' as SectionId,
        kind: 'series',
        slug: 'war-in-drc',
        parentId: null,
        about: {},
        position: null,
      } as const
      await inTransaction(dbs.newsroom, (tx) =>
        insertSections(tx, [{ ...drc, names: { en: 'War in DRC', fr: 'Guerre en République démocratique du Congo' } }]),
      )
      const before = (await readSections(dbs.newsroom)).length
      const labels = ['MALI', 'guerre en republique democratique du congo', 'war & conflicts', 'War in DRC']
      await bring([anIncoming({ sectionPath: labels.map(subject) })])
      expect(await readSections(dbs.newsroom)).toHaveLength(before)
      const slugs = new Map((await readSections(dbs.newsroom)).map(({ id, slug }) => [id, slug]))
      expect((await storyFrom('wp:1')).content.sectionIds.map((id) => slugs.get(id))).toEqual([
        'mali',
        'war-in-drc',
        'war-and-conflicts',
      ])
    })

    it('tells names apart that have no letter of an address in them', async () => {
      const arabic = { sectionPath: [place('السودان'), place('مالي')], bylines: ['عائشة', 'كلير'] }
      await bring([anIncoming(arabic)])
      await bring([anIncoming({ foreignId: 'wp:2', ...arabic })])
      expect((await readPersonas(dbs.newsroom)).map(({ name }) => name).sort()).toEqual(['عائشة', 'كلير'].sort())
      const { content } = await storyFrom('wp:2')
      expect(content.bylines).toHaveLength(2)
      expect(content.sectionIds).toHaveLength(2)
      expect((await storyFrom('wp:1')).content).toEqual(content)
      const names = new Map((await readSections(dbs.newsroom)).map(({ id, names }) => [id, names['en']]))
      expect(content.sectionIds.map((id) => names.get(id))).toEqual(['السودان', 'مالي'])
    })

    it('gives a section a free address when its name is one that Onrecord needs', async () => {
      await bring([anIncoming({ sectionPath: [subject('Data'), subject('2024'), subject('FR')] })])
      expect((await readSections(dbs.newsroom)).map(({ slug }) => slug)).toEqual(
        expect.arrayContaining(['section-data', 'section-2024', 'section-fr']),
      )
      await bring([anIncoming({ foreignId: 'wp:2', sectionPath: [subject('Data')] })])
      expect((await readSections(dbs.newsroom)).filter(({ slug }) => slug.includes('data'))).toHaveLength(1)
    })

    it('makes one byline of one name, however often and however it is spelled', async () => {
      await bring([
        anIncoming({ bylines: ['Ayize Claire', 'Moussa Ag'] }),
        anIncoming({ foreignId: 'wp:2', bylines: ['AYIZE CLAIRE', 'Ayizé Claire'] }),
      ])
      expect((await readPersonas(dbs.newsroom)).map(({ slug, name }) => [slug, name])).toEqual([
        ['ayize-claire', 'Ayize Claire'],
        ['moussa-ag', 'Moussa Ag'],
      ])
      expect((await storyFrom('wp:2')).content.bylines).toHaveLength(1)
    })
  })

  describe('run again', () => {
    it('changes nothing: no row that readers see, no number, no revision', async () => {
      const stories = manyStories(60)
      await bring(stories, PUBLISH)
      const before = [await canonicalDump(dbs.edition), await newestChange(dbs.newsroom)]
      const report = await bring(stories, PUBLISH)
      expect(report).toMatchObject({ added: 0, changed: 0, unchanged: 60, published: 0, problems: [] })
      expect([await canonicalDump(dbs.edition), await newestChange(dbs.newsroom)]).toEqual(before)
    })

    it('makes what changed at its source a new revision, and readers have it when it is published', async () => {
      await bring([anIncoming()], PUBLISH)
      const changed = anIncoming({ headline: 'Three tolls' })
      expect(await bring([changed])).toMatchObject({ changed: 1, published: 0 })
      expect((await front())[0]?.headline).toBe('Two tolls for one shelling')
      expect(await bring([changed], PUBLISH)).toMatchObject({ changed: 0, unchanged: 1, published: 1 })
      expect((await front())[0]).toMatchObject({
        headline: 'Three tolls',
        path: '/2024/07/29/two-tolls-for-one-shelling',
      })
    })

    it('publishes drafts of an earlier run when asked to', async () => {
      await bring([anIncoming()])
      expect(await bring([anIncoming()], PUBLISH)).toMatchObject({ unchanged: 1, published: 1 })
    })

    it('leaves what staff have worked on alone, and says so', async () => {
      await bring([anIncoming()])
      const story = await storyFrom('wp:1')
      await reviseStory(newsroom, { storyId: story.id, revision: 1, content: aContent({ headline: 'Our own words' }) })
      const report = await bring([anIncoming({ headline: 'Three tolls' })])
      expect(report).toMatchObject({ changed: 0, unchanged: 1 })
      expect(report.problems).toEqual([expect.objectContaining({ what: expect.stringContaining('left as it is') })])
      expect((await storyFrom('wp:1')).content.headline).toBe('Our own words')
    })

    it('never publishes for staff what they are still working on', async () => {
      const working = ['revised', 'reviewed', 'scheduled', 'held'].map((foreignId) => anIncoming({ foreignId }))
      await bring(working)
      const idOf = async (foreignId: string) => (await storyFrom(foreignId)).id
      await reviseStory(newsroom, {
        storyId: await idOf('revised'),
        revision: 1,
        content: aContent({ headline: 'Half' }),
      })
      await moveStory(newsroom, await idOf('reviewed'), 'in-review')
      await scheduleStory(newsroom, await idOf('scheduled'), at('2030-01-01T00:00:00Z'))
      await holdStory(newsroom, await idOf('held'), 'lawyers')
      const report = await bring(working, PUBLISH)
      expect(report).toMatchObject({ published: 0, unchanged: 4 })
      expect(report.problems).toHaveLength(4)
      expect(await front()).toEqual([])
      expect((await storyFrom('scheduled')).state).toBe('scheduled')
    })

    it('never brings back what was killed here', async () => {
      await bring([anIncoming()], PUBLISH)
      const { id } = await storyFrom('wp:1')
      await killStory(newsroom, id, 'Withdrawn.')
      expect(await bring([anIncoming({ headline: 'Three tolls' })], PUBLISH)).toMatchObject({
        published: 0,
        changed: 0,
      })
      expect((await lookUp(dbs.reader, '/2024/07/29/two-tolls-for-one-shelling')).kind).toBe('gone')
    })

    it('takes an item that a source names twice once, near or far, and says so each time', async () => {
      const repeated = anIncoming({ foreignId: 'wp:0', headline: 'Another story under the same name' })
      const stories = [...manyStories(2), repeated, ...manyStories(150).slice(2), repeated]
      const report = await bring(stories, PUBLISH)
      expect(report).toMatchObject({ added: 150, changed: 0, skipped: 2 })
      expect(report.problems).toHaveLength(2)
      const before = [await canonicalDump(dbs.edition), await newestChange(dbs.newsroom)]
      expect(await bring(stories, PUBLISH)).toMatchObject({ added: 0, changed: 0, unchanged: 150, published: 0 })
      expect([await canonicalDump(dbs.edition), await newestChange(dbs.newsroom)]).toEqual(before)
      expect((await storyFrom('wp:0')).content.headline).toBe('Story 0')
    })

    it('tells two sources apart that use the same names', async () => {
      await bring([anIncoming()])
      expect(await bring([anIncoming()], { source: 'wire', publish: false })).toMatchObject({ added: 1 })
      expect(await storiesFrom(dbs.newsroom, 'wire')).toHaveLength(1)
      expect(await storiesFrom(dbs.newsroom, 'old site')).toHaveLength(1)
    })
  })

  it('stopped in the middle and run again ends as if it had never been stopped', async () => {
    const stories = manyStories(250)
    function* cutOff(): Generator<IncomingStory> {
      yield* stories.slice(0, 150)
      throw new Error('the disk was pulled out')
    }
    await expect(importStories(newsroom, cutOff(), PUBLISH)).rejects.toThrow('the disk was pulled out')
    // What was done is whole: every batch that was finished is there, and readers have it.
    expect(await front()).toHaveLength(100)
    const resumed: number[] = []
    const report = await importStories(newsroom, stories, PUBLISH, {
      onProgress: ({ added, unchanged }) => void resumed.push(added + unchanged),
    })
    expect(report).toMatchObject({ added: 150, unchanged: 100, published: 150 })
    expect(resumed).toEqual([100, 200, 250])
    const grown = await canonicalDump(dbs.edition)

    const other = await open()
    try {
      const untroubled = aNewsroom(other)
      await setUpNewspaper(untroubled, { newspaper: aNewspaper(), sections: ['Mali', 'War & Conflicts'] })
      await importStories(untroubled, stories, PUBLISH)
      expect(await canonicalDump(other.edition)).toBe(grown)
    } finally {
      await other.close()
    }
    await rebuildEdition(newsroom)
    expect(await canonicalDump(dbs.edition)).toBe(grown)
  })

  it('brings in stories that stand in more lists than a statement can carry at once', async () => {
    const sectionPath = Array.from({ length: 80 }, (_, number) => subject(`Subject ${number}`))
    const stories = Array.from({ length: 100 }, (_, number) =>
      anIncoming({ foreignId: `wp:${number}`, sectionPath, redirectsFrom: [`/?p=${number}`] }),
    )
    expect(await bring(stories, PUBLISH)).toMatchObject({ published: 100 })
    expect(await front()).toHaveLength(100)
  })

  it('lists what it brought in, in order, a page at a time', async () => {
    await bring([anIncoming({ body: aBody(aParagraph('One.')) }), anIncoming({ foreignId: 'wp:2' })])
    const [first] = await storyLines(dbs.newsroom, { state: 'draft', after: null, limit: 1 })
    const [second] = await storyLines(dbs.newsroom, { state: 'draft', after: first?.id as StoryId, limit: 1 })
    expect(new Set([first?.id, second?.id])).toEqual(new Set(await storiesFrom(dbs.newsroom, 'old site')))
  })
})
