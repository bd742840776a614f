import type { ExpressionBuilder } from 'kysely'
import { portions } from '../database/portions.ts'
import type { DocumentId, IncomingCopyId, StoryId, WatchedSourceId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { IncomingCopyRow } from './ingest-tables.ts'
import type { NewsroomTables } from './tables.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { MarkedKind } from './text-marks.ts'

/** Waiting for somebody, taken up as a story, or put away. */
export type CopyState = 'waiting' | 'taken' | 'dismissed'

/** That an item shares words with something, as it was seen when it came: for the list. */
export interface OverlapNote {
  readonly ofId: string
  readonly kind: MarkedKind
  /** Its headline or title; of a claim, who said it. */
  readonly title: string
  readonly direction: 'carries' | 'carried'
  /** How much of the one that carries stands in the other, 0 to 1. */
  readonly share: number
}

/** One item that came from a watched source, as the desk has it. No reader ever does. */
export interface IncomingCopy {
  readonly id: IncomingCopyId
  readonly watchedId: WatchedSourceId
  /** The source's own name for it. */
  readonly foreignId: string
  readonly contentHash: string
  readonly receivedAt: Instant
  /** When its source changed it last; null where it never did. */
  readonly changedAt: Instant | null
  readonly headline: string
  readonly language: string | null
  /** The `IncomingStory` as it was read. */
  readonly story: unknown
  /** The same before its last change. */
  readonly saidBefore: unknown
  /** Its words without accents and case, a space before each. */
  readonly words: string
  readonly state: CopyState
  /** When somebody of the newsroom first opened it as it is now. */
  readonly openedAt: Instant | null
  readonly settled: { readonly by: string; readonly at: Instant } | null
  /** The story that was begun from it. */
  readonly storyId: StoryId | null
  /** Its text as a document of the record. */
  readonly documentId: DocumentId | null
  readonly overlaps: readonly OverlapNote[]
}

/** Puts new items on the desk. */
export async function insertCopy(tx: NewsroomTx, copies: readonly IncomingCopy[]): Promise<void> {
  for (const some of portions(copies.map(toRow))) await tx.insertInto('incoming_copy').values(some).execute()
}

/** Keeps everything that is known of an item. */
export async function updateCopy(tx: NewsroomTx, copy: IncomingCopy): Promise<void> {
  const { id, ...row } = toRow(copy)
  await tx.updateTable('incoming_copy').set(row).where('id', '=', id).execute()
}

/** Items of a source by their foreign ids; those that are not there are left out. */
export async function copyFrom(
  db: NewsroomDb,
  watchedId: WatchedSourceId,
  foreignIds: readonly string[],
): Promise<Map<string, IncomingCopy>> {
  const found = new Map<string, IncomingCopy>()
  for (const some of portions([...new Set(foreignIds)])) {
    const rows = await db
      .selectFrom('incoming_copy')
      .selectAll()
      .where('watched_id', '=', watchedId)
      .where('foreign_id', 'in', some)
      .execute()
    for (const row of rows) found.set(row.foreign_id, toCopy(row))
  }
  return found
}

/** These items, in the order of their ids; those that are gone are left out. */
export async function copyByIds(db: NewsroomDb, ids: readonly IncomingCopyId[]): Promise<IncomingCopy[]> {
  const found: IncomingCopy[] = []
  for (const some of portions([...new Set(ids)].toSorted())) {
    const rows = await db.selectFrom('incoming_copy').selectAll().where('id', 'in', some).orderBy('id').execute()
    found.push(...rows.map(toCopy))
  }
  return found
}

export async function copyById(db: NewsroomDb, id: IncomingCopyId): Promise<IncomingCopy | undefined> {
  return (await copyByIds(db, [id]))[0]
}

/** The item whose text is this document of the record. */
export async function copyOfDocument(db: NewsroomDb, documentId: DocumentId): Promise<IncomingCopy | undefined> {
  const row = await db.selectFrom('incoming_copy').selectAll().where('document_id', '=', documentId).executeTakeFirst()
  return row && toCopy(row)
}

/** Items whose notes tell of one of these. A look through all of them: only erasing asks. */
export async function copyNoting(db: NewsroomDb, ids: readonly string[]): Promise<IncomingCopy[]> {
  const rows = await db
    .selectFrom('incoming_copy')
    .selectAll()
    .where((is) => is.or(ids.map((id) => is('shared_words', 'like', `%"${id}"%`))))
    .orderBy('id')
    .execute()
  return rows.map(toCopy)
}

/** What the list is narrowed to. What was taken up and has changed since waits for somebody to look at it again. */
export interface CopyFilter {
  readonly state?: CopyState | undefined
  readonly watchedId?: WatchedSourceId | undefined
  readonly language?: string | undefined
  /** Words without accents and case, that all must stand in it; each may be a beginning. */
  readonly words?: readonly string[] | undefined
}

/** A place in the list. */
export interface CopyCursor {
  readonly at: Instant
  readonly id: IncomingCopyId
}

/** Items, those that came or changed last first; page on with the last of a page. */
export async function listCopy(
  db: NewsroomDb,
  filter: CopyFilter,
  { before, limit }: { before: CopyCursor | null; limit: number },
): Promise<IncomingCopy[]> {
  const { state, watchedId, language, words = [] } = filter
  let query = db.selectFrom('incoming_copy').selectAll()
  if (state === 'waiting') query = query.where((is) => is.or([is('state', '=', 'waiting'), isChangedSince(is)]))
  else if (state !== undefined) query = query.where('state', '=', state)
  if (watchedId !== undefined) query = query.where('watched_id', '=', watchedId)
  if (language !== undefined) query = query.where('language', '=', language)
  // Letters and digits alone: nothing in a word means anything to `like`.
  for (const word of words) query = query.where('words', 'like', `% ${word.replaceAll(/[^\p{L}\p{N}]/gu, '')}%`)
  if (before) {
    query = query.where((is) =>
      is.or([is('moved_at', '<', before.at), is.and([is('moved_at', '=', before.at), is('id', '<', before.id)])]),
    )
  }
  const rows = await query.orderBy('moved_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toCopy)
}

/** When an item came or changed last: its place in the list. */
export const movedAt = ({ changedAt, receivedAt }: IncomingCopy): Instant => changedAt ?? receivedAt

const isChangedSince = (is: ExpressionBuilder<NewsroomTables, 'incoming_copy'>) =>
  is.and([is('state', '=', 'taken'), is('opened_at', 'is', null)])

/** How many items nobody has opened as they are now, those put away left out. */
export async function countUnopened(db: NewsroomDb): Promise<number> {
  const { count } = await db
    .selectFrom('incoming_copy')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '!=', 'dismissed')
    .where('opened_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** How many items of each source wait. */
export async function countWaiting(db: NewsroomDb): Promise<Map<WatchedSourceId, number>> {
  const rows = await db
    .selectFrom('incoming_copy')
    .select('watched_id')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('state', '=', 'waiting')
    .groupBy('watched_id')
    .execute()
  return new Map(rows.map((row) => [row.watched_id as WatchedSourceId, row.count]))
}

/** The languages that items are in. */
export async function copyLanguages(db: NewsroomDb): Promise<string[]> {
  const rows = await db
    .selectFrom('incoming_copy')
    .select('language')
    .distinct()
    .where('language', 'is not', null)
    .orderBy('language')
    .execute()
  return rows.flatMap(({ language }) => language ?? [])
}

/** Removes items of a source that nobody took and that neither came nor changed since. @returns how many */
export async function removeOldCopy(tx: NewsroomTx, watchedId: WatchedSourceId, before: Instant): Promise<number> {
  const gone = await tx
    .deleteFrom('incoming_copy')
    .where('watched_id', '=', watchedId)
    .where('state', '!=', 'taken')
    .where('moved_at', '<', before)
    .returning('id')
    .execute()
  for (const some of portions(gone.map(({ id }) => id))) {
    await tx.deleteFrom('marked_texts').where('of_id', 'in', some).execute()
  }
  return gone.length
}

const toRow = (copy: IncomingCopy): IncomingCopyRow => ({
  id: copy.id,
  watched_id: copy.watchedId,
  foreign_id: copy.foreignId,
  content_hash: copy.contentHash,
  received_at: copy.receivedAt,
  changed_at: copy.changedAt,
  moved_at: movedAt(copy),
  headline: copy.headline,
  language: copy.language,
  story: JSON.stringify(copy.story),
  said_before: copy.saidBefore === null ? null : JSON.stringify(copy.saidBefore),
  words: copy.words,
  state: copy.state,
  opened_at: copy.openedAt,
  settled_by: copy.settled?.by ?? null,
  settled_at: copy.settled?.at ?? null,
  story_id: copy.storyId,
  document_id: copy.documentId,
  shared_words: JSON.stringify(copy.overlaps),
})

const toCopy = (row: IncomingCopyRow): IncomingCopy => ({
  id: row.id as IncomingCopyId,
  watchedId: row.watched_id as WatchedSourceId,
  foreignId: row.foreign_id,
  contentHash: row.content_hash,
  receivedAt: row.received_at as Instant,
  changedAt: row.changed_at as Instant | null,
  headline: row.headline,
  language: row.language,
  story: JSON.parse(row.story),
  saidBefore: row.said_before === null ? null : JSON.parse(row.said_before),
  words: row.words,
  state: row.state as CopyState,
  openedAt: row.opened_at as Instant | null,
  settled:
    row.settled_by === null || row.settled_at === null ? null : { by: row.settled_by, at: row.settled_at as Instant },
  storyId: row.story_id as StoryId | null,
  documentId: row.document_id as DocumentId | null,
  overlaps: JSON.parse(row.shared_words) as readonly OverlapNote[],
})
