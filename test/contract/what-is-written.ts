import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Entry } from '../../src/record/entry.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { appendRevisions, entriesById, type NewRevision } from '../../src/store/record-log.ts'
import type { TestNewsroom } from '../builders.ts'
import type { OpenDatabases } from './databases.ts'

/** A word that nobody writes by chance. */
export const CANARY = 'canaryzzq'

/** A file as somebody uploads it. */
export const aFile = (text: string, statedType: string | null = null) =>
  ({ kind: 'file', bytes: new TextEncoder().encode(text), statedType }) as const

/** Puts entries into the record as they are, in one act. */
export async function putOnRecord(newsroom: TestNewsroom, ...entries: readonly Entry[]): Promise<void> {
  const rows = entries.map(({ type, id, content, status }) => ({ type, id, content, status, reason: null, act: 'add' }))
  await inTransaction(newsroom.db, (tx) =>
    appendRevisions(tx, rows as NewRevision[], { at: newsroom.now(), by: 'tests' }),
  )
}

/** The entry as it stands now. */
export const newestOf = async <Some extends Entry>(newsroom: TestNewsroom, { id }: Some): Promise<Some> =>
  (await entriesById(newsroom.db, [id]))[0] as Some

/** Everything that is written down: the files themselves where there are files, else every table's text. */
export async function written({ newsroom, edition, addresses }: OpenDatabases): Promise<string> {
  const { newsroom: one, edition: other } = addresses
  if (one.kind === 'sqlite' && other.kind === 'sqlite') {
    const files = [one.file, other.file].flatMap((file) => [file, `${file}-wal`, `${file}-journal`])
    return files.flatMap((file) => (existsSync(file) ? [readFileSync(file, 'latin1')] : [])).join('\n')
  }
  const all = []
  for (const db of [newsroom, edition]) {
    const tables = await sql<{
      name: string
    }>`select table_name as name from information_schema.tables where table_schema = current_schema()`.execute(db)
    for (const { name } of tables.rows) {
      const rows = await sql<{ text: string }>`select t::text as text from ${sql.table(name)} t`.execute(db)
      all.push(...rows.rows.map(({ text }) => text))
    }
  }
  // Bytes come out of PostgreSQL in hexadecimal.
  return all.join('\n').replaceAll(Buffer.from(CANARY).toString('hex'), CANARY)
}
