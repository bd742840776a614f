import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open-database.ts'

interface Tables {
  lines: { who: string }
}

const ROUNDS = 60

/** Writes one transaction after the other, as an import does: it holds the file nearly all of the time. */
const BUSY_WRITER = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require('node:sqlite')
const db = new DatabaseSync(workerData.file, { timeout: 10_000 })
const pause = new Int32Array(new SharedArrayBuffer(4))
const wait = (ms) => Atomics.wait(pause, 0, 0, ms)
for (let round = 0; round < ${ROUNDS}; round += 1) {
  db.exec('begin immediate')
  db.exec("insert into lines values ('import')")
  if (round === 0) parentPort.postMessage('writing')
  wait(100)
  db.exec('commit')
  wait(1)
}
db.close()
`

describe('whoever wants to write beside a process that never rests', () => {
  let folder: string
  let db: Kysely<Tables>

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-turns-'))
    db = openDatabase<Tables>({ kind: 'sqlite', file: join(folder, 'newsroom.db') }, 'write')
    await sql`create table lines (who text not null) strict`.execute(db)
  })
  afterEach(async () => {
    await db.destroy()
    rmSync(folder, { recursive: true, force: true })
  })

  it('has its turn long before that has ended, again and again', async () => {
    const writer = new Worker(BUSY_WRITER, { eval: true, workerData: { file: join(folder, 'newsroom.db') } })
    const ended = once(writer, 'exit')
    await once(writer, 'message')
    for (let turn = 0; turn < 3; turn += 1) {
      await db.transaction().execute((tx) => tx.insertInto('lines').values({ who: 'reporter' }).execute())
    }
    const written = await db.selectFrom('lines').select('who').execute()
    const before = written.findLastIndex(({ who }) => who === 'reporter')
    expect(written.filter(({ who }) => who === 'reporter')).toHaveLength(3)
    expect(before).toBeLessThan(ROUNDS / 2)
    await writer.terminate()
    await ended
  })

  it('waits as long as its connection says, and is told who has the file', async () => {
    await sql`pragma busy_timeout = 50`.execute(db)
    const writer = new Worker(BUSY_WRITER.replace('wait(100)', 'wait(60_000)'), {
      eval: true,
      workerData: { file: join(folder, 'newsroom.db') },
    })
    const ended = once(writer, 'exit')
    await once(writer, 'message')
    const insert = db.transaction().execute((tx) => tx.insertInto('lines').values({ who: 'reporter' }).execute())
    await expect(insert).rejects.toMatchObject({ code: 'database-unavailable' })
    expect((await sql<{ timeout: number }>`pragma busy_timeout`.execute(db)).rows).toEqual([{ timeout: 50 }])
    await writer.terminate()
    await ended
  })
})
