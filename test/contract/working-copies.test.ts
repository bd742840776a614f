import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommentId, makeId, type StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { reviseStory } from '../../src/newsroom/revise-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { storyById } from '../../src/store/stories.ts'
import type { Margin } from '../../src/story/margin.ts'
import type { StoryContent } from '../../src/story/story.ts'
import { aBody, aContent, aNewspaper, aParagraph, at } from '../builders.ts'
import { aStudio, type Caller, type TestStudio } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const EMPTY: Margin = { comments: [], suggestions: [] }
const saying = (...lines: string[]): StoryContent => aContent({ body: aBody(...lines.map(aParagraph)) })

let saves = 0

describe.each(databases)('a text at work on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let ana: Caller
  let moussa: Caller
  let storyId: StoryId

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: [] })
    ana = await studio.staff('Ana', 'reporter')
    moussa = await studio.staff('Moussa', 'editor')
    const story = await createStory(studio.newsroom, {
      language: 'en',
      translatedFrom: null,
      slug: null,
      content: saying('Four died.'),
    })
    storyId = story.id
  })
  afterEach(() => dbs.close())

  const atWork = (who: Caller = ana) => who.ask('GET /stories/{storyId}', { params: { storyId } })
  const revisions = async () =>
    (await ana.ask('GET /stories/{storyId}/revisions', { params: { storyId } })).revisions.map(
      ({ revision, keptAs, name, by }) => ({ revision, keptAs, name, by }),
    )
  const save = (
    who: Caller,
    base: number,
    content: StoryContent,
    more: { saveId?: string; margin?: Margin; settles?: string[] } = {},
  ) =>
    who.ask('PUT /stories/{storyId}/working-copy', {
      params: { storyId },
      body: {
        base,
        content,
        margin: more.margin ?? EMPTY,
        device: `device of ${who.accountId}`,
        saveId: more.saveId ?? `save-${(saves += 1)}`,
        settles: more.settles ?? [],
      },
    })
  const sign = (who: Caller, pen: 'look' | 'ask' | 'take' | 'leave', device = 'one') =>
    who.ask('POST /stories/{storyId}/presence', { params: { storyId }, body: { device, pen, at: null } })
  const threads = async () => (await ana.ask('GET /stories/{storyId}/comments', { params: { storyId } })).threads
  const sideCopies = async () =>
    (await ana.ask('GET /stories/{storyId}/side-copies', { params: { storyId } })).sideCopies

  it('stands at version 0 with the newest revision until somebody writes, and grows by one with each save', async () => {
    expect((await atWork()).working).toMatchObject({ version: 0, content: saying('Four died.'), margin: EMPTY })
    expect(await save(ana, 0, saying('Six died.'))).toMatchObject({ kind: 'saved', version: 1, revision: 1 })
    const { working, names, revision } = await atWork(moussa)
    expect(working).toMatchObject({ version: 1, content: saying('Six died.'), by: ana.accountId })
    expect({ name: names[ana.accountId], revision }).toEqual({ name: 'Ana', revision: 1 })
  })

  it('is saved once, however often the same save comes', async () => {
    const once = await save(ana, 0, saying('Six died.'), { saveId: 'a' })
    expect(await save(ana, 0, saying('Six died.'), { saveId: 'a' })).toEqual(once)
    await save(moussa, 1, saying('Seven died.'))
    expect(await save(ana, 0, saying('Six died.'), { saveId: 'a' })).toMatchObject({ kind: 'saved', version: 1 })
    expect((await atWork()).working.content).toEqual(saying('Seven died.'))
    expect(await sideCopies()).toEqual([])
  })

  it('is never overwritten by what was written on an older one: both are there, and the newer comes back', async () => {
    await save(ana, 0, saying('Six died.'))
    const late = await save(moussa, 0, saying('Seven died.'), { saveId: 'late' })
    expect(late).toMatchObject({ kind: 'conflict', theirs: { version: 1, content: saying('Six died.') } })
    expect(await save(moussa, 0, saying('Seven died.'), { saveId: 'late' })).toEqual(late)
    const [copy, ...more] = await sideCopies()
    expect({ by: copy?.by, reason: copy?.reason, settledAt: copy?.settledAt, more }).toEqual({
      by: moussa.accountId,
      reason: 'conflict',
      settledAt: null,
      more: [],
    })
    if (!copy) return
    const whole = await ana.ask('GET /stories/{storyId}/side-copies/{sideCopyId}', {
      params: { storyId, sideCopyId: copy.id },
    })
    expect(whole.content).toEqual(saying('Seven died.'))
    await save(moussa, 1, saying('Six died, or seven.'), { settles: [copy.id] })
    expect((await sideCopies())[0]?.settledAt).toBe(studio.newsroom.now())
    expect((await atWork()).openSideCopies).toBe(0)
  })

  it('gathers what one device goes on writing on an old version in one side copy', async () => {
    await save(ana, 0, saying('Six died.'))
    await save(moussa, 0, saying('Seven'))
    await save(moussa, 0, saying('Seven died.'))
    expect(await sideCopies()).toHaveLength(1)
  })

  it('becomes a revision before another hand goes on, and after a quarter of an hour', async () => {
    await save(ana, 0, saying('Six died.'))
    await save(ana, 1, saying('Six died there.'))
    await save(moussa, 2, saying('Seven died there.'))
    studio.newsroom.setClock(at('2024-08-01T09:16:00Z'))
    await save(moussa, 3, saying('Seven died there on Friday.'))
    await save(moussa, 4, saying('Seven died there on Saturday.'))
    expect(await revisions()).toEqual([
      { revision: 3, keptAs: 'interval', name: null, by: moussa.accountId },
      { revision: 2, keptAs: 'handover', name: null, by: ana.accountId },
      { revision: 1, keptAs: null, name: null, by: 'tests' },
    ])
  })

  it('leaves one line in the audit for a revision, and none for a save', async () => {
    const before = (await auditLines(dbs.newsroom, 0, 100)).length
    await save(ana, 0, saying('Six died.'))
    await save(ana, 1, saying('Six died there.'))
    expect(await auditLines(dbs.newsroom, 0, 100)).toHaveLength(before)
    await save(moussa, 2, saying('Seven died there.'))
    const lines = await auditLines(dbs.newsroom, before, 100)
    expect(lines).toMatchObject([
      { act: 'revise-story', subject: storyId, detail: { revision: 2, keptAs: 'handover' } },
    ])
  })

  it('is kept under a name, once', async () => {
    await save(ana, 0, saying('Six died.'))
    const keep = (name: string) => ana.ask('POST /stories/{storyId}/revisions', { params: { storyId }, body: { name } })
    expect(await keep('Before the lawyer')).toEqual({ revision: 2 })
    expect(await keep('As the lawyer saw it')).toEqual({ revision: 2 })
    expect((await revisions())[0]).toMatchObject({ name: 'As the lawyer saw it', keptAs: 'named' })
    await ana.ask('PATCH /stories/{storyId}/revisions/{revision}', {
      params: { storyId, revision: 2 },
      body: { name: null },
    })
    expect((await revisions())[0]?.name).toBe(null)
  })

  it('says again what it said before as a new revision, and what it said now is kept', async () => {
    await save(ana, 0, saying('Six died.'))
    const restored = await ana.ask('POST /stories/{storyId}/revisions/{revision}/restore', {
      params: { storyId, revision: 1 },
    })
    expect(restored).toEqual({ revision: 3, version: 2 })
    expect((await revisions()).map(({ keptAs }) => keptAs)).toEqual(['restored', 'interval', null])
    const second = await ana.ask('GET /stories/{storyId}/revisions/{revision}', { params: { storyId, revision: 2 } })
    expect(second.content).toEqual(saying('Six died.'))
    expect((await atWork()).working).toMatchObject({ version: 2, content: saying('Four died.') })
    expect(await save(moussa, 1, saying('Six died today.'))).toMatchObject({ kind: 'conflict' })
  })

  it('follows a revision from the command line, and what it said is kept beside the story', async () => {
    await save(ana, 0, saying('Six died.'))
    await reviseStory(studio.newsroom, { storyId, revision: null, content: saying('Eight died.') })
    expect((await atWork()).working).toMatchObject({ version: 2, content: saying('Eight died.') })
    const [copy] = await sideCopies()
    expect(copy).toMatchObject({ by: ana.accountId, reason: 'replaced' })
    if (!copy) return
    await ana.ask('POST /stories/{storyId}/side-copies/{sideCopyId}/use', { params: { storyId, sideCopyId: copy.id } })
    expect((await atWork()).working).toMatchObject({ version: 3, content: saying('Six died.') })
    expect((await sideCopies())[0]?.settledAt).not.toBe(null)
  })

  it('is told to no reader: the outbox does not learn that anybody wrote', async () => {
    await publishStory(studio.newsroom, { storyId, revision: null })
    const margin: Margin = {
      comments: [{ id: makeId('comment', randomBytes(16)), from: 1, to: 3 }],
      suggestions: [
        {
          id: makeId('suggestion', randomBytes(16)),
          from: 1,
          to: 3,
          text: 'three',
          by: moussa.accountId,
          at: studio.newsroom.now(),
        },
      ],
    }
    const outbox = await dbs.newsroom.selectFrom('outbox').selectAll().execute()
    await save(moussa, 0, saying('Half a sen'), { margin })
    await moussa.ask('POST /stories/{storyId}/comments', {
      params: { storyId },
      body: { text: 'Who says so?', quote: 'Four' },
    })
    await save(ana, 1, saying('Nothing.'))
    expect(await dbs.newsroom.selectFrom('outbox').selectAll().execute()).toEqual(outbox)
    expect((await atWork()).liveRevision).toBe(1)
  })

  it('does not go out by itself with a scheduled story', async () => {
    await moveStory(studio.newsroom, storyId, 'approved')
    await scheduleStory(studio.newsroom, storyId, at('2024-08-01T12:00:00Z'))
    const farid = await studio.staff('Farid', 'editor')
    await save(moussa, 0, saying('Half a sen'))
    studio.newsroom.setClock(at('2024-08-01T11:00:00Z'))
    await save(farid, 1, saying('Half a sentence'))
    expect((await sideCopies()).map(({ reason }) => reason)).toEqual(['handover'])
    studio.newsroom.setClock(at('2024-08-01T12:00:00Z'))
    await publishDueStories(studio.newsroom)
    const story = await storyById(dbs.newsroom, storyId)
    expect(story).toMatchObject({ state: 'published', liveRevision: 1, content: saying('Four died.') })
  })

  it('keeps the words of somebody who may not write there any more, and changes nothing else', async () => {
    const guest = await studio.staff('Guest', 'researcher')
    await moveStory(studio.newsroom, storyId, 'approved')
    const refused = await guest.send('PUT /stories/{storyId}/working-copy', {
      params: { storyId },
      body: { base: 0, content: saying('Mine.'), margin: EMPTY, device: 'd', saveId: 's' },
    })
    expect(refused.status).toBe(403)
    expect(await dbs.newsroom.selectFrom('working_copies').selectAll().execute()).toEqual([])
    await guest.ask('POST /stories/{storyId}/side-copies', {
      params: { storyId },
      body: { base: 0, content: saying('Mine.'), margin: EMPTY, device: 'd' },
    })
    expect(await sideCopies()).toMatchObject([{ reason: 'late', by: guest.accountId }])
  })

  it('refuses what is no story, and a body nested without end', async () => {
    const nested: unknown = JSON.parse('['.repeat(500) + ']'.repeat(500))
    const answers = await Promise.all(
      [
        { ...saying('x'), body: { type: 'doc', version: 2, content: [{ type: 'script' }] } },
        { ...saying('x'), body: { type: 'doc', version: 2, content: nested } },
      ].map((content) =>
        ana.send('PUT /stories/{storyId}/working-copy', {
          params: { storyId },
          body: { base: 0, content: content as StoryContent, margin: EMPTY, device: 'd', saveId: 's' },
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
  })

  describe('the pen', () => {
    it('is with one at a time, and falls free after 45 seconds without a sign', async () => {
      expect((await sign(ana, 'ask')).isMine).toBe(true)
      const second = await sign(moussa, 'ask')
      expect(second).toMatchObject({ isMine: false, pen: { by: ana.accountId } })
      expect(second.people.map(({ by }) => second.names[by])).toEqual(expect.arrayContaining(['Ana', 'Moussa']))
      studio.newsroom.setClock(at('2024-08-01T09:00:46Z'))
      const third = await sign(moussa, 'ask')
      expect({ isMine: third.isMine, people: third.people.length }).toEqual({ isMine: true, people: 1 })
    })

    it('is laid down by whoever leaves', async () => {
      await sign(ana, 'ask')
      await sign(ana, 'leave')
      expect((await atWork()).pen).toBe(null)
      expect((await sign(moussa, 'ask')).isMine).toBe(true)
    })

    it('is taken over as an act of its own, and told until it is had again', async () => {
      await sign(ana, 'ask')
      expect((await sign(moussa, 'take')).isMine).toBe(true)
      const told = await sign(ana, 'ask')
      expect(told).toMatchObject({ isMine: false, takenBy: { by: moussa.accountId } })
      expect(told.names[moussa.accountId]).toBe('Moussa')
      expect((await sign(ana, 'look')).takenBy).toMatchObject({ by: moussa.accountId })
      const lines = await auditLines(dbs.newsroom, 0, 100)
      expect(lines.filter(({ act }) => act === 'take-over-story')).toHaveLength(1)
      await sign(moussa, 'leave')
      expect(await sign(ana, 'ask')).toMatchObject({ isMine: true, takenBy: null })
    })

    it('is taken by nobody who may not, and asking without being allowed is looking', async () => {
      await publishStory(studio.newsroom, { storyId, revision: null })
      const guest = await studio.staff('Guest', 'researcher')
      expect((await sign(guest, 'ask')).pen).toBe(null)
      await sign(ana, 'ask')
      const taken = await guest.send('POST /stories/{storyId}/presence', {
        params: { storyId },
        body: { device: 'one', pen: 'take', at: null },
      })
      expect(taken.status).toBe(403)
      expect((await atWork()).pen?.by).toBe(ana.accountId)
    })
  })

  describe('remarks', () => {
    it('are made once under an id of the browser’s, answered, resolved and opened again', async () => {
      const id: CommentId = makeId('comment', randomBytes(16))
      const body = { id, text: 'Who says so?', quote: 'Four' }
      await ana.ask('POST /stories/{storyId}/comments', { params: { storyId }, body })
      await ana.ask('POST /stories/{storyId}/comments', { params: { storyId }, body })
      const params = { storyId, commentId: id }
      await moussa.ask('POST /stories/{storyId}/comments/{commentId}/replies', { params, body: { text: 'The army.' } })
      await moussa.ask('POST /stories/{storyId}/comments/{commentId}/resolve', { params })
      expect(await threads()).toMatchObject([
        { id, text: 'Who says so?', resolved: { by: moussa.accountId }, replies: [{ text: 'The army.' }] },
      ])
      await ana.ask('POST /stories/{storyId}/comments/{commentId}/reopen', { params })
      expect((await threads())[0]?.resolved).toBe(null)
    })

    it('are changed and removed by whoever made them, and by nobody else', async () => {
      const body = { text: 'Who says so?', quote: 'Four' }
      const { id } = await ana.ask('POST /stories/{storyId}/comments', { params: { storyId }, body })
      const params = { storyId, commentId: id }
      const other = await moussa.send('PATCH /stories/{storyId}/comments/{commentId}', { params, body: { text: 'x' } })
      expect(other.status).toBe(409)
      await ana.ask('PATCH /stories/{storyId}/comments/{commentId}', { params, body: { text: 'Who?' } })
      expect((await threads())[0]).toMatchObject({ text: 'Who?', editedAt: studio.newsroom.now() })
      await ana.ask('DELETE /stories/{storyId}/comments/{commentId}', { params })
      expect(await threads()).toEqual([])
    })
  })
})
