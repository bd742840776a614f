import type { SideCopyId, StoryId } from '../ids.ts'
import { inTransaction, type NewsroomTx } from '../store/newsroom-db.ts'
import { markSettled, openSideCopies, putSideCopy, type SideReason } from '../store/side-copies.ts'
import { answeredSave, putWorkingCopy, rememberSave, type WorkingCopy } from '../store/working-copies.ts'
import type { Margin } from '../story/margin.ts'
import type { Story, StoryContent } from '../story/story.ts'
import { type Instant, instantOf } from '../time.ts'
import { assertMay } from './assert-may.ts'
import { assertAllowed } from './find-story.ts'
import { newId, type Newsroom } from './newsroom.ts'
import { addRevision, findWorkingStory, layAside, noteKept, saysTheSame } from './working-story.ts'

/** A text as a browser sends it. */
export interface SentText {
  readonly storyId: StoryId
  /** The version that it was written on. */
  readonly base: number
  readonly content: StoryContent
  readonly margin: Margin
  readonly device: string
}

export interface Save extends SentText {
  /** Of the browser's making: the same save sent again changes nothing. */
  readonly saveId: string
  /** Side copies whose words are in this text. */
  readonly settles: readonly SideCopyId[]
}

export type Saved =
  | { readonly kind: 'saved'; readonly version: number; readonly savedAt: Instant; readonly revision: number }
  | { readonly kind: 'conflict'; readonly theirs: WorkingCopy; readonly sideCopyId: SideCopyId }

/** So much work goes into one revision where nobody keeps one. */
const INTERVAL_MS = 15 * 60 * 1000

/** A browser that was away longer than this has its save judged anew, and nothing is lost by that. */
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1000

/**
 * Saves the text of a story as it is being written. Readers see nothing of it.
 *
 * What was written on an older version overwrites nothing: it is kept as a side copy, and the newer text comes back to be
 * merged with. Before another hand goes on, and after a quarter of an hour's work, the text so far becomes a revision.
 *
 * @throws OnrecordError `forbidden`, `not-found`, or `refused` for a killed story
 */
export function saveWorkingCopy(newsroom: Newsroom, save: Save): Promise<Saved> {
  const now = newsroom.now()
  return inTransaction(newsroom.db, async (tx) => {
    await assertMay(tx, newsroom.actor, ['revise-story', save.storyId])
    const { story, working } = await findWorkingStory(tx, save.storyId)
    assertAllowed(story.kill ? { kind: 'killed', at: story.kill.at } : null)
    const key = { storyId: save.storyId, by: newsroom.actor.name, saveId: save.saveId }
    const before = await answeredSave(tx, key)
    if (before?.sideCopyId) return { kind: 'conflict', theirs: working, sideCopyId: before.sideCopyId }
    if (before) return savedAs(before.version ?? working.version, before.at, story)
    const saved = await settleSave(newsroom, tx, { save, story, working, now })
    await markSettled(tx, save.storyId, save.settles, { at: now, by: newsroom.actor.name })
    const answer =
      saved.kind === 'saved'
        ? { version: saved.version, sideCopyId: null, at: now }
        : { version: null, sideCopyId: saved.sideCopyId, at: now }
    await rememberSave(tx, key, answer, msBefore(now, REMEMBERED_MS))
    return saved
  })
}

export const msBefore = (now: Instant, ms: number): Instant => instantOf(new Date(Date.parse(now) - ms))

const savedAs = (version: number, savedAt: Instant, { revision }: Story): Saved => ({
  kind: 'saved',
  version,
  savedAt,
  revision,
})

interface Saving {
  readonly save: Save
  readonly story: Story
  readonly working: WorkingCopy
  readonly now: Instant
}

async function settleSave(newsroom: Newsroom, tx: NewsroomTx, saving: Saving): Promise<Saved> {
  const { save, story, working, now } = saving
  const isSame = saysTheSame(save.content, working.content) && saysTheSame(save.margin, working.margin)
  if (isSame) return savedAs(working.version, working.savedAt, story)
  if (save.base !== working.version) {
    return { kind: 'conflict', theirs: working, sideCopyId: await keepAside(newsroom, tx, save, 'conflict') }
  }
  const { story: kept, isKept } = await keepFormer(newsroom, tx, saving)
  const isAsKept = saysTheSame(save.content, kept.content)
  await putWorkingCopy(tx, {
    storyId: story.id,
    version: working.version + 1,
    baseRevision: kept.revision,
    content: save.content,
    margin: save.margin,
    savedAt: now,
    by: newsroom.actor.name,
    device: save.device,
    changedSince: isAsKept ? null : isKept ? now : (working.changedSince ?? now),
  })
  return savedAs(working.version + 1, now, kept)
}

/**
 * Keeps what comes too late, or from somebody who may not write there any more, beside the story: once for each device
 * and version, growing with what is written there.
 *
 * A line may bring an older text after a newer one: then the newer stays. Where each of the two has words that the other
 * has not, nobody here knows which is meant, and both are kept.
 */
export async function keepAside(
  newsroom: Newsroom,
  tx: NewsroomTx,
  { storyId, base, content, margin, device }: SentText,
  reason: SideReason,
): Promise<SideCopyId> {
  const by = newsroom.actor.name
  const open = await openSideCopies(tx, { storyId, by, device, baseVersion: base, reason })
  const newer = open.find((copy) => goesOnFrom(copy.content, content) && !saysTheSame(copy.content, content))
  if (newer) return newer.id
  const id = open.find((copy) => goesOnFrom(content, copy.content))?.id ?? newId(newsroom, 'side-copy')
  await putSideCopy(tx, { id, storyId, baseVersion: base, content, margin, by, device, at: newsroom.now(), reason })
  return id
}

/** Are all words of the one text in the other, in their order? A word that was being typed may have been typed on. */
function goesOnFrom(text: StoryContent, former: StoryContent): boolean {
  const words = wordsOf(former)
  let found = 0
  for (const word of wordsOf(text)) if (found < words.length && word.startsWith(words[found] ?? '')) found += 1
  return found === words.length
}

const wordsOf = (content: StoryContent): string[] => JSON.stringify(content).split(/[^\p{L}\p{N}]+/u)

/** Keeps what stood there before, where another hand goes on or enough has been written since the last revision. */
async function keepFormer(
  newsroom: Newsroom,
  tx: NewsroomTx,
  { story, working, now }: Saving,
): Promise<{ story: Story; isKept: boolean }> {
  const since = working.changedSince
  if (since === null) return { story, isKept: false }
  const isHandover = working.by !== newsroom.actor.name
  if (!isHandover && Date.parse(now) - Date.parse(since) < INTERVAL_MS) return { story, isKept: false }
  // The newest revision of a scheduled story goes out by itself: nothing may become it without being told to.
  if (story.state === 'scheduled') {
    if (!isHandover) return { story, isKept: false }
    await layAside(newsroom, tx, { ...working, baseVersion: working.version, at: now, reason: 'handover' })
    return { story, isKept: false }
  }
  const keptAs = isHandover ? 'handover' : 'interval'
  const { content, by, savedAt: at } = working
  const kept = await addRevision(tx, story, { content, by, at, name: null, keptAs })
  await noteKept(newsroom, tx, kept, keptAs, now)
  return { story: kept, isKept: true }
}
