import { type Kysely, sql } from 'kysely'
import type { DatabaseAddress } from '../database/open-database.ts'
import { OnrecordError } from '../errors.ts'

/** A table as it is copied from one database into another. */
export interface TableShape {
  readonly name: string
  /** The columns by which its rows are told apart, in the order in which they are read. */
  readonly key: readonly string[]
  /** Every column that is written, sorted by name; not those that the database works out by itself. */
  readonly columns: readonly string[]
  /** Does it hold whole files? Then its rows are taken a few at a time. */
  readonly hasBytes: boolean
  /** A column that the database counts up by itself where nothing is said. */
  readonly counted: string | null
}

/** Tables that are never copied, and what makes them in the other database. */
export const NOT_COPIED: Readonly<Record<string, string>> = {
  schema_migrations: 'the steps of the schema, noted by whoever migrates that database',
  moving: 'how far a copy is; there only while one is under way',
  search_index: 'the search of the story list, kept up by the database from story_words (SQLite)',
  search_index_config: 'part of search_index',
  search_index_data: 'part of search_index',
  search_index_idx: 'part of search_index',
}

interface ColumnLine {
  readonly table: string
  readonly name: string
  readonly type: string
  /** Its place in the key, from 1; 0 where it is no part of it. */
  readonly keyed: number
  readonly isMade: number | boolean
  readonly isCounted: number | boolean
}

/**
 * Every table that a copy carries, by name, as this database has it: a table that is new tomorrow is among them.
 *
 * @throws OnrecordError `damaged` for a table without a key, whose rows could not be told apart
 */
export async function tableShapes<Tables>(
  db: Kysely<Tables>,
  kind: DatabaseAddress['kind'],
): Promise<readonly TableShape[]> {
  const lines = kind === 'sqlite' ? await sqliteColumns(db) : await postgresColumns(db)
  const byTable = Map.groupBy(lines, ({ table }) => table)
  return [...byTable]
    .filter(([name]) => !(name in NOT_COPIED))
    .map(([name, columns]) => shapeOf(name, columns))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

function shapeOf(name: string, lines: readonly ColumnLine[]): TableShape {
  const columns = lines.filter(({ isMade }) => !isMade)
  const key = columns.filter(({ keyed }) => keyed > 0).toSorted((one, other) => one.keyed - other.keyed)
  if (key.length === 0) throw new OnrecordError('damaged', `The table ${name} has no key: it cannot be copied.`)
  return {
    name,
    key: key.map((column) => column.name),
    columns: columns.map((column) => column.name).toSorted(),
    hasBytes: columns.some(({ type }) => ['blob', 'bytea'].includes(type.toLowerCase())),
    counted: columns.find(({ isCounted }) => isCounted)?.name ?? null,
  }
}

/** A virtual table and what lies under it are no tables of ours: `NOT_COPIED` names them. */
async function sqliteColumns<Tables>(db: Kysely<Tables>): Promise<ColumnLine[]> {
  const { rows } = await sql<ColumnLine>`
    select t.name as "table", c.name, c.type, c.pk as "keyed", c.hidden <> 0 as "isMade", 0 as "isCounted"
    from pragma_table_list t, pragma_table_xinfo(t.name) c
    where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'`.execute(db)
  return rows
}

async function postgresColumns<Tables>(db: Kysely<Tables>): Promise<ColumnLine[]> {
  const { rows } = await sql<ColumnLine>`
    select t.relname as "table", a.attname as "name", format_type(a.atttypid, null) as "type",
      coalesce(array_position(k.indkey::int2[], a.attnum), -1) + 1 as "keyed",
      a.attgenerated <> '' as "isMade", a.attidentity <> '' as "isCounted"
    from pg_class t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index k on k.indrelid = t.oid and k.indisprimary
    where t.relnamespace = current_schema()::regnamespace and t.relkind in ('r', 'p')`.execute(db)
  return rows
}
