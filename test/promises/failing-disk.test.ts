import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT_CODE } from '../../src/cli/exit-codes.ts'
import { EIO, ENOSPC, openShim, type Shim, WHY_NO_SHIM } from './power/shim.ts'
import { type Served, serve } from './served.ts'
import { aNewsroomOnDisk, copyOf, type Writing, writingAt } from './served-writing.ts'

/** Which sync fails, counted from when somebody begins to write: some of them here, each of twenty in the long form. */
const FAILING = process.env['ONRECORD_FAILING_SYNCS'] === 'all' ? Array.from({ length: 20 }, (_, at) => at + 1) : [2]

/** Far more than any of these accidents take. */
const MOST_DEEDS = 60

/** Begins, saves and publishes stories one after the other until the server is gone. */
async function writeUntilGone(writing: Writing) {
  const kept: { id: string; words: string }[] = []
  const paths: string[] = []
  const statuses: number[] = []
  for (let count = 0; count < MOST_DEEDS && statuses.at(-1) !== 0; count += 1) {
    const begun = await writing.begin()
    statuses.push(begun.status)
    if (begun.status !== 200) continue
    const id = String(begun.json()['id'])
    const words = `Story ${count} as it was acknowledged.`
    const saved = await writing.save(id, 0, words)
    statuses.push(saved.status)
    if (saved.status !== 200) continue
    kept.push({ id, words })
    const live = await writing.publish(id).catch(() => ({ status: 0, json: () => ({ path: '' }) }))
    statuses.push(live.status)
    if (live.status === 200) paths.push(String(live.json()['path']))
  }
  return { kept, paths, statuses }
}

describe.skipIf(WHY_NO_SHIM)('a disk that fails', () => {
  let shim: Shim
  let prepared: { data: string; token: string }
  const folders: string[] = []
  beforeAll(async () => {
    shim = openShim()
    prepared = await aNewsroomOnDisk('failing')
    folders.push(dirname(prepared.data))
  })
  afterAll(() => {
    shim.remove()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  async function open(): Promise<{ data: string; server: Served; writing: Writing }> {
    const data = copyOf(prepared.data)
    folders.push(dirname(data))
    const server = await serve({ data, env: shim.env(data) })
    return { data, server, writing: writingAt(server, prepared.token) }
  }

  const AT_SYNC = FAILING.flatMap((nth) => ['newsroom.db-wal', 'edition.db-wal'].map((file) => ({ nth, file })))

  it.each(AT_SYNC)(
    'that cannot sync $file (time $nth) ends the server at once, and nothing is lost',
    async ({ nth, file }) => {
      const { data, server, writing } = await open()
      shim.only(file)
      shim.set({ fsyncErrno: EIO, fsyncCountdown: nth })
      const { kept, paths, statuses } = await writeUntilGone(writing)
      expect(await server.ended).toBe(EXIT_CODE['database-unavailable'])
      expect(server.output()).toContain('the disk may not have kept what was written')
      // From the answer that did not come on, there is none.
      expect(statuses.indexOf(0)).toBe(statuses.length - 1)
      const again = await serve({ data, env: shim.env(data) })
      const after = writingAt(again, prepared.token)
      for (const { id, words } of kept) expect(await after.textOf(id)).toContain(words)
      for (const path of paths) expect((await again.get(path)).status).toBe(200)
      expect((await after.begin()).status).toBe(200)
      await again.stop()
    },
  )

  it.each([
    ['is full', ENOSPC],
    ['cannot write a page', EIO],
  ])('that %s is answered with 507, loses nothing, and is written again when it can be', async (_, errno) => {
    const { server, writing } = await open()
    const id = String((await writing.begin()).json()['id'])
    expect((await writing.save(id, 0, 'Before.')).status).toBe(200)
    shim.only('newsroom.db-wal')
    shim.set({ writeErrno: errno, writeCountdown: 1 })
    const refused = await writing.save(id, 1, 'While there is no room.')
    expect({ status: refused.status, title: refused.json()['title'] }).toEqual({ status: 507, title: 'storage-full' })
    expect(await writing.textOf(id)).toContain('Before.')
    expect((await writing.save(id, 1, 'Afterwards.')).status).toBe(200)
    expect((await writing.publish(id)).status).toBe(200)
    await server.stop()
    expect(await server.ended).toBe(0)
  })
})
