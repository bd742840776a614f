import { comparedText, keptMarksOf, marksOf } from '../../intake/text-overlap.ts'
import type { IncomingCopyId, StoryId } from '../../ids.ts'
import type { Entry, EntryId } from '../../record/entry.ts'
import { copyByIds, movedAt } from '../../store/incoming-copy.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { entriesById, revisionsAfter } from '../../store/record-log.ts'
import { storyById } from '../../store/stories.ts'
import {
  forgetMarks,
  type MarkedText,
  markedRecord,
  markTexts,
  setMarkedRecord,
  unmarkedCopy,
  unmarkedStories,
} from '../../store/text-marks.ts'
import { plainText } from '../../story/plain-text.ts'
import type { Instant } from '../../time.ts'
import type { Newsroom } from '../newsroom.ts'
import { storyOf, textOf } from './copy-text.ts'
import { daysBefore } from './receive-items.ts'

/** How far the newsroom looks back among its own stories and other incoming copy: what is repeated is repeated soon. */
export const LOOK_BACK_DAYS = 14

const AT_ONCE = 100

/** So many portions of the record's log in one round: a long record is marked over several. */
const MOST_PORTIONS = 50

/** A claim is found by its quoted words from so many on: fewer stand anywhere. */
export const FEWEST_QUOTED = 6

/**
 * Marks what has changed since it was last done: documents and claims of the record, the newsroom's own stories and
 * the copy of the last days.
 */
export async function markWhatChanged(newsroom: Newsroom): Promise<void> {
  const since = daysBefore(newsroom.now(), LOOK_BACK_DAYS)
  for (let portion = 0; portion < MOST_PORTIONS; portion += 1) if (!(await markRecord(newsroom))) break
  for (let portion = 0; portion < MOST_PORTIONS; portion += 1) if (!(await markStories(newsroom, since))) break
  for (let portion = 0; portion < MOST_PORTIONS; portion += 1) if (!(await markNewCopy(newsroom, since))) break
}

/** Marks these items, as they are now. */
export async function markCopy({ db }: Pick<Newsroom, 'db'>, ids: readonly IncomingCopyId[]): Promise<void> {
  const texts = (await copyByIds(db, ids)).map((copy): MarkedText => {
    const marks = keptMarksOf(comparedText(textOf(storyOf(copy))))
    return { ofId: copy.id, kind: 'copy', version: copy.contentHash, at: movedAt(copy), marks }
  })
  for (let from = 0; from < texts.length; from += AT_ONCE) {
    await inTransaction(db, (tx) => markTexts(tx, texts.slice(from, from + AT_ONCE)))
  }
}

/** @returns whether there may be more */
async function markNewCopy(newsroom: Newsroom, since: Instant): Promise<boolean> {
  const ids = await unmarkedCopy(newsroom.db, { since, limit: AT_ONCE })
  await markCopy(newsroom, ids)
  return ids.length === AT_ONCE
}

/** Marks the next portion of the record's log. @returns whether there may be more */
async function markRecord({ db }: Newsroom): Promise<boolean> {
  const revisions = await revisionsAfter(db, await markedRecord(db), AT_ONCE)
  const last = revisions.at(-1)
  if (!last) return false
  const ids = [...new Set(revisions.filter(({ type }) => type === 'document' || type === 'claim').map(({ id }) => id))]
  const texts = (await entriesById(db, ids)).flatMap((entry) => markedEntry(entry) ?? [])
  const marked = new Set(texts.map(({ ofId }) => ofId))
  await inTransaction(db, async (tx) => {
    await markTexts(tx, texts)
    // Erased or withdrawn, or without words: nothing is found by it any more.
    await forgetMarks(
      tx,
      ids.filter((id) => !marked.has(id)),
    )
    await setMarkedRecord(tx, last.sequence)
  })
  return revisions.length === AT_ONCE
}

function markedEntry(entry: Entry): MarkedText | null {
  const marks = entry.status === 'withdrawn' ? [] : marksOfEntry(entry)
  if (marks.length === 0) return null
  const kind = entry.type === 'claim' ? 'claim' : 'document'
  return { ofId: entry.id satisfies EntryId, kind, version: String(entry.sequence), at: entry.recordedAt, marks }
}

function marksOfEntry({ type, content }: Entry): number[] {
  if (type === 'document') return content.text === undefined ? [] : keptMarksOf(comparedText(content.text))
  if (type !== 'claim') return []
  // All of them: a quotation is short, and any run of it may be what was carried.
  return [content.wording, ...content.translations]
    .map(({ text }) => comparedText(text))
    .filter(({ words }) => words.length >= FEWEST_QUOTED)
    .flatMap(marksOf)
}

async function markStories({ db }: Newsroom, since: Instant): Promise<boolean> {
  const touched = await unmarkedStories(db, { since, limit: AT_ONCE })
  const texts: MarkedText[] = []
  for (const { id, touchedAt } of touched) {
    const story = await storyById(db, id as StoryId)
    const marks = story ? keptMarksOf(comparedText(plainText(story.content.body))) : []
    texts.push({ ofId: id, kind: 'story', version: touchedAt, at: touchedAt, marks })
  }
  if (texts.length > 0) await inTransaction(db, (tx) => markTexts(tx, texts))
  return touched.length === AT_ONCE
}
