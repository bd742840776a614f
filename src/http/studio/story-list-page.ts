import { OnrecordError } from '../../errors.ts'
import { parseId, type SectionId } from '../../ids.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import { storyReach } from '../../staff/story-reach.ts'
import { readNewspaper, readSections } from '../../store/house.ts'
import { type ListCursor, type ListRequest, listStories, type StoryFilter } from '../../store/story-list.ts'
import type { Section } from '../../story/section.ts'
import { daysAfter, instantAt } from '../../story/wall-clock.ts'
import { type LocalDate, parseInstant } from '../../time.ts'
import type { Answered, Asked } from '../contract/endpoint.ts'
import type { STORIES_ENDPOINTS } from '../contract/stories.ts'
import { listedStoriesJson } from './listed-story-json.ts'

type List = (typeof STORIES_ENDPOINTS)['GET /stories']
type Query = Asked<List>['query']

/** Whose list it is; null for whoever has the machine, who reads everything. */
export const readerOf = ({ actor }: Pick<Newsroom, 'actor'>): ListRequest['reader'] =>
  actor.staff ? { accountId: actor.staff.accountId, reach: storyReach(actor.staff, 'read-story') } : null

/** A page of the list of stories. */
export async function pageOfStories(newsroom: Newsroom, query: Query): Promise<Answered<List>> {
  const reader = readerOf(newsroom)
  const { limit } = query
  const filter = await filterOf(newsroom, query)
  const after = query.after === undefined ? null : readCursor(query.after)
  // One more than is shown tells whether there are more.
  const found = await listStories(newsroom.db, { reader, filter, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    stories: await listedStoriesJson(newsroom.db, reader, shown),
    next: found.length > limit && last ? `${last.touchedAt}_${last.id}` : null,
  }
}

async function filterOf({ db }: Newsroom, query: Query): Promise<StoryFilter> {
  const { q, state, language, desk, section, byline, author, from, to, suggested } = query
  const zone = from || to ? ((await readNewspaper(db))?.zone ?? 'UTC') : 'UTC'
  const midnight = (on: LocalDate) => instantAt(zone, { on, at: '00:00' })
  return {
    ...(q === undefined || q.trim() === '' ? {} : { words: q }),
    ...(state === undefined ? {} : { states: state }),
    ...(language === undefined ? {} : { language }),
    ...(desk === undefined ? {} : { desk }),
    ...(section === undefined ? {} : { sections: withThoseBelow(await readSections(db), section) }),
    ...(byline === undefined ? {} : { byline }),
    ...(author === undefined ? {} : { author }),
    ...(from === undefined ? {} : { from: midnight(from) }),
    ...(suggested ? { hasSuggestions: true } : {}),
    ...(to === undefined ? {} : { before: midnight(daysAfter(to, 1)) }),
  }
}

function withThoseBelow(all: readonly Section[], top: SectionId): SectionId[] {
  const found = new Set<SectionId>([top])
  // A set hands out what is added while it is walked.
  for (const above of found) for (const { id, parentId } of all) if (parentId === above) found.add(id)
  return [...found]
}

function readCursor(text: string): ListCursor {
  const [instant = '', ...id] = text.split('_')
  const touchedAt = parseInstant(instant)
  const storyId = parseId('story', id.join('_'))
  if (touchedAt && storyId) return { touchedAt, id: storyId }
  throw new OnrecordError('bad-input', 'There is no such page of the list.', { remedy: 'Begin at the first page.' })
}
