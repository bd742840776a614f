import { portions } from '../database/portions.ts'
import type { StoryId } from '../ids.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'

/** A link of an imported story that still leads to a former address. */
export interface WaitingLink {
  readonly storyId: StoryId
  /** What the link is known by in the story. */
  readonly link: string
  /** The former address that it leads to. */
  readonly address: string
}

/** Notes which links of these stories wait for a new address; what was noted of them before is replaced. */
export async function replaceWaitingLinks(
  tx: NewsroomTx,
  storyIds: readonly StoryId[],
  links: readonly WaitingLink[],
): Promise<void> {
  if (storyIds.length > 0) await tx.deleteFrom('import_links').where('story_id', 'in', storyIds).execute()
  await addWaitingLinks(tx, links)
}

/** The same for stories that are new. */
export async function addWaitingLinks(tx: NewsroomTx, links: readonly WaitingLink[]): Promise<void> {
  for (const some of portions(links)) {
    await tx
      .insertInto('import_links')
      .values(some.map(({ storyId, link, address }) => ({ story_id: storyId, link, address })))
      .execute()
  }
}

/** These links wait no longer. */
export async function deleteWaitingLinks(tx: NewsroomTx, storyId: StoryId, links: readonly string[]): Promise<void> {
  for (const some of portions(links)) {
    await tx.deleteFrom('import_links').where('story_id', '=', storyId).where('link', 'in', some).execute()
  }
}

/** Waiting links in order of story and link, after `after`. */
export async function waitingLinksAfter(
  db: NewsroomDb,
  after: Pick<WaitingLink, 'storyId' | 'link'> | null,
  limit: number,
): Promise<WaitingLink[]> {
  let query = db.selectFrom('import_links').selectAll().orderBy('story_id').orderBy('link').limit(limit)
  if (after !== null) {
    query = query.where((where) =>
      where(where.refTuple('story_id', 'link'), '>', where.tuple(after.storyId, after.link)),
    )
  }
  const rows = await query.execute()
  return rows.map((row) => ({ storyId: row.story_id as StoryId, link: row.link, address: row.address }))
}

/** Where a former address leads. */
export interface AddressFound {
  readonly storyId: StoryId
  /** Null for a story that was never before readers. */
  readonly path: string | null
}

/** The stories that these addresses lead to, those of old and those of today alike. */
export async function storiesAtAddresses(
  db: NewsroomDb,
  addresses: readonly string[],
): Promise<Map<string, AddressFound>> {
  const found = new Map<string, AddressFound>()
  for (const some of portions(addresses)) {
    const moved = await db
      .selectFrom('redirects')
      .innerJoin('stories', 'stories.id', 'redirects.story_id')
      .select(['from_path', 'stories.id', 'stories.path'])
      .where('from_path', 'in', some)
      .execute()
    const there = await db.selectFrom('stories').select(['id', 'path']).where('path', 'in', some).execute()
    for (const row of moved) found.set(row.from_path, { storyId: row.id as StoryId, path: row.path })
    for (const row of there) if (row.path !== null) found.set(row.path, { storyId: row.id as StoryId, path: row.path })
  }
  return found
}
