import { newestEventsOfActor, newestEventsOfPlace } from '../edition/newest-events.ts'
import {
  aboutRecord,
  type Candidate,
  newestFirst,
  olderStoriesIn,
  olderStoriesOf,
} from '../edition/related-candidates.ts'
import { readSections } from '../store/house.ts'
import { storyById } from '../store/stories.ts'
import type { EventId, StoryId } from '../ids.ts'
import { eventsIn, figuresIn } from '../story/figures.ts'
import { nearestSections } from '../story/nearest-sections.ts'
import type { RelatedChoice, RelatedReason } from '../story/related.ts'
import type { Story } from '../story/story.ts'
import { dateIn, type Instant } from '../time.ts'
import type { Newsroom } from './newsroom.ts'

/** How many older stories stand beside a story. */
const RELATED = 4

/** For each reason a few more than are shown: some fall out, being chosen already or another language of the same. */
const CANDIDATES = RELATED * 3

/** How many events, actors and places of one story are asked, and how many events of an actor or a place. */
const REASONS = 12
const EVENTS = 100

/**
 * Chooses the older stories that stand beside a story from now on: those on the same event first, then those of its wholes
 * and parts, of the same series, on the same actors, on the same place, of the same section; the newest first within each.
 *
 * Only what readers have can be chosen, since only the edition is asked. A story that is published again is chosen for
 * again. Where the edition cannot be read just now, null: nobody waits for it, and stories of the same sections stand in.
 */
export async function chooseRelated(newsroom: Newsroom, storyId: StoryId): Promise<readonly RelatedChoice[] | null> {
  const story = await storyById(newsroom.db, storyId)
  if (!story) return null
  try {
    return await choose(newsroom, story)
  } catch (error) {
    newsroom.onLagging(error)
    return null
  }
}

async function choose(newsroom: Newsroom, story: Story): Promise<RelatedChoice[]> {
  const before = story.firstPublished?.at ?? newsroom.now()
  const chosen = new Map<StoryId, RelatedChoice>()
  for (const reasons of await reasonsFor(newsroom, story)) {
    const found: { candidate: Candidate; reason: RelatedReason }[] = []
    for (const reason of reasons.slice(0, REASONS)) {
      const candidates = await candidatesFor(newsroom, reason, { story, before })
      found.push(...candidates.map((candidate) => ({ candidate, reason })))
    }
    for (const { candidate, reason } of found.sort((one, other) => newestFirst(one.candidate, other.candidate))) {
      const { storyId, groupId } = candidate
      if (groupId !== story.groupId && !chosen.has(storyId)) chosen.set(storyId, { storyId, reason })
    }
    if (chosen.size >= RELATED) break
  }
  return [...chosen.values()].slice(0, RELATED)
}

/** Why another story could stand beside this one, the strongest kind of reason first. */
async function reasonsFor({ db, edition }: Newsroom, { content }: Story): Promise<RelatedReason[][]> {
  const { events, family, actors, places } = await aboutRecord(edition, {
    eventIds: eventsIn(content.body),
    claimIds: [...new Set(figuresIn(content.body).map(({ claimId }) => claimId))],
  })
  const sections = nearestSections(content.sectionIds, await readSections(db))
  const series = sections.filter(({ kind }) => kind === 'series')
  const others = sections.filter(({ kind }) => kind !== 'series')
  return [
    events.map((id) => ({ kind: 'event', id })),
    family.map((id) => ({ kind: 'event', id })),
    ...series.map(({ id }): RelatedReason[] => [{ kind: 'series', id }]),
    actors.map((id) => ({ kind: 'actor', id })),
    places.map((id) => ({ kind: 'place', id })),
    ...others.map(({ id }): RelatedReason[] => [{ kind: 'section', id }]),
  ]
}

interface Beside {
  readonly story: Story
  /** When it was first published, or now. */
  readonly before: Instant
}

async function candidatesFor(
  newsroom: Newsroom,
  reason: RelatedReason,
  { story, before }: Beside,
): Promise<Candidate[]> {
  const { edition } = newsroom
  const { language, id: storyId } = story
  const asked = { language, before: { publishedAt: before, storyId }, limit: CANDIDATES }
  switch (reason.kind) {
    case 'series':
    case 'section':
      return olderStoriesIn(edition, `section:${reason.id}`, asked)
    case 'event':
      return olderStoriesOf(edition, [reason.id], asked)
    case 'actor':
    case 'place':
      return olderStoriesOf(edition, await eventsBehind(newsroom, reason, before), asked)
  }
}

function eventsBehind(
  { edition }: Newsroom,
  reason: Extract<RelatedReason, { kind: 'actor' | 'place' }>,
  before: Instant,
): Promise<EventId[]> {
  const until = dateIn('UTC', before)
  return reason.kind === 'actor'
    ? newestEventsOfActor(edition, reason.id, { until, limit: EVENTS, withBelonging: false })
    : newestEventsOfPlace(edition, reason.id, { until, limit: EVENTS })
}
