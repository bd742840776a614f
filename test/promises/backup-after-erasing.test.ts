import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { afterEach, describe, expect, it } from 'vitest'
import { captureDocument } from '../../src/newsroom/record/capture-document.ts'
import { eraseEntry } from '../../src/newsroom/record/erase-entry.ts'
import { setUpUntitled } from '../../src/newsroom/set-up-newspaper.ts'
import { backUpAside } from '../../src/upkeep/backups/back-up-aside.ts'
import { databases } from '../contract/databases.ts'
import { type AHouse, aHouse, aJob, aKey, aTemporaryFolder } from '../contract/houses-to-back-up.ts'
import { aFile, putOnRecord } from '../contract/what-is-written.ts'
import { aClaim, aDocument, anEvent } from '../record/builders.ts'
import { spellingsIn } from './spellings.ts'

const ERASED = 'erasedbackupqqxz'

/** Every byte that a backup made now holds, decrypted. */
async function plainBackup(house: AHouse): Promise<string> {
  const shelf = await aTemporaryFolder()
  const { identities, recipients } = await aKey()
  const { name } = await backUpAside(aJob(house, shelf, recipients))
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const plain = await decrypter.decrypt(await readFile(join(shelf, name)))
  await rm(shelf, { recursive: true, force: true })
  return Buffer.from(plain).toString('latin1')
}

describe.each(databases)('what was erased on $name', ({ kind, place }) => {
  const undo: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step()
  })

  it('is in no byte of a backup made afterwards', async () => {
    const folder = await aTemporaryFolder()
    undo.push(() => rm(folder, { recursive: true, force: true }))
    const server = kind === 'postgres' ? await place() : null
    if (server) undo.push(server.remove)
    const house = await aHouse(folder, server)
    undo.push(() => house.close())
    await setUpUntitled(house.newsroom, 'UTC')
    const document = aDocument('page', {
      by: 'somebody',
      content: { title: `${ERASED} title`, text: `${ERASED} text. `.repeat(2_000) },
    })
    const wording = { text: `${ERASED} wording`, lang: 'en', documentId: null, start: null, end: null }
    const claim = aClaim('said', { by: 'somebody', on: 'A', figure: 'exact 5', content: { wording } })
    await putOnRecord(house.newsroom, anEvent('A'), document, claim)
    await captureDocument(house.newsroom, { id: document.id, from: aFile(`a page on ${ERASED}`) })
    expect(spellingsIn(await plainBackup(house), ERASED)).not.toEqual([])
    for (const id of [claim.id, document.id]) await eraseEntry(house.newsroom, { id, reason: 'source-in-danger' })
    expect(spellingsIn(await plainBackup(house), ERASED)).toEqual([])
  })
})
