import { sql } from 'kysely'
import type { DatabaseAddress } from '../database/open-database.ts'
import { BEING_MOVED } from '../database/migrate.ts'
import type { TableSum } from './copy-tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** How far the copy into a database is; kept in that database itself, and gone when it is whole. */
export interface MovingNotes {
  /** Which newsroom is on its way in: what tells it from every other one. */
  readonly newsroom: string
  /** Tables that were found equal on both sides, and what they held then. */
  readonly done: ReadonlyMap<string, TableSum>
}

interface Note {
  readonly kind: 'newsroom' | 'table' | 'constraint'
  readonly name: string
  readonly detail: string
}

/** What is noted of a copy that was begun; null where none was, or it is whole. */
export async function movingNotes(target: NewsroomDb): Promise<MovingNotes | null> {
  if (!(await isBeingMoved(target))) return null
  const notes = await allNotes(target)
  const tables = notes.filter(({ kind }) => kind === 'table')
  return {
    newsroom: notes.find(({ kind }) => kind === 'newsroom')?.name ?? '',
    done: new Map(tables.map(({ name, detail }) => [name, JSON.parse(detail) as TableSum])),
  }
}

async function isBeingMoved(target: NewsroomDb): Promise<boolean> {
  const { rows } = await sql`select 1 from schema_migrations where name = ${BEING_MOVED}`.execute(target)
  return rows.length > 0
}

const allNotes = async (db: NewsroomDb): Promise<Note[]> =>
  (await sql<Note>`select kind, name, detail from moving order by kind, name`.execute(db)).rows

/**
 * Marks an empty database as one that a newsroom is being copied into. Until it is whole no release opens it, and nothing
 * in it has to refer to what is there: rows come table by table.
 */
export async function beginMoving(target: NewsroomDb, kind: DatabaseAddress['kind'], newsroom: string): Promise<void> {
  await target.transaction().execute(async (tx) => {
    if (!(await isBeingMoved(tx))) {
      await sql`create table moving (kind text not null, name text not null, detail text not null, primary key (kind, name))`.execute(
        tx,
      )
      await note(tx, { kind: 'newsroom', name: newsroom, detail: '' })
      await sql`insert into schema_migrations (name, sha256, applied_at) values (${BEING_MOVED}, '', '')`.execute(tx)
    }
    if (kind === 'postgres') await putConstraintsAway(tx)
  })
  if (kind === 'sqlite') await sql`pragma foreign_keys = off`.execute(target)
}

/** Notes that a table is equal on both sides. */
export const noteTableDone = (tx: NewsroomTx, name: string, sum: TableSum): Promise<void> =>
  note(tx, { kind: 'table', name, detail: JSON.stringify(sum) })

async function note(tx: NewsroomTx, { kind, name, detail }: Note): Promise<void> {
  await sql`
    insert into moving (kind, name, detail) values (${kind}, ${name}, ${detail})
    on conflict (kind, name) do update set detail = excluded.detail`.execute(tx)
}

/** A server's constraints cannot be put off by an ordinary role, so they are noted, taken away, and put back at the end. */
async function putConstraintsAway(tx: NewsroomTx): Promise<void> {
  const { rows } = await sql<{ table: string; name: string; definition: string }>`
    select t.relname as "table", c.conname as "name", pg_get_constraintdef(c.oid) as "definition"
    from pg_constraint c join pg_class t on t.oid = c.conrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace`.execute(tx)
  for (const { table, name, definition } of rows) {
    await note(tx, { kind: 'constraint', name: `${table}.${name}`, detail: JSON.stringify([table, name, definition]) })
    await sql`alter table ${sql.table(table)} drop constraint ${sql.ref(name)}`.execute(tx)
  }
}

/**
 * Looks at everything that refers to something, and holds it from now on.
 *
 * @returns the tables whose rows refer to what is not there; then nothing is held
 */
export async function holdReferences(target: NewsroomDb, kind: DatabaseAddress['kind']): Promise<string[]> {
  if (kind === 'sqlite') {
    const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(target)
    if (rows.length === 0) await sql`pragma foreign_keys = on`.execute(target)
    return [...new Set(rows.map(({ table }) => table))]
  }
  return target.transaction().execute(async (tx) => {
    for (const { kind, detail } of await allNotes(tx)) {
      if (kind !== 'constraint') continue
      const [table, name, definition] = JSON.parse(detail) as [string, string, string]
      await sql`alter table ${sql.table(table)} add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(tx)
    }
    await sql`delete from moving where kind = 'constraint'`.execute(tx)
    return []
  })
}

/** The newsroom is whole: from now on this is a database like any other. */
export async function endMoving(target: NewsroomDb): Promise<void> {
  await target.transaction().execute(async (tx) => {
    await sql`drop table moving`.execute(tx)
    await sql`delete from schema_migrations where name = ${BEING_MOVED}`.execute(tx)
  })
}
