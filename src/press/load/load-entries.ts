import { sourcesOfActor, claimCounts } from '../../edition/actor-sources.ts'
import { changesOfEvents } from '../../edition/record-changes.ts'
import { claimsOfSource } from '../../edition/record-claims.ts'
import { listedEvents } from '../../edition/record-lists.ts'
import { claimsEvent, findBySlug } from '../../edition/record-lookups.ts'
import { eventFamilySet, setOfIds } from '../../edition/record-sets.ts'
import { storiesOfEvents } from '../../edition/record-stories.ts'
import { newestEventsOfActor, newestEventsOfPlace } from '../../edition/newest-events.ts'
import { recordTag, storyTag, type Tag } from '../../edition/tags.ts'
import type { ActorId, ClaimId, EventId, PlaceId, SourceId } from '../../ids.ts'
import { actorPage } from '../../site/record/actor-page.tsx'
import { claimPage } from '../../site/record/claim-page.tsx'
import { placePage } from '../../site/record/place-page.tsx'
import { sourcePage } from '../../site/record/source-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage } from '../page.ts'
import { toCards } from './cards.ts'
import { eventLines } from './event-lines.ts'
import { finished, movedTo } from './finished.ts'
import { ALL_EVENTS } from './load-record-lists.ts'
import { contextFor, type PublicSite } from './page-source.ts'
import { claimsAbout } from './claims-about.ts'

/** How many events and claims stand on a page before it leads on. */
const EVENTS = 30
const CLAIMS = 50
/** How much of what an actor says, and of what is said of it, its page shows. */
const LAST_SAID = 10

/** How many stories stand on an actor's or a place's page, and in how many of its last events they are looked for. */
const STORIES = 10
const LAST_EVENTS = { until: null, limit: 100 }

/** The newest stories that show one of these events. */
async function storiesOn(site: PublicSite, events: readonly EventId[], language: Language) {
  const listed = await storiesOfEvents(site.edition, events, language, STORIES)
  return { cards: await toCards(site, listed), shows: listed.map(({ id }) => storyTag(id)) }
}

type SlugAddress = Extract<Address, { slug: string }>

const contextOf = (site: PublicSite, address: SlugAddress | Extract<Address, { kind: 'claim' }>) =>
  contextFor(site, address.language, (language) => pathTo({ ...address, language }, site.newspaper))

/** The entry at an address with a slug, or the page that leads to where it went. */
async function entryAt<Type extends 'actor' | 'place' | 'source'>(site: PublicSite, type: Type, address: SlugAddress) {
  const found = await findBySlug(site.edition, type, address.slug)
  return found?.kind === 'moved' ? movedTo(pathTo({ ...address, slug: found.slug }, site.newspaper), []) : found
}

const isMoved = (found: object): found is FinishedPage => 'contentType' in found

export async function loadActor(site: PublicSite, address: SlugAddress): Promise<FinishedPage | undefined> {
  const found = await entryAt(site, 'actor', address)
  if (!found || isMoved(found)) return found
  const actorId: ActorId = found.id
  const { edition } = site
  const { language } = address
  const listed = await listedEvents(edition, { ...ALL_EVENTS, actorId }, { after: null, limit: EVENTS })
  const sourceIds = await sourcesOfActor(edition, actorId)
  const said = await claimsOfSources(site, sourceIds)
  const about = await claimsAbout(site, { actorId, sourceIds, events: listed.events, limit: LAST_SAID })
  const basis = listed.events.flatMap(({ event }) => event.content.participation.flatMap((part) => part.basis ?? []))
  const ids = [actorId, ...sourceIds, ...listed.events.map(({ event }) => event.id), ...basis, ...said, ...about]
  const set = await setOfIds(edition, ids)
  const actor = set.actors.get(actorId)
  if (!actor) return undefined
  const stories = await storiesOn(
    site,
    await newestEventsOfActor(edition, actorId, { ...LAST_EVENTS, withBelonging: false }),
    language,
  )
  const page = actorPage({
    context: contextOf(site, address),
    actor,
    set,
    events: await eventLines(site, listed.events, language),
    next: listed.next,
    sourceIds,
    says: said,
    saidAbout: about,
    stories: stories.cards,
    hasMoreStories: stories.cards.length >= STORIES,
  })
  const shows = [recordTag('actor', actorId), ...sourceIds.map(sourceTagOf), ...stories.shows]
  return finished(page, { language, shows })
}

const sourceTagOf = (id: SourceId): Tag => recordTag('source', id)

async function claimsOfSources({ edition }: PublicSite, sourceIds: readonly SourceId[]): Promise<ClaimId[]> {
  const said: ClaimId[] = []
  for (const sourceId of sourceIds) {
    said.push(...(await claimsOfSource(edition, sourceId, { after: null, limit: LAST_SAID })).claimIds)
  }
  return said.slice(0, LAST_SAID)
}

export async function loadPlace(site: PublicSite, address: SlugAddress): Promise<FinishedPage | undefined> {
  const found = await entryAt(site, 'place', address)
  if (!found || isMoved(found)) return found
  const placeId: PlaceId = found.id
  const { edition } = site
  const { language } = address
  const listed = await listedEvents(edition, { ...ALL_EVENTS, placeId }, { after: null, limit: EVENTS })
  const set = await setOfIds(edition, [placeId, ...listed.events.map(({ event }) => event.content.where.placeId)])
  const place = set.places.get(placeId)
  if (!place) return undefined
  const stories = await storiesOn(site, await newestEventsOfPlace(edition, placeId, LAST_EVENTS), language)
  const page = placePage({
    context: contextOf(site, address),
    place,
    set,
    events: await eventLines(site, listed.events, language),
    next: listed.next,
    stories: stories.cards,
    hasMoreStories: stories.cards.length >= STORIES,
  })
  return finished(page, { language, shows: [recordTag('place', placeId), ...stories.shows] })
}

/** @param after where the page of claims before ended; such a page is asked for by a query and never kept */
export async function loadSource(
  site: PublicSite,
  address: SlugAddress,
  after: string | null = null,
): Promise<FinishedPage | undefined> {
  const found = await entryAt(site, 'source', address)
  if (!found || isMoved(found)) return found
  const sourceId: SourceId = found.id
  const { edition } = site
  const { set: claims, claimIds, next } = await claimsOfSource(edition, sourceId, { after, limit: CLAIMS })
  // A source that has said nothing yet stands in no event's family.
  const set = claims.sources.has(sourceId) ? claims : await setOfIds(edition, [sourceId])
  const source = set.sources.get(sourceId)
  if (!source) return undefined
  const counts = await claimCounts(edition, sourceId)
  const page = sourcePage({ context: contextOf(site, address), source, set, claimIds, next, counts })
  const kept = finished(page, { language: address.language, shows: [sourceTagOf(sourceId)] })
  return after === null ? kept : { ...kept, kept: false }
}

export async function loadClaim(
  site: PublicSite,
  address: Extract<Address, { kind: 'claim' }>,
): Promise<FinishedPage | undefined> {
  const { id, language } = address
  const eventId = await claimsEvent(site.edition, id)
  if (eventId === undefined) return undefined
  const set = await eventFamilySet(site.edition, eventId)
  const claim = set.claims.get(id)
  if (!claim) return undefined
  const changes = await changesOfEvents(site.edition, [claim.content.about.eventId], 1_000)
  const page = claimPage({
    context: contextOf(site, address),
    claim,
    set,
    changes: changes.filter((change) => change.id === id || change.before?.id === id),
  })
  return finished(page, { language, shows: [recordTag('claim', id), recordTag('event', eventId)] })
}
