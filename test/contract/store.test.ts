import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type AuditLine, auditLines, insertAuditLine } from '../../src/store/audit.ts'
import {
  deleteNewspaper,
  deleteUnused,
  insertPersonas,
  insertSections,
  readHouse,
  readNewspaper,
  readPersonas,
  readSections,
  writeNewspaper,
} from '../../src/store/house.ts'
import { importedFrom, rememberImported, storiesFrom } from '../../src/store/imported-stories.ts'
import { inTransaction, type NewsroomTx, openNewsroom } from '../../src/store/newsroom-db.ts'
import { changesAfter, newestChange, noteChanges, takeNumbers } from '../../src/store/outbox.ts'
import { deleteRedirect, insertRedirects, redirectsOf } from '../../src/store/redirects.ts'
import {
  allPublicIds,
  countStories,
  deleteStories,
  dueStories,
  insertRevision,
  insertStories,
  newestContents,
  publicStoryIds,
  revisionAuthor,
  storiesOnFile,
  storyById,
  storyLines,
  takenPaths,
  updateStory,
} from '../../src/store/stories.ts'
import { insertNotes, notesOf } from '../../src/store/story-notes.ts'
import type { NoteId, PersonaId, SectionId, StoryGroupId, StoryId } from '../../src/ids.ts'
import type { Section } from '../../src/story/section.ts'
import type { Story, StoryNote } from '../../src/story/story.ts'
import type { LocalDate } from '../../src/time.ts'
import { aContent, aNewspaper, aPersona, aStory, at } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const now = at('2024-08-01T09:00:00Z')

const named = (id: string, more: Partial<Story> = {}): Story =>
  aStory({ id: `sty_${id}` as StoryId, groupId: `grp_${id}` as StoryGroupId, ...more })

const idsOf = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id)

const note = (id: string, time: string): StoryNote => ({
  id: id as NoteId,
  kind: 'correction',
  at: at(time),
  text: id,
})

const chainOf = (previous: string, { number }: { number: number }): string => `${previous}>${number}`

