import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyStories, type StoryChange } from '../../src/edition/apply-stories.ts'
import { type EditionChange, editionChangesAfter, editionNumber, recordChange } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import {
  allAuthors,
  authorBySlug,
  authorsById,
  publicNewspaper,
  publicSections,
  replaceHouse,
} from '../../src/edition/house.ts'
import { type ListedStory, newestStories, type ListPosition, storiesOfMonth } from '../../src/edition/listed-stories.ts'
import { monthsForSitemap, monthsOf } from '../../src/edition/months.ts'
import { lookUp, newestWholeStories, storiesForSitemap, translationsOf } from '../../src/edition/public-stories.ts'
import { removeUnknownStories } from '../../src/edition/sweep.ts'
import type { ListKey } from '../../src/edition/tags.ts'
import type { NoteId, PersonaId, SectionId, StoryGroupId, StoryId } from '../../src/ids.ts'
import type { GoneStory, PublicStory } from '../../src/story/public-story.ts'
import type { Persona, Section } from '../../src/story/section.ts'
import type { LocalDate, Month } from '../../src/time.ts'
import { aNewspaper, aPersona, at } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aGoneStory, aPublicStory, publicStory, writeChanges } from './public-stories.ts'

const live = (story: PublicStory, redirectsFrom: string[] = []): StoryChange => ({
  id: story.id,
  projection: { kind: 'live', story, versions: [] },
  redirectsFrom,
})

const gone = (story: GoneStory, redirectsFrom: string[] = []): StoryChange => ({
  id: story.id,
  projection: { kind: 'gone', story },
  redirectsFrom,
})

const named = (id: string, path: string, more: Partial<PublicStory> = {}): PublicStory =>
  aPublicStory({ id: id as StoryId, groupId: `grp_${id}` as StoryGroupId, path, ...more })

const change = (number: number): EditionChange & { follows: number } => ({
  number,
  follows: number - 1,
  tags: [`story:${number}`],
  purge: number === 3 ? ['story:3'] : [],
})

