import type { StoryId } from '../../ids.ts'
import type { Newsroom } from '../../newsroom/newsroom.ts'
import type { StoryAct } from '../../staff/acts.ts'
import { can } from '../../staff/can.ts'
import { storyReach } from '../../staff/story-reach.ts'
import { openReports } from '../../store/reader-reports.ts'
import { type ListRequest, listedStories, listStories, type StoryFilter } from '../../store/story-list.ts'
import { staleTranslations } from '../../store/story-list-stale.ts'
import { pendingTasks } from '../../store/story-tasks.ts'
import type { Answered } from '../contract/endpoint.ts'
import type { STORIES_ENDPOINTS } from '../contract/stories.ts'
import { listedStoriesJson } from './listed-story-json.ts'
import { readerOf } from './story-list-page.ts'

type WorkJson = Answered<(typeof STORIES_ENDPOINTS)['GET /work']>

/** How many of each are shown: more than anybody does in a day. */
const MOST = 50

/** What waits for whoever asks, as far as their roles let them do it. */
export async function workJson(newsroom: Newsroom): Promise<WorkJson> {
  const { db, actor } = newsroom
  const me = actor.staff?.accountId ?? null
  const mine: StoryFilter = { states: ['draft', 'in-review', 'approved', 'scheduled'], ...(me ? { author: me } : {}) }
  return {
    mine: me ? await storiesFor(newsroom, 'read-story', mine) : [],
    waiting: await storiesFor(newsroom, 'approve-story', { states: ['in-review'] }),
    overdue: await storiesFor(newsroom, 'schedule-story', { states: ['scheduled'], dueBy: newsroom.now() }),
    figures: await figuresFor(newsroom),
    stale: await staleFor(newsroom),
    reports: !actor.staff || can(actor.staff, 'read-reports') ? (await openReports(db)).count : null,
  }
}

/** Whoever may do this to the stories of a list. */
function doerOf(newsroom: Newsroom, act: StoryAct): ListRequest['reader'] {
  const reader = readerOf(newsroom)
  const { staff } = newsroom.actor
  return reader && staff ? { ...reader, reach: storyReach(staff, act) } : null
}

async function storiesFor(newsroom: Newsroom, act: StoryAct, filter: StoryFilter) {
  const reader = doerOf(newsroom, act)
  const found = await listStories(newsroom.db, { reader, filter, after: null, limit: MOST })
  return listedStoriesJson(newsroom.db, readerOf(newsroom), found)
}

async function byIdFor(newsroom: Newsroom, act: StoryAct, ids: readonly StoryId[]) {
  const found = await listedStories(newsroom.db, { reader: doerOf(newsroom, act), ids: [...new Set(ids)] })
  const stories = await listedStoriesJson(newsroom.db, readerOf(newsroom), found)
  return new Map(stories.map((story) => [story.id, story]))
}

async function figuresFor(newsroom: Newsroom): Promise<WorkJson['figures']> {
  const tasks = await pendingTasks(newsroom.db, { storyId: null, limit: MOST_LOOKED_THROUGH })
  const stories = await byIdFor(
    newsroom,
    'finish-task',
    tasks.map(({ storyId }) => storyId),
  )
  return tasks
    .flatMap(({ id, storyId, claimId, words, at }) => {
      const story = stories.get(storyId)
      return story ? [{ id, story, claimId, words, at }] : []
    })
    .slice(0, MOST)
}

async function staleFor(newsroom: Newsroom): Promise<WorkJson['stale']> {
  const stale = await staleTranslations(newsroom.db, MOST_LOOKED_THROUGH)
  const stories = await byIdFor(
    newsroom,
    'revise-story',
    stale.map(({ id }) => id),
  )
  return stale
    .flatMap(({ id, originalId }) => {
      const story = stories.get(id)
      return story ? [{ story, originalId }] : []
    })
    .slice(0, MOST)
}

/** Others' are among them. */
const MOST_LOOKED_THROUGH = 500
