import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { lookUp, translationsOf } from '../../src/edition/public-stories.ts'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import { parseNameMapping } from '../../src/intake/name-mapping.ts'
import type { ImportPlan, ReportedProblem } from '../../src/newsroom/importing/import-report.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { readPersonas, readSections } from '../../src/store/house.ts'
import { importedFrom } from '../../src/store/imported-stories.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { countStories, storyById } from '../../src/store/stories.ts'
import type { LocalDate } from '../../src/time.ts'
import { aBody, aContent, aNewspaper, aNewsroom, anIncoming, aParagraph, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const PUBLISH: ImportPlan = { source: 'old site', publish: true }
const LONG = 'The army says that four people died on Saturday near the border, and the movement says nine, '.repeat(3)
const long = (more: Partial<IncomingStory> = {}): IncomingStory =>
  anIncoming({ body: aBody(aParagraph(LONG)), ...more })

const day = (number: number) => ({ precision: 'minute', at: at(`2023-05-0${number}T10:00:00Z`) }) as const

/** A plan that publishes, with new names. */
function mapping(value: object): ImportPlan {
  const parsed = parseNameMapping({ format: 1, ...value })
  if (parsed.kind === 'faults') throw new Error(parsed.faults.join(' '))
  return { ...PUBLISH, mapping: parsed.mapping }
}

/** A file that holds nothing but faults. */
function* broken() {
  for (let number = 0; number < 1_200; number += 1) {
    yield { kind: 'problem', foreignId: null, where: `line ${number}`, what: 'It is no item.' } as const
  }
}

describe.each(databases)('moving in properly on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  })
  afterEach(() => dbs.close())

  const bring = (stories: readonly IncomingStory[], plan: ImportPlan = PUBLISH) =>
    importStories(newsroom, stories, plan)

  async function storyOf(foreignId: string, source = 'old site') {
    const known = (await importedFrom(dbs.newsroom, source, [foreignId])).get(foreignId)
    const story = known && (await storyById(dbs.newsroom, known.storyId))
    if (!story) throw new Error(`${foreignId} was not imported`)
    return story
  }

  describe('a story whose words are here already', () => {
    const again = long({
      foreignId: 'feed:7',
      headline: 'TWO TOLLS, for one shelling!',
      redirectsFrom: ['/copy/', '/?p=7'],
      body: aBody(aParagraph(LONG.replace('army', 'Ármy')), { type: 'rule' }),
    })

    it.each([
      ['in one batch', [long(), again], []],
      ['from another source', [long()], [again]],
    ])('is not added again, %s, and its old addresses lead to the one that is', async (_, first, second) => {
      const one = await bring(first)
      const other = await bring(second, { source: 'feed', publish: true })
      expect([one.added + other.added, one.duplicates + other.duplicates]).toEqual([1, 1])
      expect([...one.problems, ...other.problems]).toMatchObject([
        {
          headline: 'TWO TOLLS, for one shelling!',
          what: 'Its words came in already, as “Two tolls for one shelling” (“wp:1” of “old site”): not added again. Its old addresses lead there.',
        },
      ])
      expect(await countStories(dbs.newsroom)).toEqual({ published: 1 })
      expect(await lookUp(dbs.reader, '/copy')).toMatchObject({ kind: 'moved' })
      expect(await lookUp(dbs.reader, '/?p=7')).toMatchObject({ kind: 'moved' })
    })

    it('changes nothing when it is read again', async () => {
      await bring([long(), again])
      const before = [await canonicalDump(dbs.edition), await newestChange(dbs.newsroom)]
      expect(await bring([long(), again])).toMatchObject({ added: 0, unchanged: 1, duplicates: 1 })
      expect([await canonicalDump(dbs.edition), await newestChange(dbs.newsroom)]).toEqual(before)
    })

    it('is added once its words are others: an update is no duplicate', async () => {
      await bring([long(), again])
      const update = { ...again, body: aBody(aParagraph(`${LONG} A tenth person died on Monday.`)) }
      expect(await bring([long(), update])).toMatchObject({ added: 1, unchanged: 1, duplicates: 0 })
      expect((await storyOf('feed:7')).id).not.toBe((await storyOf('wp:1')).id)
    })

    it('is added when it was public and the other a draft: readers would lose it', async () => {
      const report = await bring([long({ status: 'draft' }), again])
      expect(report).toMatchObject({ added: 2, published: 1, duplicates: 0 })
      expect(await bring([long({ status: 'draft' }), again])).toMatchObject({ added: 0, unchanged: 2, duplicates: 0 })
    })

    it('is told from others only by words enough: short ones may be alike', async () => {
      expect(await bring([anIncoming(), anIncoming({ foreignId: 'wp:2' })])).toMatchObject({ added: 2, duplicates: 0 })
    })
  })

  describe('the versions of a story in several languages', () => {
    const english = anIncoming({ language: 'en', translationGroup: 'g1', published: day(1) })
    const french = anIncoming({
      foreignId: 'wp:2',
      headline: 'Deux bilans',
      language: 'fr',
      translationGroup: 'g1',
      published: day(2),
    })

    it.each([
      ['in one batch', [[english, french]]],
      ['in two files', [[english], [french]]],
    ])('come into one group, the later from the earlier, %s', async (_, files) => {
      for (const file of files) await bring(file)
      const [one, other] = [await storyOf('wp:1'), await storyOf('wp:2')]
      expect(other).toMatchObject({ groupId: one.groupId, translatedFrom: one.id, language: 'fr' })
      expect(one.translatedFrom).toBeNull()
      expect((await translationsOf(dbs.reader, one.groupId)).map(({ language }) => language)).toEqual(['en', 'fr'])
    })

    it('have no original where the order does not tell, and a second in a language stands alone', async () => {
      const third = { ...french, foreignId: 'wp:3', headline: 'Trois bilans' }
      const report = await bring([french, english, third])
      expect((await storyOf('wp:1')).groupId).toBe((await storyOf('wp:2')).groupId)
      expect((await storyOf('wp:1')).translatedFrom).toBeNull()
      expect((await storyOf('wp:3')).groupId).not.toBe((await storyOf('wp:2')).groupId)
      expect(report.problems).toMatchObject([{ foreignId: 'wp:3', what: expect.stringContaining('stands alone') }])
    })

    it('are those of one source', async () => {
      await bring([english])
      await bring([french], { source: 'another', publish: true })
      expect((await storyOf('wp:1')).groupId).not.toBe((await storyOf('wp:2', 'another')).groupId)
    })
  })

  describe('dates', () => {
    it('that have not come yet make a draft of a public story, and are told', async () => {
      const report = await bring([
        anIncoming({ published: { precision: 'day', on: '2031-01-01' as LocalDate } }),
        anIncoming({
          foreignId: 'wp:2',
          status: 'scheduled',
          published: { precision: 'minute', at: at('2031-01-01T00:00:00Z') },
        }),
      ])
      expect(report).toMatchObject({ added: 2, published: 0 })
      expect(report.problems.map(({ what }) => what)).toEqual([
        'Its date, 2031-01-01, has not come yet: it comes as a draft without one.',
        'It was to be published on 2031-01-01: it comes as a draft. Schedule it here if it still is.',
      ])
      expect(await storyOf('wp:1')).toMatchObject({ state: 'draft', firstPublished: null })
    })

    it('that no newspaper can have are left out and told; a change before the publication is none', async () => {
      const report = await bring([
        anIncoming({ published: { precision: 'day', on: '0202-01-01' as LocalDate } }),
        anIncoming({ foreignId: 'wp:2', updatedAt: at('2020-01-01T00:00:00Z') }),
        anIncoming({ foreignId: 'wp:3', updatedAt: at('2024-07-30T00:00:00Z') }),
      ])
      expect(report.problems.map(({ what }) => what)).toEqual([
        'Its date, 0202-01-01, is before there were newspapers: it comes without one.',
      ])
      expect((await storyOf('wp:2')).updatedAt).toBe('2024-07-29T15:10:00.000Z')
      expect((await storyOf('wp:3')).updatedAt).toBe('2024-07-30T00:00:00.000Z')
    })
  })

  describe('a mapping of names', () => {
    const story = anIncoming({
      sectionPath: [{ label: 'Le Mali', kind: 'place' }],
      bylines: ['admin'],
      keywords: ['armee'],
    })

    it('brings stories into the newsroom’s own sections, under the bylines it names', async () => {
      await bring(
        [story],
        mapping({ sections: { 'le mali': 'mali' }, authors: { ADMIN: 'Newsroom' }, tags: { Armée: 'army' } }),
      )
      const [mali] = await readSections(dbs.newsroom)
      const [desk] = await readPersonas(dbs.newsroom)
      expect((await storyOf('wp:1')).content).toMatchObject({
        sectionIds: [mali?.id],
        bylines: [desk?.id],
        keywords: ['army'],
      })
      expect(await readSections(dbs.newsroom)).toHaveLength(1)
      expect(desk?.name).toBe('Newsroom')
    })

    it('that was edited changes the stories at the next run, unless staff have worked on them', async () => {
      const other = { ...story, foreignId: 'wp:2', headline: 'Another' }
      await bring([story, other], mapping({ authors: { admin: 'Newsroom' } }))
      const { id } = await storyOf('wp:2')
      await reviseStory(newsroom, { storyId: id, revision: 1, content: aContent({ headline: 'Ours' }) })
      const report = await bring([story, other], mapping({ authors: { admin: null } }))
      expect(report).toMatchObject({ changed: 1, unchanged: 1 })
      expect((await storyOf('wp:1')).content.bylines).toEqual([])
      expect((await storyOf('wp:2')).content.headline).toBe('Ours')
    })
  })

  it('tells of a language that the paper does not appear in', async () => {
    const report = await bring([anIncoming({ language: 'de' }), anIncoming({ foreignId: 'wp:2', language: 'fr-CA' })])
    expect(report.problems.map(({ foreignId, what }) => [foreignId, what])).toEqual([
      ['wp:1', 'Its language is de, in which the paper does not appear: it stands under en.'],
    ])
  })

  it('hands every problem on, and keeps the first of them and a summary', async () => {
    const told: ReportedProblem[] = []
    const stories = Array.from({ length: 300 }, (_, number) =>
      anIncoming({
        foreignId: `wp:${number}`,
        problems: [{ what: `${number + 2} comments were not brought over.`, where: null }],
      }),
    )
    const report = await importStories(newsroom, stories, PUBLISH, { onProblem: (problem) => void told.push(problem) })
    expect(told).toHaveLength(300)
    expect(report).toMatchObject({
      problemCount: 300,
      summary: [{ what: '… comments were not brought over.', count: 300 }],
    })
    expect(report.problems).toHaveLength(200)
    expect(report.problems[0]).toEqual(told[0])
  })

  it('hears of problems in portions, though no story stands between them', async () => {
    const heard: number[] = []
    const report = await importStories(newsroom, broken(), PUBLISH, {
      onProgress: ({ problemCount }) => void heard.push(problemCount),
    })
    expect(report.problemCount).toBe(1_200)
    expect(heard.slice(0, 2).every((count) => count < 1_200)).toBe(true)
  })
})
