import type { DatabaseAddress } from '../../database/open-database.ts'
import { OnrecordError } from '../../errors.ts'
import {
  addRows,
  canonicalRow,
  type CopiedRow,
  countTable,
  keyOfRow,
  pagesOfTable,
  refuseNullCharacters,
  rowsBetween,
  sumOfTable,
  TableDigest,
  type TableSum,
  takeRows,
} from '../../store/copy-tables.ts'
import { noteTableDone } from '../../store/moving-notes.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { TableShape } from '../../store/table-shapes.ts'

/** Two newsrooms, one of which is becoming the other. */
interface Pair {
  readonly source: NewsroomDb
  readonly target: NewsroomDb
  /** Of the target. */
  readonly kind: DatabaseAddress['kind']
}

interface Run {
  /** What the table held when an earlier run was done with it; null where none was. */
  readonly done: TableSum | null
  readonly signal: AbortSignal | undefined
  /** Told how many rows more are in place. */
  readonly onRows: (rows: number) => void
}

/**
 * Makes a table of the target say what the source's says, then reads it again to see that it does.
 *
 * @throws OnrecordError `damaged` when what is read back is something else, `refused` for text that the target cannot keep
 */
export async function copyTable(pair: Pair, table: TableShape, run: Run): Promise<TableSum> {
  const { source, target } = pair
  if (run.done !== null) {
    const sum = await sumOfTable(source, table, () => run.signal?.throwIfAborted())
    if (isSame(sum, run.done) && isSame(sum, await sumOfTable(target, table))) {
      run.onRows(sum.rows)
      return sum
    }
  }
  const sum = await bringOver(pair, table, run)
  // Most tables of a young newsroom are empty on both sides.
  if (sum.rows === 0 && (await countTable(target, table)) === 0) return sum
  const there = await sumOfTable(target, table, () => run.signal?.throwIfAborted())
  if (!isSame(sum, there)) throw readBackOtherwise(table, sum, there)
  await target.transaction().execute((tx) => noteTableDone(tx, table.name, sum))
  return sum
}

export const isSame = (one: TableSum, other: TableSum): boolean => one.rows === other.rows && one.hash === other.hash

/** A page of rows is one transaction: killed within it, the target has the pages before. */
async function bringOver(
  { source, target, kind }: Pair,
  table: TableShape,
  { signal, onRows }: Run,
): Promise<TableSum> {
  const isEmpty = (await countTable(target, table)) === 0
  if (!isEmpty) await takeAwayWhatDiffers({ source, target }, table, signal)
  const digest = new TableDigest(table)
  let after: CopiedRow | null = null
  for await (const rows of pagesOfTable(source, table)) {
    signal?.throwIfAborted()
    if (kind === 'postgres') refuseNullCharacters(table, rows)
    const upTo: CopiedRow | null = rows.at(-1) ?? null
    const there = isEmpty ? [] : await rowsBetween(target, table, { after, upTo })
    const known = new Set(there.map((row) => keyOfRow(table, row)))
    const missing = known.size === 0 ? rows : rows.filter((row) => !known.has(keyOfRow(table, row)))
    if (missing.length > 0) await addOrName(target, table, missing)
    digest.add(rows)
    after = upTo
    onRows(rows.length)
  }
  return digest.sum()
}

/**
 * Adds a page of rows. Where the target cannot keep one of them, it is found and named.
 *
 * @throws OnrecordError `refused`, naming the row; `storage-full`, `database-unavailable`
 */
async function addOrName(target: NewsroomDb, table: TableShape, rows: readonly CopiedRow[]): Promise<void> {
  const add = (some: readonly CopiedRow[]) => target.transaction().execute((tx) => addRows(tx, table, some))
  try {
    await add(rows)
  } catch (error) {
    if (error instanceof OnrecordError) throw error
    for (const row of rows) await add([row]).catch((cause: unknown) => Promise.reject(cannotKeep(table, row, cause)))
  }
}

function cannotKeep(table: TableShape, row: CopiedRow, cause: unknown): unknown {
  if (cause instanceof OnrecordError) return cause
  const why = cause instanceof Error ? cause.message : String(cause)
  const what = `The row ${keyOfRow(table, row).slice(0, 200)} of ${table.name} cannot be kept there: ${why}.`
  return new OnrecordError('refused', what, {
    remedy: 'Change it where it was written, then run the same command again.',
    cause,
  })
}

/**
 * Takes out of the target what the source has not, or has otherwise by now. All of it goes before anything comes, since
 * two rows may have changed places in something that only one may have.
 */
async function takeAwayWhatDiffers(
  { source, target }: Pick<Pair, 'source' | 'target'>,
  table: TableShape,
  signal: AbortSignal | undefined,
): Promise<void> {
  let after: CopiedRow | null = null
  for await (const rows of pagesOfTable(target, table)) {
    signal?.throwIfAborted()
    const upTo: CopiedRow | null = rows.at(-1) ?? null
    const theirs = await rowsBetween(source, table, { after, upTo })
    const wanted = new Set(theirs.map((row) => canonicalRow(table, row)))
    const stale = rows.filter((row) => !wanted.has(canonicalRow(table, row)))
    if (stale.length > 0) await target.transaction().execute((tx) => takeRows(tx, table, stale))
    after = upTo
  }
}

const readBackOtherwise = ({ name }: TableShape, sum: TableSum, there: TableSum) =>
  new OnrecordError(
    'damaged',
    `The table ${name} was not read back as it was written: ${there.rows} rows instead of ${sum.rows}, or other words in them.`,
    { remedy: 'See that nothing else writes into the database to move into, then run the same command again.' },
  )
