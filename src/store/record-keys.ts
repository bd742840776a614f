import { portions } from '../database/portions.ts'
import type { EntryId } from '../record/entry.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { canonicalJson } from '../evidence/canonical-json.ts'
import { sha256Of } from './record-commitment.ts'

/** What a record file said of a key when it was last read, and what was recorded then. Hashes, in hexadecimal. */
export interface KeyedEntry {
  readonly key: string
  readonly id: EntryId
  readonly fileHash: string
  readonly contentHash: string
}

/** How a key is kept once its entry was erased: it still keeps the file from recording it again, and tells nothing. */
export const hiddenKey = (source: string, key: string): string => `erased:${sha256Of(canonicalJson([source, key]))}`

/** Takes away what the keys of an erased entry and their hashes could tell. */
export async function hideKeys(tx: NewsroomTx, id: EntryId): Promise<void> {
  const rows = await tx.selectFrom('record_keys').select(['source', 'key']).where('id', '=', id).execute()
  for (const { source, key } of rows.filter((row) => !row.key.startsWith('erased:'))) {
    await tx
      .updateTable('record_keys')
      .set({ key: hiddenKey(source, key), file_hash: '', content_hash: '' })
      .where('source', '=', source)
      .where('key', '=', key)
      .execute()
  }
}

/** What earlier readings of a source's files left, by key. */
export async function keyedEntries(db: NewsroomDb, source: string): Promise<Map<string, KeyedEntry>> {
  const rows = await db.selectFrom('record_keys').selectAll().where('source', '=', source).execute()
  return new Map(
    rows.map(({ key, id, file_hash: fileHash, content_hash: contentHash }) => [
      key,
      { key, id: id as EntryId, fileHash, contentHash },
    ]),
  )
}

/** Remembers what was read, so that the same file changes nothing the next time. */
export async function rememberKeys(tx: NewsroomTx, source: string, entries: readonly KeyedEntry[]): Promise<void> {
  for (const some of portions(entries)) {
    await tx
      .insertInto('record_keys')
      .values(
        some.map(({ key, id, fileHash, contentHash }) => ({
          source,
          key,
          id,
          file_hash: fileHash,
          content_hash: contentHash,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['source', 'key']).doUpdateSet((set) => ({
          id: set.ref('excluded.id'),
          file_hash: set.ref('excluded.file_hash'),
          content_hash: set.ref('excluded.content_hash'),
        })),
      )
      .execute()
  }
}

/**
 * Takes entries away with everything they said. Only for taking the sample edition away: a real entry is withdrawn or
 * erased. Their numbers stay in the log, empty, so that it has no hole.
 */
export async function deleteEntries(tx: NewsroomTx, ids: readonly EntryId[], at: Instant): Promise<void> {
  for (const some of portions(ids)) {
    await tx.deleteFrom('record_keys').where('id', 'in', some).execute()
    await tx.deleteFrom('record_names').where('id', 'in', some).execute()
    await tx.deleteFrom('record_links').where('from_id', 'in', some).execute()
    await tx.deleteFrom('record_slugs').where('id', 'in', some).execute()
    await tx.deleteFrom('record_entries').where('id', 'in', some).execute()
    await tx
      .updateTable('record_revisions')
      .set({ content: null, salt: null, reason: null, erased_at: at })
      .where('id', 'in', some)
      .where('content', 'is not', null)
      .execute()
  }
}