describe.each(databases)('the edition on $name', ({ open }) => {
  let dbs: OpenDatabases
  beforeEach(async () => {
    dbs = await open()
  })
  afterEach(() => dbs.close())

  const write = (...changes: StoryChange[]) => writeChanges(dbs.edition, changes)

  const tagsOf = async (...changes: StoryChange[]) =>
    (await dbs.edition.transaction().execute((tx) => applyStories(tx, changes, new Map()))).tags

  async function pagesOf(list: ListKey, language: string, limit: number): Promise<ListedStory[][]> {
    const pages: ListedStory[][] = []
    for (let before: ListPosition | null = null; ; ) {
      const page: ListedStory[] = await newestStories(dbs.reader, { list, language, limit, before })
      // A walk that never ends would otherwise say nothing at all.
      if (page.length === 0 || pages.length > 500) return pages
      pages.push(page)
      const last = page.at(-1)
      if (last) before = { publishedAt: last.firstPublished.at, storyId: last.id }
    }
  }

  describe('a story', () => {
    it('comes back with everything that readers may know of it', async () => {
      const story = aPublicStory({
        kicker: 'Mali',
        dateline: { place: 'Bamako', on: '2024-07-29' as LocalDate },
        sectionIds: ['sec_a', 'sec_b'] as SectionId[],
        bylines: ['per_a'] as PersonaId[],
        keywords: ['army', 'l’armée'],
        translatedFrom: 'sty_z' as StoryId,
        notes: [
          { id: 'not_1' as NoteId, kind: 'correction', at: at('2024-08-02T09:00:00Z'), text: 'It was Saturday.' },
        ],
        firstPublished: { at: at('2024-08-01T12:00:00Z'), precision: 'day' },
      })
      await write(live(story))
      expect(await lookUp(dbs.reader, story.path)).toEqual({ kind: 'story', story })
      const [listed] = await newestStories(dbs.reader, { list: 'all', language: 'en', limit: 1, before: null })
      expect(listed).toMatchObject({
        headline: story.headline,
        authorIds: ['per_a'],
        isCorrected: true,
        leadFigure: null,
      })
      expect(await newestWholeStories(dbs.reader, { list: 'section:sec_b', language: 'en', limit: 5 })).toEqual([story])
    })

    it('is found before a notice, and a notice before a former address', async () => {
      const path = '/2024/08/01/contested'
      const other = named('sty_other', '/2024/08/01/elsewhere')
      await write(live(other, [path]))
      expect(await lookUp(dbs.reader, path)).toEqual({ kind: 'moved', to: other.path, storyId: other.id })
      await write(gone(aGoneStory({ path })))
      expect(await lookUp(dbs.reader, path)).toEqual({ kind: 'gone', story: aGoneStory({ path }) })
      await write(live(named('sty_new', path)))
      expect((await lookUp(dbs.reader, path)).kind).toBe('story')
      expect(await lookUp(dbs.reader, '/2024/08/01/never')).toEqual({ kind: 'nothing' })
    })

    it('takes its former addresses with it when it moves, and when it is withdrawn', async () => {
      await write(live(named('sty_a', '/2024/08/01/one'), ['/old']))
      await write(live(named('sty_a', '/2024/08/01/two'), ['/old', '/2024/08/01/one']))
      for (const path of ['/old', '/2024/08/01/one']) {
        expect(await lookUp(dbs.reader, path)).toMatchObject({ kind: 'moved', to: '/2024/08/01/two' })
      }
      await write(gone(aGoneStory({ id: 'sty_a' as StoryId }), ['/old']))
      expect(await lookUp(dbs.reader, '/old')).toMatchObject({ kind: 'moved', to: '/2024/08/01/withdrawn' })
      await write({ id: 'sty_a' as StoryId, projection: { kind: 'private' }, redirectsFrom: ['/old'] })
      for (const path of ['/old', '/2024/08/01/withdrawn']) {
        expect(await lookUp(dbs.reader, path)).toEqual({ kind: 'nothing' })
      }
    })

    it('knows its other languages, in order', async () => {
      const groupId = 'grp_tolls' as StoryGroupId
      await write(
        live(named('sty_fr', '/fr/2024/08/01/bilans', { groupId, language: 'fr', headline: 'Deux bilans' })),
        live(named('sty_en', '/2024/08/01/tolls', { groupId })),
        live(named('sty_x', '/2024/08/01/another')),
      )
      expect((await translationsOf(dbs.reader, groupId)).map(({ language, path }) => [language, path])).toEqual([
        ['en', '/2024/08/01/tolls'],
        ['fr', '/fr/2024/08/01/bilans'],
      ])
    })

    it('stands in the lists of its sections and of those above them, once', async () => {
      const parents = new Map<SectionId, SectionId | null>([
        ['sec_mali' as SectionId, 'sec_africa' as SectionId],
        ['sec_africa' as SectionId, null],
      ])
      const story = aPublicStory({
        sectionIds: ['sec_mali', 'sec_africa'] as SectionId[],
        bylines: ['per_a' as PersonaId],
      })
      await dbs.edition.transaction().execute((tx) => applyStories(tx, [live(story)], parents))
      for (const list of ['all', 'section:sec_mali', 'section:sec_africa', 'author:per_a'] as const) {
        expect(await monthsOf(dbs.reader, list, 'en')).toEqual([{ month: '2024-08', stories: 1 }])
        expect(await monthsOf(dbs.reader, list, 'fr')).toEqual([])
      }
    })
  })

  describe('its lists', () => {
    it('meet every story exactly once, newest first, in pages of any length', async () => {
      const stories = Array.from({ length: 130 }, (_, number) => publicStory(number))
      await write(...stories.map((story) => live(story)))
      for (const [list, language] of [
        ['all', 'en'],
        ['section:sec_11', 'fr'],
      ] as const) {
        const wanted = stories
          .filter(
            (story) =>
              story.language === language && (list === 'all' || story.sectionIds.includes('sec_11' as SectionId)),
          )
          .map((story) => `${story.firstPublished.at} ${story.id}`)
          .sort()
          .toReversed()
        for (const limit of [1, 7, 30, 500]) {
          const met = (await pagesOf(list, language, limit))
            .flat()
            .map((story) => `${story.firstPublished.at} ${story.id}`)
          expect(met).toEqual(wanted)
        }
      }
    })

    it('part stories of the same minute by their ids, so that no page loses one', async () => {
      const same = Array.from({ length: 9 }, (_, number) => named(`sty_${number}`, `/2024/08/01/story-${number}`))
      await write(...same.map((story) => live(story)))
      const pages = await pagesOf('all', 'en', 2)
      expect(pages.map((page) => page.length)).toEqual([2, 2, 2, 2, 1])
      expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(9)
    })

    it('count their months, and a month shows its stories oldest first', async () => {
      const stories = Array.from({ length: 60 }, (_, number) => publicStory(number))
      await write(...stories.map((story) => live(story)))
      const counted = await monthsOf(dbs.reader, 'all', 'en')
      expect(counted.map(({ month }) => month)).toEqual(
        counted
          .map(({ month }) => month)
          .sort()
          .toReversed(),
      )
      for (const { month, stories: count } of counted) {
        const shown = await storiesOfMonth(dbs.reader, { list: 'all', language: 'en', month })
        expect(shown).toHaveLength(count)
        const times = shown.map((story) => story.firstPublished.at)
        expect(times).toEqual(times.toSorted())
      }
    })

    it('give each month’s sitemap its stories in every language, and the time of its latest change', async () => {
      await write(
        live(named('sty_a', '/2024/08/01/a', { updatedAt: at('2024-08-09T00:00:00Z') })),
        live(named('sty_b', '/fr/2024/08/01/b', { language: 'fr', updatedAt: at('2024-08-12T00:00:00Z') })),
        live(
          named('sty_c', '/2024/07/01/c', {
            month: '2024-07' as Month,
            firstPublished: { at: at('2024-07-01T00:00:00Z'), precision: 'day' },
          }),
        ),
      )
      expect(await monthsForSitemap(dbs.reader)).toEqual([
        { month: '2024-08', updatedAt: '2024-08-12T00:00:00.000Z' },
        { month: '2024-07', updatedAt: '2024-08-01T09:00:00.000Z' },
      ])
      expect(
        (await storiesForSitemap(dbs.reader, '2024-08' as Month)).map(({ path, language }) => [path, language]),
      ).toEqual([
        ['/2024/08/01/a', 'en'],
        ['/fr/2024/08/01/b', 'fr'],
      ])
      expect(await storiesForSitemap(dbs.reader, '2023-01' as Month)).toEqual([])
    })
  })

  describe('following', () => {
    it('changes nothing when a change is applied a second time', async () => {
      const changes = [
        live(aPublicStory({ sectionIds: ['sec_a' as SectionId] }), ['/old']),
        gone(aGoneStory(), ['/older']),
      ]
      await write(...changes)
      const once = await canonicalDump(dbs.edition)
      await write(...changes)
      await write(...changes.toReversed())
      expect(await canonicalDump(dbs.edition)).toBe(once)
    })

    it('names exactly the pages that a change concerns', async () => {
      const story = aPublicStory({ sectionIds: ['sec_a' as SectionId] })
      const lists = ['list:all:en', 'list:all:en:2024-08', 'list:section:sec_a:en', 'list:section:sec_a:en:2024-08']
      const months = ['months:all:en', 'months:section:sec_a:en']
      expect(await tagsOf(live(story))).toEqual(new Set(['story:sty_a', 'group:grp_a', ...lists, ...months]))
      // A second story of the month opens no month, and touches no list it does not stand in.
      expect(await tagsOf(live(named('sty_b', '/2024/08/01/b')))).toEqual(
        new Set(['story:sty_b', 'group:grp_sty_b', ...lists.slice(0, 2)]),
      )
      expect(await tagsOf({ id: story.id, projection: { kind: 'private' }, redirectsFrom: [] })).toEqual(
        new Set(['story:sty_a', 'group:grp_a', ...lists, 'months:section:sec_a:en']),
      )
    })

    it('tells a reader what it missed; one that is too far behind, that everything changed', async () => {
      await dbs.edition.transaction().execute(async (tx) => {
        for (const number of [1, 2, 3]) await recordChange(tx, change(number))
      })
      expect(await editionNumber(dbs.reader)).toBe(3)
      expect(await editionChangesAfter(dbs.reader, 1)).toEqual([
        { number: 2, tags: ['story:2'], purge: [] },
        { number: 3, tags: ['story:3'], purge: ['story:3'] },
      ])
      expect(await editionChangesAfter(dbs.reader, 3)).toEqual([])
      await dbs.edition.transaction().execute((tx) => recordChange(tx, { ...change(6_000), follows: 3 }))
      expect(await editionNumber(dbs.reader)).toBe(6_000)
      expect(await editionChangesAfter(dbs.reader, 3)).toEqual([{ number: 6_000, tags: ['story:6000'], purge: [] }])
      expect(await editionChangesAfter(dbs.reader, 2)).toEqual([{ number: 6_000, tags: ['*'], purge: ['*'] }])
    })

    it('takes away what the newsroom does not know, and counts the months over', async () => {
      await write(
        live(named('sty_a', '/2024/08/01/a'), ['/old']),
        live(named('sty_b', '/2024/08/01/b')),
        gone(aGoneStory()),
      )
      await dbs.edition.updateTable('listing_months').set({ stories: 77 }).execute()
      const strays = await dbs.edition
        .transaction()
        .execute((tx) => removeUnknownStories(tx, new Set(['sty_b' as StoryId])))
      expect(strays).toBe(2)
      expect(await monthsOf(dbs.reader, 'all', 'en')).toEqual([{ month: '2024-08', stories: 1 }])
      for (const path of ['/2024/08/01/a', '/old', '/2024/08/01/withdrawn']) {
        expect((await lookUp(dbs.reader, path)).kind).toBe('nothing')
      }
    })
  })

  it('counts what it lists, whatever came, went and moved', async () => {
    const sections = fc.subarray(['sec_a', 'sec_b', 'sec_c'] as SectionId[])
    const states = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({ kind: fc.constant('live' as const), sections, day: fc.integer({ min: 1, max: 3 }) }),
      },
      { weight: 1, arbitrary: fc.constant({ kind: 'gone' as const }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'private' as const }) },
    )
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), states), { minLength: 1, maxLength: 12 })
    const parents = new Map([
      ['sec_b' as SectionId, 'sec_a' as SectionId],
      ['sec_a' as SectionId, null],
    ])
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        for (const [number, state] of sequence) {
          const id = `sty_${number}` as StoryId
          const path = `/2024/0${number + 1}/01/story`
          const change: StoryChange =
            state.kind === 'live'
              ? live(
                  named(id, path, {
                    sectionIds: state.sections,
                    month: `2024-0${state.day}` as Month,
                    firstPublished: { at: at(`2024-0${state.day}-01T00:00:00Z`), precision: 'day' },
                  }),
                )
              : state.kind === 'gone'
                ? gone(aGoneStory({ id, path }))
                : { id, projection: { kind: 'private' }, redirectsFrom: [] }
          await dbs.edition.transaction().execute((tx) => applyStories(tx, [change], parents))
        }
        const grown = await canonicalDump(dbs.edition)
        const known = new Set([0, 1, 2, 3, 4].map((number) => `sty_${number}` as StoryId))
        await dbs.edition.transaction().execute((tx) => removeUnknownStories(tx, known))
        expect(await canonicalDump(dbs.edition)).toBe(grown)
      }),
      { numRuns: 15 },
    )
  })

  describe('the house around the stories', () => {
    const mali: Section = {
      id: 'sec_m' as SectionId,
      kind: 'place',
      slug: 'mali',
      parentId: 'sec_a' as SectionId,
      names: { en: 'Mali' },
      about: {},
      position: 0,
    }
    const africa: Section = {
      ...mali,
      id: 'sec_a' as SectionId,
      slug: 'africa',
      parentId: null,
      names: { en: 'Africa', fr: 'Afrique' },
      position: null,
    }
    const personas: Persona[] = [
      aPersona({ id: 'per_z' as PersonaId, slug: 'zara', name: 'Zara' }),
      aPersona({ id: 'per_e' as PersonaId, slug: 'elodie', name: 'Élodie', about: { fr: 'Écrit de Goma.' } }),
      aPersona({ id: 'per_f' as PersonaId, slug: 'fanta', name: 'Fanta' }),
    ]

    it('comes back as it was set, and replaces what was there', async () => {
      const set = (sections: Section[]) =>
        dbs.edition.transaction().execute((tx) => replaceHouse(tx, { newspaper: aNewspaper(), sections, personas }))
      expect(await publicNewspaper(dbs.reader)).toBeUndefined()
      await write(live(aPublicStory({ sectionIds: [africa.id], bylines: personas.map(({ id }) => id) })))
      await set([mali, africa])
      await set([africa, mali])
      expect(await publicNewspaper(dbs.reader)).toEqual(aNewspaper())
      expect(await publicSections(dbs.reader)).toEqual([africa, mali])
      expect((await allAuthors(dbs.reader)).map(({ name }) => name)).toEqual(['Élodie', 'Fanta', 'Zara'])
      expect(await authorBySlug(dbs.reader, 'elodie')).toEqual(personas[1])
      expect(await authorBySlug(dbs.reader, 'nobody')).toBeUndefined()
      expect(await authorsById(dbs.reader, ['per_f', 'per_none'] as PersonaId[])).toEqual([personas[2]])
      expect(await authorsById(dbs.reader, [])).toEqual([])
      await dbs.edition.transaction().execute((tx) => replaceHouse(tx, null))
      expect(await publicNewspaper(dbs.reader)).toBeUndefined()
      expect(await publicSections(dbs.reader)).toEqual([])
    })
  })
})
