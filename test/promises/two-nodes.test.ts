import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionNumber } from '../../src/edition/changes.ts'
import type { StoryId } from '../../src/ids.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { auditLines } from '../../src/store/audit.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { storyById } from '../../src/store/stories.ts'
import { aNewspaper } from '../builders.ts'
import { aPostgresServer, type PostgresServer } from '../contract/postgres.ts'
import { signedIn } from '../signed-in.ts'
import { type House, openHouse } from './house.ts'
import { aNode, type ClusterNode } from './node-in-cluster.ts'
import { type VarnishInFront, varnishInFront } from './varnish-in-front.ts'
import { type Crowd, doorOf, editors, isDone, letOut, type Published, readers } from './what-they-saw.ts'

/** How often each of them is killed. */
const ROUNDS = Number(process.env['ONRECORD_NODES_ROUNDS'] ?? 1)

const PATIENCE_MS = 120_000 + ROUNDS * 120_000

const house = (folder: string, postgresUrl: string) => openHouse(folder, () => randomBytes(16), { postgresUrl })

/** What a node and an editor may say while something is away: come back in a moment, or nothing at all. */
const NOT_NOW = new Set([503, 0])

const pathOf = async ({ newsroom }: House, id: string) => (await storyById(newsroom.db, id as StoryId))?.path ?? ''

const statuses = (counts: ReadonlyMap<number, number>) => [...counts.keys()].toSorted((one, other) => one - other)

/** What they saw, for whoever runs the long form. */
const told = (reading: readonly Crowd[], writing: readonly ReturnType<typeof editors>[]): string =>
  JSON.stringify({
    readersSaw: reading.map(({ counts }) => Object.fromEntries(counts)),
    editorsSaw: writing.map(({ counts }) => Object.fromEntries(counts)),
    editorsWaitedMs: writing.map(({ longestWaitMs }) => Math.round(longestWaitMs())),
  })

const howOften = ROUNDS === 1 ? 'once' : `${ROUNDS} times`

