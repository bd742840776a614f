import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import { migrate } from '../../src/database/migrate.ts'
import { type DatabaseAddress, openDatabase } from '../../src/database/open-database.ts'
import { addRows, type CopiedRow, countOn, pagesOfTable, takeRows } from '../../src/store/copy-tables.ts'
import { beginMoving, endMoving, holdReferences } from '../../src/store/moving-notes.ts'
import { type TableShape, tableShapes } from '../../src/store/table-shapes.ts'
import type { NewsroomDb } from '../../src/store/newsroom-db.ts'
import type { NewsroomTables } from '../../src/store/tables.ts'
import { databases, MIGRATIONS, type OpenDatabases } from './databases.ts'

/** Newsroom schemas that this project once had, by the number of their newest step: test/fixtures/schemas/README.md */
export const OLD_SCHEMAS = ['0001', '0003', '0010', '0015', '0018', '0019'] as const

/** Rows by table, each with its columns as they were then. */
export type OldTables = Readonly<
  Record<string, { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }>
>

/** A newsroom as the program of that time had written it. */
export interface OldNewsroom {
  readonly newsroomSteps: readonly string[]
  readonly editionSteps: readonly string[]
  readonly newsroom: OldTables
  readonly edition: OldTables
}

/** What sealed the audit of all of them. */
export const OLD_AUDIT_KEY = 'a key for tests, as long as an installation has'

const fileOf = (schema: string) => fileURLToPath(new URL(`../fixtures/schemas/${schema}.json.gz`, import.meta.url))

export async function oldNewsroom(schema: string): Promise<OldNewsroom> {
  return JSON.parse(gunzipSync(await readFile(fileOf(schema))).toString('utf8')) as OldNewsroom
}

/** Keeps a newsroom of this release for those that come. @returns the schema's number */
export async function keepNewsroom({
  newsroom,
  edition,
}: Pick<OpenDatabases, 'newsroom' | 'edition'>): Promise<string> {
  const kept: OldNewsroom = {
    newsroomSteps: await stepsIn('newsroom'),
    editionSteps: await stepsIn('edition'),
    newsroom: await allTables(newsroom),
    edition: await allTables(edition),
  }
  const schema = kept.newsroomSteps.at(-1)?.slice(0, 4) ?? ''
  await writeFile(fileOf(schema), gzipSync(JSON.stringify(kept), { level: 9 }))
  return schema
}

const stepsIn = async (room: string) =>
  (await readdir(join(MIGRATIONS, room))).filter((name) => /^\d{4}_/.test(name)).toSorted()

async function allTables<Tables>(db: Kysely<Tables>): Promise<OldTables> {
  const tables: Record<string, OldTables[string]> = {}
  for (const table of await tableShapes(db, 'sqlite')) {
    const rows: unknown[][] = []
    for await (const page of pagesOfTable(db, table)) rows.push(...page.map((row) => valuesIn(table, row)))
    if (rows.length > 0) tables[table.name] = { columns: table.columns, rows }
  }
  return tables
}

const valuesIn = ({ columns }: TableShape, row: CopiedRow): unknown[] =>
  columns.map((column) => {
    const value = row[column]
    return value instanceof Uint8Array ? { hex: Buffer.from(value).toString('hex') } : value
  })

/** The rows of a table as they were then, by column. */
export const oldRows = ({ columns, rows }: OldTables[string]): CopiedRow[] =>
  rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, asBytes(row[at])])))

const asBytes = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'hex' in value ? Buffer.from(String(value.hex), 'hex') : value

/** An installation of that time: a data folder, and both databases with the schemas they had. */
export interface OldInstallation {
  readonly dataFolder: string
  readonly addresses: { readonly newsroom: DatabaseAddress; readonly edition: DatabaseAddress }
  /** The settings under which the program finds it. */
  readonly env: Readonly<Record<string, string>>
  remove(): Promise<void>
}

