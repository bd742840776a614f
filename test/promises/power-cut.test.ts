import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Acknowledged } from './acknowledged.ts'
import { chance, momentOf } from './chance.ts'
import { faultsAfter } from './faults-after.ts'
import { openHouse } from './house.ts'
import { openShim, type Shim, WHY_NO_SHIM } from './power/shim.ts'
import { type Reached, surviveInto } from './power/surviving.ts'
import { writeUntilStruck } from './run-writer.ts'

/** How often the power is cut; a hundred times in the long form. */
const ROUNDS = Number(process.env['ONRECORD_POWER_CUTS'] ?? 2)
const SEED = Number(process.env['ONRECORD_POWER_SEED'] ?? 20_240_727)

describe.skipIf(WHY_NO_SHIM)(`a newsroom whose power is cut while it writes (seed ${SEED})`, () => {
  let shim: Shim
  let home: string
  beforeAll(() => {
    shim = openShim()
    home = mkdtempSync(join(tmpdir(), 'onrecord-power-'))
  })
  afterAll(() => {
    shim.remove()
    rmSync(home, { recursive: true, force: true })
  })

  interface Cuts {
    readonly name: string
    readonly rounds: number
    readonly reached: Reached
    readonly synchronous?: string
    /** Ends when something is lost. */
    readonly untilLost?: boolean
  }

  /** Cuts the power round after round, each time under a writer at work, and says what was wrong afterwards. */
  async function faultsOfCuts({ name, rounds, reached, synchronous, untilLost = false }: Cuts) {
    const next = chance(SEED)
    const folder = join(home, name)
    mkdirSync(folder)
    const all: Acknowledged[] = []
    for (let round = 1; round <= rounds; round += 1) {
      const { deeds, ms } = momentOf(next)
      const orders = { folder, round, synchronous }
      // In its first half second the writer acknowledges little, and a loss is what is looked for.
      const moment = untilLost ? { deeds: deeds + 20, ms } : { deeds, ms }
      all.push(...(await writeUntilStruck({ orders, moment, env: shim.env(folder, { shadow: true }) })))
      const into = join(home, `${name} after`)
      surviveInto({ live: folder, shadow: shim.shadow, into, reached, next })
      rmSync(folder, { recursive: true })
      renameSync(into, folder)
      const house = await openHouse(folder, () => randomBytes(16)).catch((error: unknown) => String(error))
      if (typeof house === 'string') return { faults: [house], all }
      const fresh = !untilLost && round === rounds ? { edition: 'fresh.db' } : null
      const faults = await faultsAfter(house, all, fresh)
      await house.close()
      if (faults.length > 0) return { faults: faults.map((fault) => `after round ${round}: ${fault}`), all }
    }
    return { faults: [], all }
  }

  it.each(['nothing', 'some'] as const)(
    'has everything that was acknowledged when %s of what was not synced reached the disk',
    async (reached) => {
      const { faults, all } = await faultsOfCuts({ name: reached, rounds: ROUNDS, reached })
      expect(faults).toEqual([])
      expect(all.length).toBeGreaterThan(ROUNDS * 3)
    },
    120_000 + ROUNDS * 20_000,
  )

  // Tests of the test. A cut may fall before the writer's first line, while what survives it is still being copied.
  it.each(['nothing', 'some'] as const)('has all that lay there when the writer had not begun (%s)', (reached) => {
    const live = join(home, `${reached} not begun`)
    const into = `${live} after`
    mkdirSync(live)
    const lain = randomBytes(100_000)
    writeFileSync(join(live, 'lain.db'), lain)
    shim.env(live, { shadow: true })
    surviveInto({ live, shadow: shim.shadow, into, reached, next: chance(SEED) })
    expect(readFileSync(join(into, 'lain.db')).equals(lain)).toBe(true)
  })

  // What does not wait for the disk loses something, and this test sees it.
  it.each(['normal', 'off'])('would lose something with synchronous=%s', async (synchronous) => {
    const cuts = { name: synchronous, rounds: 5, reached: 'nothing' as const, synchronous, untilLost: true }
    const { faults } = await faultsOfCuts(cuts)
    expect(faults.filter((fault) => /saved|claimed|sty_|newest change/.test(fault))).not.toEqual([])
  })
})
