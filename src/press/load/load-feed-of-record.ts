import { wholeStories } from '../../edition/feed-stories.ts'
import { newestEventsOfActor, newestEventsOfPlace } from '../../edition/newest-events.ts'
import { findBySlug } from '../../edition/record-lookups.ts'
import { eventFamilySet, setOfIds } from '../../edition/record-sets.ts'
import { storiesOfEvents } from '../../edition/record-stories.ts'
import { eventStoriesTag, recordTag, storyTag, type Tag } from '../../edition/tags.ts'
import type { EventId } from '../../ids.ts'
import { familyOf } from '../../record/event-family.ts'
import { actorNameOf, eventTitleOf, placeNameOf } from '../../site/record/record-names.ts'
import { type FeedList, pathTo } from '../../story/addresses.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage } from '../page.ts'
import { finished, movedTo } from './finished.ts'
import type { PublicSite } from './page-source.ts'
import { FEED_LENGTH, type FeedAddress, linksOf, renderFeed, withAuthors } from './render-feed.ts'

/** From how many of the newest events of an actor or a place a feed takes its stories. */
const EVENTS = 200

type RecordList = Extract<FeedList, { kind: 'event' | 'actor' | 'place' }>

/** What a feed of the record follows. */
interface Followed {
  readonly name: string
  readonly events: readonly EventId[]
  readonly shows: readonly Tag[]
}

/** The stories that show an event, an actor or a place; undefined when readers know of none by this name. */
export async function loadFeedOfRecord(
  site: PublicSite,
  address: FeedAddress,
  list: RecordList,
): Promise<FinishedPage | undefined> {
  const { edition, newspaper } = site
  const { language } = address
  const found = await findBySlug(edition, list.kind, list.slug)
  if (!found) return undefined
  if (found.kind === 'moved') {
    return movedTo(pathTo({ ...address, list: { ...list, slug: found.slug } }, newspaper), [])
  }
  const followed = await FOLLOWED[list.kind](site, found.id, language)
  if (!followed) return undefined
  const newest = await storiesOfEvents(edition, followed.events, language, FEED_LENGTH)
  const stories = await wholeStories(
    edition,
    newest.map(({ id }) => id),
  )
  const subject = { ...list, name: followed.name }
  const page = renderFeed(site, address, { subject, stories: await withAuthors(site, stories) })
  const shows = [...followed.shows, ...stories.map(({ id }) => storyTag(id))]
  return finished(page, { language, shows, links: linksOf(site, address, subject) })
}

type Follow = (site: PublicSite, id: string, language: Language) => Promise<Followed | undefined>

const FOLLOWED: Readonly<Record<RecordList['kind'], Follow>> = {
  event: async ({ edition }, id, language) => {
    const eventId = id as EventId
    const set = await eventFamilySet(edition, eventId)
    if (!set.events.has(eventId)) return undefined
    const events = [eventId, ...familyOf(set, eventId).parts]
    const shows = events.flatMap((one) => [recordTag('event', one), eventStoriesTag(one)])
    return { name: eventTitleOf({ set, language }, eventId), events, shows }
  },
  actor: async ({ edition }, id, language) => {
    const actorId = id as Parameters<typeof newestEventsOfActor>[1]
    const set = await setOfIds(edition, [actorId])
    if (!set.actors.has(actorId)) return undefined
    const events = await newestEventsOfActor(edition, actorId, { until: null, limit: EVENTS, withBelonging: true })
    return { name: actorNameOf({ set, language }, actorId), events, shows: [recordTag('actor', actorId)] }
  },
  place: async ({ edition }, id, language) => {
    const placeId = id as Parameters<typeof newestEventsOfPlace>[1]
    const set = await setOfIds(edition, [placeId])
    const name = placeNameOf({ set, language }, placeId)
    if (name === null) return undefined
    const events = await newestEventsOfPlace(edition, placeId, { until: null, limit: EVENTS })
    return { name, events, shows: [recordTag('place', placeId)] }
  },
}
