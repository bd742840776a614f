import type { ActorId, ClaimId, EventId, PictureId, PlaceId, SourceId, StoryGroupId, StoryId } from '../ids.ts'
import type { Language } from '../story/story.ts'
import type { Month } from '../time.ts'

/**
 * A tag names one thing that a page shows. A page carries the tags of all it shows; a change names the tags it
 * touched; exactly the pages that carry one of them are made anew. They leave as surrogate keys for a CDN too.
 */
export type Tag = string

/** Every page: the paper's name, the masthead, the bylines. */
export const SITE: Tag = 'site'

/** Everything at once: after a large import, and for a reader that fell too far behind. */
export const EVERYTHING: Tag = '*'

/** What says how far the edition is, or depends on all of it: data as programs read it. Every change touches it. */
export const EDITION: Tag = 'edition'

export const storyTag = (id: StoryId): Tag => `story:${id}`

/** What a story shows of the record: its own page, and no page that only leads to it. */
export const storyRecordTag = (id: StoryId): Tag => `story-record:${id}`

/** The set of language versions of a story, as the language switch shows them. */
export const groupTag = (id: StoryGroupId): Tag => `group:${id}`

/** The newest stories of a list: its front and its feed. */
export const listTag = (list: ListKey, language: Language): Tag => `list:${list}:${language}`

/** A list in one month: its monthly page and, for all stories, the month's sitemap. */
export const monthTag = (list: ListKey, language: Language, month: Month): Tag => `list:${list}:${language}:${month}`

/** Which months a list has stories in: the way from one monthly page to the next. */
export const monthsTag = (list: ListKey, language: Language): Tag => `months:${list}:${language}`

/** A list's key in the edition: everything, a section and what lies below it, an author. */
export type ListKey = 'all' | `section:${string}` | `author:${string}`

/** The record's lists: its front, its counts, its downloads. */
export const RECORD: Tag = 'record'

/** One entry of the record with all that is claimed of it: an event, an actor, a place, a source, a claim. */
export const recordTag = (
  type: 'event' | 'actor' | 'place' | 'source' | 'claim',
  id: EventId | ActorId | PlaceId | SourceId | ClaimId,
): Tag => `${type}:${id}`

/** Which stories show an event: the pages that list or count them, and no story. */
export const eventStoriesTag = (id: EventId): Tag => `event-stories:${id}`

/** What an entry is called, and where its page is: pages that name it and show nothing else of it. */
export const nameTag = (id: EventId | ActorId | PlaceId): Tag => `name:${id}`

/** Which months the record has events in: the way from one of its monthly pages to the next. */
export const RECORD_MONTHS: Tag = 'record-months'

/** The events of one month in the record. */
export const recordMonthTag = (month: Month): Tag => `record:${month}`

/** Every correction in a language: the newest of them, and which months have any. */
export const correctionsTag = (language: Language): Tag => `corrections:${language}`

/** The corrections that were issued in one month, in UTC. */
export const correctionsMonthTag = (language: Language, month: Month): Tag => `corrections:${language}:${month}`

/** A picture: every page that shows it. */
export const pictureTag = (id: PictureId): Tag => `picture:${id}`
