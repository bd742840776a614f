import type { StoryId } from '../../ids.ts'
import { readingOf } from '../../store/desk-readings.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import type { Instant } from '../../time.ts'
import { findWorkingStory } from '../working-story.ts'

/** What the desk read in a story while nobody had it open. */
export interface DeskSummary {
  readonly readAt: Instant
  /** Suggested claims that nobody has put away. */
  readonly claims: number
  readonly findings: number
  /** Has the story been written in since? */
  readonly isStale: boolean
}

/** How many suggestions wait in a story; null where the desk has not read it by itself. @throws OnrecordError `not-found` */
export async function deskSummary(db: NewsroomDb, storyId: StoryId): Promise<DeskSummary | null> {
  const reading = await readingOf(db, storyId)
  if (!reading) return null
  const { story, working } = await findWorkingStory(db, storyId)
  return {
    readAt: reading.readAt,
    claims: reading.openClaims,
    findings: reading.findings,
    isStale: reading.revision !== story.revision || working.changedSince !== null,
  }
}
