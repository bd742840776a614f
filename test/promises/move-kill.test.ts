import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalDump } from '../../src/edition/dump.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { addPlace } from '../../src/newsroom/record/add-place.ts'
import { sumOfTable } from '../../src/store/copy-tables.ts'
import type { NewsroomDb } from '../../src/store/newsroom-db.ts'
import { tableShapes } from '../../src/store/table-shapes.ts'
import { moveNewsroom } from '../../src/upkeep/moving/move-newsroom.ts'
import { withoutSlug } from '../contract/record-at-work.ts'
import { databases, MIGRATIONS } from '../contract/databases.ts'
import { aPlace } from '../record/builders.ts'
import { archiveToMove } from './archive-to-move.ts'
import { type MoveOrders, placesOf } from './house-to-move.ts'
import { type House, openHouse } from './house.ts'

const MOVER = fileURLToPath(new URL('./newsroom-mover.ts', import.meta.url))

/** Killed at each step that it tells of, at so many of them, or, where nothing is said, at three. */
const KILLS = process.env['ONRECORD_MOVE_KILLS'] ?? ''
const IS_LONG = KILLS !== ''

/** At which part of all steps it is killed in the short form. */
const DIRECTIONS = [
  ['SQLite', 'PostgreSQL', [0.1, 0.97]],
  ['PostgreSQL', 'SQLite', [0.6]],
] as const

/** What the move itself writes at the end: its note, and the line, number and change of making the edition. */
const WRITTEN_BY_A_MOVE = new Set(['audit', 'counters', 'outbox', 'upkeep'])

/** What every table holds, and what readers have. */
async function everythingIn(db: NewsroomDb, kind: 'sqlite' | 'postgres', edition: House['reader']): Promise<string[]> {
  const lines = []
  for (const table of await tableShapes(db, kind)) {
    if (!WRITTEN_BY_A_MOVE.has(table.name)) lines.push(`${table.name} ${JSON.stringify(await sumOfTable(db, table))}`)
  }
  return [...lines, ...(await canonicalDump(edition)).split('\n')]
}

/** Begins to move, and kills the process as it says its line of this number. @returns the lines that it said */
async function moveUntil(orders: MoveOrders, lines: number): Promise<string[]> {
  const mover = spawn(process.execPath, [MOVER, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaint = ''
  mover.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const closed = once(mover, 'close')
  const said: string[] = []
  createInterface({ input: mover.stdout }).on('line', (line) => {
    said.push(line)
    if (said.length >= lines) mover.kill('SIGKILL')
  })
  const [code] = await closed
  if (code !== null && code !== 0) throw new Error(`The move failed: ${complaint}`)
  return said
}

describe.each(DIRECTIONS)(
  'a newsroom that moves from %s to %s',
  { timeout: IS_LONG ? 3_600_000 : 120_000 },
  (one, other, shares) => {
    const closing: (() => Promise<void>)[] = []
    let house: House
    let orders: MoveOrders
    let expected: string[]

    beforeAll(async () => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'onrecord-move-kill-'))
      closing.push(() => rm(dataFolder, { recursive: true, force: true }))
      orders = { dataFolder, from: one === 'SQLite' ? null : await anAddress(), to: null, folder: '' }
      house = await openHouse(dataFolder, () => randomBytes(16), { postgresUrl: orders.from })
      closing.push(house.close)
      await importStories(house.newsroom, [...archiveToMove()].slice(0, KILLS === 'all' ? 500 : 40), {
        source: 'old site',
        publish: true,
      })
      await addPlace(house.newsroom, withoutSlug(aPlace('Mali').content))
      expected = await everythingIn(house.newsroom.db, kindOf(orders.from), house.reader)
    })
    afterAll(async () => {
      for (const close of closing.toReversed()) await close()
    })

    async function anAddress(): Promise<string> {
      const { addresses, remove } = await postgres().place()
      closing.push(remove)
      if (addresses.newsroom.kind !== 'postgres') throw new Error('no PostgreSQL')
      return addresses.newsroom.url
    }

    /** A new place each time. */
    async function anEmptyPlace(): Promise<MoveOrders> {
      const folder = join(orders.dataFolder, randomBytes(6).toString('hex'))
      await mkdir(folder)
      return { ...orders, to: other === 'SQLite' ? null : await anAddress(), folder }
    }

    async function finish(place: MoveOrders): Promise<string[]> {
      await moveNewsroom(house.newsroom, { ...(await placesOf(place)), migrations: MIGRATIONS })
      const moved = await openHouse(
        place.to === null ? await withSecrets(place) : orders.dataFolder,
        () => randomBytes(16),
        {
          postgresUrl: place.to,
        },
      )
      const { db } = moved.newsroom
      const said = await everythingIn(db, kindOf(place.to), moved.reader)
      expect(await firstBrokenSeal(db, house.newsroom.auditKey)).toBe(null)
      const left = await sql`select 1 from moving`.execute(db).then(
        () => true,
        () => false,
      )
      expect(left).toBe(false)
      await moved.close()
      return said
    }

    /** How many steps a move tells of. */
    async function stepsOfOne(): Promise<number> {
      let steps = 0
      const places = await placesOf(await anEmptyPlace())
      await moveNewsroom(house.newsroom, { ...places, migrations: MIGRATIONS, onProgress: () => (steps += 1) })
      return steps
    }

    it('is the same newsroom in the end wherever the process was killed, and open to nobody until then', async () => {
      const steps = await stepsOfOne()
      expect(steps).toBeGreaterThan(20)
      const kills = KILLS === 'all' ? steps : Number(KILLS)
      const spread = Array.from({ length: kills }, (_, kill) => (kill + 1) / kills)
      for (const share of IS_LONG ? spread : shares) {
        const point = Math.max(1, Math.round(share * steps))
        const place = await anEmptyPlace()
        await moveUntil(place, point)
        const folder = place.to === null ? place.folder : orders.dataFolder
        const opening = openHouse(folder, () => randomBytes(16), { postgresUrl: place.to })
        await expect(opening).rejects.toMatchObject({
          code: 'refused',
          message: expect.stringContaining('Only a part'),
        })
        expect(differences(await finish(place), expected), `killed at ${point} of ${steps}`).toEqual([])
      }
    })
  },
)

const postgres = () => {
  const found = databases.find(({ kind }) => kind === 'postgres')
  if (!found) throw new Error('no PostgreSQL')
  return found
}

const kindOf = (url: string | null) => (url === null ? 'sqlite' : 'postgres')

/** The installation is the same one: its secrets go where its files are. */
async function withSecrets({ dataFolder, folder }: MoveOrders): Promise<string> {
  await copyFile(join(dataFolder, 'secrets.json'), join(folder, 'secrets.json'))
  return folder
}

/** What the one says and the other does not, some lines of it. */
function differences(one: readonly string[], other: readonly string[]): string[] {
  const [ofOne, ofOther] = [new Set(one), new Set(other)]
  return [...one.filter((line) => !ofOther.has(line)), ...other.filter((line) => !ofOne.has(line))].slice(0, 8)
}
