import type { IncomingStory } from '../../intake/incoming.ts'
import type { IncomingCopyId } from '../../ids.ts'
import { copyFrom, type IncomingCopy, insertCopy, updateCopy } from '../../store/incoming-copy.ts'
import { inTransaction, type NewsroomTx } from '../../store/newsroom-db.ts'
import { watchedById, type WatchedSource } from '../../store/watched-sources.ts'
import { type Instant, instantOf } from '../../time.ts'
import { newId, type Newsroom } from '../newsroom.ts'
import { hashOfCopy, instantOfDate, searchedWords } from './copy-text.ts'

/** What came of a look, item by item. */
export interface Received {
  readonly added: readonly IncomingCopyId[]
  readonly changed: readonly IncomingCopyId[]
  readonly unchanged: number
  /** Older than copy from this source is kept. */
  readonly tooOld: number
}

export const NOTHING: Received = { added: [], changed: [], unchanged: 0, tooOld: 0 }

const AT_ONCE = 50

const DAY_MS = 24 * 3_600_000

/** An instant so many days before another. */
export const daysBefore = (at: Instant, days: number): Instant => instantOf(new Date(Date.parse(at) - days * DAY_MS))

/**
 * Puts items on the desk. One that is there already is not doubled: where its source has changed it, it says the new
 * words and what it said before is kept beside them; an older state of it than we have is left.
 *
 * Nothing is published, and nothing of it is ever told to the edition. There is no line in the audit: nobody acted.
 */
export async function receiveItems(
  newsroom: Newsroom,
  watched: WatchedSource,
  stories: readonly IncomingStory[],
): Promise<Received> {
  const oldest = daysBefore(newsroom.now(), watched.keepDays)
  const fresh = stories.filter(({ published }) => (instantOfDate(published) ?? oldest) >= oldest)
  const batches: Received[] = [{ ...NOTHING, tooOld: stories.length - fresh.length }]
  for (let from = 0; from < fresh.length; from += AT_ONCE) {
    const batch = fresh.slice(from, from + AT_ONCE)
    batches.push(await inTransaction(newsroom.db, (tx) => receiveBatch({ newsroom, tx, watched, from }, batch)))
  }
  return together(batches)
}

/** What came of several files or portions, as one. */
export const together = (all: readonly Received[]): Received => ({
  added: all.flatMap(({ added }) => added),
  changed: all.flatMap(({ changed }) => changed),
  unchanged: all.reduce((sum, { unchanged }) => sum + unchanged, 0),
  tooOld: all.reduce((sum, { tooOld }) => sum + tooOld, 0),
})

interface Receiving {
  readonly newsroom: Newsroom
  readonly tx: NewsroomTx
  readonly watched: WatchedSource
  /** How many items of this look came before. */
  readonly from: number
}

async function receiveBatch(receiving: Receiving, stories: readonly IncomingStory[]): Promise<Received> {
  const { newsroom, tx, watched, from } = receiving
  // Somebody may have removed it while it was looked at.
  if (!(await watchedById(tx, watched.id))) return NOTHING
  const known = await copyFrom(
    tx,
    watched.id,
    stories.map(({ foreignId }) => foreignId),
  )
  const added: IncomingCopy[] = []
  const changed: IncomingCopyId[] = []
  for (const [index, story] of stories.entries()) {
    // A feed has its newest first: the list keeps that order.
    const at = instantOf(new Date(Date.parse(newsroom.now()) - from - index))
    const before = known.get(story.foreignId)
    if (!before) added.push(newCopy(newsroom, watched, story, at))
    else if (isNews(before, story)) {
      await updateCopy(tx, changedCopy(before, watched, story, at))
      changed.push(before.id)
    }
  }
  await insertCopy(tx, added)
  const ids = added.map(({ id }) => id)
  return { added: ids, changed, unchanged: stories.length - ids.length - changed.length, tooOld: 0 }
}

/** Does the source say something else than we have, and not something older? */
function isNews(before: IncomingCopy, story: IncomingStory): boolean {
  const { updatedAt } = before.story as IncomingStory
  const isOlder = updatedAt !== null && story.updatedAt !== null && story.updatedAt < updatedAt
  return !isOlder && hashOfCopy(story) !== before.contentHash
}

const saying = (watched: WatchedSource, story: IncomingStory) => ({
  contentHash: hashOfCopy(story),
  headline: story.headline,
  language: story.language ?? watched.language,
  story,
  words: searchedWords(story),
})

const newCopy = (newsroom: Newsroom, watched: WatchedSource, story: IncomingStory, at: Instant): IncomingCopy => ({
  id: newId(newsroom, 'incoming-copy'),
  watchedId: watched.id,
  foreignId: story.foreignId,
  ...saying(watched, story),
  receivedAt: at,
  changedAt: null,
  saidBefore: null,
  state: 'waiting',
  openedAt: null,
  settled: null,
  storyId: null,
  documentId: null,
  overlaps: [],
})

/** What was put away stays so; whoever took it up, and whoever had read it, sees that it has changed. */
const changedCopy = (
  before: IncomingCopy,
  watched: WatchedSource,
  story: IncomingStory,
  at: Instant,
): IncomingCopy => ({
  ...before,
  ...saying(watched, story),
  changedAt: at,
  saidBefore: before.story,
  openedAt: null,
})
