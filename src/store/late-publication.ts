import type { StoryId } from '../ids.ts'
import type { Instant } from '../time.ts'
import { newestAuditNumber } from './audit.ts'
import type { NewsroomDb } from './newsroom-db.ts'

/** A story that went out by itself after its hour, because nobody was there to let it out then. */
export interface LatePublication {
  /** When it went out, and when it should have. */
  readonly at: Instant
  readonly due: Instant
}

/** For so many lines of the audit it is told: it is news, and the audit keeps it for ever. */
const TOLD_FOR = 5_000

/** How late the story last went out by itself, if it did lately and was late. */
export async function latePublicationOf(db: NewsroomDb, storyId: StoryId): Promise<LatePublication | null> {
  const row = await db
    .selectFrom('audit')
    .select(['at', 'detail'])
    .where('number', '>', (await newestAuditNumber(db)) - TOLD_FOR)
    .where('subject', '=', storyId)
    .where('act', '=', 'publish-scheduled-story')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { late, due } = row ? (JSON.parse(row.detail) as { late?: boolean; due?: string }) : {}
  return row && late === true && due !== undefined ? { at: row.at as Instant, due: due as Instant } : null
}
