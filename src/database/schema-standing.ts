import { readdir } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'

/** How a database's schema stands to that of this release. */
export type SchemaStanding = 'fits' | 'older' | 'newer'

/**
 * Compares the steps that were applied to a database with those of this release. Reads only.
 *
 * @param folder holds one folder per step
 */
export async function schemaStanding<Tables>(db: Kysely<Tables>, folder: string): Promise<SchemaStanding> {
  const { rows } = await sql<{ name: string }>`select name from schema_migrations`.execute(db)
  const done = new Set(rows.map(({ name }) => name))
  const known = (await readdir(folder)).filter((name) => /^\d{4}_/.test(name))
  if (known.some((name) => !done.delete(name))) return 'older'
  return done.size > 0 ? 'newer' : 'fits'
}
