import type { AccountId, PreviewLinkId, StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { NewsroomDb, NewsroomTx } from './newsroom-db.ts'
import type { PreviewLinkRow } from './publishing-tables.ts'

/** A link by which somebody outside sees one story before it is public. */
export interface PreviewLink {
  readonly id: PreviewLinkId
  readonly storyId: StoryId
  /** The revision that it shows; null shows whatever is newest. */
  readonly revision: number | null
  /** For whom it is, in the words of whoever made it. It stands on the page. */
  readonly label: string
  readonly by: string
  readonly at: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  /** How often it was opened, and when last. Nothing is kept of who did. */
  readonly opened: number
  readonly openedAt: Instant | null
}

/** Keeps a new link. Of its token only the hash is kept. */
export async function insertPreviewLink(tx: NewsroomTx, link: PreviewLink, tokenHash: string): Promise<void> {
  await tx
    .insertInto('preview_links')
    .values({
      id: link.id,
      token_hash: tokenHash,
      story_id: link.storyId,
      revision: link.revision,
      label: link.label,
      by: link.by,
      at: link.at,
      expires_at: link.expiresAt,
      revoked_at: null,
      opened: 0,
      opened_at: null,
    })
    .execute()
}

/** The links of a story, the newest first. */
export async function previewLinksOf(db: NewsroomDb, storyId: StoryId): Promise<PreviewLink[]> {
  const rows = await db
    .selectFrom('preview_links')
    .selectAll()
    .where('story_id', '=', storyId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toLink)
}

/** The link with this token, as long as it lets anybody in. */
export async function openLinkByToken(db: NewsroomDb, tokenHash: string, now: Instant): Promise<PreviewLink | null> {
  const row = await db
    .selectFrom('preview_links')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row ? toLink(row) : null
}

/** Counts that a link was opened. */
export async function countOpening(tx: NewsroomTx, id: PreviewLinkId, now: Instant): Promise<void> {
  await tx
    .updateTable('preview_links')
    .set((set) => ({ opened: set('opened', '+', 1), opened_at: now }))
    .where('id', '=', id)
    .execute()
}

/** Closes a link for ever. @returns whether there was one that was open */
export async function closePreviewLink(
  tx: NewsroomTx,
  { id, storyId, at }: { id: PreviewLinkId; storyId: StoryId; at: Instant },
): Promise<boolean> {
  const closed = await tx
    .updateTable('preview_links')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('story_id', '=', storyId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute()
  return closed.length > 0
}

/** Closes every link there is, of every story. @returns how many were open */
export async function closeAllPreviewLinks(tx: NewsroomTx, now: Instant): Promise<number> {
  const closed = await tx
    .updateTable('preview_links')
    .set({ revoked_at: now })
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(closed.numUpdatedRows)
}

/** Closes every link that somebody made. */
export async function closePreviewLinksOf(tx: NewsroomTx, accountId: AccountId, now: Instant): Promise<void> {
  await tx
    .updateTable('preview_links')
    .set({ revoked_at: now })
    .where('by', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}

const toLink = (row: PreviewLinkRow): PreviewLink => ({
  id: row.id as PreviewLinkId,
  storyId: row.story_id as StoryId,
  revision: row.revision,
  label: row.label,
  by: row.by,
  at: row.at as Instant,
  expiresAt: row.expires_at as Instant,
  revokedAt: row.revoked_at as Instant | null,
  opened: row.opened,
  openedAt: row.opened_at as Instant | null,
})
