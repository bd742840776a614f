import { type Kysely, sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { CarriedTable } from './carried-tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A row as it is on disk, by column. */
export type CarriedRow = Readonly<Record<string, unknown>>

/** What a column takes. `isNeeded` is false where it may be left out: it is null then, or what the database puts there. */
export interface CarriedColumn {
  readonly name: string
  readonly takes: 'text' | 'whole' | 'number' | 'bytes'
  readonly isNullable: boolean
  readonly isNeeded: boolean
}

type AnyTables = Readonly<Record<string, Record<string, unknown>>>

const untyped = (db: NewsroomDb): Kysely<AnyTables> => db as unknown as Kysely<AnyTables>

/** Rows of a table after one of them, in the order of its key; from the beginning with null. */
async function rowsAfter(
  db: NewsroomDb,
  { name, key }: CarriedTable,
  after: CarriedRow | null,
  limit: number,
): Promise<CarriedRow[]> {
  let query = untyped(db).selectFrom(name).selectAll().limit(limit)
  for (const column of key) query = query.orderBy(column)
  if (after !== null) {
    const columns = sql.join(key.map((column) => sql.ref(column)))
    const values = sql.join(key.map((column) => after[column]))
    query = query.where(sql<boolean>`(${columns}) > (${values})`)
  }
  return query.execute()
}

/** Every row of a table, page after page, so that no table has to fit into memory. */
export async function* pagesOf(db: NewsroomDb, table: CarriedTable, limit: number): AsyncGenerator<CarriedRow[]> {
  for (let after: CarriedRow | null = null; ; ) {
    const rows: CarriedRow[] = await rowsAfter(db, table, after, limit)
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = rows.at(-1) ?? null
  }
}

/** The rows of these stories, by story, each in the order of the table's key. */
export async function rowsOfStories(
  db: NewsroomDb,
  { name, key }: CarriedTable,
  ids: readonly string[],
): Promise<Map<string, CarriedRow[]>> {
  const found: CarriedRow[] = []
  for (const some of portions(ids)) {
    let query = untyped(db).selectFrom(name).selectAll().where('story_id', 'in', some)
    for (const column of key) query = query.orderBy(column)
    found.push(...(await query.execute()))
  }
  return Map.groupBy(found, (row) => String(row['story_id']))
}

/** The rows whose column has one of these values. */
export async function rowsWith(
  db: NewsroomDb,
  { name }: CarriedTable,
  column: string,
  values: readonly string[],
): Promise<CarriedRow[]> {
  const found: CarriedRow[] = []
  for (const some of portions([...new Set(values)])) {
    found.push(...(await untyped(db).selectFrom(name).selectAll().where(column, 'in', some).execute()))
  }
  return found
}

export async function countRows(db: NewsroomDb, { name }: CarriedTable): Promise<number> {
  const { rows } = await untyped(db)
    .selectFrom(name)
    .select((select) => select.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}

export async function insertRows(tx: NewsroomTx, { name }: CarriedTable, rows: readonly CarriedRow[]): Promise<void> {
  for (const some of portions(rows)) {
    await untyped(tx).insertInto(name).values(some).execute()
  }
}

/** Puts one column's value into the row with this id. */
export async function setColumn(tx: NewsroomTx, { name }: CarriedTable, id: string, change: CarriedRow): Promise<void> {
  await untyped(tx)
    .updateTable(name)
    .set({ ...change })
    .where('id', '=', id)
    .execute()
}

export async function deleteRows(tx: NewsroomTx, { name }: CarriedTable): Promise<void> {
  await untyped(tx).deleteFrom(name).execute()
}

/** What the columns of every table take, by table, as this database has them. */
export async function carriedColumns(db: NewsroomDb): Promise<Map<string, CarriedColumn[]>> {
  const tables = await db.introspection.getTables()
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`
    .execute(db)
    // SQLite has no schemas to choose among.
    .catch(() => ({ rows: [{ name: null }] }))
  const schema = rows[0]?.name ?? undefined
  return new Map(
    tables
      .filter((table) => schema === undefined || table.schema === schema)
      .map((table) => [
        table.name,
        table.columns.map((column) => ({
          name: column.name,
          takes: takenBy(column.dataType),
          isNullable: column.isNullable,
          isNeeded: !column.isNullable && !column.hasDefaultValue,
        })),
      ]),
  )
}

function takenBy(type: string): CarriedColumn['takes'] {
  const name = type.toLowerCase()
  if (name.startsWith('int') || name.startsWith('bigint')) return 'whole'
  if (name.startsWith('float') || name.startsWith('real') || name.startsWith('double')) return 'number'
  return name === 'blob' || name === 'bytea' ? 'bytes' : 'text'
}
