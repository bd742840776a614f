import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { makeId } from '../../src/ids.ts'
import { runJobs } from '../../src/newsroom/run-jobs.ts'
import { addJobs, unfinishedJobs } from '../../src/store/jobs.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { instantOf } from '../../src/time.ts'
import { type House, openHouse } from './house.ts'

const WORKER = fileURLToPath(new URL('./job-worker.ts', import.meta.url))
const JOBS = Number(process.env['ONRECORD_WORKER_JOBS'] ?? 120)

/** A process that does jobs, and which it has begun. */
interface JobWorker {
  readonly begun: string[]
  readonly process: ChildProcess
}

describe('two processes that do jobs on one PostgreSQL, one of them killed and started again', () => {
  let folder: string
  let url: string
  let house: House
  const workers: JobWorker[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-job-workers-'))
    const name = `workers_${randomBytes(4).toString('hex')}`
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    await client.query(`create database ${name}`)
    await client.end()
    url = inject('postgresUrl').replace(/\/postgres$/, `/${name}`)
    house = await openHouse(folder, () => randomBytes(16), { postgresUrl: url })
  })
  afterAll(async () => {
    for (const { process } of workers) process.kill('SIGKILL')
    await house.close()
    await rm(folder, { recursive: true, force: true })
  })

  function aWorker(name: string): JobWorker {
    const child = spawn(process.execPath, [WORKER, folder, url, name], { stdio: ['ignore', 'pipe', 'inherit'] })
    const begun: string[] = []
    createInterface({ input: child.stdout }).on('line', (line) => begun.push(line))
    const worker = { begun, process: child }
    workers.push(worker)
    return worker
  }
  async function ended({ process }: JobWorker): Promise<void> {
    const closed = once(process, 'close')
    process.kill('SIGKILL')
    await closed
  }
  const begunBy = (some: readonly JobWorker[]) => some.flatMap(({ begun }) => begun)

  it('does each job once; what the killed one had taken waits, and is done when its time is over', async () => {
    const { newsroom } = house
    const stories = Array.from({ length: JOBS }, () => makeId('story', randomBytes(16)))
    const dueAt = newsroom.now()
    const jobs = stories.map((storyId) => ({
      id: makeId('job', randomBytes(16)),
      kind: 'ping' as const,
      key: `ping ${storyId}`,
      payload: { storyId },
      dueAt,
    }))
    await inTransaction(newsroom.db, (tx) => addJobs(tx, jobs))
    const [first, second] = [aWorker('first'), aWorker('second')]
    await expect.poll(() => Math.min(first.begun.length, second.begun.length), { timeout: 60_000 }).toBeGreaterThan(5)
    await ended(first)
    const third = aWorker('third')
    // Everything is done but what the killed one had taken, which nobody touches before its time is over.
    const left = async () => (await unfinishedJobs(newsroom.db, JOBS)).length
    const othersLeft = async () => {
      const rows = await newsroom.db.selectFrom('jobs').select('leased_by').where('done_at', 'is', null).execute()
      return rows.filter((row) => row.leased_by !== 'first').length
    }
    await expect.poll(othersLeft, { timeout: 60_000 }).toBe(0)
    expect(await left()).toBeLessThanOrEqual(10)
    // Ended, and heard to the end: what they said last may still be on its way.
    await Promise.all([second, third].map((worker) => ended(worker)))
    const all = begunBy([first, second, third])
    expect(new Set(all).size).toBe(all.length)
    const again: string[] = []
    const later = { ...newsroom, now: () => instantOf(new Date(Date.now() + 11 * 60_000)) }
    const ping = async (_: unknown, { storyId }: { readonly storyId: string }) => void again.push(storyId)
    await runJobs(later, {
      handlers: { ...({} as Parameters<typeof runJobs>[1]['handlers']), ping },
      by: 'later',
      isStopping: () => false,
      onFailed: (_, error) => {
        throw error
      },
    })
    expect(await left()).toBe(0)
    // The one that was under way at the kill was begun twice, and no other.
    const twice = again.filter((storyId) => all.includes(storyId))
    expect(twice.length).toBeLessThanOrEqual(1)
    expect(new Set([...all, ...again])).toEqual(new Set<string>(stories))
  })
})
