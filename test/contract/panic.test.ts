import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSecrets } from '../../src/config/data-folder.ts'
import { readNextSecrets, writeNextSecrets } from '../../src/config/next-secrets.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { endSessions } from '../../src/newsroom/end-sessions.ts'
import { closeSecret, openSecret } from '../../src/newsroom/entering/sealed-secret.ts'
import { panic, unlockStudio } from '../../src/newsroom/panic.ts'
import { markOf } from '../../src/newsroom/same-secrets.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { passwordOf, writePassword } from '../../src/store/passwords.ts'
import { secretsMark } from '../../src/store/secrets-mark.ts'
import { allUpkeep } from '../../src/store/upkeep.ts'
import { rotateKeys } from '../../src/upkeep/rotate-keys.ts'
import { aNewspaper, aNewsroom } from '../builders.ts'
import { aStudio, type Caller, type TestStudio, titleOf } from '../studio-caller.ts'
import { databases, type OpenDatabases } from './databases.ts'

const STORY = { language: 'en' }

const isIn = async (who: Caller) =>
  (await who.send('GET /session', {})).status === 200 && (await who.send('GET /account', {})).status

describe.each(databases)('the hour in which somebody may have got in, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let owner: Caller
  let reporter: Caller

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    owner = await studio.staff('Ana', 'owner')
    reporter = await studio.staff('Ben', 'reporter')
  })
  afterEach(() => dbs.close())

  it('ends every session, key, link and invitation at once', async () => {
    const { id: storyId } = await reporter.ask('POST /stories', { body: STORY })
    await reporter.ask('POST /stories/{storyId}/preview-links', { params: { storyId }, body: { label: 'a lawyer' } })
    expect(await isIn(reporter)).toBe(200)
    const closed = await panic(studio.newsroom, { reason: 'a laptop was taken', suspend: ['Ben'] })
    expect(closed).toMatchObject({ sessions: 2, previews: 1, suspended: ['Ben'] })
    expect([await isIn(owner), await isIn(reporter)]).toEqual([401, 401])
    const again = await panic(studio.newsroom, { reason: 'once more', suspend: [] })
    expect(again).toMatchObject({ sessions: 0, keys: 0, previews: 0, invitations: 0 })
    expect((await allUpkeep(dbs.newsroom)).map(({ kind }) => kind)).toEqual(['panic'])
  })

  it('does nothing by halves: a name that nobody has stops it before anything is closed', async () => {
    await expect(panic(studio.newsroom, { reason: '', suspend: ['Nobody'] })).rejects.toMatchObject({
      code: 'not-found',
    })
    expect(await isIn(owner)).toBe(200)
  })

  it('leaves a studio in which everything can be read and nothing changed, until it is unlocked', async () => {
    await panic(studio.newsroom, { reason: 'a laptop was taken', suspend: [] })
    const back = await studio.staff('Cleo', 'owner')
    expect((await back.send('GET /stories', {})).status).toBe(200)
    const refused = await back.send('POST /stories', { body: STORY })
    expect([refused.status, await titleOf(refused)]).toEqual([503, 'studio-locked'])
    expect((await dbs.newsroom.selectFrom('stories').select('id').execute()).length).toBe(0)
    expect(await unlockStudio(studio.newsroom)).toBe(true)
    expect(await unlockStudio(studio.newsroom)).toBe(false)
    expect((await back.send('POST /stories', { body: STORY })).status).toBe(200)
  })

  it('signs one person out, or everybody, and lets them come in again', async () => {
    expect(await endSessions(studio.newsroom, reporter.accountId)).toBe(1)
    expect([await isIn(owner), await isIn(reporter)]).toEqual([200, 401])
    expect(await endSessions(studio.newsroom, null)).toBe(1)
    expect(await isIn(owner)).toBe(401)
  })
})

describe.each(databases)('new secrets for a newsroom, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let folder: string

  beforeEach(async () => {
    dbs = await open()
    folder = await mkdtemp(join(tmpdir(), 'onrecord-secrets-'))
  })
  afterEach(async () => {
    await dbs.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('seal the audit from its first line and open second factors, and the old ones neither', async () => {
    const { auditKey: old } = await readSecrets(folder)
    const newsroom = aNewsroom(dbs, { auditKey: old })
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const { accountId } = await aStudio(dbs).staff('Ana', 'owner')
    const totpSecret = closeSecret(Buffer.from('a second factor'), old, accountId)
    await inTransaction(dbs.newsroom, (tx) =>
      writePassword(tx, { accountId, hash: 'a hash', totpSecret, totpStep: 0, setAt: newsroom.now() }),
    )
    const rotated = await rotateKeys(newsroom, folder)
    expect(rotated).toMatchObject({ factors: 1, sessions: 1 })
    const { auditKey } = await readSecrets(folder)
    expect(auditKey).not.toBe(old)
    expect(await firstBrokenSeal(dbs.newsroom, auditKey)).toBeNull()
    expect(await firstBrokenSeal(dbs.newsroom, old)).toBe(1)
    expect(await secretsMark(dbs.newsroom)).toBe(markOf(auditKey))
    const kept = (await passwordOf(dbs.newsroom, accountId))?.totpSecret ?? ''
    expect(Buffer.from(openSecret(kept, auditKey, accountId) ?? []).toString()).toBe('a second factor')
    expect(openSecret(kept, old, accountId)).toBeUndefined()
    expect(await readNextSecrets(folder)).toBeNull()
  })

  it('are not given to a newsroom whose audit was changed: that would hide it', async () => {
    const { auditKey } = await readSecrets(folder)
    const newsroom = aNewsroom(dbs, { auditKey })
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await dbs.newsroom.updateTable('audit').set({ actor: 'somebody else' }).where('number', '=', 1).execute()
    await expect(rotateKeys(newsroom, folder)).rejects.toMatchObject({ code: 'damaged' })
    expect((await readSecrets(folder)).auditKey).toBe(auditKey)
  })

  it('that were only written and never taken over change nothing', async () => {
    const before = await readSecrets(folder)
    await writeNextSecrets(folder)
    await writeNextSecrets(folder)
    expect(await readSecrets(folder)).toEqual(before)
    expect(await readFile(join(folder, 'secrets.json.next'), 'utf8')).not.toContain(before.auditKey)
  })
})
