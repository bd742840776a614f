import { OnrecordError } from '../errors.ts'
import type { PreviewLinkId, StoryId } from '../ids.ts'
import { inTransaction } from '../store/newsroom-db.ts'
import {
  closePreviewLink,
  countOpening,
  insertPreviewLink,
  openLinkByToken,
  type PreviewLink,
} from '../store/preview-links.ts'
import { storyById } from '../store/stories.ts'
import { type Instant, instantOf } from '../time.ts'
import { perform } from './act.ts'
import { isAhead } from './entering/session-life.ts'
import { assertAllowed, findStory } from './find-story.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { hashOfToken, newToken } from './token.ts'

const HOUR_MS = 60 * 60 * 1000

export interface PreviewLinkRequest {
  readonly storyId: StoryId
  /** For whom: "the lawyer", "Radio Kayes". Readers of the link see it. */
  readonly label: string
  /** From an hour to thirty days; two days where nobody says. */
  readonly hours: number
  /** Does it go on showing the words as they are now, whatever comes after? */
  readonly revision: number | null
}

/**
 * Makes a link by which somebody outside sees one story before it is public. The token is given back once and kept by
 * nobody: the newsroom has its hash.
 *
 * @throws OnrecordError `refused` for a killed story
 */
export async function sharePreview(
  newsroom: Newsroom,
  { storyId, label, hours, revision }: PreviewLinkRequest,
): Promise<{ link: PreviewLink; token: string }> {
  const token = newToken()
  const { result } = await perform(newsroom, ['share-preview', storyId], async (tx, now) => {
    const story = await findStory(tx, storyId)
    assertAllowed(story.kill ? { kind: 'killed', at: story.kill.at } : null)
    const link: PreviewLink = {
      id: newId(newsroom, 'preview-link'),
      storyId,
      revision,
      label: label.trim(),
      by: newsroom.actor.name,
      at: now,
      expiresAt: instantOf(new Date(Date.parse(now) + hours * HOUR_MS)),
      revokedAt: null,
      opened: 0,
      openedAt: null,
    }
    await insertPreviewLink(tx, link, hashOfToken(token))
    return { result: link, subject: storyId, detail: { link: link.id, expiresAt: link.expiresAt } }
  })
  return { link: result, token }
}

/** Closes a link at once. @throws OnrecordError `not-found` when the story has no such link that is open */
export async function revokePreview(newsroom: Newsroom, storyId: StoryId, linkId: PreviewLinkId): Promise<void> {
  await perform(newsroom, ['share-preview', storyId], async (tx, now) => {
    if (!(await closePreviewLink(tx, { id: linkId, storyId, at: now }))) {
      throw new OnrecordError('not-found', 'The story has no such link that is still open.')
    }
    return { result: undefined, subject: storyId, detail: { revoked: linkId } }
  })
}

/**
 * The link that a token opens, counted unless it is a picture on the page that is asked for; null where it lets nobody in: unknown, expired, revoked, or its story was killed.
 * Which of these it is, nobody outside learns.
 */
export async function openPreview(
  { db }: Newsroom,
  token: string,
  { now, isCounted }: { readonly now: Instant; readonly isCounted: boolean },
): Promise<PreviewLink | null> {
  const link = await openLinkByToken(db, hashOfToken(token), now)
  if (!link || isAhead(link.at, now)) return null
  const story = await storyById(db, link.storyId)
  if (!story || story.kill) return null
  if (isCounted) await inTransaction(db, (tx) => countOpening(tx, link.id, now))
  return link
}
