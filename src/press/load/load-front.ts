import { countEventsAt } from '../../edition/count-events.ts'
import { filledSlots } from '../../edition/front-slots.ts'
import { type ListedStory, newestStories, oldestStories } from '../../edition/listed-stories.ts'
import { monthsOf } from '../../edition/months.ts'
import { findBySlug } from '../../edition/record-lookups.ts'
import { setOfIds } from '../../edition/record-sets.ts'
import { picturesById } from '../../edition/public-pictures.ts'
import { type ListKey, listTag, pictureTag, RECORD, recordTag, storyTag, type Tag } from '../../edition/tags.ts'
import { displayName } from '../../record/display-name.ts'
import type { Parts, PlaceInRecord } from '../../site/fronts/front-heading.tsx'
import { frontPage, type Strip } from '../../site/fronts/front-page.tsx'
import type { ListSubject, MonthCount, StoryCard } from '../../site/props.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import { inTheirPlaces } from '../../story/front-slot.ts'
import type { PublicPicture } from '../../story/public-picture.ts'
import type { Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'
import type { Instant } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { toCards } from './cards.ts'
import { finished } from './finished.ts'
import { contextFor, nowOf, type PublicSite } from './page-source.ts'
import type { KnownList } from './story-lists.ts'

/** How many stories a front shows; older ones are in the archive. */
const FRONT_LENGTH = 30
/** How many months a front names; the archive has them all. */
const FRONT_MONTHS = 24
/** How many stories a section's strip is chosen from: those that stand above it are left out of it. */
const STRIP_LENGTH = 8
/** How many strips a section's front has. */
const STRIPS = 8
/** How many parts of a series its front numbers from the beginning. */
const PARTS = 24

type FrontAddress = Extract<Address, { kind: 'front' }>

/** The home page, or the front of a section or author. */
export async function loadFront(
  site: PublicSite,
  address: FrontAddress,
  { subject, key }: KnownList,
): Promise<FinishedPage> {
  const { language } = address
  const { stories, freshUntil, slotTags } = await curated(site, key, language)
  const below = await newestBySection(site, sectionsBelow(site, subject), language)
  const cards = await cardsOf(site, [...stories, ...below.flatMap((strip) => strip.stories)])
  const isSeries = subject.kind === 'section' && subject.section.kind === 'series'
  const months = await monthsOf(site.edition, key, language, isSeries ? null : FRONT_MONTHS)
  const place = await inRecord(site, subject, language)
  const portrait = await portraitOf(site, subject)
  const shown = stories.map(cards)
  const page = frontPage({
    context: contextFor(site, language, (other) => pathTo({ ...address, language: other }, site.newspaper)),
    subject,
    cards: shown,
    strips: below.map(({ section, stories: newest }): Strip => ({ section, cards: newest.map(cards) })),
    months,
    parts: isSeries ? await partsOf(site, key, language, months) : null,
    inRecord: place?.place ?? null,
    portrait,
  })
  const shows = [
    listTag(key, language),
    ...below.map(({ section }) => listTag(keyOf(section), language)),
    ...slotTags,
    ...(place?.shows ?? []),
    ...[portrait, shown[0]?.leadPicture].flatMap((picture) => (picture ? [pictureTag(picture.id)] : [])),
  ]
  return { ...finished(page, { language, shows }), freshUntil }
}

const keyOf = ({ id }: Section): ListKey => `section:${id}`

/** The newest stories with the chosen ones in their places, and when the first of those places is to be filled anew. */
async function curated(site: PublicSite, list: ListKey, language: Language) {
  const newest = await newestStories(site.edition, { list, language, limit: FRONT_LENGTH, before: null })
  const slots = await filledSlots(site.edition, { list, language, now: nowOf(site) })
  const ends = slots.flatMap(({ until }) => until ?? []).sort()
  return {
    stories: inTheirPlaces(slots, newest),
    freshUntil: ends[0] ?? (null as Instant | null),
    slotTags: slots.map(({ story }) => storyTag(story.id)),
  }
}

/** An author's picture, where they have one. */
async function portraitOf(site: PublicSite, subject: ListSubject): Promise<PublicPicture | null> {
  const id = subject.kind === 'author' ? subject.persona.pictureId : null
  return (id !== null && (await picturesById(site.edition, [id])).get(id)) || null
}

/** Listed stories as cards, the authors of all of them looked up at once. */
async function cardsOf(site: PublicSite, stories: readonly ListedStory[]): Promise<(story: ListedStory) => StoryCard> {
  const cards = await toCards(site, stories)
  const byStory = new Map(stories.map((story, index) => [story.id, cards[index]]))
  return (story) => byStory.get(story.id) ?? { ...story, authors: [], leadPicture: null }
}

/** The home page shows the masthead's sections, a section's front those right below it, in the masthead's order. */
function sectionsBelow({ sections }: PublicSite, subject: ListSubject): Section[] {
  if (subject.kind === 'author') return []
  const below =
    subject.kind === 'all'
      ? sections.filter(({ position }) => position !== null)
      : sections.filter(({ parentId }) => parentId === subject.section.id).slice(0, STRIPS)
  return below.toSorted((one, other) => (one.position ?? Infinity) - (other.position ?? Infinity) || 0)
}

async function newestBySection(site: PublicSite, sections: readonly Section[], language: Language) {
  const found: { section: Section; stories: ListedStory[] }[] = []
  for (const section of sections) {
    const newest = { list: keyOf(section), language, limit: STRIP_LENGTH, before: null }
    found.push({ section, stories: await newestStories(site.edition, newest) })
  }
  return found.filter(({ stories }) => stories.length > 0)
}

async function partsOf(
  site: PublicSite,
  list: ListKey,
  language: Language,
  months: readonly MonthCount[],
): Promise<Parts> {
  const first = await oldestStories(site.edition, { list, language, limit: PARTS })
  return { total: months.reduce((sum, { stories }) => sum + stories, 0), first: await toCards(site, first) }
}

/**
 * The record's own page of a place: found by the section's slug, and only when it has one of its names too, since a town
 * may be called like a country.
 */
async function inRecord(
  site: PublicSite,
  subject: ListSubject,
  language: Language,
): Promise<{ place: PlaceInRecord | null; shows: readonly Tag[] } | null> {
  if (subject.kind !== 'section' || subject.section.kind !== 'place' || !site.hasRecord) return null
  const { slug, names } = subject.section
  const found = await findBySlug(site.edition, 'place', slug)
  if (found?.kind !== 'found') return { place: null, shows: [RECORD] }
  const place = (await setOfIds(site.edition, [found.id])).places.get(found.id)?.content
  const isSame = place?.names.some(({ text }) => Object.values(names).includes(text)) ?? false
  if (!place || !isSame) return { place: null, shows: [RECORD] }
  const events = await countEventsAt(site.edition, found.id)
  const name = displayName(place.names, language)
  return { place: { slug: place.slug, name, events }, shows: [recordTag('place', found.id)] }
}
