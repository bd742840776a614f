import { cp, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { migrate } from '../../database/migrate.ts'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { openNewsroom } from '../../store/newsroom-db.ts'
import type { Instant } from '../../time.ts'

/** The released schemas of the newsroom: beside `src/` and `dist/` alike. */
const MIGRATIONS = fileURLToPath(new URL('../../../migrations/newsroom', import.meta.url))

/** The steps of the newsroom's schema that this release knows. */
export const knownSteps = async (): Promise<ReadonlySet<string>> =>
  new Set((await readdir(MIGRATIONS)).filter((name) => /^\d{4}_/.test(name)))

/** Brings a newsroom's database up to the schema of this release, and does nothing else to it. */
export const migrateNewsroom = (address: DatabaseAddress, now: Instant): Promise<void> =>
  migrateWith(address, MIGRATIONS, now)

/** Makes a newsroom in a SQLite file that is empty and has these steps of the schema, and no others. */
export async function makeEmptyFile(file: string, steps: readonly string[]): Promise<void> {
  const folder = `${file}.steps`
  await mkdir(folder, { mode: 0o700 })
  for (const step of steps) await cp(join(MIGRATIONS, step), join(folder, step), { recursive: true })
  // Always the same: when a step was applied in here says nothing of the newsroom.
  await migrateWith({ kind: 'sqlite', file }, folder, '1970-01-01T00:00:00.000Z')
}

async function migrateWith(address: DatabaseAddress, folder: string, now: string): Promise<void> {
  const db = openNewsroom(address)
  try {
    await migrate(db, { kind: address.kind, folder, now })
  } finally {
    await db.destroy()
  }
}
