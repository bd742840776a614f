import type { DatabaseAddress } from '../../database/open-database.ts'
import { inSnapshot } from '../../database/snapshot.ts'
import { OnrecordError } from '../../errors.ts'
import { countOn, countTable, type TableSum } from '../../store/copy-tables.ts'
import { beginMoving, endMoving, holdReferences, movingNotes } from '../../store/moving-notes.ts'
import { type NewsroomDb, openNewsroom } from '../../store/newsroom-db.ts'
import { tableShapes, type TableShape } from '../../store/table-shapes.ts'
import type { NewsroomTables } from '../../store/tables.ts'
import { copyTable } from './copy-table.ts'

/** What each table held when it was found equal on both sides, by name. */
export type CopiedTables = ReadonlyMap<string, TableSum>

export interface CopyOptions {
  /** Stopped between two pages of rows; what was copied stays, and is not copied again. */
  readonly signal?: AbortSignal
  /** Told how many rows are done, and of how many. */
  readonly onProgress?: (rows: number, of: number) => void
}

/**
 * Copies every table of a newsroom, as it stands at one moment, into a database that has the same schema and is empty,
 * then compares the two row by row. Of SQLite and PostgreSQL, either can be either.
 *
 * Stopped or killed at any point, it can be run again: what is in the target is compared then, not copied again.
 *
 * @throws OnrecordError `refused` for a target that holds a newsroom already or has another schema, `damaged` where rows
 *   refer to what is not there, `storage-full`, `database-unavailable`
 */
export async function copyNewsroom(
  { from, to }: { readonly from: DatabaseAddress; readonly to: DatabaseAddress },
  options: CopyOptions = {},
): Promise<CopiedTables> {
  const target = openNewsroom(to)
  try {
    const copied = await copyInto(target, { from, kind: to.kind }, options)
    await endMoving(target)
    return copied
  } finally {
    await target.destroy()
  }
}

/** As `copyNewsroom`, and the target stays marked as half moved: `endMoving` is left to the caller. */
export const copyInto = (
  target: NewsroomDb,
  { from, kind }: { readonly from: DatabaseAddress; readonly kind: DatabaseAddress['kind'] },
  { signal, onProgress = () => undefined }: CopyOptions,
): Promise<CopiedTables> =>
  inSnapshot<NewsroomTables, CopiedTables>(from, async (source) => {
    const shapes = await tableShapes(source, from.kind)
    const targetShapes = await tableShapes(target, kind)
    assertAlike(shapes, targetShapes)
    await begin(source, target, { kind, shapes })
    const known = (await movingNotes(target))?.done ?? new Map<string, TableSum>()
    const progress = await progressOver(source, shapes, onProgress)
    const copied = new Map<string, TableSum>()
    for (const table of shapes) {
      const done = known.get(table.name) ?? null
      copied.set(table.name, await copyTable({ source, target, kind }, table, { done, signal, onRows: progress }))
    }
    for (const table of targetShapes) await countOn(target, table)
    const loose = await holdReferences(target, kind)
    if (loose.length > 0) throw refersToNothing(loose)
    return copied
  })

/** @throws OnrecordError `refused` when something else is in the target */
async function begin(
  source: NewsroomDb,
  target: NewsroomDb,
  { kind, shapes }: { kind: DatabaseAddress['kind']; shapes: readonly TableShape[] },
): Promise<void> {
  const newsroom = await markOf(source)
  const notes = await movingNotes(target)
  if (notes !== null && notes.newsroom !== newsroom) throw holds('a part of another newsroom')
  if (notes === null && !(await isEmpty(target, shapes))) throw holds('a newsroom already')
  await beginMoving(target, kind, newsroom)
}

/** Its first audit line tells one newsroom from every other: the line is sealed with the installation's own key. */
export async function markOf(db: NewsroomDb): Promise<string> {
  const first = await db.selectFrom('audit').select('seal').orderBy('number').limit(1).executeTakeFirst()
  return first?.seal ?? 'no audit'
}

/** The schema puts its counters there by itself. */
async function isEmpty(target: NewsroomDb, shapes: readonly TableShape[]): Promise<boolean> {
  for (const table of shapes) {
    if (table.name !== 'counters' && (await countTable(target, table)) > 0) return false
  }
  return true
}

function assertAlike(source: readonly TableShape[], target: readonly TableShape[]): void {
  const ours = columnsIn(source)
  const theirs = columnsIn(target)
  const differing = [...ours.filter((line) => !theirs.includes(line)), ...theirs.filter((line) => !ours.includes(line))]
  if (differing.length === 0) return
  throw new OnrecordError('refused', `The two databases have different schemas: ${differing[0]}.`, {
    remedy: 'Bring both to the schema of this release, then run the same command again.',
  })
}

const columnsIn = (shapes: readonly TableShape[]): string[] =>
  shapes.map(({ name, columns }) => `${name} (${columns.join(', ')})`)

async function progressOver(
  source: NewsroomDb,
  shapes: readonly TableShape[],
  onProgress: (rows: number, of: number) => void,
): Promise<(rows: number) => void> {
  let of = 0
  for (const table of shapes) of += await countTable(source, table)
  let done = 0
  return (rows) => {
    done += rows
    onProgress(done, of)
  }
}

const holds = (what: string) =>
  new OnrecordError('refused', `The database to move into holds ${what}: nothing was changed.`, {
    remedy: 'Name an empty database.',
  })

const refersToNothing = (tables: readonly string[]) =>
  new OnrecordError('damaged', `Rows refer to something that is not there, in ${tables.join(', ')}.`, {
    remedy: 'Run `./onrecord doctor` on the newsroom that is to be copied.',
  })
