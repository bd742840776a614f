import { portions } from '../database/portions.ts'
import type { ImportId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { ImportRow } from './import-tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** How many stories an import did what with. */
export interface ImportCounts {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly published: number
  readonly skipped: number
  readonly duplicates: number
  readonly problemCount: number
  readonly isComplete: boolean
}

/** Problems that say the same, but for numbers and names. */
export interface ProblemGroup {
  readonly what: string
  readonly count: number
}

/** An import as it is kept: what was begun, how far it is, what came of it. */
export interface ImportOnFile {
  readonly id: ImportId
  /** Grows by one with each import. */
  readonly number: number
  readonly source: string
  /** What the file was called where it came from. */
  readonly name: string
  readonly kind: string
  readonly publish: boolean
  readonly beganAt: Instant
  readonly seenAt: Instant
  readonly endedAt: Instant | null
  readonly by: string
  readonly process: string
  readonly isStopAsked: boolean
  readonly failure: string | null
  readonly bytes: number
  readonly bytesRead: number
  readonly counts: ImportCounts
  readonly summary: readonly ProblemGroup[]
}

/** A line of an import's report. */
export interface KeptProblem {
  readonly number: number
  readonly foreignId: string | null
  readonly headline: string | null
  readonly where: string | null
  readonly what: string
}

/** Of older imports the counts are kept, and the problems in groups. */
const WITH_PROBLEMS = 20

/** Notes that an import has begun, and forgets the single problems of long ago. */
export async function insertImport(tx: NewsroomTx, begun: Omit<ImportOnFile, 'number' | 'isStopAsked'>): Promise<void> {
  const newest = await tx.selectFrom('imports').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
  const number = (newest?.number ?? 0) + 1
  await tx
    .insertInto('imports')
    .values({
      id: begun.id,
      number,
      source: begun.source,
      name: begun.name,
      kind: begun.kind,
      publish: begun.publish ? 1 : 0,
      began_at: begun.beganAt,
      seen_at: begun.seenAt,
      ended_at: begun.endedAt,
      by: begun.by,
      process: begun.process,
      failure: begun.failure,
      bytes: begun.bytes,
      bytes_read: begun.bytesRead,
      counts: JSON.stringify(begun.counts),
      summary: JSON.stringify(begun.summary),
    })
    .execute()
  await tx
    .deleteFrom('import_problems')
    .where('import_id', 'in', (old) =>
      old
        .selectFrom('imports')
        .select('id')
        .where('number', '<=', number - WITH_PROBLEMS),
    )
    .execute()
}

/** Notes how far an import is. */
export async function noteProgress(
  tx: NewsroomTx,
  id: ImportId,
  { seenAt, bytesRead, counts, summary }: Pick<ImportOnFile, 'seenAt' | 'bytesRead' | 'counts' | 'summary'>,
): Promise<void> {
  await tx
    .updateTable('imports')
    .set({ seen_at: seenAt, bytes_read: bytesRead, counts: JSON.stringify(counts), summary: JSON.stringify(summary) })
    .where('id', '=', id)
    .execute()
}

/** Notes that an import has ended, and why if it ended early. */
export async function noteEnd(
  tx: NewsroomTx,
  id: ImportId,
  { endedAt, failure }: { readonly endedAt: Instant; readonly failure: string | null },
): Promise<void> {
  await tx.updateTable('imports').set({ ended_at: endedAt, failure }).where('id', '=', id).execute()
}

/** Asks an import that is under way to stop. @returns whether there is one of this id that has not ended */
export async function askToStop(tx: NewsroomTx, id: ImportId): Promise<boolean> {
  const row = await tx
    .updateTable('imports')
    .set({ stop_asked: 1 })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Adds lines to an import's report. */
export async function insertProblems(tx: NewsroomTx, id: ImportId, problems: readonly KeptProblem[]): Promise<void> {
  const rows = problems.map(({ number, foreignId, headline, where, what }) => ({
    import_id: id,
    number,
    foreign_id: foreignId,
    headline,
    place: where,
    what,
  }))
  for (const some of portions(rows)) await tx.insertInto('import_problems').values(some).execute()
}

/** The lines of an import's report, after a number. */
export async function problemsAfter(
  db: NewsroomDb,
  id: ImportId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<KeptProblem[]> {
  const rows = await db
    .selectFrom('import_problems')
    .selectAll()
    .where('import_id', '=', id)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ number, foreign_id, headline, place, what }) => ({
    number,
    foreignId: foreign_id,
    headline,
    where: place,
    what,
  }))
}

/** One import; undefined when there is none of this id. */
export async function importById(db: NewsroomDb, id: ImportId): Promise<ImportOnFile | undefined> {
  const row = await db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toImport(row)
}

/** Imports, the newest first, before a number. */
export async function importsBefore(
  db: NewsroomDb,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<ImportOnFile[]> {
  let query = db.selectFrom('imports').selectAll().orderBy('number', 'desc').limit(limit)
  if (before !== null) query = query.where('number', '<', before)
  return (await query.execute()).map(toImport)
}

const toImport = (row: Omit<ImportRow, 'stop_asked'> & { readonly stop_asked: number }): ImportOnFile => ({
  id: row.id as ImportId,
  number: row.number,
  source: row.source,
  name: row.name,
  kind: row.kind,
  publish: row.publish === 1,
  beganAt: row.began_at as Instant,
  seenAt: row.seen_at as Instant,
  endedAt: row.ended_at as Instant | null,
  by: row.by,
  process: row.process,
  isStopAsked: row.stop_asked === 1,
  failure: row.failure,
  bytes: row.bytes,
  bytesRead: row.bytes_read,
  counts: JSON.parse(row.counts) as ImportCounts,
  summary: JSON.parse(row.summary) as ProblemGroup[],
})
