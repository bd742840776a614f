import type { Block, StoryDocument } from './document.ts'
import type { FigureUse } from './figures.ts'
import { countWords } from './plain-text.ts'
import type { PublicVersion } from './public-version.ts'
import type { RelatedChoice } from './related.ts'
import type { Projection, PublicStory } from './public-story.ts'
import type { Story, StoryContent, StoryNote } from './story.ts'
import { dateOfPublication, monthOf } from '../time.ts'

/** A story with its live revision and its notes: all that a projection is made from. */
export interface StoryOnFile {
  readonly story: Omit<Story, 'content'>
  /** The live revision's content; null before the first publication. */
  readonly live: StoryContent | null
  readonly notes: readonly StoryNote[]
  /** The figures of the live revision. */
  readonly figures: readonly FigureUse[]
  /** Chosen when it was published; null where nobody chose. */
  readonly related: readonly RelatedChoice[] | null
  /** What readers have had, oldest first; empty for a story that has not changed since it was published. */
  readonly versions: readonly PublicVersion[]
}

/**
 * What the edition should hold of a story, from its state alone: the same input gives the same projection
 * whenever it is made, so that an edition rebuilt from nothing equals the one that grew.
 *
 * @param zone the newsroom's IANA zone, which decides the month a story is listed under
 */
export function project({ story, live, notes, figures, related, versions }: StoryOnFile, zone: string): Projection {
  const { path, firstPublished, updatedAt } = story
  if (path === null || firstPublished === null || updatedAt === null) return { kind: 'private' }
  if (story.kill) {
    const { at, notice } = story.kill
    const { id, language } = story
    const listed = { sectionIds: live?.sectionIds ?? [], bylines: live?.bylines ?? [], firstPublished }
    return { kind: 'gone', story: { id, language, path, ...listed, killedAt: at, notice } }
  }
  if (live === null) return { kind: 'private' }
  const body = publicBody(live.body)
  const published: PublicStory = {
    id: story.id,
    groupId: story.groupId,
    language: story.language,
    translatedFrom: story.translatedFrom,
    path,
    kicker: live.kicker,
    headline: live.headline,
    standfirst: live.standfirst,
    dateline: live.dateline,
    sectionIds: live.sectionIds,
    bylines: live.bylines,
    keywords: live.keywords,
    body,
    notes,
    figures,
    firstPublished,
    month: monthOf(dateOfPublication(zone, firstPublished)),
    updatedAt,
    words: countWords(body),
    related,
    versions: Math.max(1, versions.length),
  }
  return { kind: 'live', story: published, versions: versions.map(publicVersion) }
}

/** An earlier text is public by the same rules as the present one; one that was withheld leaves no word. */
const publicVersion = (version: PublicVersion): PublicVersion =>
  version.text === null || version.withheld !== null
    ? { ...version, change: null, text: null }
    : { ...version, text: { ...version.text, body: publicBody(version.text.body) } }

/** The body without pictures that have not been brought over: readers get no empty frames and no other site's address. */
function publicBody(body: StoryDocument): StoryDocument {
  const shown = body.content.filter((block) => !isMissingPicture(block))
  return shown.length === body.content.length ? body : { ...body, content: shown }
}

const isMissingPicture = (block: Block): boolean => block.type === 'figure' && block.attrs.picture.kind === 'missing'
