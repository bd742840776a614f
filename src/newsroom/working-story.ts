import { isDeepStrictEqual } from 'node:util'
import type { StoryId } from '../ids.ts'
import type { NewsroomDb, NewsroomTx } from '../store/newsroom-db.ts'
import { type KeptAs, nameRevision, revisionStamp } from '../store/revisions.ts'
import { putSideCopy, type SideCopy } from '../store/side-copies.ts'
import { insertRevision, updateStory } from '../store/stories.ts'
import { putWorkingCopy, type WorkingCopy, workingCopyOf } from '../store/working-copies.ts'
import { EMPTY_MARGIN, type Margin } from '../story/margin.ts'
import { mapMargin } from '../story/map-margin.ts'
import type { Story, StoryContent } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { insertAuditLine } from '../store/audit.ts'
import { sealWith } from './audit-seal.ts'
import { findStory } from './find-story.ts'
import { newId, type Newsroom } from './newsroom.ts'

/** A story with its text at work. */
export interface WorkingStory {
  readonly story: Story
  readonly working: WorkingCopy
}

/**
 * The story and its working copy; where nobody has begun one, its newest revision stands for version 0.
 *
 * @throws OnrecordError `not-found`
 */
export async function findWorkingStory(db: NewsroomDb, storyId: StoryId): Promise<WorkingStory> {
  const story = await findStory(db, storyId)
  return { story, working: (await workingCopyOf(db, storyId)) ?? (await untouched(db, story)) }
}

async function untouched(db: NewsroomDb, story: Story): Promise<WorkingCopy> {
  const stamp = await revisionStamp(db, story.id, story.revision)
  return {
    storyId: story.id,
    version: 0,
    baseRevision: story.revision,
    content: story.content,
    margin: EMPTY_MARGIN,
    savedAt: stamp?.at ?? ('1970-01-01T00:00:00.000Z' as Instant),
    by: stamp?.by ?? '',
    device: '',
    changedSince: null,
  }
}

/** Do both say the same, whatever order their fields were written in? */
export const saysTheSame = (one: StoryContent | Margin, other: StoryContent | Margin): boolean =>
  isDeepStrictEqual(one, other)

interface Kept {
  readonly content: StoryContent
  readonly by: string
  readonly at: Instant
  readonly name: string | null
  readonly keptAs: KeptAs
}

/** Keeps a text as the newest revision of a story. */
export async function addRevision(tx: NewsroomTx, story: Story, kept: Kept): Promise<Story> {
  const revised: Story = { ...story, revision: story.revision + 1, content: kept.content }
  await insertRevision(tx, revised, kept.by, kept.at)
  await nameRevision(tx, story.id, revised.revision, { name: kept.name, keptAs: kept.keptAs })
  await updateStory(tx, revised)
  return revised
}

/**
 * Lets the working copy follow a revision that was not written in it: one from the command line, an import, or restored.
 * What it said that no revision says is kept beside the story; a browser with an older version will merge.
 */
export async function followRevision(
  newsroom: Newsroom,
  tx: NewsroomTx,
  revised: Story,
  now: Instant,
): Promise<WorkingCopy | undefined> {
  const working = await workingCopyOf(tx, revised.id)
  if (!working) return undefined
  if (working.changedSince !== null && !saysTheSame(working.content, revised.content)) {
    await layAside(newsroom, tx, { ...working, baseVersion: working.version, at: now, reason: 'replaced' })
  }
  const followed: WorkingCopy = {
    ...working,
    version: working.version + 1,
    baseRevision: revised.revision,
    content: revised.content,
    margin: mapMargin(working.margin, working.content.body, revised.content.body),
    savedAt: now,
    by: newsroom.actor.name,
    device: '',
    changedSince: null,
  }
  await putWorkingCopy(tx, followed)
  return followed
}

/** Keeps a text beside the story. */
export async function layAside(
  newsroom: Newsroom,
  tx: NewsroomTx,
  copy: Pick<SideCopy, 'storyId' | 'baseVersion' | 'content' | 'margin' | 'by' | 'device' | 'at' | 'reason'>,
): Promise<SideCopy['id']> {
  const id = newId(newsroom, 'side-copy')
  const { storyId, baseVersion, content, margin, by, device, at, reason } = copy
  await putSideCopy(tx, { id, storyId, baseVersion, content, margin, by, device, at, reason })
  return id
}

/**
 * Notes a revision that was kept by itself in the course of a save. A save alone leaves no line: a line every five
 * seconds would bury what the audit is read for, and the account and the time stand with the working copy.
 */
export const noteKept = (
  newsroom: Newsroom,
  tx: NewsroomTx,
  story: Story,
  keptAs: KeptAs,
  at: Instant,
): Promise<void> =>
  insertAuditLine(
    tx,
    {
      at,
      actor: newsroom.actor.name,
      via: newsroom.actor.via,
      act: 'revise-story',
      subject: story.id,
      detail: { revision: story.revision, keptAs },
    },
    sealWith(newsroom.auditKey),
  )
