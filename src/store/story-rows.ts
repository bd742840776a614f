import type { Selectable } from 'kysely'
import type { StoryGroupId, StoryId } from '../ids.ts'
import type { Hold, Kill, Publication, Story, StoryContent, StoryState } from '../story/story.ts'
import type { Instant } from '../time.ts'
import { upcast } from '../story/upcast.ts'
import type { StoryRow } from './tables.ts'

/** A story without its text, from its row. */
export function toStoryWithoutContent(row: Selectable<StoryRow>): Omit<Story, 'content'> {
  return {
    id: row.id as StoryId,
    groupId: row.group_id as StoryGroupId,
    language: row.language,
    translatedFrom: row.translated_from as StoryId | null,
    state: row.state as StoryState,
    revision: row.revision,
    liveRevision: row.live_revision,
    slug: row.slug,
    path: row.path,
    hold: toHold(row),
    embargoUntil: row.embargo_until as Instant | null,
    scheduledFor: row.scheduled_for as Instant | null,
    firstPublished: toPublication(row),
    updatedAt: row.updated_at as Instant | null,
    kill: toKill(row),
  }
}

const toHold = ({ hold_reason: reason, held_at: at }: StoryRow): Hold | null =>
  reason === null || at === null ? null : { reason, at: at as Instant }

const toKill = ({ killed_at: at, kill_notice: notice }: StoryRow): Kill | null =>
  at === null || notice === null ? null : { at: at as Instant, notice }

const toPublication = ({
  first_published_at: at,
  first_published_precision: precision,
}: StoryRow): Publication | null =>
  at === null ? null : { at: at as Instant, precision: precision === 'day' ? 'day' : 'minute' }

/** The row of a story, but for the time it was begun. */
export function toStoryRow(story: Omit<Story, 'content'>): Omit<StoryRow, 'created_at'> {
  return {
    id: story.id,
    group_id: story.groupId,
    language: story.language,
    translated_from: story.translatedFrom,
    state: story.state,
    revision: story.revision,
    live_revision: story.liveRevision,
    slug: story.slug,
    path: story.path,
    hold_reason: story.hold?.reason ?? null,
    held_at: story.hold?.at ?? null,
    embargo_until: story.embargoUntil,
    scheduled_for: story.scheduledFor,
    first_published_at: story.firstPublished?.at ?? null,
    first_published_precision: story.firstPublished?.precision ?? null,
    updated_at: story.updatedAt,
    killed_at: story.kill?.at ?? null,
    kill_notice: story.kill?.notice ?? null,
  }
}

/** A revision's content, its body raised to the present document schema. */
export function toContent(json: string): StoryContent {
  const stored = JSON.parse(json) as StoryContent
  return {
    kicker: stored.kicker,
    headline: stored.headline,
    standfirst: stored.standfirst,
    dateline: stored.dateline,
    sectionIds: stored.sectionIds,
    bylines: stored.bylines,
    keywords: stored.keywords,
    body: upcast(stored.body) as StoryContent['body'],
  }
}
