import type { Selectable } from 'kysely'
import type { Figure, StoryDocument } from '../story/document.ts'
import type { PersonaId, SectionId, StoryGroupId, StoryId } from '../ids.ts'
import type { FigureUse } from '../story/figures.ts'
import type { GoneStory, PublicStory } from '../story/public-story.ts'
import type { RelatedChoice } from '../story/related.ts'
import type { StoryNote } from '../story/story.ts'
import type { Instant, LocalDate, Month } from '../time.ts'
import type { GoneRow, PublicStoryRow } from './tables.ts'

/** A public story as a row. */
export function toRow(story: PublicStory): PublicStoryRow {
  const lead = story.body.content.find((block): block is Figure => block.type === 'figure')
  return {
    id: story.id,
    group_id: story.groupId,
    language: story.language,
    translated_from: story.translatedFrom,
    path: story.path,
    kicker: story.kicker,
    headline: story.headline,
    standfirst: story.standfirst,
    dateline_place: story.dateline?.place ?? null,
    dateline_on: story.dateline?.on ?? null,
    section_ids: JSON.stringify(story.sectionIds),
    author_ids: JSON.stringify(story.bylines),
    keywords: JSON.stringify(story.keywords),
    body: JSON.stringify(story.body),
    lead_figure: lead ? JSON.stringify(lead) : null,
    notes: JSON.stringify(story.notes),
    first_published_at: story.firstPublished.at,
    first_published_precision: story.firstPublished.precision,
    month: story.month,
    updated_at: story.updatedAt,
    words: story.words,
    figures: JSON.stringify(story.figures),
    related: story.related === null ? null : JSON.stringify(story.related),
    versions: story.versions,
  }
}

/** A withdrawn story as a row. */
export const toGoneRow = (gone: GoneStory): GoneRow => ({
  path: gone.path,
  story_id: gone.id,
  language: gone.language,
  section_ids: JSON.stringify(gone.sectionIds),
  author_ids: JSON.stringify(gone.bylines),
  first_published_at: gone.firstPublished.at,
  first_published_precision: gone.firstPublished.precision,
  killed_at: gone.killedAt,
  notice: gone.notice,
})

/** A row as a public story. The edition is made by this release, so its documents are of the present version. */
export function toStory(row: Selectable<PublicStoryRow>): PublicStory {
  return {
    id: row.id as StoryId,
    groupId: row.group_id as StoryGroupId,
    language: row.language,
    translatedFrom: row.translated_from as StoryId | null,
    path: row.path,
    kicker: row.kicker,
    headline: row.headline,
    standfirst: row.standfirst,
    dateline:
      row.dateline_place === null ? null : { place: row.dateline_place, on: row.dateline_on as LocalDate | null },
    sectionIds: JSON.parse(row.section_ids) as SectionId[],
    bylines: JSON.parse(row.author_ids) as PersonaId[],
    keywords: JSON.parse(row.keywords) as string[],
    body: JSON.parse(row.body) as StoryDocument,
    notes: JSON.parse(row.notes) as StoryNote[],
    firstPublished: { at: row.first_published_at as Instant, precision: precisionOf(row.first_published_precision) },
    month: row.month as Month,
    updatedAt: row.updated_at as Instant,
    words: row.words,
    figures: JSON.parse(row.figures) as FigureUse[],
    related: row.related === null ? null : (JSON.parse(row.related) as RelatedChoice[]),
    versions: row.versions,
  }
}

export const precisionOf = (stored: string): 'day' | 'minute' => (stored === 'day' ? 'day' : 'minute')
