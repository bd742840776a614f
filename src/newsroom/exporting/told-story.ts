import type { CarriedRow } from '../../store/carried-rows.ts'
import type { StoryPart } from '../../store/carried-tables.ts'
import { toContent, toStoryWithoutContent } from '../../store/story-rows.ts'
import type { Story, StoryContent } from '../../story/story.ts'
import { dateOfPublication } from '../../time.ts'
import { folderSlug } from './export-format.ts'

/** A story with all that belongs to it, as rows. */
export interface StoryRows {
  readonly story: CarriedRow
  readonly parts: Readonly<Record<StoryPart, readonly CarriedRow[]>>
}

/** A story as its page and its text show it. */
export interface ToldStory {
  readonly story: Omit<Story, 'content'>
  readonly content: StoryContent
  /** Is there a newer text than the one shown, which readers do not have? */
  readonly hasNewerText: boolean
  readonly notes: readonly { readonly kind: string; readonly at: string; readonly text: string }[]
}

/** The text that readers have; of a story that they do not have, the newest there is. */
export function toldStory({ story: row, parts }: StoryRows): ToldStory | undefined {
  const story = toStoryWithoutContent(row as never)
  const atWork = parts.workingCopy.find((copy) => copy['base_revision'] === story.revision)
  const newest = atWork ?? revisionOf(parts, story.revision)
  const shown = story.liveRevision === null ? newest : revisionOf(parts, story.liveRevision)
  if (!shown) return undefined
  return {
    story,
    content: toContent(String(shown['content'])),
    hasNewerText: newest !== undefined && newest['content'] !== shown['content'],
    notes: parts.notes.map(({ kind, at, text }) => ({ kind: String(kind), at: String(at), text: String(text) })),
  }
}

const revisionOf = (parts: StoryRows['parts'], revision: number): CarriedRow | undefined =>
  parts.revisions.find((row) => row['revision'] === revision)

/** The folder of a story: by the month in which readers first had it, else among the drafts. */
export function storyFolder({ story }: Pick<StoryRows, 'story'>, zone: string): string {
  const { id, slug, firstPublished, path } = toStoryWithoutContent(story as never)
  const name = `${folderSlug(slug)}--${id}`
  if (firstPublished === null || path === null) return `stories/drafts/${name}`
  const [year = '', month = ''] = dateOfPublication(zone, firstPublished).split('-')
  return /^\d{4}$/.test(year) ? `stories/${year}/${month}/${name}` : `stories/drafts/${name}`
}