describe.each(databases)('the newsroom’s store on $name', ({ open }) => {
  let dbs: OpenDatabases
  beforeEach(async () => {
    dbs = await open()
  })
  afterEach(() => dbs.close())

  const write = <Result>(work: (tx: NewsroomTx) => Promise<Result>) => inTransaction(dbs.newsroom, work)
  const file = (...stories: Story[]) =>
    write((tx) =>
      insertStories(
        tx,
        stories.map((story) => ({ story, by: 'Ayize' })),
        now,
      ),
    )

  const remember = (contentHash: string) =>
    write((tx) => rememberImported(tx, 'wp', [{ foreignId: '7', contentHash, storyId: 'sty_a' as StoryId }], now))

  describe('stories', () => {
    it('come back with everything they were filed with', async () => {
      const story = named('a', {
        state: 'scheduled',
        slug: 'tolls',
        path: '/2024/08/01/tolls',
        liveRevision: 1,
        hold: { reason: 'l’avocat relit', at: now },
        embargoUntil: at('2024-08-02T00:00:00Z'),
        scheduledFor: at('2024-08-03T00:00:00Z'),
        firstPublished: { at: now, precision: 'day' },
        updatedAt: now,
        content: aContent({
          kicker: 'Mali',
          dateline: { place: 'Bamako', on: '2024-07-29' as LocalDate },
          sectionIds: ['sec_a' as SectionId],
          bylines: ['per_a' as PersonaId],
          keywords: ['armée'],
        }),
      })
      await file(story)
      expect(await storyById(dbs.newsroom, story.id)).toEqual(story)
      expect(await storyById(dbs.newsroom, 'sty_none' as StoryId)).toBeUndefined()
    })

    it('keep every revision; the newest is what is worked on, the live one what is projected', async () => {
      const first = named('a')
      await file(first)
      const second: Story = { ...first, revision: 2, liveRevision: 1, content: aContent({ headline: 'Three tolls' }) }
      await write(async (tx) => {
        await insertRevision(tx, second, 'Moussa', now)
        await updateStory(tx, second)
      })
      expect(await storyById(dbs.newsroom, first.id)).toEqual(second)
      expect(await revisionAuthor(dbs.newsroom, first)).toBe('Ayize')
      expect(await revisionAuthor(dbs.newsroom, second)).toBe('Moussa')
      expect(await revisionAuthor(dbs.newsroom, { id: first.id, revision: 3 })).toBeNull()
      const [onFile] = await storiesOnFile(dbs.newsroom, [first.id])
      expect(onFile?.live?.headline).toBe('Two tolls for one shelling')
      expect(await newestContents(dbs.newsroom, null, 5)).toEqual([{ id: first.id, content: second.content }])
    })

    it('never overwrite a revision', async () => {
      const story = named('a')
      await file(story)
      await expect(write((tx) => insertRevision(tx, story, 'Moussa', now))).rejects.toThrow(/UNIQUE|unique/)
      expect(await revisionAuthor(dbs.newsroom, story)).toBe('Ayize')
    })

    it('are met once each, page after page, in any state or in one', async () => {
      const states = ['draft', 'approved', 'published'] as const
      const stories = Array.from({ length: 23 }, (_, number) =>
        named(String(number).padStart(2, '0'), {
          state: states[number % 3] ?? 'draft',
          path: number % 2 ? `/${number}` : null,
        }),
      )
      await file(...stories.toReversed())
      const walk = async <Line extends { id: StoryId }>(page: (after: StoryId | null) => Promise<Line[]>) => {
        const met: string[] = []
        for (let after: StoryId | null = null; ; ) {
          const lines: Line[] = await page(after)
          met.push(...idsOf(lines))
          if (lines.length === 0) return met
          after = lines.at(-1)?.id ?? null
        }
      }
      const { newsroom } = dbs
      expect(await walk((after) => storyLines(newsroom, { state: null, after, limit: 5 }))).toEqual(idsOf(stories))
      expect(await walk((after) => storyLines(newsroom, { state: 'approved', after, limit: 3 }))).toEqual(
        idsOf(stories.filter(({ state }) => state === 'approved')),
      )
      expect(await walk((after) => newestContents(newsroom, after, 4))).toEqual(idsOf(stories))
      const withPath = idsOf(stories.filter(({ path }) => path !== null))
      const publicIds = (after: StoryId | null) => publicStoryIds(newsroom, after, 4)
      expect(await walk(async (after) => (await publicIds(after)).map((id) => ({ id })))).toEqual(withPath)
      expect(await allPublicIds(newsroom)).toEqual(withPath)
      expect(await countStories(newsroom)).toEqual({ draft: 8, approved: 8, published: 7 })
    })

    it('are due at their minute, earliest first, and only while they are scheduled', async () => {
      const scheduled = (id: string, time: string, more: Partial<Story> = {}) =>
        named(id, { state: 'scheduled', scheduledFor: at(time), ...more })
      await file(
        scheduled('late', '2024-08-01T08:00:00Z'),
        scheduled('early', '2024-08-01T07:00:00Z'),
        scheduled('sharp', '2024-08-01T09:00:00Z'),
        scheduled('next', '2024-08-01T09:00:00.001Z'),
        scheduled('back', '2024-08-01T07:00:00Z', { state: 'draft' }),
        named('never'),
      )
      expect(await dueStories(dbs.newsroom, now)).toEqual(['sty_early', 'sty_late', 'sty_sharp'])
    })

    it('know which addresses are taken: their own and the former ones', async () => {
      await file(named('a', { path: '/2024/08/01/a' }), named('b'))
      await write((tx) => insertRedirects(tx, [{ fromPath: '/old', storyId: 'sty_b' as StoryId }]))
      expect(await takenPaths(dbs.newsroom, ['/2024/08/01/a', '/old', '/free'])).toEqual(
        new Set(['/2024/08/01/a', '/old']),
      )
      expect(await takenPaths(dbs.newsroom, [])).toEqual(new Set())
    })

    it('have one version in each language of their group, and one address each', async () => {
      await file(named('a', { path: '/2024/08/01/a' }))
      await expect(file(named('b', { groupId: 'grp_a' as StoryGroupId }))).rejects.toThrow(/UNIQUE|unique/)
      await expect(file(named('c', { path: '/2024/08/01/a' }))).rejects.toThrow(/UNIQUE|unique/)
      await file(named('d', { groupId: 'grp_a' as StoryGroupId, language: 'fr', translatedFrom: 'sty_a' as StoryId }))
      expect(idsOf(await storyLines(dbs.newsroom, { state: null, after: null, limit: 9 }))).toEqual(['sty_a', 'sty_d'])
    })

    it('go with all that hangs on them, and what was translated from them stays', async () => {
      await file(named('a'), named('b', { translatedFrom: 'sty_a' as StoryId }))
      const id = 'sty_a' as StoryId
      await write(async (tx) => {
        await insertRedirects(tx, [{ fromPath: '/old', storyId: id }])
        await insertNotes(tx, id, [{ id: 'not_1' as NoteId, kind: 'update', at: now, text: 'x' }])
        await rememberImported(tx, 'sample', [{ foreignId: '1', contentHash: 'h', storyId: id }], now)
      })
      await write((tx) => deleteStories(tx, [id]))
      await write((tx) => deleteStories(tx, []))
      expect(await storyById(dbs.newsroom, id)).toBeUndefined()
      expect(await storiesFrom(dbs.newsroom, 'sample')).toEqual([])
      expect((await storyById(dbs.newsroom, 'sty_b' as StoryId))?.translatedFrom).toBeNull()
    })

    it('asked for by no id at all are none', async () => {
      expect(await storiesOnFile(dbs.newsroom, [])).toEqual([])
      expect(await notesOf(dbs.newsroom, [])).toEqual(new Map())
      expect(await redirectsOf(dbs.newsroom, [])).toEqual(new Map())
      expect(await importedFrom(dbs.newsroom, 'wp', [])).toEqual(new Map())
      await file()
    })
  })

  describe('what hangs on a story', () => {
    it('its notes come oldest first, those of one minute in order of id', async () => {
      await file(named('a'), named('b'))
      const [b, a, c] = [
        note('not_b', '2024-08-01T10:00:00Z'),
        note('not_a', '2024-08-01T10:00:00Z'),
        note('not_c', '2024-08-01T09:00:00Z'),
      ]
      await write((tx) => insertNotes(tx, 'sty_a' as StoryId, [b, a, c]))
      expect(await notesOf(dbs.newsroom, ['sty_a', 'sty_b'] as StoryId[])).toEqual(
        new Map([
          ['sty_a', [c, a, b]],
          ['sty_b', []],
        ]),
      )
    })

    it('its former addresses lead to it for ever: the first to have one keeps it', async () => {
      await file(named('a'), named('b'))
      const to = (storyId: string, ...paths: string[]) =>
        write((tx) =>
          insertRedirects(
            tx,
            paths.map((fromPath) => ({ fromPath, storyId: storyId as StoryId })),
          ),
        )
      await to('sty_a', '/two', '/one')
      await to('sty_b', '/one', '/three')
      expect(await redirectsOf(dbs.newsroom, ['sty_a', 'sty_b'] as StoryId[])).toEqual(
        new Map([
          ['sty_a', ['/one', '/two']],
          ['sty_b', ['/three']],
        ]),
      )
      await write((tx) => deleteRedirect(tx, '/one'))
      expect((await redirectsOf(dbs.newsroom, ['sty_a' as StoryId])).get('sty_a' as StoryId)).toEqual(['/two'])
    })

    it('its source’s own name for it is remembered once, with what it said last', async () => {
      await file(named('a'))
      await remember('first')
      await remember('second')
      expect([...(await importedFrom(dbs.newsroom, 'wp', ['7', '8'])).values()]).toMatchObject([
        { foreignId: '7', contentHash: 'second', storyId: 'sty_a' },
      ])
      expect(await importedFrom(dbs.newsroom, 'ghost', ['7'])).toEqual(new Map())
      expect(await storiesFrom(dbs.newsroom, 'wp')).toEqual(['sty_a'])
    })
  })

  describe('the house', () => {
    const africa: Section = {
      id: 'sec_a' as SectionId,
      kind: 'place',
      slug: 'africa',
      parentId: null,
      names: { en: 'Africa', fr: 'Afrique' },
      about: {},
      position: 3,
    }
    const mali: Section = {
      ...africa,
      id: 'sec_m' as SectionId,
      slug: 'mali',
      parentId: africa.id,
      names: {},
      position: null,
    }
    const claire = aPersona({ id: 'per_c' as PersonaId, about: { fr: 'Écrit.' } })

    it('comes back as it was set, sections and bylines in order of their addresses', async () => {
      expect(await readHouse(dbs.newsroom)).toBeUndefined()
      await write(async (tx) => {
        await writeNewspaper(tx, aNewspaper({ isSample: true }))
        await insertSections(tx, [africa, mali])
        await insertPersonas(tx, [claire, { ...claire, id: 'per_a' as PersonaId, slug: 'aminata' }])
        await insertSections(tx, [])
        await insertPersonas(tx, [])
      })
      await write((tx) => writeNewspaper(tx, aNewspaper()))
      const house = await readHouse(dbs.newsroom)
      expect(house?.newspaper).toEqual(aNewspaper())
      expect(house?.sections).toEqual([africa, mali])
      expect(house?.personas.map(({ slug }) => slug)).toEqual(['aminata', 'claire'])
      await write(deleteNewspaper)
      expect(await readNewspaper(dbs.newsroom)).toBeUndefined()
    })

    it('loses what nobody stands under, a parent with its child', async () => {
      await write(async (tx) => {
        await insertSections(tx, [africa, mali])
        await insertPersonas(tx, [claire])
        await deleteUnused(tx, { sections: [africa.id, mali.id], personas: [claire.id] })
        await deleteUnused(tx, { sections: [], personas: [] })
      })
      expect(await readSections(dbs.newsroom)).toEqual([])
      expect(await readPersonas(dbs.newsroom)).toEqual([])
    })
  })

  describe('numbers', () => {
    it('name the changes in order, and what each is about', async () => {
      expect(await newestChange(dbs.newsroom)).toBe(0)
      const last = await write((tx) =>
        noteChanges(tx, [{ kind: 'house' }, { kind: 'story', storyId: 'sty_a' as StoryId }], now),
      )
      expect(last).toBe(2)
      expect(await write((tx) => noteChanges(tx, [{ kind: 'house' }], now))).toBe(3)
      expect(await changesAfter(dbs.newsroom, 1, 10)).toEqual([
        { number: 2, kind: 'story', storyId: 'sty_a' },
        { number: 3, kind: 'house' },
      ])
      expect(await changesAfter(dbs.newsroom, 0, 1)).toEqual([{ number: 1, kind: 'house' }])
      expect(await newestChange(dbs.newsroom)).toBe(3)
    })

    it('leave no hole where a transaction was taken back', async () => {
      const failed = write(async (tx) => {
        await noteChanges(tx, [{ kind: 'house' }], now)
        throw new Error('taken back')
      })
      await expect(failed).rejects.toThrow('taken back')
      expect(await write((tx) => takeNumbers(tx, 'outbox', 2))).toBe(1)
      expect(await write((tx) => takeNumbers(tx, 'outbox', 1))).toBe(3)
      expect(await write((tx) => takeNumbers(tx, 'audit', 1))).toBe(1)
    })

    it('commit in order under many writers at once: who sees one has seen all before it', async () => {
      const others = [openNewsroom(dbs.addresses.newsroom), openNewsroom(dbs.addresses.newsroom)]
      const gaps: string[] = []
      const writers = { areAtWork: true }
      const watch = async () => {
        for (let seen = 0; writers.areAtWork; ) {
          const rows = await changesAfter(dbs.newsroom, seen, 1_000)
          rows.forEach(
            ({ number }, index) => number === seen + index + 1 || gaps.push(`${number} after ${seen + index}`),
          )
          seen = rows.at(-1)?.number ?? seen
        }
      }
      const writing = Array.from({ length: 40 }, (_, number) =>
        inTransaction(others[number % 2] ?? dbs.newsroom, async (tx) => {
          await noteChanges(
            tx,
            Array.from({ length: 1 + (number % 3) }, () => ({ kind: 'house' }) as const),
            now,
          )
          if (number % 7 === 0) throw new Error('taken back')
        }).catch((error: unknown) => {
          if (!(error instanceof Error && error.message === 'taken back')) throw error
        }),
      )
      const watching = watch()
      try {
        await Promise.all(writing)
      } finally {
        writers.areAtWork = false
        await watching
        for (const db of others) await db.destroy()
      }
      expect(gaps).toEqual([])
      const numbers = (await changesAfter(dbs.newsroom, 0, 1_000)).map(({ number }) => number)
      expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1))
      expect(await newestChange(dbs.newsroom)).toBe(numbers.length)
    })

    it('name the lines of the audit, each sealed together with the one before it', async () => {
      const line: AuditLine = {
        at: now,
        actor: 'Ayize',
        via: 'server',
        act: 'publish-story',
        subject: 'sty_a',
        detail: { late: false, n: 1 },
      }
      for (const act of ['one', 'two', 'three']) await write((tx) => insertAuditLine(tx, { ...line, act }, chainOf))
      expect(await auditLines(dbs.newsroom, 1, 5)).toEqual([
        { ...line, act: 'two', number: 2, seal: '>1>2' },
        { ...line, act: 'three', number: 3, seal: '>1>2>3' },
      ])
      expect(await auditLines(dbs.newsroom, 0, 1)).toHaveLength(1)
    })
  })
})
