import type { StoryId } from '../ids.ts'
import type { Language, Publication } from '../story/story.ts'
import type { Instant, Month } from '../time.ts'
import type { EditionDb } from './edition-db.ts'
import { precisionOf } from './story-rows.ts'

/** A story as news search hears of it. */
export interface NewsStory {
  readonly id: StoryId
  readonly path: string
  readonly language: Language
  readonly headline: string
  readonly firstPublished: Publication
}

/** Stories of a language first published at `since` or later, newest first. */
export async function storiesSince(
  db: EditionDb,
  { language, since, limit }: { language: Language; since: Instant; limit: number },
): Promise<NewsStory[]> {
  const rows = await db
    .selectFrom('listings')
    .innerJoin('stories', 'stories.id', 'listings.story_id')
    .select([
      'stories.id',
      'stories.path',
      'stories.headline',
      'stories.first_published_at',
      'stories.first_published_precision',
    ])
    .where('listings.list', '=', 'all')
    .where('listings.language', '=', language)
    .where('listings.published_at', '>=', since)
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.story_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id as StoryId,
    path: row.path,
    language,
    headline: row.headline,
    firstPublished: { at: row.first_published_at as Instant, precision: precisionOf(row.first_published_precision) },
  }))
}

/** Each month that events are listed under, with the latest change to what one of them rests on; newest first. */
export async function recordMonthsForSitemap(db: EditionDb): Promise<{ month: Month; updatedAt: Instant | null }[]> {
  const rows = await db
    .selectFrom('record_months')
    .select((select) => [
      'month',
      select
        .selectFrom('events')
        .whereRef('events.month', '=', 'record_months.month')
        .select((inner) => inner.fn.max('updated_at').as('latest'))
        .as('updated_at'),
    ])
    .orderBy('month', 'desc')
    .execute()
  return rows.map((row) => ({ month: row.month as Month, updatedAt: row.updated_at as Instant | null }))
}

/** The events listed under a month, in order of their day, with the hour of the newest that their figures rest on. */
export async function eventsForSitemap(
  db: EditionDb,
  month: Month,
  limit: number,
): Promise<{ slug: string; updatedAt: Instant | null }[]> {
  const rows = await db
    .selectFrom('events')
    .select(['slug', 'updated_at'])
    .where('month', '=', month)
    .where('listed_on', 'is not', null)
    .orderBy('listed_on')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ slug: row.slug, updatedAt: row.updated_at as Instant | null }))
}

/** Actors, places or sources that have a page under their own slug, in order of their ids. */
export async function entriesForSitemap(
  db: EditionDb,
  table: 'actors' | 'places' | 'sources',
  limit: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom(table as 'actors')
    .select('slug')
    .where('id', '>', '')
    .where('status', '=', 'live')
    .where('merged_into', 'is', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.slug)
}
