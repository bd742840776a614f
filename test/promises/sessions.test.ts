import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { StoryId } from '../../src/ids.ts'
import { createStory } from '../../src/newsroom/create-story.ts'
import { endSessions } from '../../src/newsroom/end-sessions.ts'
import { invite } from '../../src/newsroom/entering/invite.ts'
import { resetAccount } from '../../src/newsroom/entering/reset-account.ts'
import { changeGrants, restoreAccount, suspendAccount } from '../../src/newsroom/entering/suspend-account.ts'
import { panic } from '../../src/newsroom/panic.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { hashOfToken, newToken } from '../../src/newsroom/token.ts'
import { anyFormOf } from '../any-form.ts'
import { aContent, aNewspaper, at } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { softwarePasskey } from '../software-passkey.ts'
import { askedWith, codeFor, enters, joins, keyOf, previewOf, type StaffMember } from '../staff-member.ts'
import { aStudio, cookieOf, type TestStudio } from '../studio-caller.ts'
import { EVERY, type One } from './who-may.ts'

const START = '2024-08-01T09:00:00.000Z'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const TWO_YEARS = 730 * DAY

/** One endpoint of each kind there is: by method, by what is sent, by what comes back. */
const KINDS: readonly One[] = [
  ...new Map(
    EVERY.filter(({ endpoint }) => endpoint.may !== 'anyone').map((one) => {
      const { body, answer, query, confirmed } = one.endpoint
      const kind = [one.key.split(' ')[0], body === 'bytes' ? body : typeof body, answer === 'other', !query, confirmed]
      return [kind.join(' '), one] as const
    }),
  ).values(),
]

/** Everything by which somebody can be in, or come in. */
const CREDENTIALS = ['this', 'other', 'key', 'ways', 'invitation', 'preview'] as const
type Credential = (typeof CREDENTIALS)[number]

/** How many of them let somebody in. */
const good = async (tries: readonly Promise<Response>[]) =>
  (await Promise.all(tries)).filter(({ status }) => status === 200).length

const four = <One>(make: () => One) => Array.from({ length: 4 }, make)

