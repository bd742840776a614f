import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId, DeskId, SectionId, StoryId, TaskId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { holdStory, moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { finishTask } from '../../src/newsroom/finish-task.ts'
import { indexStories } from '../../src/newsroom/index-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { can } from '../../src/staff/can.ts'
import { ROLES } from '../../src/staff/role.ts'
import { storyReach } from '../../src/staff/story-reach.ts'
import { writeDesk } from '../../src/store/desks.ts'
import { readSections } from '../../src/store/house.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { storyAccess } from '../../src/store/story-access.ts'
import { listStories } from '../../src/store/story-list.ts'
import type { StoryContent, StoryState } from '../../src/story/story.ts'
import { aBody, aContent, aNewspaper, aParagraph, at } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { scansOn, statementsOf } from './plans.ts'

const SAHEL = 'dsk_sahel' as DeskId
const SUDAN = 'dsk_sudan' as DeskId

const idsFor = async (who: Caller, query: Parameters<typeof who.ask<'GET /stories'>>[1]['query'] = {}) =>
  (await who.ask('GET /stories', { query })).stories.map(({ id }) => id)

describe.each(databases)('the list of stories on $name', ({ open, kind }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let mali: SectionId
  let minute = 0

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    minute = 0
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali', 'Kidal', 'Sudan'] })
    const sections = await readSections(dbs.newsroom)
    const idOf = (slug: string) => sections.find((section) => section.slug === slug)?.id as SectionId
    mali = idOf('mali')
    await inTransaction(dbs.newsroom, async (tx) => {
      await writeDesk(tx, { id: SAHEL, names: { en: 'Sahel' }, sectionIds: [mali], position: 1 })
      await writeDesk(tx, { id: SUDAN, names: { en: 'Sudan' }, sectionIds: [idOf('sudan')], position: 2 })
    })
  })
  afterEach(() => dbs.close())

  /** A minute later than the one before. */
  async function story(more: Partial<StoryContent> & { desk?: DeskId; language?: string } = {}): Promise<StoryId> {
    const { desk = null, language = 'en', ...content } = more
    studio.newsroom.setClock(at(`2024-08-01T09:${String((minute += 1)).padStart(2, '0')}:00Z`))
    const draft = { language, translatedFrom: null, slug: null, content: aContent(content), deskId: desk }
    return (await createStory(studio.newsroom, draft)).id
  }

  /** One story in every state that a story comes to. */
  async function inEveryState(desk: DeskId): Promise<Record<StoryState, StoryId>> {
    const { newsroom } = studio
    const made: Partial<Record<StoryState, StoryId>> = {}
    for (const state of ['draft', 'in-review', 'approved', 'scheduled', 'published', 'killed'] as const) {
      made[state] = await story({ headline: `A story that is ${state}`, desk })
    }
    const ids = made as Record<StoryState, StoryId>
    await moveStory(newsroom, ids['in-review'], 'in-review')
    await moveStory(newsroom, ids.approved, 'approved')
    await publishStory(newsroom, { storyId: ids.published, revision: null })
    for (const state of ['scheduled', 'killed'] as const) {
      await dbs.newsroom.updateTable('stories').set({ state }).where('id', '=', ids[state]).execute()
    }
    return ids
  }

  it('shows each account what it may read, and nothing else, for every role and desk', async () => {
    for (const desk of [SAHEL, SUDAN]) await inEveryState(desk)
    await story()
    const all = await listStories(dbs.newsroom, { reader: null, filter: {}, after: null, limit: 100 })
    const { accountId } = await studio.staff('Ana')
    await inTransaction(dbs.newsroom, async (tx) => {
      for (const { id } of all.filter((_, index) => index % 3 === 0)) {
        await tx.insertInto('story_authors').values({ story_id: id, account_id: accountId }).execute()
      }
    })
    for (const role of ROLES) {
      for (const deskId of [null, SAHEL]) {
        const staff = { accountId, grants: [{ role, deskId }], scopes: null }
        const reader = { accountId, reach: storyReach(staff, 'read-story') }
        const listed = await listStories(dbs.newsroom, { reader, filter: {}, after: null, limit: 100 })
        const expected: StoryId[] = []
        for (const { id } of all) {
          const access = await storyAccess(dbs.newsroom, id)
          if (access && can(staff, 'read-story', access)) expected.push(id)
        }
        expect(
          listed.map(({ id }) => id),
          `${role} of ${deskId}`,
        ).toEqual(expected)
      }
    }
  })

  it('tells a contributor of their own stories alone, also of its other languages', async () => {
    const writer = await studio.staff('Moussa', 'contributor')
    const editor = await studio.staff('Ana', 'editor')
    const own = await writer.ask('POST /stories', { body: { language: 'en' } })
    await editor.ask('POST /stories', { body: { language: 'fr', translatedFrom: own.id } })
    await story()
    const { stories } = await writer.ask('GET /stories', {})
    expect(stories.map(({ id, versions }) => ({ id, versions }))).toEqual([{ id: own.id, versions: [] }])
    expect((await editor.ask('GET /stories', { query: { language: 'en' } })).stories.at(-1)?.versions).toMatchObject([
      { language: 'fr' },
    ])
  })

  it('has those touched last first, whoever touched them how, and says who', async () => {
    const [first, second, third] = [await story(), await story(), await story()]
    const editor = await studio.staff('Ana', 'editor')
    expect(await idsFor(editor)).toEqual([third, second, first])
    studio.newsroom.setClock(at('2024-08-01T10:00:00Z'))
    await holdStory({ ...studio.newsroom, actor: { name: editor.accountId, via: 'studio' } }, first, 'A source asked')
    const [top] = (await editor.ask('GET /stories', {})).stories
    expect(top).toMatchObject({ id: first, touchedBy: 'Ana', holdReason: 'A source asked' })
  })

  it('comes page by page, also through stories of one instant, and none is left out or shown twice', async () => {
    const ids = [await story(), await story(), await story(), await story(), await story()]
    await dbs.newsroom.updateTable('story_lines').set({ touched_at: '2024-08-01T09:00:00.000Z' }).execute()
    const editor = await studio.staff('Ana', 'editor')
    const found: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: { stories: { id: string }[]; next: string | null } = await editor.ask('GET /stories', {
        query: { limit: 2, ...(after === '' ? {} : { after }) },
      })
      expect(page.stories.length).toBeLessThanOrEqual(2)
      found.push(...page.stories.map(({ id }) => id))
      after = page.next
    }
    expect(found).toEqual(ids.toSorted().toReversed())
    expect((await editor.send('GET /stories', { query: { after: 'nowhere' } })).status).toBe(422)
  })

  it('finds words of headline and text without their accents, begun words too, and the newest text only', async () => {
    const one = await story({ headline: 'Frappe à Ti-n-Zaouâtene', language: 'fr' })
    const other = await story({ body: aBody(aParagraph('Refugees were counted at Mberra.')) })
    await indexStories(studio.newsroom)
    const editor = await studio.staff('Ana', 'editor')
    expect(await idsFor(editor, { q: 'zaouatene' })).toEqual([one])
    expect(await idsFor(editor, { q: 'refugee mberra' })).toEqual([other])
    expect(await idsFor(editor, { q: 'refug' })).toEqual([other])
    expect(await idsFor(editor, { q: 'mberra -refugees' })).toEqual([])
    expect(await idsFor(editor, { q: '"); drop' })).toEqual([])
    await reviseStory(studio.newsroom, { storyId: other, revision: null, content: aContent({ headline: 'Nothing' }) })
    await indexStories(studio.newsroom)
    expect(await idsFor(editor, { q: 'mberra' })).toEqual([])
  })

  it('is narrowed by state, language, desk, section, byline, author and days', async () => {
    const plain = await story()
    const ofDesk = await story({ desk: SAHEL, sectionIds: [mali] })
    const french = await story({ language: 'fr' })
    const editor = await studio.staff('Ana', 'editor')
    const own = (await editor.ask('POST /stories', { body: { language: 'en' } })).id
    await moveStory(studio.newsroom, ofDesk, 'in-review')
    expect(await idsFor(editor, { state: 'in-review,approved' })).toEqual([ofDesk])
    expect(await idsFor(editor, { language: 'fr' })).toEqual([french])
    expect(await idsFor(editor, { desk: SAHEL })).toEqual([ofDesk])
    expect(new Set(await idsFor(editor, { desk: 'none' }))).toEqual(new Set([plain, french, own]))
    expect(await idsFor(editor, { section: mali })).toEqual([ofDesk])
    expect(await idsFor(editor, { author: editor.accountId })).toEqual([own])
    expect(await idsFor(editor, { from: '2024-08-02' })).toEqual([])
    expect(await idsFor(editor, { from: '2024-08-01', to: '2024-08-01' })).toHaveLength(4)
  })

  it('begins a story on the writer’s desk or its section’s, and on no other', async () => {
    const reporter = await studio.staff('Awa', { role: 'reporter', deskId: SAHEL })
    const editor = await studio.staff('Ana', 'editor')
    const { id } = await reporter.ask('POST /stories', { body: { language: 'en' } })
    expect(await storyAccess(dbs.newsroom, id)).toMatchObject({ deskId: SAHEL, authors: [reporter.accountId] })
    expect((await reporter.send('POST /stories', { body: { language: 'en', deskId: SUDAN } })).status).toBe(403)
    expect((await reporter.send('POST /stories', { body: { language: 'de' } })).status).toBe(422)
    const ofSection = await editor.ask('POST /stories', { body: { language: 'en', sectionIds: [mali] } })
    expect((await storyAccess(dbs.newsroom, ofSection.id))?.deskId).toBe(SAHEL)
  })

  it('begins a translation with the text to write over, once, and of nothing that the translator may not read', async () => {
    const translator = await studio.staff('Léa', 'translator')
    const original = await story({ sectionIds: [mali], desk: SAHEL })
    const body = { language: 'fr', translatedFrom: original }
    expect((await translator.send('POST /stories', { body })).status).toBe(404)
    await moveStory(studio.newsroom, original, 'approved')
    const { id } = await translator.ask('POST /stories', { body })
    expect((await storyAccess(dbs.newsroom, id))?.deskId).toBe(SAHEL)
    const [translation] = await listStories(dbs.newsroom, {
      reader: null,
      filter: { language: 'fr' },
      after: null,
      limit: 9,
    })
    expect(translation).toMatchObject({ id, headline: '', translatedFrom: original, sectionIds: [mali] })
    expect((await translator.send('POST /stories', { body })).status).toBe(409)
  })

  it('is assigned by an editor to people who are there', async () => {
    const editor = await studio.staff('Ana', 'editor')
    const reporter = await studio.staff('Awa', { role: 'reporter', deskId: SAHEL })
    const params = { storyId: await story() }
    const body = { deskId: SUDAN, authors: [reporter.accountId] }
    expect((await reporter.send('POST /stories/{storyId}/assign', { params, body })).status).toBe(403)
    await editor.ask('POST /stories/{storyId}/assign', { params, body })
    expect((await editor.ask('GET /stories', {})).stories[0]).toMatchObject({
      deskId: SUDAN,
      authors: [{ id: reporter.accountId, name: 'Awa' }],
    })
    const nobody = { deskId: null, authors: ['acc_nobody' as AccountId] }
    expect((await editor.send('POST /stories/{storyId}/assign', { params, body: nobody })).status).toBe(422)
    const nowhere = { deskId: 'dsk_none' as DeskId, authors: [] }
    expect((await editor.send('POST /stories/{storyId}/assign', { params, body: nowhere })).status).toBe(422)
    expect((await editor.ask('GET /people', {})).people.map(({ name }) => name)).toEqual(['Ana', 'Awa'])
  })

  it('tells everybody what waits for them, as far as they may do it', async () => {
    const { newsroom } = studio
    const editor = await studio.staff('Ana', { role: 'editor', deskId: SAHEL })
    const reporter = await studio.staff('Awa', 'reporter')
    const own = (await reporter.ask('POST /stories', { body: { language: 'en' } })).id
    const waiting = await story({ desk: SAHEL })
    await moveStory(newsroom, waiting, 'in-review')
    await moveStory(newsroom, await story({ desk: SUDAN }), 'in-review')
    const late = await story({ desk: SAHEL })
    await scheduleStory(newsroom, late, at('2024-08-01T10:00:00Z'))
    newsroom.setClock(at('2024-08-01T11:00:00Z'))
    const work = await editor.ask('GET /work', {})
    expect(work.waiting.map(({ id }) => id)).toEqual([waiting])
    expect(work.overdue.map(({ id }) => id)).toEqual([late])
    expect([work.mine, work.reports]).toEqual([[], 0])
    const others = await reporter.ask('GET /work', {})
    expect(others.mine.map(({ id }) => id)).toEqual([own])
    expect([others.waiting, others.overdue, others.reports]).toEqual([[], [], null])
  })

  it('tells of a translation that its original has left behind, until it is brought up to it', async () => {
    const original = await story()
    await publishStory(studio.newsroom, { storyId: original, revision: null })
    const translator = await studio.staff('Léa', 'translator')
    const { id } = await translator.ask('POST /stories', { body: { language: 'fr', translatedFrom: original } })
    expect((await translator.ask('GET /work', {})).stale).toEqual([])
    await reviseStory(studio.newsroom, { storyId: original, revision: null, content: aContent({ headline: 'More' }) })
    await publishStory(studio.newsroom, { storyId: original, revision: null })
    expect((await translator.ask('GET /work', {})).stale).toMatchObject([{ story: { id }, originalId: original }])
  })

  it('gives a task that was closed too soon back', async () => {
    const storyId = await story({ desk: SAHEL })
    const editor = await studio.staff('Ana', 'editor')
    const task = { id: 'tsk_a', story_id: storyId, claim_id: 'clm_a', moved_by: 'clm_a', words: 'four', sequence: 1 }
    const at = '2024-08-01T10:00:00.000Z'
    await dbs.newsroom
      .insertInto('story_tasks')
      .values({ ...task, at, done_at: null, done_by: null })
      .execute()
    const figures = async () => (await editor.ask('GET /work', {})).figures.map(({ id, words }) => [id, words])
    expect(await figures()).toEqual([['tsk_a', 'four']])
    const params = { storyId, taskId: 'tsk_a' as TaskId }
    await finishTask(studio.newsroom, params)
    expect(await figures()).toEqual([])
    await editor.ask('POST /stories/{storyId}/tasks/{taskId}/reopen', { params, body: {} })
    expect(await figures()).toEqual([['tsk_a', 'four']])
    const again = await editor.send('POST /stories/{storyId}/tasks/{taskId}/reopen', { params, body: {} })
    expect(again.status).toBe(404)
  })

  it('reads no table from end to end, however long the list has become', async () => {
    const reach = storyReach({ grants: [{ role: 'reporter', deskId: SAHEL }] }, 'read-story')
    const reader = { accountId: 'acc_a' as AccountId, reach }
    const after = { touchedAt: at('2024-08-01T09:00:00Z'), id: 'sty_a' as StoryId }
    const statements = await statementsOf(dbs.newsroom as never, (db) =>
      listStories(db as never, { reader, filter: { sections: [mali], words: 'mberra' }, after, limit: 40 }),
    )
    expect(statements).toHaveLength(1)
    await dbs.newsroom.transaction().execute(async (tx) => {
      // PostgreSQL rather reads a table whole that is as short as a test's.
      if (kind === 'postgres') await sql`select set_config('enable_seqscan', 'off', true)`.execute(tx)
      for (const statement of statements) expect(await scansOn(kind)(tx as never, statement)).toEqual([])
    })
  })
})
