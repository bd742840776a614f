import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aNewspaper, aNewsroom, type TestNewsroom } from '../builders.ts'
import { databases, type OpenDatabases } from '../contract/databases.ts'
import { signedIn } from '../signed-in.ts'
import { asOwnPage } from '../studio-caller.ts'
import { aLiveStory } from './canaries.ts'
import { HERE, openWholeHouse, type WholeHouse } from './whole-house.ts'

const sqlite = databases.filter(({ kind }) => kind === 'sqlite')
const MEGABYTE = 1_000_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const head = (method: string, path: string, headers: Readonly<Record<string, string>>) =>
  [`${method} /studio/api${path} HTTP/1.1`, 'Host: a', ...Object.entries(headers).map((pair) => pair.join(': '))].join(
    '\r\n',
  )

/** How much memory bodies hold, besides what the process has for itself. */
function held(): number {
  collect()
  return process.memoryUsage().arrayBuffers / MEGABYTE
}

describe.each(sqlite)('clients of the studio that mean no good', ({ open }) => {
  let dbs: OpenDatabases
  let newsroom: TestNewsroom
  let house: WholeHouse
  let token: string
  const sockets: Socket[] = []

  beforeAll(async () => {
    dbs = await open()
    newsroom = aNewsroom(dbs)
    await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
    await aLiveStory(newsroom)
    token = (await signedIn(dbs.newsroom, 'Ona', [{ role: 'owner', deskId: null }], newsroom.now())).token
    house = await openWholeHouse(dbs, newsroom)
  })
  afterAll(async () => {
    for (const socket of sockets) socket.destroy()
    await house.close()
    await dbs.close()
  })

  const own = () => ({ origin: HERE, ...asOwnPage(token, '__Host-onrecord') })

  async function opened(bytes: string): Promise<Socket> {
    const socket = connect(house.port, '127.0.0.1')
    socket.on('error', () => undefined)
    sockets.push(socket)
    await once(socket, 'connect')
    socket.write(bytes)
    return socket
  }

  const isServed = async () => {
    const reader = await house.ask('/')
    const staff = await house.ask('/studio/api/account', { headers: own() })
    return [reader.status, staff.status]
  }

  it('keep nobody else waiting: half a head, half a body, a byte now and then', async () => {
    const proof = { origin: HERE, 'content-type': 'application/json' }
    const kinds = [
      'GET /studio/api/session HTTP/1.1\r\nHost: a\r\nX-Slow: ',
      `${head('POST', '/entering/password', { ...proof, 'content-length': '60000' })}\r\n\r\n{"kind`,
      `${head('POST', '/entering/password', { ...proof, 'transfer-encoding': 'chunked' })}\r\n\r\n5\r\n{"a":\r\n`,
      `${head('PATCH', '/account', { ...own(), 'content-length': '7000000' })}\r\n\r\n{"name`,
    ]
    const slow = await Promise.all(Array.from({ length: 300 }, (_, at) => opened(kinds[at % kinds.length] ?? '')))
    for (const socket of slow) socket.write('x')
    expect(await isServed()).toEqual([200, 200])
    for (const socket of slow) socket.destroy()
    expect(await isServed()).toEqual([200, 200])
    expect(house.lines).toEqual([])
  })

  it('fill no memory as long as nobody knows them: a stranger is answered before a body is taken in that has no end', async () => {
    const before = held()
    const endless = `f4240\r\n${'x'.repeat(MEGABYTE)}\r\n`
    const asked = ['PATCH /account', 'POST /stories', 'POST /entering/password', 'POST /nothing'].flatMap((line) =>
      Array.from({ length: 10 }, async () => {
        const [method = '', path = ''] = line.split(' ')
        const socket = await opened(
          `${head(method, path, { origin: HERE, 'transfer-encoding': 'chunked' })}\r\n\r\n${endless}`,
        )
        const [answer] = (await once(socket, 'data')) as [Buffer]
        return answer.toString().slice(9, 12)
      }),
    )
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['401', '422', '404']))
    expect(await isServed()).toEqual([200, 200])
    for (const socket of sockets.splice(0)) socket.destroy()
    await expect.poll(held, { timeout: 10_000 }).toBeLessThan(before + 20)
  })

  it.each([
    ['says that it is longer than anything', { 'content-length': '99999999999' }, 'x'],
    ['is longer than it may be', { 'content-length': '70000' }, 'x'.repeat(70_000)],
    ['says how long it is in two ways', { 'content-length': '3', 'transfer-encoding': 'chunked' }, '0\r\n\r\n'],
    ['says a length that is none', { 'content-length': '-1' }, ''],
    ['is cut into pieces that are none', { 'transfer-encoding': 'chunked' }, 'zz\r\nx\r\n'],
  ])('are refused where a body %s', async (_, headers, body) => {
    const request = head('POST', '/entering/password', { origin: HERE, connection: 'close', ...headers })
    const socket = await opened(`${request}\r\n\r\n${body}`)
    expect((await text(socket)).slice(0, 12)).toMatch(/^HTTP\/1\.1 4\d\d|^$/)
    expect(await isServed()).toEqual([200, 200])
  })

  it('break off in the middle of a piece of a file, and what came whole is what is kept', async () => {
    const begun = await house.ask('/studio/api/uploads', {
      method: 'POST',
      headers: { ...own(), 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'a.jpg', bytes: 2_000_000 }),
    })
    const { uploadId: id } = JSON.parse(begun.text) as { uploadId: string }
    const lying = { ...own(), 'content-type': 'application/octet-stream', 'content-length': '1000000' }
    const socket = await opened(`${head('PUT', `/uploads/${id}?offset=0`, lying)}\r\n\r\n${'x'.repeat(300_000)}`)
    socket.destroySoon()
    await once(socket, 'close')
    const arrived = async () => {
      const { text: answer } = await house.ask(`/studio/api/uploads/${id}`, { headers: own() })
      return (JSON.parse(answer) as { received: number }).received
    }
    expect(await arrived()).toBeLessThanOrEqual(300_000)
    const piece = await house.ask(`/studio/api/uploads/${id}?offset=${await arrived()}`, {
      method: 'PUT',
      headers: { ...own(), 'content-type': 'application/octet-stream' },
      body: 'y'.repeat(1_000),
    })
    expect(piece.status).toBe(200)
    expect(await isServed()).toEqual([200, 200])
  })
})
