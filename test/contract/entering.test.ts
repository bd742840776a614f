import { createHash } from 'node:crypto'
import { generateTOTP } from '@oslojs/otp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newToken, hashOfToken } from '../../src/newsroom/token.ts'
import { invite, inviteFirstOwner } from '../../src/newsroom/entering/invite.ts'
import { resetAccount } from '../../src/newsroom/entering/reset-account.ts'
import { changeGrants, restoreAccount, suspendAccount } from '../../src/newsroom/entering/suspend-account.ts'
import { newId } from '../../src/newsroom/newsroom.ts'
import { auditLines } from '../../src/store/audit.ts'
import { insertApiKey } from '../../src/store/api-keys.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { asOwnPage, aStudio, cookieOf, titleOf, type TestStudio, words } from '../studio-caller.ts'
import { softwarePasskey } from '../software-passkey.ts'
import { at } from '../builders.ts'
import { fromBase32 } from '../from-base32.ts'
import { databases, type OpenDatabases } from './databases.ts'

const START = '2024-08-01T09:00:00.000Z'
const later = (ms: number) => at(new Date(Date.parse(START) + ms).toISOString())
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const PASSWORD = 'paper river lantern seven'

describe.each(databases)('coming in, on $name', ({ open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
  })
  afterEach(async () => {
    vi.useRealTimers()
    const { faults } = studio
    await dbs.close()
    if (faults.length > 0) throw new AggregateError(faults)
  })

  const stranger = () => studio.stranger
  const clock = (ms: number) => studio.newsroom.setClock(later(ms))

  /** What the app shows at the test's time. */
  const codeOf = (secret: string): string => {
    vi.useFakeTimers({ now: new Date(studio.newsroom.now()), toFake: ['Date'] })
    const code = generateTOTP(fromBase32(secret), 30, 6)
    vi.useRealTimers()
    return code
  }

  /** Everything that is kept of those who work here, but for counts of tries and challenges. */
  const kept = async () => {
    const { newsroom: db } = dbs
    const tables = ['accounts', 'grants', 'sessions', 'passkeys', 'passwords', 'recovery_codes', 'audit'] as const
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
    const invitations = await db.selectFrom('invitations').selectAll().execute()
    return createHash('sha256')
      .update(JSON.stringify([...rows, invitations]))
      .digest('hex')
  }

  const asked = (cookie: string, path: string, method = 'GET', body?: unknown) =>
    studio.app.request(`http://localhost/studio/api${path}`, {
      method,
      headers: { origin: 'http://localhost', ...asOwnPage(cookie) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })

  async function joinsByPasskey(token: string, name: string) {
    const passkey = softwarePasskey()
    const question = await stranger().ask('POST /entering/invitation/passkey', { body: { token, name } })
    const body = { token, name, language: 'en' as const, factor: passkey.made(question) }
    const response = await stranger().send('POST /entering/invitation/accept', { body })
    return { passkey, response, cookie: cookieOf(response) }
  }

  async function joinsByPassword(token: string, name: string) {
    const second = await stranger().ask('POST /entering/invitation/second-factor', { body: { token, name } })
    const { challengeId, secret } = second
    const factor = { kind: 'password' as const, challengeId, password: PASSWORD, code: codeOf(secret) }
    const response = await stranger().send('POST /entering/invitation/accept', {
      body: { token, name, language: 'fr', factor },
    })
    const { accountId, recoveryCodes } = (await response.json()) as { accountId: string; recoveryCodes: string[] }
    return { secret, recoveryCodes, accountId, cookie: cookieOf(response) }
  }

  const enters = (who: string, password: string, code: string) =>
    stranger().send('POST /entering/password', { body: { kind: 'password', who, password, code } })

  const invited = async (name: string) =>
    (await invite(studio.newsroom, { name, email: null, grants: [{ role: 'reporter', deskId: null }] })).token

  it('the first owner makes an account with a passkey, and comes in again with nothing else', async () => {
    const { token } = await inviteFirstOwner(studio.newsroom)
    const { passkey, response } = await joinsByPasskey(token, 'Mariam')
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
    const question = await stranger().ask('POST /entering/passkey/ask', {})
    expect(question.options).not.toHaveProperty('allowCredentials.0')
    const entered = await stranger().send('POST /entering/passkey', { body: passkey.signed(question) })
    const session = await (await asked(cookieOf(entered), '/session')).json()
    expect(session).toMatchObject({ hasOwner: true, me: { name: 'Mariam', grants: [{ role: 'owner', deskId: null }] } })
    const acts = (await auditLines(dbs.newsroom, 0, 50)).map(({ act, actor }) => [act, actor])
    const { me } = session as { me: { accountId: string } }
    expect(acts).toEqual([
      ['invite', 'tests'],
      ['accept-invitation', me.accountId],
      ['enter', me.accountId],
    ])
  })

  it('keeps no token as it is, of links, sessions or challenges', async () => {
    const { token } = await inviteFirstOwner(studio.newsroom)
    const { cookie } = await joinsByPasskey(token, 'Mariam')
    const rows = [
      ...(await dbs.newsroom.selectFrom('invitations').selectAll().execute()),
      ...(await dbs.newsroom.selectFrom('sessions').selectAll().execute()),
    ]
    expect(JSON.stringify(rows)).not.toContain(token)
    expect(JSON.stringify(rows)).not.toContain(cookie)
    expect(JSON.stringify(rows)).toContain(hashOfToken(cookie))
  })

  it('a link works once, and not after its time; a newer link for the first owner ends the older', async () => {
    const older = await inviteFirstOwner(studio.newsroom)
    const newer = await inviteFirstOwner(studio.newsroom)
    expect((await joinAnswer(older.token)).status).toBe(404)
    clock(DAY)
    expect((await joinAnswer(newer.token)).status).toBe(404)
    const { token } = await inviteFirstOwner(studio.newsroom)
    expect((await joinsByPasskey(token, 'Mariam')).response.status).toBe(200)
    expect((await joinAnswer(token)).status).toBe(404)
    await expect(inviteFirstOwner(studio.newsroom)).rejects.toMatchObject({ code: 'refused' })
    const week = await invited('Ana')
    clock(8 * DAY)
    expect((await joinAnswer(week)).status).toBe(404)
  })

  const joinAnswer = (token: string) => stranger().send('POST /entering/invitation', { body: { token } })

  it('makes no account before the way in has proven to work', async () => {
    const token = await invited('Ana')
    const before = await kept()
    const question = await stranger().ask('POST /entering/invitation/passkey', { body: { token, name: 'Ana' } })
    const body = { token, name: 'Ana', language: 'en' as const }
    const elsewhere = softwarePasskey().made({ ...question, origin: 'http://localhost.example' })
    const wrong = await stranger().send('POST /entering/invitation/accept', { body: { ...body, factor: elsewhere } })
    const again = await stranger().ask('POST /entering/invitation/passkey', { body: { token, name: 'Ana' } })
    const unverified = softwarePasskey({ isVerified: false }).made(again)
    const touched = await stranger().send('POST /entering/invitation/accept', { body: { ...body, factor: unverified } })
    const second = await stranger().ask('POST /entering/invitation/second-factor', { body: { token, name: 'Ana' } })
    const factor = { kind: 'password' as const, challengeId: second.challengeId, password: PASSWORD, code: '000000' }
    const miscoded = await stranger().send('POST /entering/invitation/accept', { body: { ...body, factor } })
    const weak = { ...factor, password: 'aaaaaaaaaaaaaaaa', code: codeOf(second.secret) }
    const guessed = await stranger().send('POST /entering/invitation/accept', { body: { ...body, factor: weak } })
    expect([wrong.status, touched.status, miscoded.status, guessed.status]).toEqual([409, 409, 409, 422])
    expect(await kept()).toBe(before)
    expect((await joinsByPasskey(token, 'Ana')).response.status).toBe(200)
  })

  it('a challenge is answered once, in time, and for what it was made', async () => {
    const { passkey } = await joinsByPasskey(await invited('Ana'), 'Ana')
    const question = await stranger().ask('POST /entering/passkey/ask', {})
    const answer = passkey.signed(question)
    expect((await stranger().send('POST /entering/passkey', { body: answer })).status).toBe(200)
    const before = await kept()
    expect((await stranger().send('POST /entering/passkey', { body: answer })).status).toBe(403)
    const late = await stranger().ask('POST /entering/passkey/ask', {})
    clock(11 * MINUTE)
    expect((await stranger().send('POST /entering/passkey', { body: passkey.signed(late) })).status).toBe(403)
    const copied = await stranger().ask('POST /entering/passkey/ask', {})
    const stale = passkey.signed(copied, { count: false })
    await dbs.newsroom.updateTable('passkeys').set({ counter: 9 }).execute()
    expect((await stranger().send('POST /entering/passkey', { body: stale })).status).toBe(403)
    await dbs.newsroom.updateTable('passkeys').set({ counter: 1 }).execute()
    const other = await stranger().ask('POST /entering/passkey/ask', {})
    const foreign = softwarePasskey().signed(other)
    expect((await stranger().send('POST /entering/passkey', { body: foreign })).status).toBe(403)
    expect(await kept()).toBe(before)
  })

  it('a code of the app is taken once, a recovery code once, and a password alone never', async () => {
    const { secret, recoveryCodes } = await joinsByPassword(await invited('Ana'), 'Ana')
    expect(recoveryCodes).toHaveLength(10)
    const used = await enters('Ana', PASSWORD, codeOf(secret))
    clock(MINUTE)
    const fresh = await enters(' ANA ', PASSWORD, codeOf(secret))
    const twice = await enters('Ana', PASSWORD, codeOf(secret))
    const [first = ''] = recoveryCodes
    const recovered = await enters('Ana', PASSWORD, first.toUpperCase().replace('-', ' '))
    const recoveredTwice = await enters('Ana', PASSWORD, first)
    const alone = await enters('Ana', PASSWORD, ' ')
    expect([used, fresh, twice, recovered, recoveredTwice, alone].map(({ status }) => status)).toEqual([
      403, 200, 403, 200, 403, 403,
    ])
    const account = (await (await asked(cookieOf(recovered), '/account')).json()) as { password: object }
    expect(account.password).toMatchObject({ recoveryCodesLeft: 9 })
  })

  it('answers an unknown name as it answers a wrong password, and counts both alike', async () => {
    await joinsByPassword(await invited('Ana'), 'Ana')
    clock(MINUTE)
    const before = await kept()
    expect(await words(await enters('Nobody', 'x', '123456'))).toEqual(await words(await enters('Ana', 'x', '123456')))
    for (const who of ['Nobody', 'Ana']) for (let tries = 1; tries < 8; tries += 1) await enters(who, 'x', '123456')
    const stopped = await words(await enters('Nobody', 'x', '123456'))
    expect(stopped).toEqual(await words(await enters('ana', 'x', '123456')))
    expect(stopped[0]).toBe(429)
    expect(stopped[1]).toContain('2024-08-01T09:15:00.000Z')
    expect(await kept()).toBe(before)
  })

  it('lets an account in again after its quarter of an hour, and stops a network that tries many names', async () => {
    const { secret } = await joinsByPassword(await invited('Ana'), 'Ana')
    for (let tries = 0; tries < 8; tries += 1) await enters('Ana', 'x', '123456')
    expect((await enters('Ana', PASSWORD, codeOf(secret))).status).toBe(429)
    clock(15 * MINUTE)
    expect((await enters('Ana', PASSWORD, codeOf(secret))).status).toBe(200)
    await enters('somebody', 'x', '1')
    await dbs.newsroom.updateTable('failed_tries').set({ tries: 29 }).where('tries', '=', 1).execute()
    expect((await enters('a thirtieth name', 'x', '1')).status).toBe(403)
    expect((await enters('one more name', 'x', '1')).status).toBe(429)
    clock(45 * MINUTE)
    await enters('Ana', 'x', '1')
    expect(await dbs.newsroom.selectFrom('failed_tries').selectAll().execute()).toHaveLength(3)
  })

  it('a session ends after thirty days without use, and goes on while it is used', async () => {
    const { cookie } = await joinsByPasskey(await invited('Ana'), 'Ana')
    const isIn = async () => ((await (await asked(cookie, '/session')).json()) as { me: object | null }).me !== null
    clock(29 * DAY)
    expect(await isIn()).toBe(true)
    clock(58 * DAY)
    expect(await isIn()).toBe(true)
    clock(89 * DAY)
    expect(await isIn()).toBe(false)
  })

  it.each(['role change', 'suspension', 'reset'] as const)('a %s ends every session at once', async (what) => {
    const { accountId, cookie } = await joinsByPassword(await invited('Ana'), 'Ana')
    const id = accountId as Parameters<typeof suspendAccount>[1]
    if (what === 'role change') await changeGrants(studio.newsroom, id, [{ role: 'editor', deskId: null }])
    if (what === 'suspension') await suspendAccount(studio.newsroom, id)
    if (what === 'reset') await resetAccount(studio.newsroom, id)
    const refused = await asked(cookie, '/account')
    expect([refused.status, await titleOf(refused)]).toEqual([401, 'session-revoked'])
    // The device learns whose journal it has to destroy, and nothing else.
    expect(await (await asked(cookie, '/session')).json()).toMatchObject({ me: null, paper: null, revoked: accountId })
    // A device that is told so for a quarter of a year may come back as a stranger after that.
    clock(91 * DAY)
    await joinsByPasskey(await invited('Ben'), 'Ben')
    expect(await titleOf(await asked(cookie, '/account'))).toBe('signed-out')
  })

  it('a session that only expired is not one that was ended', async () => {
    const { cookie } = await joinsByPasskey(await invited('Ana'), 'Ana')
    clock(31 * DAY)
    expect(await titleOf(await asked(cookie, '/account'))).toBe('signed-out')
    expect(await (await asked(cookie, '/session')).json()).toMatchObject({ me: null, revoked: null })
  })

  it('a suspended account is let in by nothing, until it is restored', async () => {
    const { accountId, secret } = await joinsByPassword(await invited('Ana'), 'Ana')
    const id = accountId as Parameters<typeof suspendAccount>[1]
    await suspendAccount(studio.newsroom, id)
    clock(MINUTE)
    expect((await enters('Ana', PASSWORD, codeOf(secret))).status).toBe(403)
    await restoreAccount(studio.newsroom, id)
    expect((await enters('Ana', PASSWORD, codeOf(secret))).status).toBe(200)
  })

  it('a reset closes the old ways in, and its link opens a new one for the same account', async () => {
    const { accountId, secret } = await joinsByPassword(await invited('Ana'), 'Ana')
    const { token } = await resetAccount(studio.newsroom, accountId as Parameters<typeof resetAccount>[1])
    clock(MINUTE)
    expect((await enters('Ana', PASSWORD, codeOf(secret))).status).toBe(403)
    const { response } = await joinsByPasskey(token, 'somebody else')
    expect(await response.json()).toMatchObject({ accountId, recoveryCodes: null })
    const me = (await (await asked(cookieOf(response), '/account')).json()) as { name: string }
    expect(me.name).toBe('Ana')
  })

  it('a newsroom is never left without an owner', async () => {
    const { token } = await inviteFirstOwner(studio.newsroom)
    const { response } = await joinsByPasskey(token, 'Mariam')
    const { accountId } = (await response.json()) as { accountId: Parameters<typeof suspendAccount>[1] }
    const before = await kept()
    await expect(suspendAccount(studio.newsroom, accountId)).rejects.toMatchObject({ code: 'refused' })
    const demoted = changeGrants(studio.newsroom, accountId, [{ role: 'editor', deskId: null }])
    await expect(demoted).rejects.toMatchObject({ code: 'refused' })
    expect(await kept()).toBe(before)
  })

  it('changes a way in only for whoever has just shown who they are, and signs the other devices out', async () => {
    const { passkey, cookie } = await joinsByPasskey(await invited('Ana'), 'Ana')
    const question = await stranger().ask('POST /entering/passkey/ask', {})
    const entered = await stranger().send('POST /entering/passkey', { body: passkey.signed(question) })
    const other = cookieOf(entered)
    clock(11 * MINUTE)
    const before = await kept()
    const refused = await asked(cookie, '/account/passkeys/ask', 'POST')
    expect([refused.status, ((await refused.json()) as { title: string }).title]).toEqual([403, 'confirm-identity'])
    expect(await kept()).toBe(before)
    const confirming = (await (await asked(cookie, '/account/confirm/ask', 'POST')).json()) as typeof question
    const confirmed = await asked(cookie, '/account/confirm', 'POST', passkey.signed(confirming))
    expect(confirmed.status).toBe(200)
    const adding = (await (await asked(cookie, '/account/passkeys/ask', 'POST')).json()) as typeof question
    const added = softwarePasskey()
    expect((await asked(cookie, '/account/passkeys', 'POST', added.made(adding, 'A stick'))).status).toBe(200)
    // As after an expiry: the other device keeps what was written on it.
    expect(await titleOf(await asked(other, '/account'))).toBe('signed-out')
    const remove = (id: string) => asked(cookie, `/account/passkeys/${id}`, 'DELETE')
    expect([(await remove(passkey.id)).status, (await remove(added.id)).status]).toEqual([200, 409])
    expect(await dbs.newsroom.selectFrom('passkeys').select('name').execute()).toEqual([{ name: 'A stick' }])
  })

  it('nobody confirms with another’s passkey', async () => {
    const ana = await joinsByPasskey(await invited('Ana'), 'Ana')
    const ben = await joinsByPasskey(await invited('Ben'), 'Ben')
    const question = (await (await asked(ana.cookie, '/account/confirm/ask', 'POST')).json()) as Parameters<
      typeof ben.passkey.signed
    >[0]
    expect((await asked(ana.cookie, '/account/confirm', 'POST', ben.passkey.signed(question))).status).toBe(403)
  })

  it('signs out this device, another, and all of them', async () => {
    const { passkey, cookie } = await joinsByPasskey(await invited('Ana'), 'Ana')
    const more = []
    for (let device = 0; device < 3; device += 1) {
      const question = await stranger().ask('POST /entering/passkey/ask', {})
      more.push(cookieOf(await stranger().send('POST /entering/passkey', { body: passkey.signed(question) })))
    }
    const [one = '', two = '', three = ''] = more
    expect((await asked(one, '/entering/leave', 'POST')).headers.get('set-cookie')).toContain('Max-Age=0')
    const { devices } = (await (await asked(cookie, '/account')).json()) as {
      devices: { id: string; isThis: boolean }[]
    }
    expect(devices.filter(({ isThis }) => isThis)).toHaveLength(1)
    const other = await dbs.newsroom
      .selectFrom('sessions')
      .select('id')
      .where('token_hash', '=', hashOfToken(two))
      .executeTakeFirstOrThrow()
    expect((await asked(cookie, `/account/devices/${other.id}`, 'DELETE')).status).toBe(200)
    const statuses = async () =>
      Promise.all([one, two, three, cookie].map(async (token) => (await asked(token, '/account')).status))
    expect(await statuses()).toEqual([401, 401, 200, 200])
    await asked(cookie, '/account/leave-everywhere', 'POST')
    expect(await statuses()).toEqual([401, 401, 401, 401])
    expect(await titleOf(await asked(three, '/account'))).toBe('session-revoked')
  })

  it('two people have not one name, however it is written', async () => {
    await joinsByPasskey(await invited('Ana'), 'Ana')
    const token = await invited('Ben')
    const taken = await stranger().send('POST /entering/invitation/passkey', { body: { token, name: 'ANA' } })
    expect(taken.status).toBe(409)
    const { cookie } = await joinsByPasskey(token, 'Ben')
    const before = await kept()
    expect((await asked(cookie, '/account', 'PATCH', { name: ' ana' })).status).toBe(409)
    expect(await kept()).toBe(before)
  })

  it('a key acts for its owner within its scopes, and not once it is revoked, expired, or its owner suspended', async () => {
    const { accountId } = await studio.staff('Ana', 'editor')
    const token = newToken()
    const key = {
      id: newId(studio.newsroom, 'api-key'),
      name: 'A test',
      accountId,
      scopes: ['read'] as const,
      madeAt: studio.newsroom.now(),
      expiresAt: later(DAY),
      usedOn: null,
      revokedAt: null,
    }
    await inTransaction(dbs.newsroom, (tx) => insertApiKey(tx, key, hashOfToken(token)))
    const withKey = (path: string, method = 'GET') =>
      studio.app.request(`http://localhost/studio/api${path}`, {
        method,
        headers: { authorization: `Bearer ${token}` },
      })
    const me = async () => ((await (await withKey('/session')).json()) as { me: unknown }).me
    expect(await me()).toMatchObject({ accountId, scopes: ['read'] })
    expect(await dbs.newsroom.selectFrom('api_keys').select('used_on').execute()).toEqual([{ used_on: '2024-08-01' }])
    expect((await withKey('/account')).status).toBe(403)
    expect((await withKey('/account/leave-everywhere', 'POST')).status).toBe(403)
    await suspendAccount(studio.newsroom, accountId)
    expect(await me()).toBe(null)
    await restoreAccount(studio.newsroom, accountId)
    clock(DAY)
    expect(await me()).toBe(null)
    clock(0)
    await dbs.newsroom.updateTable('api_keys').set({ revoked_at: START }).execute()
    expect(await me()).toBe(null)
  })
})
