import type { EntryId } from '../record/entry.ts'
import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { portions } from '../database/portions.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import { hideKeys } from './record-keys.ts'

/** A live story that names an entry of the record: a claim it states, an event whose ledger it shows. */
export interface CitingStory {
  readonly id: StoryId
  readonly headline: string
  readonly path: string | null
}

/** Takes text, salt and reason out of revisions; their numbers, dates and commitments stay. */
export async function eraseRevisions(tx: NewsroomTx, id: EntryId, revs: readonly number[], at: Instant): Promise<void> {
  for (const some of portions(revs)) {
    await tx
      .updateTable('record_revisions')
      .set({ content: null, salt: null, reason: null, erased_at: at })
      .where('id', '=', id)
      .where('rev', 'in', some)
      .where('content', 'is not', null)
      .execute()
  }
}

/** Takes away what an entry was called: by the files it was read from, and in former addresses. */
export async function eraseFormerNames(tx: NewsroomTx, id: EntryId, keepSlug: string | null): Promise<void> {
  const slugs = tx.deleteFrom('record_slugs').where('id', '=', id)
  await (keepSlug === null ? slugs : slugs.where('slug', '!=', keepSlug)).execute()
  if (keepSlug === null) await hideKeys(tx, id)
}

/**
 * Takes away captured files that no other document or piece of evidence has captured.
 *
 * @returns how many were taken away
 */
export async function eraseCaptureFiles(tx: NewsroomTx, id: EntryId, hashes: readonly string[]): Promise<number> {
  let erased = 0
  for (const some of portions([...new Set(hashes)])) {
    const shared = await tx
      .selectFrom('custody')
      .select('sha256_after')
      .where('sha256_after', 'in', some)
      .where('subject_id', '!=', id)
      .execute()
    const kept = new Set(shared.map((row) => row.sha256_after))
    const gone = some.filter((hash) => !kept.has(hash))
    if (gone.length === 0) continue
    const rows = await tx.deleteFrom('capture_files').where('sha256', 'in', gone).returning('sha256').execute()
    erased += rows.length
  }
  return erased
}

/** Empties the custody log of an entry: the lines and their dates stay, names and hashes go. */
export async function eraseCustody(tx: NewsroomTx, id: EntryId): Promise<void> {
  await tx
    .updateTable('custody')
    .set({ who: '', action: 'erased', sha256_before: null, sha256_after: null })
    .where('subject_id', '=', id)
    .execute()
}

/** Live stories whose text names this entry, by headline. Reads every live story: for acts that are rare. */
export async function liveStoriesNaming(db: NewsroomDb, id: EntryId): Promise<CitingStory[]> {
  const rows = await db
    .selectFrom('stories')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.live_revision'),
    )
    .select(['stories.id', 'stories.path', 'story_revisions.headline'])
    .where('stories.state', '!=', 'killed')
    .where('story_revisions.content', 'like', `%"${id}"%`)
    .orderBy('stories.id')
    .execute()
  return rows.map((row) => ({ ...row, id: row.id as StoryId }))
}
