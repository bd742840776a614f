import { portions } from '../database/portions.ts'
import type { IncomingCopyId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** What a marked text is: copy that came in, a document of the record, a claim's quoted words, a story of ours. */
export type MarkedKind = 'copy' | 'document' | 'claim' | 'story'

/** A text whose words are to be found again. */
export interface MarkedText {
  /** The id of what it belongs to. */
  readonly ofId: string
  readonly kind: MarkedKind
  /** Tells whether it has changed since: a hash, a number, an instant. */
  readonly version: string
  /** When it came: what is older than the newsroom looks back is forgotten. */
  readonly at: Instant
  readonly marks: readonly number[]
}

/** Marks texts, in place of what they were before. One without marks is forgotten. */
export async function markTexts(tx: NewsroomTx, texts: readonly MarkedText[]): Promise<void> {
  await forgetMarks(
    tx,
    texts.map(({ ofId }) => ofId),
  )
  for (const { ofId, kind, version, at, marks } of texts) {
    await tx.insertInto('marked_texts').values({ of_id: ofId, kind, version, at }).execute()
    const rows = [...new Set(marks)].map((mark) => ({ mark, of_id: ofId }))
    for (const some of portions(rows)) await tx.insertInto('text_marks').values(some).execute()
  }
}

/** Lets these texts be found no more. */
export async function forgetMarks(tx: NewsroomTx, ids: readonly string[]): Promise<void> {
  for (const some of portions(ids)) await tx.deleteFrom('marked_texts').where('of_id', 'in', some).execute()
}

/** Lets texts of these kinds be found no more that came before an instant. */
export async function forgetMarksBefore(tx: NewsroomTx, kinds: readonly MarkedKind[], before: Instant): Promise<void> {
  if (kinds.length === 0) return
  await tx.deleteFrom('marked_texts').where('kind', 'in', kinds).where('at', '<', before).execute()
}

/** A text that has marks of another. */
export interface MarkedLike {
  readonly ofId: string
  readonly kind: MarkedKind
  /** How many it has in common. */
  readonly shared: number
}

/** Texts that share marks with another, those with the most first. */
export async function textsMarkedLike(
  db: NewsroomDb,
  marks: readonly number[],
  limit: number,
): Promise<readonly MarkedLike[]> {
  const found = new Map<string, MarkedLike>()
  for (const some of portions([...new Set(marks)])) {
    const rows = await db
      .selectFrom('text_marks')
      .innerJoin('marked_texts', 'marked_texts.of_id', 'text_marks.of_id')
      .select(['text_marks.of_id', 'marked_texts.kind'])
      .select((select) => select.fn.countAll<number>().as('shared'))
      .where('text_marks.mark', 'in', some)
      .groupBy(['text_marks.of_id', 'marked_texts.kind'])
      .execute()
    for (const { of_id: ofId, kind, shared } of rows) {
      const before = found.get(ofId)?.shared ?? 0
      found.set(ofId, { ofId, kind: kind as MarkedKind, shared: before + shared })
    }
  }
  return [...found.values()]
    .toSorted((one, other) => other.shared - one.shared || (one.ofId < other.ofId ? -1 : 1))
    .slice(0, limit)
}

/** Stories whose newest text was touched since an instant and is not marked as it is now. */
export async function unmarkedStories(
  db: NewsroomDb,
  { since, limit }: { since: Instant; limit: number },
): Promise<{ id: string; touchedAt: Instant }[]> {
  const rows = await db
    .selectFrom('story_lines')
    .leftJoin('marked_texts', 'marked_texts.of_id', 'story_lines.story_id')
    .select(['story_lines.story_id', 'story_lines.touched_at'])
    .where('story_lines.touched_at', '>=', since)
    .where((is) =>
      is.or([
        is('marked_texts.version', 'is', null),
        is('marked_texts.version', '!=', is.ref('story_lines.touched_at')),
      ]),
    )
    .orderBy('story_lines.touched_at')
    .orderBy('story_lines.story_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ id: row.story_id, touchedAt: row.touched_at as Instant }))
}

/** Incoming copy that came or changed since an instant and is not marked as it is now. */
export async function unmarkedCopy(
  db: NewsroomDb,
  { since, limit }: { since: Instant; limit: number },
): Promise<IncomingCopyId[]> {
  const rows = await db
    .selectFrom('incoming_copy')
    .leftJoin('marked_texts', 'marked_texts.of_id', 'incoming_copy.id')
    .select('incoming_copy.id')
    .where('incoming_copy.moved_at', '>=', since)
    .where((is) =>
      is.or([
        is('marked_texts.version', 'is', null),
        is('marked_texts.version', '!=', is.ref('incoming_copy.content_hash')),
      ]),
    )
    .orderBy('incoming_copy.moved_at')
    .orderBy('incoming_copy.id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id as IncomingCopyId)
}

/** The number of the record's log up to which its texts are marked. */
export async function markedRecord(db: NewsroomDb): Promise<number> {
  const row = await db.selectFrom('counters').select('value').where('name', '=', 'marked-record').executeTakeFirst()
  return row?.value ?? 0
}

export async function setMarkedRecord(tx: NewsroomTx, number: number): Promise<void> {
  await tx.updateTable('counters').set({ value: number }).where('name', '=', 'marked-record').execute()
}
