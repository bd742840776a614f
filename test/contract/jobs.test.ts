import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobId, StoryId } from '../../src/ids.ts'
import { retryFailedJob } from '../../src/newsroom/retry-job.ts'
import { type JobRun, runJobs } from '../../src/newsroom/run-jobs.ts'
import { OnrecordError } from '../../src/errors.ts'
import {
  addJobs,
  countGivenUp,
  failJob,
  finishJob,
  leaseDue,
  type NewJob,
  unfinishedJobs,
} from '../../src/store/jobs.ts'
import { inTransaction, openNewsroom } from '../../src/store/newsroom-db.ts'
import { aNewsroom, at, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from './databases.ts'

const NINE = at('2024-08-01T09:00:00Z')

const aJob = (name: string, overrides: Partial<NewJob> = {}): NewJob => ({
  id: `job_${name}` as JobId,
  kind: 'ping',
  key: `ping ${name}`,
  payload: { storyId: `sty_${name}` as StoryId },
  dueAt: NINE,
  ...overrides,
})

const idsOf = (jobs: readonly { id: JobId }[]) => jobs.map(({ id }) => id)

const running = (work: (storyId: StoryId) => Promise<void>, told: unknown[] = []): JobRun => ({
  handlers: {
    ping: async (_, { storyId }) => work(storyId),
    'read-story': async (_, { storyId }) => work(storyId),
  },
  by: 'one',
  isStopping: () => false,
  onFailed: (_, error) => void told.push(error),
})

describe.each(databases)('jobs on $name', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom

  beforeEach(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
  })
  afterEach(() => dbs.close())

  const add = (...jobs: NewJob[]) => inTransaction(newsroom.db, (tx) => addJobs(tx, jobs))
  const lease = (now = NINE, by = 'one', limit = 10) => leaseDue(newsroom.db, { now, leaseMs: 60_000, limit, by })
  const waiting = async () => unfinishedJobs(newsroom.db, 100)

  it('are taken once, the oldest first, and only when they are due', async () => {
    await add(
      aJob('b', { dueAt: at('2024-08-01T08:59:00Z') }),
      aJob('a', { dueAt: at('2024-08-01T08:00:00Z') }),
      aJob('c', { dueAt: at('2024-08-01T09:00:01Z') }),
    )
    expect(idsOf(await lease())).toEqual(['job_a', 'job_b'])
    expect(await lease()).toEqual([])
    expect(idsOf(await lease(at('2024-08-01T09:00:01Z')))).toEqual(['job_c'])
  })

  it('that somebody waits for are taken before those that can wait, however long these have waited', async () => {
    await add(
      ...Array.from({ length: 12 }, (_, number) =>
        aJob(`r${number}`, { kind: 'read-story', key: `read ${number}`, dueAt: at('2024-08-01T07:00:00Z') }),
      ),
      aJob('p', { dueAt: at('2024-08-01T08:00:00Z') }),
    )
    const taken = await lease()
    expect(taken).toHaveLength(10)
    expect(taken[0]).toMatchObject({ id: 'job_p', kind: 'ping' })
    expect(await lease()).toHaveLength(3)
  })

  it('are shared by two processes that take them at the same time: none is done twice, none is left', async () => {
    await add(...Array.from({ length: 40 }, (_, number) => aJob(`n${number}`)))
    const other = openNewsroom(dbs.addresses.newsroom)
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        leaseDue(turn % 2 === 0 ? newsroom.db : other, { now: NINE, leaseMs: 60_000, limit: 5, by: `w${turn}` }),
      ),
    )
    await other.destroy()
    const all = taken.flat().map(({ id }) => id)
    expect(new Set(all).size).toBe(40)
    expect(all).toHaveLength(40)
  })

  it('are one job while they wait under one key, and a new one once that has begun', async () => {
    await add(aJob('a', { key: 'ping x' }), aJob('b', { key: 'ping x' }))
    expect(idsOf(await lease())).toEqual(['job_a'])
    await add(aJob('c', { key: 'ping x' }))
    expect(idsOf(await lease())).toEqual(['job_c'])
  })

  it('that failed while a newer one waits under their key are settled by that one', async () => {
    await add(aJob('a', { key: 'ping x' }))
    const [job] = await lease()
    await add(aJob('b', { key: 'ping x' }))
    if (job) await inTransaction(newsroom.db, (tx) => failJob(tx, job, { now: NINE, error: 'no', by: 'one' }))
    expect(idsOf(await waiting())).toEqual(['job_b'])
  })

  it('of a process that is gone are taken by another when the lease has run out', async () => {
    await add(aJob('a'))
    await lease(NINE, 'gone')
    expect(await lease(at('2024-08-01T09:00:59Z'), 'other')).toEqual([])
    const [job] = await lease(at('2024-08-01T09:01:00Z'), 'other')
    expect(job?.attempts).toBe(2)
    // What the first one says now comes too late to take it from the other.
    if (job) await inTransaction(newsroom.db, (tx) => failJob(tx, job, { now: NINE, error: 'late', by: 'gone' }))
    expect((await waiting()).map(({ lastError }) => lastError)).toEqual([null])
  })

  it('that end their process each time are given up', async () => {
    await add(aJob('a'))
    let now = NINE
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      expect(idsOf(await lease(now))).toEqual(['job_a'])
      now = new Date(Date.parse(now) + 60_000).toISOString() as typeof NINE
    }
    expect(await lease(now)).toEqual([])
    expect((await waiting())[0]).toMatchObject({ givenUpAt: now, lastError: 'the process ended while it was at it' })
  })

  it('that throw are tried again after a minute, five, thirty, two hours and twelve, then given up and shown', async () => {
    await add(aJob('a'))
    const told: unknown[] = []
    const run = running(async () => {
      throw new OnrecordError('fetch-failed', 'The hub is away.')
    }, told)
    const waits: number[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      await runJobs(newsroom, run)
      const [job] = await waiting()
      if (job?.givenUpAt === null) {
        waits.push((Date.parse(job.dueAt) - Date.parse(newsroom.now())) / 60_000)
        newsroom.setClock(job.dueAt)
      }
    }
    expect(waits).toEqual([1, 5, 30, 120, 720])
    expect(told).toHaveLength(6)
    expect(await waiting()).toMatchObject([{ id: 'job_a', lastError: 'The hub is away.', attempts: 6 }])
    expect(await countGivenUp(newsroom.db)).toBe(1)
    expect(await runJobs(newsroom, run)).toBe(0)

    await retryFailedJob(newsroom, 'job_a' as JobId)
    expect(
      await runJobs(
        newsroom,
        running(async () => undefined),
      ),
    ).toBe(1)
    expect(await waiting()).toEqual([])
    await expect(retryFailedJob(newsroom, 'job_a' as JobId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('stop no other when they throw, and never leave a stranger’s words in the list', async () => {
    await add(aJob('a'), aJob('b'))
    const done: string[] = []
    const run = running(async (storyId) => {
      if (storyId === 'sty_a') throw new TypeError('a secret text')
      done.push(storyId)
    })
    expect(await runJobs(newsroom, run)).toBe(1)
    expect(done).toEqual(['sty_b'])
    expect((await waiting()).map(({ lastError }) => lastError)).toEqual(['a fault in Onrecord: TypeError'])
  })

  it('are not begun by a process that stops', async () => {
    await add(aJob('a'))
    expect(await runJobs(newsroom, { ...running(async () => undefined), isStopping: () => true })).toBe(0)
    expect(idsOf(await lease())).toEqual(['job_a'])
  })

  it('settle what was given up under their key, and are forgotten thirty days after they were done', async () => {
    await add(aJob('a', { key: 'ping x' }))
    const run = running(async () => {
      throw new Error('no')
    })
    for (let turn = 0; turn < 6; turn += 1) {
      await runJobs(newsroom, run)
      newsroom.setClock((await waiting())[0]?.dueAt ?? NINE)
    }
    expect(await countGivenUp(newsroom.db)).toBe(1)
    await add(aJob('b', { key: 'ping x', dueAt: newsroom.now() }))
    const [job] = await lease(newsroom.now())
    if (job) await inTransaction(newsroom.db, (tx) => finishJob(tx, job, newsroom.now()))
    expect(await countGivenUp(newsroom.db)).toBe(0)

    newsroom.setClock(at('2024-09-10T00:00:00Z'))
    await add(aJob('c'))
    await runJobs(
      newsroom,
      running(async () => undefined),
    )
    const left = await newsroom.db.selectFrom('jobs').select('id').execute()
    expect(left.map(({ id }) => id)).toEqual(['job_c'])
  })
})
