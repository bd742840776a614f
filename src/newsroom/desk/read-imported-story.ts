import { setTimeout } from 'node:timers/promises'
import type { DeskContext, DeskText } from '../../desk/desk-text.ts'
import { deskLanguage } from '../../desk/language.ts'
import type { Reader } from '../../desk/read-text.ts'
import type { Reading } from '../../desk/reading.ts'
import { deskTextOf } from '../../desk/story-text.ts'
import type { StoryId } from '../../ids.ts'
import { dismissedIn } from '../../store/desk-dismissals.ts'
import { putReading } from '../../store/desk-readings.ts'
import { inTransaction } from '../../store/newsroom-db.ts'
import { storyById } from '../../store/stories.ts'
import type { Story } from '../../story/story.ts'
import type { Newsroom } from '../newsroom.ts'
import { theNewspaper } from '../story-path.ts'
import { namesForReading } from './names-for-reading.ts'
import { deskStyle } from './desk-style.ts'

/** No story has so many; a list of numbers that somebody imported may. */
const MOST_CLAIMS = 500

/**
 * Reads a story that came in, so that the list can say how many claims wait in it. Nothing enters the record by it, and
 * the story is not touched. One that is gone, or in a language that the desk does not read, is passed over.
 */
export async function readImportedStory(newsroom: Newsroom, storyId: StoryId): Promise<void> {
  const story = await storyById(newsroom.db, storyId)
  const context = story && !story.kill ? await contextOf(newsroom, story) : undefined
  if (!story || !context) return
  const text = deskTextOf(story.content)
  const { claims, findings } = await readAtEase(text, context)
  await inTransaction(newsroom.db, async (tx) => {
    const away = new Set(await dismissedIn(tx, storyId))
    await putReading(tx, {
      storyId,
      revision: story.revision,
      readAt: newsroom.now(),
      claims: claims.slice(0, MOST_CLAIMS),
      openClaims: claims.slice(0, MOST_CLAIMS).filter(({ key }) => !away.has(key)).length,
      findings: findings.filter(({ key }) => !away.has(key)).length,
    })
  })
}

/** A reading takes up to a tenth of a second in one go. So much longer than that everybody else has the machine. */
const REST = 2

/** Reads, and then leaves the machine to whoever waits for a page: an archive has time. */
async function readAtEase(text: DeskText, context: DeskContext): Promise<Reading> {
  const reader = await readerFor(context)
  const began = performance.now()
  const reading = reader.read(text, context)
  await setTimeout(REST * (performance.now() - began))
  return reading
}

/** Names are sorted once for all stories that are read with them. */
const readers = new WeakMap<DeskContext['known'], Reader>()

async function readerFor({ known }: DeskContext): Promise<Reader> {
  // Words of two languages: loaded by whoever reads, so that every other command starts without them.
  const { createReader } = await import('../../desk/read-text.ts')
  const reader = readers.get(known) ?? createReader()
  readers.set(known, reader)
  return reader
}

async function contextOf({ db, now }: Newsroom, story: Story): Promise<DeskContext | undefined> {
  const language = deskLanguage(story.language)
  if (!language) return undefined
  const { words: style, without } = await deskStyle(db)
  return {
    language,
    publishedAt: story.firstPublished?.at ?? now(),
    zone: (await theNewspaper(db)).zone,
    known: await namesForReading(db, language),
    // What an archive says is compared with the record where somebody cites it, not by the thousand.
    figures: [],
    style,
    without,
  }
}
