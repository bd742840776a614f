import { sql } from 'kysely'
import type { Instant } from '../time.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** When text was last taken out, and which tables PostgreSQL has not written anew since: the old text may lie in their files. */
export interface TextOnDisk {
  readonly takenOutAt: Instant
  /** With their schema: `newsroom.story_revisions`. */
  readonly tables: readonly string[]
}

/**
 * Which tables of both schemas still lie in the files in which they lay when one of these acts was last done. PostgreSQL only.
 *
 * `VACUUM FULL` (and `CLUSTER`) writes a table into a new file, and its long values into a new table beside it; the age of
 * that one, counted in transactions, against the age of the act's line in the audit says which came first. A plain `VACUUM`
 * frees the room and leaves the bytes.
 *
 * @param acts verbs that take text out, as the audit names them
 * @returns null where none of them was ever done
 * @see https://www.postgresql.org/docs/18/sql-vacuum.html
 */
export async function textOnDisk(db: NewsroomDb, acts: readonly string[]): Promise<TextOnDisk | null> {
  const { rows: last } = await sql<{ at: Instant; age: number }>`
    select at, age(xmin) as age from audit where act in (${sql.join(acts)}) order by number desc limit 1
  `.execute(db)
  const [line] = last
  if (!line) return null
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || t.relname as name
    from pg_class t
    join pg_namespace n on n.oid = t.relnamespace
    join pg_class long on long.oid = t.reltoastrelid
    where n.nspname in ('newsroom', 'edition') and age(long.xmin) >= ${line.age}
  `.execute(db)
  return { takenOutAt: line.at, tables: rows.map(({ name }) => name).toSorted((one, other) => (one < other ? -1 : 1)) }
}
