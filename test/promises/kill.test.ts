import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Acknowledged, DEEDS } from './acknowledged.ts'
import { chance, momentOf } from './chance.ts'
import { faultsAfter } from './faults-after.ts'
import { openHouse } from './house.ts'
import { writeUntilStruck } from './run-writer.ts'

const ROUNDS = Number(process.env['ONRECORD_KILL_ROUNDS'] ?? 10)
const SEED = Number(process.env['ONRECORD_KILL_SEED'] ?? 20_240_727)

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
        // The first is left alone until one of everything was done, however slow the machine is.
        const moment = round === 1 ? { ...momentOf(next), kinds: DEEDS.length } : momentOf(next)
        all.push(...(await writeUntilStruck({ orders: { folder, round }, moment })))
        const house = await openHouse(folder, () => randomBytes(16))
        // Made from nothing, it takes longer with every round: often enough to know which rounds broke it.
        const fresh = round % 4 === 2 || round === ROUNDS ? { edition: `fresh-${round}.db` } : null
        expect(await faultsAfter(house, all, fresh)).toEqual([])
        await house.close()
      }
      expect(all.every(({ isLive }) => isLive)).toBe(true)
      // A round that acknowledges nothing proves little: most must have been killed at work.
      expect(all.length).toBeGreaterThan(ROUNDS * 3)
      expect(new Set(all.map(({ deed }) => deed))).toEqual(new Set(DEEDS))
    },
    120_000 + ROUNDS * 20_000,
  )
})
