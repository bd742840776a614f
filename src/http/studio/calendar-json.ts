import type { Newsroom } from '../../newsroom/newsroom.ts'
import { theNewspaper } from '../../newsroom/story-path.ts'
import { datedStories } from '../../store/story-list-calendar.ts'
import { listedStories } from '../../store/story-list.ts'
import { daysAfter, instantAt } from '../../story/wall-clock.ts'
import type { LocalDate } from '../../time.ts'
import type { Answered } from '../contract/endpoint.ts'
import type { FRONTS_ENDPOINTS } from '../contract/fronts.ts'
import { listedStoriesJson } from './listed-story-json.ts'
import { readerOf } from './story-list-page.ts'

type CalendarJson = Answered<(typeof FRONTS_ENDPOINTS)['GET /calendar']>

/** What is to happen and what has happened between two days of the newsroom's own calendar, both included. */
export async function calendarJson(
  newsroom: Newsroom,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<CalendarJson> {
  const { db } = newsroom
  const { zone } = await theNewspaper(db)
  const midnight = (on: LocalDate) => instantAt(zone, { on, at: '00:00' })
  const dated = await datedStories(db, { from: midnight(from), before: midnight(daysAfter(to, 1)) })
  const reader = readerOf(newsroom)
  const ids = [...new Set(dated.map(({ id }) => id))]
  const stories = await listedStoriesJson(db, reader, await listedStories(db, { reader, ids }))
  const byId = new Map(stories.map((story) => [story.id, story]))
  return {
    entries: dated.flatMap(({ id, kind, at }) => {
      const story = byId.get(id)
      return story ? [{ kind, at, story }] : []
    }),
  }
}
