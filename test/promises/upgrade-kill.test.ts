import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DatabaseAddress, openDatabase } from '../../src/database/open-database.ts'
import { sumOfTable } from '../../src/store/copy-tables.ts'
import { openNewsroom } from '../../src/store/newsroom-db.ts'
import { tableShapes } from '../../src/store/table-shapes.ts'
import type { NewsroomTables } from '../../src/store/tables.ts'
import { databases } from '../contract/databases.ts'
import {
  lost,
  type OldInstallation,
  oldInstallation,
  type OldNewsroom,
  oldNewsroom,
} from '../contract/old-newsrooms.ts'
import type { MigrateOrders } from './migrator.ts'

const MIGRATOR = fileURLToPath(new URL('./migrator.ts', import.meta.url))

/** Killed before every statement of the upgrade, or before some. */
const IS_LONG = process.env['ONRECORD_UPGRADE_KILLS'] === 'all'

/** At which part of all statements; the last is the note of the last step, when all else is written. */
const SHORT = [0.5, 1]

/** Migrates in a process of its own. @returns how many statements it took; null when it was killed */
function migrateApart(orders: MigrateOrders): number | null {
  const { signal, stdout, stderr, status } = spawnSync(process.execPath, [MIGRATOR, JSON.stringify(orders)], {
    encoding: 'utf8',
  })
  if (signal === 'SIGKILL') return null
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}

/** Everything a database holds: its schema as it describes it, and the sum of each table. */
async function stateOf(address: DatabaseAddress): Promise<string[]> {
  const db = openDatabase<NewsroomTables>(address, 'write')
  const described = await (address.kind === 'sqlite'
    ? sql`select name, sql from sqlite_schema order by name`.execute(db)
    : sql`
        select table_name, column_name, data_type, column_default, is_nullable from information_schema.columns
        where table_schema = current_schema() order by 1, 2`.execute(db))
  const lines = described.rows.map((row) => JSON.stringify(row))
  for (const table of await tableShapes(db, address.kind)) {
    lines.push(`${table.name} ${JSON.stringify(await sumOfTable(db, table))}`)
  }
  const steps = await sql`select name, sha256 from schema_migrations order by name`
    .execute(db)
    .catch(() => ({ rows: [] }))
  await db.destroy()
  return [...lines, ...steps.rows.map((row) => JSON.stringify(row))]
}

describe.each(databases)(
  'an upgrade on $name that is killed',
  { timeout: IS_LONG ? 3_600_000 : 120_000 },
  ({ kind }) => {
    let old: OldNewsroom
    let unbroken: OldInstallation
    let broken: OldInstallation
    beforeAll(async () => {
      old = await oldNewsroom('0001')
      unbroken = await oldInstallation(old, kind)
      broken = await oldInstallation(old, kind)
    })
    afterAll(async () => {
      await unbroken.remove()
      await broken.remove()
    })

    it.each(['newsroom', 'edition'] as const)(
      'leaves the %s as it was, and ends, run again, as if nothing had happened',
      async (room) => {
        const statements = migrateApart({ address: unbroken.addresses[room], room, diesAt: null }) ?? 0
        expect(statements).toBeGreaterThan(30)
        const address = broken.addresses[room]
        const before = await stateOf(address)
        const every = Array.from({ length: statements }, (_, at) => at + 1)
        // What a kill leaves is what the next one finds: they are one after another on the same database.
        for (const diesAt of IS_LONG ? every : SHORT.map((share) => Math.round(share * statements))) {
          expect(migrateApart({ address, room, diesAt })).toBe(null)
          expect(await stateOf(address)).toEqual(before)
        }
        expect(migrateApart({ address, room, diesAt: null })).toBe(statements)
        expect(await stateOf(address)).toEqual(await stateOf(unbroken.addresses[room]))
      },
    )

    it('has every row that it had', async () => {
      const db = openNewsroom(broken.addresses.newsroom)
      expect(await lost(db, old.newsroom)).toEqual([])
      await db.destroy()
    })
  },
)
