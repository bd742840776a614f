import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobId, StoryId } from '../../src/ids.ts'
import { moveStory, scheduleStory } from '../../src/newsroom/change-story.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { countedTry } from '../../src/newsroom/entering/limits.ts'
import { publishDueStories } from '../../src/newsroom/publish-due-stories.ts'
import { publishStory } from '../../src/newsroom/publish-story.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { addJobs, failJob, leaseDue } from '../../src/store/jobs.ts'
import { latePublicationOf } from '../../src/store/late-publication.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { changesAfter } from '../../src/store/outbox.ts'
import { storyById } from '../../src/store/stories.ts'
import { aContent, aNewspaper, aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const NOW = at('2024-08-01T09:00:00Z')
/** As it says for an hour, before somebody puts it right. */
const AHEAD = at('2026-08-01T09:00:00Z')
const BEHIND = at('2022-08-01T09:00:00Z')

const aJob = (name: string, dueAt = NOW) =>
  ({
    id: `job_${name}` as JobId,
    kind: 'ping',
    key: name,
    payload: { storyId: 'sty_a' as StoryId },
    dueAt,
  }) as const

describe.each(databases)('what was written by a clock two years off, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: [] })
  })
  afterEach(() => dbs.close())

  const aDraft = async (): Promise<StoryId> =>
    (await createStory(newsroom, { language: 'en', translatedFrom: null, slug: null, content: aContent() })).id
  const lease = (now = NOW) => leaseDue(newsroom.db, { now, leaseMs: 60_000, limit: 10, by: 'one' })

  it('keeps no job waiting for two years, whether it was leased then or failed then', async () => {
    await inTransaction(newsroom.db, (tx) => addJobs(tx, [aJob('a'), aJob('b'), aJob('c', AHEAD)]))
    const [first] = await lease(AHEAD)
    if (!first) throw new Error('nothing was due')
    const failed = { now: AHEAD, error: 'no answer', by: 'one' }
    await inTransaction(newsroom.db, (tx) => failJob(tx, first, failed))
    expect((await lease()).map(({ id }) => id).toSorted()).toEqual(['job_a', 'job_b', 'job_c'])
    expect(await lease()).toEqual([])
    // A lease that was taken before the clock went back holds for nobody then.
    expect(await lease(BEHIND)).toHaveLength(3)
  })

  it('counts wrong tries by their own quarter of an hour: nobody is shut out for two years', async () => {
    newsroom.setClock(AHEAD)
    const tries = async () => {
      for (;;) await countedTry(newsroom, { who: 'ana', network: 'one' })
    }
    await expect(tries()).rejects.toMatchObject({ code: 'too-many-tries' })
    newsroom.setClock(NOW)
    await countedTry(newsroom, { who: 'ana', network: 'one' })
    await expect(tries()).rejects.toMatchObject({ code: 'too-many-tries' })
  })

  it('stands in the order in which it was done, not in the order of the clock', async () => {
    const ids = [await aDraft(), await aDraft(), await aDraft()]
    for (const [index, clock] of [NOW, AHEAD, BEHIND].entries()) {
      newsroom.setClock(clock)
      await publishStory(newsroom, { storyId: ids[index] as StoryId, revision: null })
    }
    const changes = await changesAfter(dbs.newsroom, 0, 100)
    expect(changes.flatMap((change) => (change.kind === 'story' ? [change.storyId] : []))).toEqual(ids)
    const acts = (await auditLines(dbs.newsroom, 0, 100)).filter(({ act }) => act === 'publish-story')
    expect(acts.map(({ subject, at: when }) => [subject, when])).toEqual([
      [ids[0], NOW],
      [ids[1], AHEAD],
      [ids[2], BEHIND],
    ])
  })

  it('goes out late rather than never, once, and the audit says how late', async () => {
    const storyId = await aDraft()
    newsroom.setClock(BEHIND)
    await scheduleStory(newsroom, storyId, NOW)
    expect(await publishDueStories(newsroom)).toEqual({ published: [], refused: [] })
    newsroom.setClock(at('2024-08-01T12:00:00Z'))
    expect((await publishDueStories(newsroom)).published).toEqual([storyId])
    newsroom.setClock(AHEAD)
    expect((await publishDueStories(newsroom)).published).toEqual([])
    const line = (await auditLines(dbs.newsroom, 0, 100)).find(({ act }) => act === 'publish-scheduled-story')
    expect(line?.detail).toMatchObject({ late: true, due: NOW, lateMinutes: 180 })
    expect(await latePublicationOf(dbs.newsroom, storyId)).toEqual({ at: at('2024-08-01T12:00:00Z'), due: NOW })
    expect(await latePublicationOf(dbs.newsroom, await aDraft())).toBeNull()
  })

  it('is a draft when its date is taken away, and stays one whatever the clock says', async () => {
    const storyId = await aDraft()
    await scheduleStory(newsroom, storyId, at('2024-08-01T10:00:00Z'))
    await moveStory(newsroom, storyId, 'draft')
    expect(await storyById(dbs.newsroom, storyId)).toMatchObject({ state: 'draft', scheduledFor: null })
    // Nor does a row that lost its date by itself, by whatever hand, go out.
    const other = await aDraft()
    await scheduleStory(newsroom, other, at('2024-08-01T10:00:00Z'))
    await dbs.newsroom.updateTable('stories').set({ scheduled_for: null }).where('id', '=', other).execute()
    newsroom.setClock(AHEAD)
    expect((await publishDueStories(newsroom)).published).toEqual([])
  })
})
