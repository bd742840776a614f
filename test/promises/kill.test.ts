import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editionNumber } from '../../src/edition/changes.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import { lookUp } from '../../src/edition/public-stories.ts'
import { firstBrokenSeal } from '../../src/newsroom/audit-seal.ts'
import { rebuildEdition } from '../../src/newsroom/rebuild-edition.ts'
import { newestChange } from '../../src/store/outbox.ts'
import { storyById } from '../../src/store/stories.ts'
import type { StoryId } from '../../src/ids.ts'
import { type Acknowledged, type House, openHouse } from './house.ts'

const ROUNDS = Number(process.env['ONRECORD_KILL_ROUNDS'] ?? 10)
const SEED = Number(process.env['ONRECORD_KILL_SEED'] ?? 20_240_727)
const WRITER = fileURLToPath(new URL('./writer.ts', import.meta.url))

/** Numbers from 0 to below 1 that follow from a seed (mulberry32), so that a failure can be looked at again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** When a round's writer is killed: so many deeds after its start, or so many milliseconds, whatever it is doing then. */
interface Moment {
  readonly deeds: number
  readonly ms: number
}

function momentOf(next: () => number): Moment {
  const isEarly = next() < 0.3
  return { deeds: isEarly ? 0 : 1 + Math.floor(next() * 30), ms: Math.floor(next() * (isEarly ? 700 : 15)) }
}

/** Starts a writer, kills it at its moment, and tells what it had acknowledged by then. */
async function writeUntilKilled(folder: string, round: number, { deeds, ms }: Moment): Promise<Acknowledged[]> {
  const writer = spawn(process.execPath, [WRITER, folder, String(round)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  let complaint = ''
  writer.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  const enough = Promise.withResolvers<void>()
  const closed = once(writer, 'close')
  const lines = createInterface({ input: writer.stdout })
  lines.on('line', (line) => {
    said.push(line)
    if (said.length >= deeds) enough.resolve()
  })
  if (deeds === 0) enough.resolve()
  await Promise.race([enough.promise, closed])
  await new Promise((resolve) => setTimeout(resolve, ms))
  writer.kill('SIGKILL')
  const [, signal] = await closed
  if (signal !== 'SIGKILL') throw new Error(`The writer ended by itself: ${complaint}`)
  // A line that the kill cut in two was not received, so nothing in it counts as acknowledged.
  return said.flatMap((line) => (line.endsWith('}') ? [JSON.parse(line) as Acknowledged] : []))
}

/** What readers must have of each story after all that was acknowledged of it. */
function expectedOf(deeds: readonly Acknowledged[]): Map<string, Acknowledged[]> {
  return Map.groupBy(deeds, ({ id }) => id)
}

async function damageOf(db: Kysely<never>): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db)
  return rows.map((row) => row.integrity_check)
}

async function losses({ newsroom, reader }: House, deeds: readonly Acknowledged[]): Promise<string[]> {
  const lost: string[] = []
  for (const [id, done] of expectedOf(deeds)) {
    const story = await storyById(newsroom.db, id as StoryId)
    const path = done.findLast((deed) => deed.path !== null)?.path ?? ''
    const there = await lookUp(reader, path)
    const shown = JSON.stringify(there)
    const killed = done.find(({ deed }) => deed === 'killed')
    const corrected = done.find(({ deed }) => deed === 'corrected')
    const headline = done.findLast(({ deed }) => deed === 'published')?.words ?? ''
    if (!story) lost.push(`${id} is not in the newsroom`)
    // The verb under way at the kill may have gone further than what was acknowledged: killed or moved is no loss.
    else if (killed && there.kind !== 'gone') lost.push(`${id} was killed and is ${there.kind}`)
    else if (there.kind === 'nothing') lost.push(`${id} is not at ${path}`)
    else if (there.kind === 'story' && !shown.includes(headline)) lost.push(`${id} lost “${headline}”`)
    else if (there.kind === 'story' && corrected && !shown.includes(corrected.words)) lost.push(`${id} lost its note`)
  }
  return lost
}

/** What readers would have of an edition that was made from nothing just now. */
async function rebuilt(folder: string, round: number): Promise<string> {
  const fresh = await openHouse(folder, () => randomBytes(16), `fresh-${round}.db`)
  await rebuildEdition(fresh.newsroom)
  const dump = await canonicalDump(fresh.reader)
  await fresh.close()
  return dump
}

describe(`a newsroom whose process is killed ${ROUNDS} times while it writes (seed ${SEED})`, () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-kill-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it(
    'has everything that was acknowledged, and shows readers the same as an edition made from nothing',
    async () => {
      const next = chance(SEED)
      const all: Acknowledged[] = []
      for (let round = 1; round <= ROUNDS; round += 1) {
        all.push(...(await writeUntilKilled(folder, round, momentOf(next))))
        const house = await openHouse(folder, () => randomBytes(16))
        const { newsroom, reader } = house
        expect(await damageOf(newsroom.db as unknown as Kysely<never>)).toEqual(['ok'])
        expect(await damageOf(newsroom.edition as unknown as Kysely<never>)).toEqual(['ok'])
        expect(await losses(house, all)).toEqual([])
        expect(await newestChange(newsroom.db)).toBeGreaterThanOrEqual(all.at(-1)?.number ?? 0)
        expect(await editionNumber(reader)).toBe(await newestChange(newsroom.db))
        expect(await firstBrokenSeal(newsroom.db, newsroom.auditKey)).toBeNull()
        // Made from nothing, it takes longer with every round: often enough to know which rounds broke it.
        const expected = round % 4 === 2 || round === ROUNDS ? await rebuilt(folder, round) : null
        const grown = await canonicalDump(reader)
        expect(expected ?? grown).toBe(grown)
        await house.close()
      }
      expect(all.every(({ isLive }) => isLive)).toBe(true)
      // A round that acknowledges nothing proves little: most must have been killed at work.
      expect(all.length).toBeGreaterThan(ROUNDS * 3)
    },
    60_000 + ROUNDS * 10_000,
  )
})