describe.each(databases)('what lets somebody in, on $name', ({ kind, open }) => {
  let dbs: OpenDatabases
  let studio: TestStudio
  let storyId: StoryId
  let ana: StaffMember
  let other: string
  let key: string
  let invitation: string
  let preview: string

  beforeEach(async () => {
    dbs = await open()
    studio = aStudio(dbs)
    await setUpNewspaper(studio.newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    const draft = { language: 'en', translatedFrom: null, slug: null, content: aContent() }
    storyId = (await createStory(studio.newsroom, draft)).id
    await studio.staff('Another owner', 'owner')
    ana = await joins(studio, 'Ana', [{ role: 'owner', deskId: null }])
    clock(MINUTE)
    other = cookieOf(await enters(studio, 'Ana', codeFor(studio, ana.secret)))
    key = await keyOf(studio, ana.accountId, ['read', 'write'])
    const actor = { name: ana.accountId, via: 'studio' as const }
    const grants = [{ role: 'reporter' as const, deskId: null }]
    invitation = (await invite({ ...studio.newsroom, actor }, { name: 'Ida', email: null, grants })).token
    preview = await previewOf(studio, ana.cookie, storyId)
  })
  afterEach(async () => {
    const { faults } = studio
    await dbs.close()
    if (faults.length > 0) throw new AggregateError(faults)
  })

  const clock = (ms: number) => studio.newsroom.setClock(at(new Date(Date.parse(START) + ms).toISOString()))
  const asked = (cookie: string, method: string, path: string, body?: unknown) =>
    askedWith(studio, cookie, method, path, body)
  const withKey = (method: string, path: string) =>
    studio.app.request(`http://localhost/studio/api${path}`, { method, headers: { authorization: `Bearer ${key}` } })

  /** Is a session alive? Where it is not, it is dead at every kind of endpoint. */
  async function isAlive(cookie: string): Promise<boolean> {
    const isIn = (await asked(cookie, 'GET', '/account')).status === 200
    if (isIn) return true
    const answers = KINDS.map(async ({ key: named, endpoint }) => {
      const [method = '', path = ''] = named.split(' ')
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === 'storyId' ? storyId : anyFormOf(endpoint.params?.shape[name] as never),
      )
      const { status } = await asked(cookie, method, filled, endpoint.body === undefined ? undefined : {})
      return status === 401 ? [] : [`${named}: ${status}`]
    })
    expect((await Promise.all(answers)).flat()).toEqual([])
    return false
  }

  /** Which of them still let anybody in. The last to be asked is used up by it. */
  async function alive(): Promise<Credential[]> {
    const isOpen: Record<Credential, () => Promise<boolean>> = {
      this: () => isAlive(ana.cookie),
      other: () => isAlive(other),
      key: async () => (await withKey('GET', '/stories')).status === 200,
      invitation: async () =>
        (await studio.stranger.send('POST /entering/invitation', { body: { token: invitation } })).status === 200,
      preview: async () => (await studio.app.request(`http://localhost${preview}`)).status === 200,
      ways: async () => (await enters(studio, 'Ana', ana.recoveryCodes[0] ?? '')).status === 200,
    }
    const found: Credential[] = []
    for (const one of CREDENTIALS) if (await isOpen[one]()) found.push(one)
    return found
  }

  const passkeyMade = async (cookie: string) => {
    const question = (await (await asked(cookie, 'POST', '/account/passkeys/ask')).json()) as Parameters<
      ReturnType<typeof softwarePasskey>['made']
    >[0]
    const passkey = softwarePasskey()
    expect((await asked(cookie, 'POST', '/account/passkeys', passkey.made(question, 'A stick'))).status).toBe(200)
    return passkey
  }
  const newPassword = async () => {
    const { challengeId, secret } = (await (await asked(ana.cookie, 'POST', '/account/second-factor')).json()) as {
      challengeId: string
      secret: string
    }
    const password = 'another lantern by the river'
    const body = { kind: 'password', challengeId, password, code: codeFor(studio, secret) }
    expect((await asked(ana.cookie, 'PUT', '/account/password', body)).status).toBe(200)
  }

  const EVENTS: readonly { what: string; left: readonly Credential[]; happens: () => Promise<unknown> }[] = [
    { what: 'nothing', left: CREDENTIALS, happens: async () => undefined },
    {
      what: 'signing out',
      left: ['other', 'key', 'ways', 'invitation', 'preview'],
      happens: () => asked(ana.cookie, 'POST', '/entering/leave'),
    },
    {
      what: 'signing another device out',
      left: ['this', 'key', 'ways', 'invitation', 'preview'],
      happens: async () => {
        const rows = await dbs.newsroom
          .selectFrom('sessions')
          .select('id')
          .where('token_hash', '=', hashOfToken(other))
          .execute()
        return asked(ana.cookie, 'DELETE', `/account/devices/${rows[0]?.id}`)
      },
    },
    {
      what: 'signing out everywhere',
      left: ['key', 'ways', 'invitation', 'preview'],
      happens: () => asked(ana.cookie, 'POST', '/account/leave-everywhere'),
    },
    {
      what: 'an operator who ends all sessions',
      left: ['key', 'ways', 'invitation', 'preview'],
      happens: () => endSessions(studio.newsroom, null),
    },
    { what: 'a new password', left: ['this', 'key', 'invitation', 'preview'], happens: newPassword },
    {
      what: 'a passkey that is added',
      left: ['this', 'key', 'ways', 'invitation', 'preview'],
      happens: () => passkeyMade(ana.cookie),
    },
    {
      what: 'a password that is taken away',
      left: ['this', 'key', 'invitation', 'preview'],
      happens: async () => {
        await passkeyMade(ana.cookie)
        expect((await asked(ana.cookie, 'DELETE', '/account/password')).status).toBe(200)
      },
    },
    {
      what: 'new recovery codes',
      left: ['this', 'other', 'key', 'invitation', 'preview'],
      happens: () => asked(ana.cookie, 'POST', '/account/recovery-codes'),
    },
    {
      what: 'another role',
      left: ['key', 'ways', 'preview'],
      happens: () => changeGrants(studio.newsroom, ana.accountId, [{ role: 'editor', deskId: null }]),
    },
    { what: 'suspension', left: [], happens: () => suspendAccount(studio.newsroom, ana.accountId) },
    {
      what: 'being restored after it',
      left: ['key', 'ways'],
      happens: async () => {
        await suspendAccount(studio.newsroom, ana.accountId)
        await restoreAccount(studio.newsroom, ana.accountId)
      },
    },
    { what: 'a reset', left: [], happens: () => resetAccount(studio.newsroom, ana.accountId) },
    {
      what: 'a panic',
      left: [],
      happens: () => panic(studio.newsroom, { reason: 'a test', suspend: ['Ana'] }),
    },
  ]

  // What ends everything runs through every table: that on both databases, the rest on one.
  const events = EVENTS.filter(({ left }) => kind === 'sqlite' || left.length === 0)

  it.each(events)('$what leaves $left, and the rest is dead at once and everywhere', async ({ left, happens }) => {
    await happens()
    expect(new Set(await alive())).toEqual(new Set(left))
  })

  it('an older link to come back is closed by a newer one, and by suspension', async () => {
    const [first, second] = [
      await resetAccount(studio.newsroom, ana.accountId),
      await resetAccount(studio.newsroom, ana.accountId),
    ]
    const isGood = async ({ token }: { token: string }) =>
      (await studio.stranger.send('POST /entering/invitation', { body: { token } })).status === 200
    expect([await isGood(first), await isGood(second)]).toEqual([false, true])
    await suspendAccount(studio.newsroom, ana.accountId)
    expect(await isGood(second)).toBe(false)
  })

  it('a key does no more than its owner may from then on', async () => {
    expect((await withKey('GET', '/people')).status).toBe(200)
    await changeGrants(studio.newsroom, ana.accountId, [{ role: 'contributor', deskId: null }])
    expect((await withKey('GET', `/stories/${storyId}`)).status).toBe(404)
  })

  it('a session ends a quarter of a year after it began, however much it is used', async () => {
    for (let day = 10; day < 90; day += 10) {
      clock(day * DAY)
      expect([day, await isAlive(ana.cookie)]).toEqual([day, true])
    }
    clock(90 * DAY)
    expect(await isAlive(ana.cookie)).toBe(false)
  })

  it.each([TWO_YEARS, -TWO_YEARS])('a clock that jumps by %d ms and back makes nothing that lasts', async (by) => {
    clock(MINUTE + by)
    const meanwhile = await joins(studio, 'Ben', [{ role: 'owner', deskId: null }])
    const link = await invite(studio.newsroom, { name: 'Eve', email: null, grants: [{ role: 'owner', deskId: null }] })
    const shown = await previewOf(studio, meanwhile.cookie, storyId)
    expect(await isAlive(meanwhile.cookie)).toBe(true)
    clock(2 * MINUTE)
    expect(await isAlive(meanwhile.cookie)).toBe(false)
    expect((await studio.stranger.send('POST /entering/invitation', { body: { token: link.token } })).status).toBe(404)
    expect((await studio.app.request(`http://localhost${shown}`)).status).toBe(404)
    // Whose session was over by then was forgotten, and signs in again; whoever has their app does so.
    expect(await isAlive(ana.cookie)).toBe(by < 0)
    expect((await enters(studio, 'Ben', codeFor(studio, meanwhile.secret))).status).toBe(200)
  })

  it('a clock that was ahead leaves nobody confirmed until it has come', async () => {
    clock(60 * MINUTE)
    expect((await asked(ana.cookie, 'POST', '/account/second-factor')).status).toBe(403)
    const confirmed = await asked(ana.cookie, 'POST', '/account/confirm', {
      kind: 'password',
      password: 'paper river lantern seven',
      code: codeFor(studio, ana.secret),
    })
    expect(confirmed.status).toBe(200)
    expect((await asked(ana.cookie, 'POST', '/account/second-factor')).status).toBe(200)
    clock(30 * MINUTE)
    expect((await asked(ana.cookie, 'POST', '/account/second-factor')).status).toBe(403)
  })

  it('a session is made anew when somebody comes in: one that was brought along is none', async () => {
    clock(5 * MINUTE)
    const planted = newToken()
    const body = {
      kind: 'password',
      who: 'Ana',
      password: 'paper river lantern seven',
      code: codeFor(studio, ana.secret),
    }
    const entered = await asked(planted, 'POST', '/entering/password', body)
    expect(entered.status).toBe(200)
    expect(cookieOf(entered)).not.toBe(planted)
    expect(await isAlive(planted)).toBe(false)
    const again = await asked(ana.cookie, 'POST', '/entering/password', { ...body, code: ana.recoveryCodes[0] })
    expect([again.status, cookieOf(again) === ana.cookie]).toEqual([200, false])
  })

  it('what can be used once is used once, by however many at the same moment', async () => {
    clock(10 * MINUTE)
    const code = codeFor(studio, ana.secret)
    expect(await good(four(() => enters(studio, 'Ana', code)))).toBe(1)
    expect(await good(four(() => enters(studio, 'Ana', ana.recoveryCodes[1] ?? '')))).toBe(1)

    const passkey = await passkeyMade(cookieOf(await enters(studio, 'Ana', ana.recoveryCodes[2] ?? '')))
    const question = await studio.stranger.ask('POST /entering/passkey/ask', {})
    const signed = passkey.signed(question)
    expect(await good(four(() => studio.stranger.send('POST /entering/passkey', { body: signed })))).toBe(1)

    const joining = await Promise.all(
      four(async () => {
        const made = softwarePasskey()
        const body = { token: invitation, name: `Ida ${made.id}` }
        const asks = await studio.stranger.ask('POST /entering/invitation/passkey', { body })
        return { ...body, language: 'en' as const, factor: made.made(asks) }
      }),
    )
    const accepting = joining.map((body) => studio.stranger.send('POST /entering/invitation/accept', { body }))
    expect(await good(accepting)).toBe(1)
    const made = await dbs.newsroom.selectFrom('accounts').select('name').where('name', 'like', 'Ida %').execute()
    expect(made).toHaveLength(1)
  })

  it('what is handed over is long, and is kept as a hash alone', async () => {
    const kept = JSON.stringify(
      await Promise.all(
        (['sessions', 'api_keys', 'invitations', 'preview_links', 'recovery_codes', 'passwords'] as const).map(
          (table) => dbs.newsroom.selectFrom(table).selectAll().execute(),
        ),
      ),
    )
    const token = preview.split('/').at(-1) ?? ''
    for (const secret of [ana.cookie, other, key.replace('onrecord_', ''), invitation, token]) {
      expect(Buffer.from(secret, 'base64url').length).toBe(32)
      expect(kept).not.toContain(secret)
    }
    for (const secret of [...ana.recoveryCodes, ana.secret, 'lantern']) expect(kept).not.toContain(secret)
  })
})
