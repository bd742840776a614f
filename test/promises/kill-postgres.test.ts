import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPostgresServer, type PostgresServer } from '../contract/postgres.ts'
import type { Acknowledged } from './acknowledged.ts'
import { chance, momentOf } from './chance.ts'
import { faultsAfter } from './faults-after.ts'
import { openHouse } from './house.ts'
import { writeUntilStruck } from './run-writer.ts'

/** How often something is killed; sixty times in the long form. */
const ROUNDS = Number(process.env['ONRECORD_POSTGRES_KILLS'] ?? 3)
const SEED = Number(process.env['ONRECORD_KILL_SEED'] ?? 20_240_727)

describe(`a newsroom on PostgreSQL, killed ${ROUNDS} times while it writes (seed ${SEED})`, () => {
  let folder: string
  let server: PostgresServer
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-kill-'))
    server = await aPostgresServer({ isDurable: true })
    for (const name of ['newsroom', 'fresh']) await onServer(`create database onrecord_${name}`)
  })
  afterAll(async () => {
    await server.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  async function onServer(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(statement)
    await client.end()
  }

  const urlOf = (name: string) => server.url.replace(/postgres$/, `onrecord_${name}`)

  /** In turn: the writer, and the database server under it, killed or told to leave at once. */
  const strikes = [undefined, () => server.kill('SIGKILL'), () => server.kill('SIGQUIT')]

  it(
    'has everything that was acknowledged, whether the writer was killed or the server under it',
    async () => {
      const next = chance(SEED)
      const postgresUrl = urlOf('newsroom')
      const all: Acknowledged[] = []
      for (let round = 1; round <= ROUNDS; round += 1) {
        const strike = strikes[round % strikes.length]
        const { deeds, ms } = momentOf(next)
        // The first opens an empty database, which takes longer than anything after it.
        const moment = { deeds: round === 1 ? deeds + 10 : deeds, ms }
        all.push(...(await writeUntilStruck({ orders: { folder, round, postgresUrl }, moment, strike })))
        if (strike) await server.start()
        const house = await openHouse(folder, () => randomBytes(16), { postgresUrl })
        const fresh = round === ROUNDS ? { postgresUrl, edition: urlOf('fresh') } : null
        expect(await faultsAfter(house, all, fresh)).toEqual([])
        await house.close()
      }
      expect(all.every(({ isLive }) => isLive)).toBe(true)
      expect(all.length).toBeGreaterThan(ROUNDS * 3)
    },
    120_000 + ROUNDS * 15_000,
  )
})
