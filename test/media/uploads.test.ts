import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AccountId, UploadId } from '../../src/ids.ts'
import { beginUpload, forgetOldUploads, uploadsIn } from '../../src/media/uploads.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onrecord-sent-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const begun = (name: string, nowMs: number) =>
  beginUpload(uploadsIn(folder), { id: `upl_${name}` as UploadId, by: 'acc_ana' as AccountId, name, bytes: 9 }, nowMs)

it('a file that was half sent is gone after a day, whether another one is sent or not', async () => {
  const nowMs = Date.now()
  await begun('old', nowMs)
  await begun('new', nowMs)
  const before = new Date(nowMs - 25 * 60 * 60 * 1000)
  for (const name of ['upl_old.part', 'upl_old.json']) await utimes(join(uploadsIn(folder), name), before, before)
  await forgetOldUploads(uploadsIn(folder), nowMs)
  expect((await readdir(uploadsIn(folder))).toSorted((one, other) => (one < other ? -1 : 1))).toEqual([
    'upl_new.json',
    'upl_new.part',
  ])
})

it('nothing was ever sent, and nothing is missed', async () => {
  await forgetOldUploads(uploadsIn(folder), Date.now())
  expect(await readdir(folder)).toEqual([])
})
