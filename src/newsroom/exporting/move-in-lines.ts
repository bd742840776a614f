import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntryId } from '../../record/entry.ts'
import { type CarriedRow, deleteRows, insertRows, pagesOf } from '../../store/carried-rows.ts'
import { CAPTURE_TABLE, LINE_TABLES, type LineFile } from '../../store/carried-tables.ts'
import { newestSealBefore } from '../../store/carried-audit.ts'
import { noteLogBegun } from '../../store/evidence-log.ts'
import type { NewsroomTx } from '../../store/newsroom-db.ts'
import { noteChanges, takeNumbers } from '../../store/outbox.ts'
import { revisionsOf } from '../../store/record-log.ts'
import { keepStates, statesOf } from '../../store/record-state.ts'
import type { AuditLine } from '../../store/audit.ts'
import { sealWith } from '../audit-seal.ts'
import { CAPTURES_FILE } from './export-format.ts'
import type { OnTheWay } from './move-in-stories.ts'
import type { OpenedExport } from './opened-export.ts'
import { type Columns, readLineFile } from './read-export.ts'

const PORTION = 200

/** Puts in place what is written a line a row: the record, the readers' reports, what came in, the audit. */
export async function moveInLines(
  tx: NewsroomTx,
  opened: OpenedExport,
  columns: Columns,
  way: OnTheWay & { readonly auditKey: string },
): Promise<void> {
  for (const file of Object.keys(LINE_TABLES) as LineFile[]) {
    // Exports of earlier releases have no log: then it is begun from what has moved in.
    if (file === 'evidence.jsonl' && !existsSync(join(opened.root, file))) continue
    way.at(file)
    // The addresses that the entries have now were kept with them: the list has the earlier ones besides.
    if (file === 'record/addresses.jsonl') await deleteRows(tx, LINE_TABLES[file])
    let lines = 0
    for await (const rows of portionsOf(readLineFile(opened.root, file, columns))) {
      lines += rows.length
      await insertRows(tx, LINE_TABLES[file], await fittedIn(tx, file, rows, way.auditKey))
    }
    if (file === 'evidence.jsonl') await takeNumbers(tx, 'evidence', lines)
    if (file === 'record/log.jsonl' && lines > 0) await takeNumbers(tx, 'record', lines)
    if (file === 'record/entries.jsonl') await keepEntries(tx, way)
  }
  // What it does not speak of is looked for at the next start.
  await noteLogBegun(tx, false)
}

async function fittedIn(
  tx: NewsroomTx,
  file: LineFile,
  rows: readonly CarriedRow[],
  auditKey: string,
): Promise<readonly CarriedRow[]> {
  if (file === 'audit.jsonl') return sealedAnew(tx, rows, auditKey)
  // The changes that they went out with were another installation's: here they go out with the first.
  return file === 'evidence.jsonl' ? rows.map((row) => ({ ...row, change: 0 })) : rows
}

async function* portionsOf(rows: AsyncIterable<CarriedRow>): AsyncGenerator<CarriedRow[]> {
  let portion: CarriedRow[] = []
  for await (const row of rows) {
    portion.push(row)
    if (portion.length < PORTION) continue
    yield portion
    portion = []
  }
  if (portion.length > 0) yield portion
}

/** Lets links and names follow from the newest revision of each entry, and gives each a number for the edition. */
async function keepEntries(tx: NewsroomTx, { now }: OnTheWay): Promise<void> {
  for await (const rows of pagesOf(tx, LINE_TABLES['record/entries.jsonl'], PORTION)) {
    const ids = rows.map((row) => String(row['id']) as EntryId)
    const states = await statesOf(tx, ids)
    const revisions = await revisionsOf(tx, ids)
    await keepStates(
      tx,
      ids.flatMap((id) => {
        const revision = revisions.get(id)?.at(-1)
        const state = states.get(id)
        return revision && state ? [{ revision, state }] : []
      }),
    )
    await noteChanges(
      tx,
      ids.map((entryId) => ({ kind: 'record', entryId })),
      now,
    )
  }
}

/**
 * Lines of another newsroom's audit, sealed with the key of this one and counted on from its last line. Whether their own
 * seals fitted, the export's manifest says.
 */
async function sealedAnew(tx: NewsroomTx, rows: readonly CarriedRow[], auditKey: string): Promise<CarriedRow[]> {
  const first = await takeNumbers(tx, 'audit', rows.length)
  const seal = sealWith(auditKey)
  let previous = await newestSealBefore(tx, first)
  return rows.map((row, index) => {
    const number = first + index
    const detail = JSON.parse(String(row['detail'])) as AuditLine['detail']
    previous = seal(previous, { ...(row as unknown as AuditLine), detail, number })
    return { ...row, number, seal: previous }
  })
}

/** Puts captured files in place, one at a time. */
export async function moveInCaptures(
  tx: NewsroomTx,
  { root }: OpenedExport,
  columns: Columns,
  { at }: OnTheWay,
): Promise<void> {
  for await (const row of readLineFile(root, CAPTURES_FILE, columns)) {
    const path = `record/captures/${String(row['sha256'])}`
    at(path)
    await insertRows(tx, CAPTURE_TABLE, [{ ...row, content: await readFile(join(root, path)) }])
  }
}
