import type { ListedStory } from '../../edition/listed-stories.ts'
import { entryNames, type NamedEntry } from '../../edition/entry-names.ts'
import { olderStoriesIn } from '../../edition/related-candidates.ts'
import { LATEST, listedStoriesById, storiesOfEvents } from '../../edition/record-stories.ts'
import { claimsEvent } from '../../edition/record-lookups.ts'
import { nameTag, storyTag, type Tag } from '../../edition/tags.ts'
import type { EventId, StoryId } from '../../ids.ts'
import { displayName, inLanguage } from '../../record/display-name.ts'
import { sectionPath } from '../../site/links.ts'
import type { PageContext, RelatedBecause, RelatedStory } from '../../site/props.ts'
import { entryPath } from '../../site/record/record-paths.ts'
import { sectionName } from '../../site/fronts/subjects.ts'
import { eventsIn } from '../../story/figures.ts'
import { nearestSections } from '../../story/nearest-sections.ts'
import type { PublicStory } from '../../story/public-story.ts'
import type { RelatedChoice, RelatedReason } from '../../story/related.ts'
import { toCards } from './cards.ts'
import { contextOfOne, type PublicSite } from './page-source.ts'

/** How many older stories stand beside a story, and how many newer ones a story leads on to. */
const RELATED = 4
const LATER = 3

/** From how many of its events a story leads on. */
const EVENTS = 6

/** Stories that a page leads to, with the tags of what it says of them. */
interface Loaded<Story> {
  readonly stories: readonly Story[]
  readonly shows: readonly Tag[]
}

/**
 * The older stories that were chosen when this one was published, each with the reason. One that was withdrawn since is left
 * out. Where nobody chose, as with most of an import, older stories of the same sections.
 */
export async function loadRelated(site: PublicSite, story: PublicStory): Promise<Loaded<RelatedStory>> {
  const choices = story.related ?? (await olderOfSections(site, story))
  const listed = await listedStoriesById(
    site.edition,
    choices.map(({ storyId }) => storyId),
  )
  const cards = new Map((await toCards(site, listed)).map((card) => [card.id, card]))
  const reasons = choices.map(({ reason }) => reason)
  const named = await becauseOf(site, story, reasons)
  return {
    stories: choices.flatMap(({ storyId, reason }): RelatedStory[] => {
      const card = cards.get(storyId)
      return card ? [{ card, because: named.get(reason.id) ?? null }] : []
    }),
    shows: [...choices.map(({ storyId }) => storyTag(storyId)), ...nameTagsOf(reasons)],
  }
}

/** Looking backward only, so that a new story changes no older page. */
async function olderOfSections(site: PublicSite, story: PublicStory): Promise<RelatedChoice[]> {
  const before = { publishedAt: story.firstPublished.at, storyId: story.id }
  const chosen = new Map<string, RelatedChoice>()
  for (const { id, kind } of nearestSections(story.sectionIds, site.sections)) {
    if (chosen.size >= RELATED) break
    const reason = { kind: kind === 'series' ? 'series' : 'section', id } as const
    const asked = { language: story.language, before, limit: RELATED * 2 }
    for (const { storyId, groupId } of await olderStoriesIn(site.edition, `section:${id}`, asked)) {
      if (groupId !== story.groupId && !chosen.has(storyId)) chosen.set(storyId, { storyId, reason })
    }
  }
  return [...chosen.values()].slice(0, RELATED)
}

/** The reasons by the name and the page of what the two stories share; one that readers know no more is left out. */
async function becauseOf(
  site: PublicSite,
  { language }: PublicStory,
  reasons: readonly RelatedReason[],
): Promise<Map<string, RelatedBecause>> {
  const context = contextOfOne(site, language)
  const because = new Map<string, RelatedBecause>()
  for (const { kind, id } of reasons) {
    if (kind !== 'series' && kind !== 'section') continue
    const section = site.sections.find((one) => one.id === id)
    if (section) because.set(id, { kind, name: sectionName(context, section), path: sectionPath(context, section) })
  }
  for (const type of ['event', 'actor', 'place'] as const) {
    const ids = reasons.flatMap(({ kind, id }) => (kind === type ? [id as EventId] : []))
    const named = ids.length === 0 ? [] : await entryNames(site.edition, type as 'event', [...new Set(ids)])
    for (const [id, entry] of named) because.set(id, { kind: type, ...nameAndPath(context, type, entry) })
  }
  return because
}

const nameAndPath = (context: PageContext, type: 'event' | 'actor' | 'place', { slug, titles, names }: NamedEntry) => ({
  name: type === 'event' ? inLanguage(titles, context.language) : displayName(names, context.language),
  path: entryPath(context, type, slug),
})

const nameTagsOf = (reasons: readonly RelatedReason[]): Tag[] => [
  ...new Set(
    reasons.flatMap(({ kind, id }) => (kind === 'series' || kind === 'section' ? [] : [nameTag(id as EventId)])),
  ),
]

/**
 * The newest stories of the same events that came after this one, as long as it is one of the latest twenty of an event:
 * so a publication touches no more stories than those. Older ones lead on through the event's page.
 */
export async function loadLater(site: PublicSite, story: PublicStory): Promise<Loaded<RelatedStory>> {
  const later = new Map<StoryId, { listed: ListedStory; eventId: EventId }>()
  for (const eventId of await eventsShownBy(site, story)) {
    const latest = await storiesOfEvents(site.edition, [eventId], story.language, LATEST)
    const own = latest.findIndex(({ id }) => id === story.id)
    for (const listed of latest.slice(0, Math.max(0, own))) {
      if (!later.has(listed.id)) later.set(listed.id, { listed, eventId })
    }
  }
  const newest = [...later.values()].toSorted(newestFirst).slice(0, LATER)
  const reasons = newest.map(({ eventId }) => ({ kind: 'event', id: eventId }) as const)
  const named = await becauseOf(site, story, reasons)
  const cards = await toCards(
    site,
    newest.map(({ listed }) => listed),
  )
  return {
    stories: cards.map((card) => ({ card, because: named.get(later.get(card.id)?.eventId ?? '') ?? null })),
    shows: [...newest.map(({ listed }) => storyTag(listed.id)), ...nameTagsOf(reasons)],
  }
}

type Dated = Pick<ListedStory, 'id' | 'firstPublished'>

const newestFirst = ({ listed: one }: { listed: Dated }, { listed: other }: { listed: Dated }): number =>
  `${one.firstPublished.at} ${one.id}` < `${other.firstPublished.at} ${other.id}` ? 1 : -1

async function eventsShownBy({ edition }: PublicSite, { body, figures }: PublicStory): Promise<EventId[]> {
  const events = new Set<EventId>(eventsIn(body))
  for (const claimId of new Set(figures.map((figure) => figure.claimId))) {
    const eventId = await claimsEvent(edition, claimId)
    if (eventId) events.add(eventId)
  }
  return [...events].slice(0, EVENTS)
}