describe(`two nodes on one PostgreSQL, with Varnish in front where there is one, each killed ${howOften}`, () => {
  let folder: string
  let postgres: PostgresServer
  let nodes: readonly [ClusterNode, ClusterNode]
  let varnish: VarnishInFront | null
  let token: string
  const published: Published[] = []
  const warm: string[] = ['/']

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'onrecord-nodes-'))
    postgres = await aPostgresServer({ isDurable: true })
    const opened = await house(join(folder, 'a'), postgres.url)
    await setUpNewspaper(opened.newsroom, { newspaper: aNewspaper(), sections: [] })
    const grants = (['editor', 'reporter'] as const).map((role) => ({ role, deskId: null }))
    token = (await signedIn(opened.newsroom.db, 'Ana', grants)).token
    await opened.close()
    await mkdir(join(folder, 'b'), { mode: 0o700 })
    await cp(join(folder, 'a', 'secrets.json'), join(folder, 'b', 'secrets.json'))
    varnish = await varnishInFront()
    const env = { ONRECORD_DATABASE: postgres.url, ONRECORD_SITE_URL: 'https://paper.example', ...varnish?.env }
    nodes = [
      await aNode({ name: 'a', data: join(folder, 'a'), env }),
      await aNode({ name: 'b', data: join(folder, 'b'), env }),
    ]
    await Promise.all(nodes.map((node) => node.start()))
    await startVarnish()
  })
  afterAll(async () => {
    await varnish?.remove()
    for (const node of nodes) await node.stop()
    await postgres.remove()
    await rm(folder, { recursive: true, force: true })
  })

  const startVarnish = async () => varnish?.start(nodes.map(({ port }) => port))

  async function anUnpublishedStory(node: ClusterNode, headline: string): Promise<string> {
    const id = String((await node.at(token).begin()).json()['id'])
    expect((await node.at(token).save(id, 0, headline)).status).toBe(200)
    return id
  }

  /** A story that goes live through one node and is seen at the other: everything is as it should be again. */
  async function isWholeAgain(): Promise<void> {
    for (const [from, to] of [nodes, nodes.toReversed()] as [ClusterNode, ClusterNode][]) {
      const headline = `Whole again ${randomBytes(4).toString('hex')}`
      await expect
        .poll(
          async () => {
            const begun = await from.at(token).begin()
            if (!isDone(begun)) return false
            const id = String(begun.json()['id'])
            const isSaved = isDone(await from.at(token).save(id, 0, headline))
            return isSaved && isDone(await letOut(from, token, id)) && published.push({ id, headline }) > 0
          },
          { timeout: 20_000 },
        )
        .toBe(true)
      await expect.poll(async () => (await to.served().get('/')).text, { timeout: 20_000 }).toContain(headline)
    }
  }

  it('first share what they do: what one publishes, the other shows', async () => {
    await isWholeAgain()
    const open = await house(join(folder, 'a'), postgres.url)
    for (const { id } of published) warm.push(await pathOf(open, id))
    await open.close()
    const doors = [...nodes.map(doorOf), ...(varnish ? [varnish.get] : [])]
    for (const path of warm) for (const get of doors) expect((await get(path)).status).toBe(200)
  })

  it('then go on serving every page, and lose nothing that they acknowledged', { timeout: PATIENCE_MS }, async () => {
    const [a, b] = nodes
    const front = varnish
    const doors = [doorOf(a), doorOf(b)]
    const reading = [
      readers(doors, warm),
      readers(doors.toReversed(), warm),
      ...(front ? [readers([front.get, ...doors], warm)] : []),
    ]
    const writing = [
      editors([a, b], { token, name: 'one', published }),
      editors([b, a], { token, name: 'two', published }),
    ]
    const victims = [a, b, postgres, ...(front ? [{ kill: front.kill, start: startVarnish }] : [])]
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const victim of victims) {
          await Promise.all(writing.map((crowd) => crowd.more(2)))
          await victim.kill()
          await Promise.all(reading.map((crowd) => crowd.more(20)))
          await victim.start()
          await isWholeAgain()
        }
      }
    } finally {
      await Promise.all([...reading, ...writing].map((crowd) => crowd.end()))
    }
    if (process.env['ONRECORD_NODES_ROUNDS']) process.stdout.write(`${told(reading, writing)}\n`)
    for (const { counts } of reading) expect(statuses(counts)).toEqual([200])
    for (const { counts } of writing) expect(statuses(counts).filter((one) => !NOT_NOW.has(one))).toEqual([200])
    await nothingIsLost()
  })

  it('publish a scheduled story once, and late rather than never', async () => {
    const [a, b] = nodes
    const headline = 'Out by itself'
    const id = await anUnpublishedStory(a, headline)
    let soon = ''
    // A machine that is busy may take longer to schedule it than until then: that is refused, and tried with more time.
    for (let waitMs = 1_500, status = 409; status === 409; waitMs *= 2) {
      soon = new Date(Date.now() + waitMs).toISOString()
      ;({ status } = await letOut(a, token, id, soon))
    }
    await postgres.kill()
    await expect.poll(() => Date.now() > Date.parse(soon), { timeout: 60_000 }).toBe(true)
    await postgres.start()
    for (const node of [a, b]) {
      await expect.poll(async () => (await node.served().get('/')).text, { timeout: 20_000 }).toContain(headline)
    }
    const open = await house(join(folder, 'a'), postgres.url)
    const lines = await auditLines(open.newsroom.db, 0, 100_000)
    await open.close()
    expect(lines.filter(({ act, subject }) => act === 'publish-scheduled-story' && subject === id)).toHaveLength(1)
    for (const node of nodes) expect(node.served().output()).not.toContain('may not be published')
  })

  it('ask readers to come back for a page that nobody has kept, as long as the server is away', async () => {
    const [a] = nodes
    await postgres.kill()
    try {
      const { status } = await a.served().get('/2020/01/nobody-asked-for-this')
      expect(status).toBe(503)
      expect((await a.served().get('/')).status).toBe(200)
    } finally {
      await postgres.start()
    }
    await isWholeAgain()
  })

  async function nothingIsLost(): Promise<void> {
    const open = await house(join(folder, 'a'), postgres.url)
    const { newsroom, reader } = open
    const lost: string[] = []
    for (const { id, headline } of published) {
      const path = await pathOf(open, id)
      for (const node of nodes) {
        const { status, text } = await node.served().get(path)
        if (status !== 200 || !text.includes(headline)) lost.push(`${headline} at ${node.name}: ${status}`)
      }
    }
    expect(lost).toEqual([])
    expect(published.length).toBeGreaterThan(10)
    expect(await firstBrokenSeal(newsroom.db, newsroom.auditKey)).toBeNull()
    expect(await editionNumber(reader)).toBe(await newestChange(newsroom.db))
    await open.close()
  }
})
