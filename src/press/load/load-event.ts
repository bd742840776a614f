import { changesOfEvents } from '../../edition/record-changes.ts'
import { findBySlug } from '../../edition/record-lookups.ts'
import { eventFamilySet } from '../../edition/record-sets.ts'
import { LATEST, storiesOfEvents } from '../../edition/record-stories.ts'
import { eventStoriesTag, recordTag, storyTag } from '../../edition/tags.ts'
import type { EventId } from '../../ids.ts'
import { familyOf } from '../../record/event-family.ts'
import { ledgerOf } from '../../record/make-ledger.ts'
import { newestIn } from '../../record/newest-in.ts'
import type { RecordSet } from '../../record/record-set.ts'
import { eventPage } from '../../site/record/event-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { toCards } from './cards.ts'
import { finished, movedTo } from './finished.ts'
import { contextFor, type PublicSite } from './page-source.ts'

/** How many changes an event's page shows. */
const CHANGES = 500

type EventAddress = Extract<Address, { slug: string }>

/** An event's dossier; undefined when readers know of none by this name. */
export async function loadEvent(site: PublicSite, address: EventAddress): Promise<FinishedPage | undefined> {
  const { edition, newspaper } = site
  const { language } = address
  const found = await findBySlug(edition, 'event', address.slug)
  if (!found) return undefined
  if (found.kind === 'moved') return movedTo(pathTo({ ...address, slug: found.slug }, newspaper), [])
  const set = await eventFamilySet(edition, found.id)
  if (!set.events.has(found.id)) return undefined
  const family = [found.id, ...familyOf(set, found.id).parts]
  const stories = await storiesOfEvents(edition, family, language, LATEST)
  const changes = await changesOfEvents(edition, family, CHANGES)
  const page = eventPage({
    context: contextFor(site, language, (other) => pathTo({ ...address, language: other }, newspaper)),
    eventId: found.id,
    set,
    ledger: ledgerOf(set, found.id),
    stories: await toCards(site, stories),
    hasMoreStories: stories.length >= LATEST,
    changes,
    asOf: newestIn(set),
  })
  const shows = [
    eventStoriesTag(found.id),
    ...family.map((id) => recordTag('event', id)),
    ...stories.map(({ id }) => storyTag(id)),
  ]
  return finished(page, { language, shows })
}

/** The events whose pages show the same: an event, its wholes and its parts. */
export const familyIds = (set: RecordSet, eventId: EventId): EventId[] => {
  const { wholes, parts } = familyOf(set, eventId)
  return [eventId, ...wholes, ...parts]
}
