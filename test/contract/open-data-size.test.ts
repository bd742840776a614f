import { get } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EditionDb } from '../../src/edition/edition-db.ts'
import { aNewsroom } from '../builders.ts'
import { anEvent, aPlace } from '../record/builders.ts'
import { databases, type OpenDatabases } from './databases.ts'
import { type OpenDataServer, serveOpenData } from './open-data-server.ts'
import { publishAll, WORLD } from './record-world.ts'

const MEGABYTE = 1024 * 1024

/** Writes events with a figure each straight into the edition: a newsroom of many years. */
async function fill(edition: EditionDb, events: number): Promise<void> {
  const [cell] = await edition.selectFrom('cells').selectAll().limit(1).execute()
  const [event] = await edition.selectFrom('events').selectAll().limit(1).execute()
  if (!cell || !event) throw new Error('the world holds one of each')
  for (let first = 0; first < events; first += 200) {
    const ids = Array.from({ length: 200 }, (_, index) => `evt_n${String(first + index).padStart(6, '0')}`)
    await edition.transaction().execute(async (tx) => {
      await tx
        .insertInto('events')
        .values(
          ids.map((id) => ({
            ...event,
            id,
            slug: id.slice(4),
            content: JSON.stringify(
              anEvent(id, {
                content: { where: { placeId: aPlace('town').id, relation: 'at', precision: 2, basis: null } },
              }).content,
            ),
          })),
        )
        .execute()
      await tx
        .insertInto('cells')
        .values(ids.map((id) => ({ ...cell, id: `${id}|g|killed|`, event_id: id, unquantified: 'dozens '.repeat(40) })))
        .execute()
    })
  }
}

interface Taken {
  readonly bytes: number
  readonly lines: number
  /** The most memory held at any time above what was held before, in bytes. */
  readonly held: number
}

/** Reads a whole answer without keeping it. */
async function take(port: number, path: string): Promise<Taken> {
  global.gc?.()
  const before = process.memoryUsage()
  let held = 0
  let bytes = 0
  let lines = 0
  await new Promise<void>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
        lines += chunk.toString('latin1').split('\n').length - 1
        const now = process.memoryUsage()
        held = Math.max(held, now.heapUsed + now.external - before.heapUsed - before.external)
      })
      response.on('end', resolve)
      response.on('error', reject)
    }).on('error', reject)
  })
  return { bytes, lines, held }
}

describe.each(databases)('a record of many years on $name', ({ open }) => {
  let dbs: OpenDatabases
  let data: OpenDataServer

  beforeEach(async () => {
    dbs = await open()
    await publishAll(aNewsroom(dbs), WORLD)
    await fill(dbs.edition, 20_000)
    data = await serveOpenData(dbs)
  }, 120_000)
  afterEach(async () => {
    await data.close()
    await dbs.close()
  })

  it('is sent whole in the memory of a few pages of rows', async () => {
    const cells = await take(data.port, '/data/cells.csv')
    expect(cells.lines).toBeGreaterThan(20_000)
    expect(cells.bytes).toBeGreaterThan(8 * MEGABYTE)
    expect(cells.held).toBeLessThan(96 * MEGABYTE)
    const page = await data.json<{ rows: unknown[]; next: string | null }>('/data/cells.json')
    expect(page.rows.length).toBeLessThan(1_100)
    expect(page.next).toContain('after=')
  }, 120_000)

  it('leaves readers their turn while it is read', async () => {
    const download = take(data.port, '/data/events.csv?country=ML').then(
      () => 'whole',
      () => 'broken off',
    )
    for (let answered = 0; answered < 20; answered += 1) expect((await data.get('/data/openapi.json')).status).toBe(200)
    // Whoever goes away ends the reading.
    await data.close()
    expect(await download).toBe('broken off')
    expect(data.faults).toEqual([])
  }, 120_000)
})
