import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ALL_ENDPOINTS } from '../../src/http/contract/all-endpoints.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { loggedError } from '../../src/upkeep/logged-error.ts'
import { aNewspaper, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { joins } from '../staff-member.ts'
import { asOwnPage, aStudio } from '../studio-caller.ts'
import { aLiveStory } from './canaries.ts'
import { HERE, openWholeHouse, type WholeHouse } from './whole-house.ts'

const CANARY = 'canaryinthelog'
const READER = '203.0.113.77'
const sqlite = databases.filter(({ kind }) => kind === 'sqlite')

/** Whatever a request can carry of whoever makes it. */
const CARRIED = {
  'user-agent': `${CANARY} agent`,
  referer: `https://${CANARY}.example/${CANARY}`,
  'accept-language': CANARY,
  'x-forwarded-for': READER,
  forwarded: `for=${READER}`,
  'x-real-ip': READER,
  'x-request-id': CANARY,
  authorization: `Bearer onrecord_${CANARY}`,
} as const
const COOKIE = { cookie: `__Host-onrecord=${CANARY}; other=${CANARY}` }
/** Of a refusal the log has its hour, the endpoint and the reason. */
const REFUSAL = ['level', 'time', 'endpoint', 'why', 'msg']
const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

describe.each(sqlite)('no line of the log, at whatever level', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let house: WholeHouse
  let token: string
  /** What the newsroom's database throws at the next request, as long as it is set. */
  let thrown: unknown

  beforeAll(async () => {
    dbs = await open()
    const studio = aStudio(dbs)
    newsroom = studio.newsroom
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await aLiveStory(newsroom)
    token = (await joins(studio, `Ana ${CANARY}`, [{ role: 'owner', deskId: null }])).cookie
    const failing = Object.defineProperty({ ...newsroom }, 'db', {
      enumerable: true,
      get: () => {
        if (thrown !== undefined) throw thrown
        return dbs.newsroom
      },
    })
    house = await openWholeHouse(dbs, failing)
  })
  afterAll(async () => {
    await house.close()
    await dbs.close()
  })
  beforeEach(() => {
    thrown = undefined
    house.lines.splice(0)
  })

  const own = () => ({
    origin: HERE,
    ...asOwnPage(token, '__Host-onrecord'),
    'user-agent': CANARY,
    'x-forwarded-for': READER,
  })

  /** What of a request, of readers or of staff stands in what was logged. */
  function leaked(): string[] {
    const secrets = [CANARY, READER, '127.0.0.1', '::1', token, '?', HERE, 'cookie', 'Bearer', '@', 'acc_']
    return house.lines.filter((line) => secrets.some((secret) => line.includes(secret)))
  }

  const readers = async () => {
    for (const path of [
      '/',
      `/${CANARY}`,
      `/search?q=${CANARY}`,
      `/2024/08/01/${CANARY}?utm=${CANARY}`,
      `/record/find?q=${CANARY}`,
    ]) {
      for (const method of ['GET', 'HEAD', 'POST', 'BREW']) {
        await house.ask(path, { method: method === 'BREW' ? 'PUT' : method, headers: { ...CARRIED, ...COOKIE } })
      }
    }
    for (const path of [
      `/media/${CANARY}.jpg`,
      `/media/cards/${CANARY}.png`,
      `/oembed?url=${HERE}/${CANARY}`,
      `/data/${CANARY}`,
    ]) {
      await house.ask(path, { headers: { ...CARRIED, ...COOKIE } })
    }
    const report = { about: '/', kind: 'figure', text: CANARY, contact: `${CANARY}@mail.example`, website: '' }
    const body = new URLSearchParams(report).toString()
    await house.ask('/report', { method: 'POST', headers: { ...CARRIED, ...FORM }, body })
  }

  const staff = async () => {
    const json = { ...own(), 'content-type': 'application/json' }
    const proof = { kind: 'password', who: CANARY, password: CANARY, code: CANARY }
    const asked: (readonly [string, string, unknown?])[] = [
      ['POST', '/entering/password', proof],
      ['POST', '/entering/invitation', { token: CANARY }],
      ['GET', `/stories/sty_${CANARY}`],
      ['GET', `/stories?search=${CANARY}`],
      ['PATCH', '/account', { name: `${CANARY} again` }],
      ['POST', '/account/confirm', proof],
      [
        'POST',
        '/team/invitations',
        { name: CANARY, email: `${CANARY}@mail.example`, grants: [{ role: 'editor', deskId: null }] },
      ],
      ['POST', `/${CANARY}`, { a: CANARY }],
    ]
    for (const [method, path, body] of asked) {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) }
      await house.ask(`/studio/api${path}`, { method, headers: json, ...sent })
    }
    await house.ask('/studio/api/account', { method: 'PATCH', headers: own(), body: `{"name": ${CANARY}` })
    await house.ask(`/studio/preview/${CANARY}`, { headers: { ...CARRIED, ...COOKIE } })
    await house.ask(`/studio/${CANARY}?a=${CANARY}`, { headers: { ...CARRIED, ...COOKIE } })
  }

  it('is written of a request that was answered or refused', async () => {
    await readers()
    await staff()
    const lines = house.lines.splice(0).map((line) => JSON.parse(line) as { endpoint: string })
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(REFUSAL)
      expect(ALL_ENDPOINTS).toHaveProperty([line.endpoint])
      expect(JSON.stringify(line)).not.toMatch(new RegExp(`${CANARY}|${READER}`, 'i'))
    }
  })

  it.each([
    ['a bug with a text in its words', () => new TypeError(`Cannot read ${CANARY}`)],
    ['a parser that quotes', () => new SyntaxError(`"${CANARY}" is not valid JSON`)],
    [
      'a database that quotes a row',
      () => Object.assign(new Error(`Key (name)=(${CANARY})`), { code: '23505', detail: CANARY }),
    ],
    [
      'an address that is quoted',
      () => Object.assign(new TypeError('Invalid URL'), { code: 'ERR_INVALID_URL', input: CANARY }),
    ],
    [
      'a cause below a cause',
      () => new Error(CANARY, { cause: new Error(CANARY, { cause: { name: CANARY, at: READER } }) }),
    ],
    ['many at once', () => new AggregateError([new Error(CANARY), CANARY], CANARY)],
    ['what is no error at all', () => CANARY],
  ])('holds anything of a request that fails by %s, or of what it failed by', async (_, make) => {
    thrown = make()
    await staff()
    await house.ask('/studio/api/account', { headers: own() })
    expect(house.lines.length).toBeGreaterThan(3)
    expect(leaked()).toEqual([])
  })

  it('holds anything of readers while the edition fails', async () => {
    await sql`alter table stories rename to stories_away`.execute(dbs.edition)
    try {
      await readers()
      await house.ask(`/feeds/rss.xml?${CANARY}`, { headers: CARRIED })
    } finally {
      await sql`alter table stories_away rename to stories`.execute(dbs.edition)
    }
    expect(house.lines.length).toBeGreaterThan(0)
    expect(leaked()).toEqual([])
  })

  it('holds an address of somebody to whom a mail could not be sent; and a mail tells nobody’s name or role', async () => {
    const texts: string[] = []
    const studio = aStudio(dbs, {
      newsroom,
      mail: async (message) => {
        texts.push(message.text, message.subject)
        throw new Error(`550 no such mailbox: ${CANARY}@mail.example`, { cause: { response: CANARY } })
      },
    })
    const owner = await studio.staff('Olu', 'owner')
    const body = {
      name: CANARY,
      email: `${CANARY}@mail.example`,
      grants: [{ role: 'reporter' as const, deskId: null }],
    }
    await owner.send('POST /team/invitations', { body: { ...body, email: `b${body.email}` } })
    const logged = JSON.stringify(studio.faults.map((fault) => loggedError(fault)))
    expect(logged).not.toContain(CANARY)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.join('\n')).not.toMatch(new RegExp(`${CANARY}|Olu|reporter|acc_|inv_`))
  })
})
