import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClaimId, StoryId, TaskId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { finishTask } from '../../src/newsroom/finish-task.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { entriesOfType } from '../../src/store/record-listing.ts'
import { openTasks, pendingTasks } from '../../src/store/story-tasks.ts'
import { aContent, aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { aRecordAtWork } from './record-at-work.ts'

describe.each(databases)('a desk on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let storyId: StoryId

  const aTask = (id: string, sequence: number) => ({
    id: id as TaskId,
    storyId,
    claimId: 'clm_1' as ClaimId,
    movedBy: 'clm_2' as ClaimId,
    words: 'at least 20',
    sequence,
    at: at('2024-08-01T09:00:00Z'),
  })
  const toDo = async () => (await pendingTasks(newsroom.db, { storyId, limit: 10 })).map(({ id }) => id)

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    storyId = (await createStory(newsroom, draft)).id
    await inTransaction(newsroom.db, (tx) => openTasks(tx, [aTask('tsk_1', 1), aTask('tsk_2', 2), aTask('tsk_3', 3)]))
  })
  afterEach(() => dbs.close())

  it('finishes one task, then all that are left, and each stands in the audit', async () => {
    expect(await finishTask(newsroom, { storyId, taskId: 'tsk_2' as TaskId })).toBe(1)
    expect(await toDo()).toEqual(['tsk_1', 'tsk_3'])
    expect(await finishTask(newsroom, { storyId, taskId: null })).toBe(2)
    expect(await toDo()).toEqual([])
    const lines = (await auditLines(newsroom.db, 0, 100)).filter(({ act }) => act === 'finish-task')
    expect(lines.map(({ subject, detail }) => [subject, detail])).toEqual([
      [storyId, { closed: 1 }],
      [storyId, { closed: 2 }],
    ])
  })

  it('is told when nothing is to be done, when a task is another’s, and when there is no such story', async () => {
    await finishTask(newsroom, { storyId, taskId: null })
    await expect(finishTask(newsroom, { storyId, taskId: null })).rejects.toMatchObject({ code: 'refused' })
    await expect(finishTask(newsroom, { storyId, taskId: 'tsk_9' as TaskId })).rejects.toMatchObject({
      code: 'refused',
    })
    const unknown = { storyId: 'sty_nowhere' as StoryId, taskId: null }
    await expect(finishTask(newsroom, unknown)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe.each(databases)('the record on $name, listed', ({ open }) => {
  it('is listed type by type, page by page, and by its state', async () => {
    const dbs = await open()
    const { newsroom, jnim, wagner, battle, claimed, publish } = await aRecordAtWork(dbs)
    const all = { status: null, after: null, limit: 10 }
    const ids = (await entriesOfType(newsroom.db, 'actor', all)).map(({ id }) => id)
    expect(ids).toEqual([jnim, wagner].toSorted())
    const [first] = await entriesOfType(newsroom.db, 'actor', { ...all, limit: 1 })
    const rest = await entriesOfType(newsroom.db, 'actor', { ...all, after: first?.id ?? null })
    expect([first, ...rest].map((entry) => entry?.id)).toEqual(ids)

    await claimed('exact 50')
    await publish(battle)
    expect(await entriesOfType(newsroom.db, 'event', { ...all, status: 'draft' })).toEqual([])
    expect((await entriesOfType(newsroom.db, 'event', { ...all, status: 'live' })).map(({ id }) => id)).toEqual([
      battle,
    ])
    await dbs.close()
  })
})
