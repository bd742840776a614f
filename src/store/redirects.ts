import { sql } from 'kysely'
import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import { formerAddress } from '../story/former-address.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A former address of a story. */
export interface Redirect {
  readonly fromPath: string
  readonly storyId: StoryId
}

/** Former addresses lead to their story for ever; one that leads somewhere already stays as it is. */
export async function insertRedirects(tx: NewsroomTx, redirects: readonly Redirect[]): Promise<void> {
  for (const some of portions(redirects)) {
    await tx
      .insertInto('redirects')
      .values(some.map(({ fromPath, storyId }) => ({ from_path: fromPath, story_id: storyId })))
      .onConflict((conflict) => conflict.column('from_path').doNothing())
      .execute()
  }
}

/** A story may return to an address it had: then that address is no redirect any more. */
export async function deleteRedirect(tx: NewsroomTx, fromPath: string): Promise<void> {
  await tx.deleteFrom('redirects').where('from_path', '=', fromPath).execute()
}

/** Takes every former address of a story away: of one whose only publication was taken back. */
export async function deleteRedirectsOf(tx: NewsroomTx, storyId: StoryId): Promise<void> {
  await tx.deleteFrom('redirects').where('story_id', '=', storyId).execute()
}

/** The story that a former address leads to. */
export async function redirectFrom(db: NewsroomDb, fromPath: string): Promise<StoryId | undefined> {
  const row = await db.selectFrom('redirects').select('story_id').where('from_path', '=', fromPath).executeTakeFirst()
  return row?.story_id as StoryId | undefined
}

/** A former address, with the story it leads to as staff know it. */
export interface RedirectLine extends Redirect {
  readonly headline: string
  readonly toPath: string | null
}

/** Former addresses in order, after `after`, in which `part` occurs. */
export async function redirectLines(
  db: NewsroomDb,
  { after, part, limit }: { readonly after: string | null; readonly part: string; readonly limit: number },
): Promise<RedirectLine[]> {
  let query = db
    .selectFrom('redirects')
    .innerJoin('stories', 'stories.id', 'redirects.story_id')
    .innerJoin('story_revisions', (join) =>
      join
        .onRef('story_revisions.story_id', '=', 'stories.id')
        .onRef('story_revisions.revision', '=', 'stories.revision'),
    )
    .select(['redirects.from_path', 'stories.id', 'stories.path', 'story_revisions.headline'])
    .orderBy('redirects.from_path')
    .limit(limit)
  if (after !== null) query = query.where('redirects.from_path', '>', after)
  if (part !== '') {
    const pattern = `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
    query = query.where(sql<boolean>`redirects.from_path like ${pattern} escape '\\'`)
  }
  const rows = await query.execute()
  return rows.map((row) => ({
    fromPath: row.from_path,
    storyId: row.id as StoryId,
    headline: row.headline,
    toPath: row.path,
  }))
}

/**
 * The former addresses of each of these stories, written as readers' requests are read. Releases before the schema's step
 * 16 kept them as the old site wrote them, with a slash at the end: nobody who asked for one was ever led anywhere.
 */
export async function redirectsOf(db: NewsroomDb, ids: readonly StoryId[]): Promise<Map<StoryId, string[]>> {
  const found = new Map<StoryId, string[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const rows = await db.selectFrom('redirects').selectAll().where('story_id', 'in', ids).orderBy('from_path').execute()
  const read = rows.map(({ from_path, story_id }) => ({ kept: from_path, from: asRead(from_path), story_id }))
  const taken = await keptAmong(
    db,
    read.flatMap(({ kept, from }) => (from === kept ? [] : [from])),
  )
  for (const { kept, from, story_id } of read) {
    const list = found.get(story_id as StoryId)
    if (from === kept || !(taken.has(from) || list?.includes(from))) list?.push(from)
  }
  return found
}

const asRead = (kept: string): string => formerAddress(kept) ?? kept

/** Which of these lead somewhere as they stand. */
async function keptAmong(db: NewsroomDb, paths: readonly string[]): Promise<Set<string>> {
  const kept = new Set<string>()
  for (const some of portions(paths)) {
    const rows = await db.selectFrom('redirects').select('from_path').where('from_path', 'in', some).execute()
    for (const { from_path } of rows) kept.add(from_path)
  }
  return kept
}
