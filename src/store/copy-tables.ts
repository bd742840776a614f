import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { OnrecordError } from '../errors.ts'
import type { NewsroomTx } from './newsroom-db.ts'
import type { TableShape } from './table-shapes.ts'

/** A row as it is on disk, by column. */
export type CopiedRow = Readonly<Record<string, unknown>>

/** What a table holds: how many rows, and the SHA-256 over all of them in the order of their key. */
export interface TableSum {
  readonly rows: number
  readonly hash: string
}

/** A page is about this much; one row may be more. */
const PAGE_BYTES = 2_000_000
const PAGE_ROWS = 1_000
const FIRST_PAGE_ROWS = 100

/** SQLite takes 32,766 values in one statement. */
const VALUES = 32_000

/** Every row of a table in the order of its key, in pages small enough to hold in memory, whatever the rows weigh. */
export async function* pagesOfTable<Tables>(db: Kysely<Tables>, table: TableShape): AsyncGenerator<CopiedRow[]> {
  let limit = table.hasBytes ? 1 : FIRST_PAGE_ROWS
  for (let after: CopiedRow | null = null; ; ) {
    const rows: CopiedRow[] = await rowsBetween(db, table, { after, limit })
    if (rows.length > 0) yield rows
    if (rows.length < limit) return
    after = rows.at(-1) ?? null
    const fitting = Math.floor((limit * PAGE_BYTES) / Math.max(1, weightOf(rows)))
    limit = Math.max(1, Math.min(fitting, limit * 4, PAGE_ROWS))
  }
}

/** Rows of a table behind one of them and up to another, both left out for none, in the order of the key. */
export async function rowsBetween<Tables>(
  db: Kysely<Tables>,
  { name, key, columns }: TableShape,
  { after, upTo, limit }: { after: CopiedRow | null; upTo?: CopiedRow | null; limit?: number },
): Promise<CopiedRow[]> {
  const keys = sql.join(key.map((column) => sql.ref(column)))
  const valuesOf = (row: CopiedRow) => sql.join(key.map((column) => row[column]))
  const conditions = [
    ...(after ? [sql`(${keys}) > (${valuesOf(after)})`] : []),
    ...(upTo ? [sql`(${keys}) <= (${valuesOf(upTo)})`] : []),
  ]
  const { rows } = await sql<CopiedRow>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(name)}
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    order by ${keys} ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(db)
  return rows
}

/** Puts rows into a table that has none of them. */
export async function addRows(
  tx: NewsroomTx,
  { name, columns }: TableShape,
  rows: readonly CopiedRow[],
): Promise<void> {
  const portion = Math.floor(VALUES / columns.length)
  const refs = sql.join(columns.map((column) => sql.ref(column)))
  for (let first = 0; first < rows.length; first += portion) {
    const values = rows
      .slice(first, first + portion)
      .map((row) => sql`(${sql.join(columns.map((column) => row[column]))})`)
    await sql`insert into ${sql.table(name)} (${refs}) values ${sql.join(values)}`.execute(tx)
  }
}

/** Takes rows out of a table, by their key. */
export async function takeRows(tx: NewsroomTx, { name, key }: TableShape, rows: readonly CopiedRow[]): Promise<void> {
  for (const row of rows) {
    const conditions = key.map((column) => sql`${sql.ref(column)} = ${row[column]}`)
    await sql`delete from ${sql.table(name)} where ${sql.join(conditions, sql` and `)}`.execute(tx)
  }
}

/** Which columns tell a row apart, as one text. */
export const keyOfRow = ({ key }: TableShape, row: CopiedRow): string =>
  JSON.stringify(key.map((column) => row[column]))

/** A row as one line of text that is the same on both databases. */
export const canonicalRow = ({ columns }: TableShape, row: CopiedRow): string =>
  JSON.stringify(columns.map((column) => canonicalValue(row[column])))

const canonicalValue = (value: unknown): unknown =>
  value instanceof Uint8Array ? { sha256: createHash('sha256').update(value).digest('hex') } : value

/** Adds rows to what a table is known by. */
export class TableDigest {
  readonly #table: TableShape
  readonly #hash = createHash('sha256')
  #rows = 0

  constructor(table: TableShape) {
    this.#table = table
  }

  add(rows: readonly CopiedRow[]): void {
    for (const row of rows) this.#hash.update(`${canonicalRow(this.#table, row)}\n`)
    this.#rows += rows.length
  }

  /** Asked once, at the end. */
  sum = (): TableSum => ({ rows: this.#rows, hash: this.#hash.digest('hex') })
}

/** Reads a whole table and says what it holds. */
export async function sumOfTable<Tables>(
  db: Kysely<Tables>,
  table: TableShape,
  onRows: (rows: number) => void = () => undefined,
): Promise<TableSum> {
  const digest = new TableDigest(table)
  for await (const rows of pagesOfTable(db, table)) {
    digest.add(rows)
    onRows(rows.length)
  }
  return digest.sum()
}

export async function countTable<Tables>(db: Kysely<Tables>, { name }: TableShape): Promise<number> {
  const { rows } = await sql<{ rows: number }>`select count(*) as "rows" from ${sql.table(name)}`.execute(db)
  return rows[0]?.rows ?? 0
}

/**
 * PostgreSQL keeps no character U+0000 in a text.
 *
 * @throws OnrecordError `refused`, naming the row
 */
export function refuseNullCharacters(table: TableShape, rows: readonly CopiedRow[]): void {
  for (const row of rows) {
    for (const column of table.columns) {
      const value = row[column]
      if (typeof value !== 'string' || !value.includes('\u0000')) continue
      const where = `the row ${keyOfRow(table, row)} of ${table.name}`
      throw new OnrecordError(
        'refused',
        `PostgreSQL cannot keep the character U+0000, which ${where} has in ${column}.`,
        {
          remedy: 'Take the character out where it was written, then run the same command again.',
        },
      )
    }
  }
}

/** Lets the database count on from what a table has. Nothing has to be done on SQLite, which looks by itself. */
export async function countOn<Tables>(db: Kysely<Tables>, { name, counted }: TableShape): Promise<void> {
  if (counted === null) return
  await sql`
    select setval(pg_get_serial_sequence(${name}, ${counted}), coalesce(max(${sql.ref(counted)}), 0) + 1, false)
    from ${sql.table(name)}`.execute(db)
}

const weightOf = (rows: readonly CopiedRow[]): number =>
  rows.reduce((sum, row) => sum + Object.values(row).reduce<number>((bytes, value) => bytes + weight(value), 0), 0)

const weight = (value: unknown): number =>
  typeof value === 'string' ? value.length : value instanceof Uint8Array ? value.byteLength : 8
