import { sql } from 'kysely'
import type { DatabaseAddress } from '../../src/database/open-database.ts'
import { canonicalDump } from '../../src/edition/dump.ts'
import type { OpenDatabases } from './databases.ts'

async function schemaOf({ newsroom }: OpenDatabases): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(newsroom)
  return rows[0]?.schema
}

/**
 * Everything that both databases hold, as text: outbox and audit are among it.
 *
 * @param but tables of the newsroom that are left out
 */
export async function everythingIn(
  dbs: OpenDatabases,
  kind: DatabaseAddress['kind'],
  but: ReadonlySet<string> = new Set(),
): Promise<string> {
  const found = await dbs.newsroom.introspection.getTables()
  const own = kind === 'postgres' ? await schemaOf(dbs) : undefined
  const names = found.filter(({ schema }) => schema === own).map(({ name }) => name)
  const rows: string[] = []
  for (const name of names.filter((table) => !but.has(table)).toSorted()) {
    const kept = await dbs.newsroom
      .selectFrom(name as 'stories')
      .selectAll()
      .execute()
    rows.push(name, ...kept.map((row) => JSON.stringify(row)).toSorted())
  }
  return rows.join('\n') + (await canonicalDump(dbs.edition))
}
