import { writeSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import type { KyselyPlugin } from 'kysely'
import { migrate } from '../../src/database/migrate.ts'
import { type DatabaseAddress, openDatabase } from '../../src/database/open-database.ts'

/** Which database is brought to this release's schema, and before which statement the process dies; null for none. */
export interface MigrateOrders {
  readonly address: DatabaseAddress
  readonly room: 'newsroom' | 'edition'
  readonly diesAt: number | null
}

// Run as a process of its own: it migrates a database and kills itself, as hard as anything can, before one of the
// statements. Says how many it was done with.

const { address, room, diesAt } = JSON.parse(process.argv[2] ?? '{}') as MigrateOrders
let statements = 0
const dying: KyselyPlugin = {
  transformQuery: ({ node }) => {
    statements += 1
    if (statements === diesAt) process.kill(process.pid, 'SIGKILL')
    return node
  },
  transformResult: async ({ result }) => result,
}
const db = openDatabase(address, 'write')
const folder = join(fileURLToPath(new URL('../../migrations', import.meta.url)), room)
await migrate(db.withPlugin(dying), { kind: address.kind, folder, now: '2026-01-01T00:00:00.000Z' })
await db.destroy()
writeSync(1, String(statements))