/** Puts an old newsroom in place, on either database. */
export async function oldInstallation(old: OldNewsroom, kind: DatabaseAddress['kind']): Promise<OldInstallation> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'onrecord-old-'))
  await writeFile(join(dataFolder, 'secrets.json'), JSON.stringify({ auditKey: OLD_AUDIT_KEY }), { mode: 0o600 })
  const place = await placeFor(kind, dataFolder)
  await putInPlace(place.addresses.newsroom, old.newsroomSteps, old.newsroom)
  await putInPlace(place.addresses.edition, old.editionSteps, old.edition)
  return {
    dataFolder,
    addresses: place.addresses,
    env: { ONRECORD_DATA: dataFolder, ONRECORD_PORT: '0', ...place.env },
    remove: async () => {
      await place.remove()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

async function placeFor(kind: DatabaseAddress['kind'], dataFolder: string) {
  if (kind === 'sqlite') {
    const addresses = {
      newsroom: { kind: 'sqlite', file: join(dataFolder, 'newsroom.db') },
      edition: { kind: 'sqlite', file: join(dataFolder, 'edition.db') },
    } as const
    return { addresses, env: {}, remove: async () => undefined }
  }
  const { addresses, remove } = await postgresPlace()
  const url = addresses.newsroom.kind === 'postgres' ? addresses.newsroom.url : ''
  return { addresses, env: { ONRECORD_DATABASE: url }, remove }
}

function postgresPlace() {
  const found = databases.find(({ kind }) => kind === 'postgres')
  if (!found) throw new Error('no PostgreSQL')
  return found.place()
}

/** Migrates an empty database as far as it was then, and fills it; what refers to what is held again at the end. */
async function putInPlace(address: DatabaseAddress, steps: readonly string[], tables: OldTables): Promise<void> {
  const folder = await onlySteps(address, steps)
  const db = openDatabase<NewsroomTables>(address, 'write')
  const { kind } = address
  await migrate(db, { kind, folder, now: '2024-08-01T09:00:00.000Z' })
  await beginMoving(db, kind, 'old')
  for (const shape of await tableShapes(db, kind)) {
    const table = tables[shape.name]
    if (!table) continue
    const rows = oldRows(table)
    await db.transaction().execute(async (tx) => {
      // Counters and the edition's progress are put there by the schema itself.
      await takeRows(tx, shape, rows)
      await addRows(tx, shape, rows)
    })
    await countOn(db, shape)
  }
  const loose = await holdReferences(db, kind)
  if (loose.length > 0) throw new Error(`rows that refer to nothing: ${loose.join(', ')}`)
  await endMoving(db)
  await db.destroy()
  await rm(folder, { recursive: true })
}

/** A folder with the steps that there were then. */
async function onlySteps(address: DatabaseAddress, steps: readonly string[]): Promise<string> {
  const room =
    address.kind === 'postgres' ? address.schema : address.file.endsWith('edition.db') ? 'edition' : 'newsroom'
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-steps-'))
  await mkdir(folder, { recursive: true })
  for (const step of steps) await cp(join(MIGRATIONS, room, step), join(folder, step), { recursive: true })
  return folder
}

const plain = (value: unknown): unknown => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value)

const lineOf = (columns: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(columns.map((column) => plain(row[column])))

/** Rows that were there and are not any more, or say something else in the columns that they had. */
export async function lost(db: NewsroomDb, tables: OldTables): Promise<string[]> {
  const gone: string[] = []
  for (const [name, table] of Object.entries(tables)) {
    // A counter may have counted on.
    if (name === 'counters') continue
    const refs = sql.join(table.columns.map((column) => sql.ref(column)))
    const { rows } = await sql<Record<string, unknown>>`select ${refs} from ${sql.table(name)}`.execute(db)
    const there = new Set(rows.map((row) => lineOf(table.columns, row)))
    const were = oldRows(table).map((row) => lineOf(table.columns, row))
    gone.push(...were.filter((line) => !there.has(line)).map((line) => `${name} ${line}`))
  }
  return gone
}
