import { type ListedStory, newestStories, storiesOfMonth } from '../../edition/listed-stories.ts'
import { monthsOf } from '../../edition/months.ts'
import { type ListKey, listTag, monthsTag, monthTag } from '../../edition/tags.ts'
import { archivePage } from '../../site/archive-page.tsx'
import { frontPage, type Strip } from '../../site/front-page.tsx'
import { monthPage } from '../../site/month-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { Section } from '../../story/section.ts'
import type { Language } from '../../story/story.ts'
import type { FinishedPage } from '../page.ts'
import { toCards } from './cards.ts'
import { finished } from './finished.ts'
import { contextFor, type PublicSite } from './page-source.ts'
import type { KnownList } from './story-lists.ts'

/** How many stories a front shows; older ones are in the archive. */
const FRONT_LENGTH = 30
/** How many months a front names; the archive has them all. */
const FRONT_MONTHS = 24
/** How many stories a section's strip on the home page is chosen from. */
const STRIP_LENGTH = 4

type ListAddress = Extract<Address, { kind: 'front' | 'archive' | 'month' }>

/** The context of a list's page; the same list exists in every language of the paper. */
const contextOf = (site: PublicSite, address: ListAddress) =>
  contextFor(site, address.language, (language) => pathTo({ ...address, language }, site.newspaper))

/** The home page, or the front of a section or author. */
export async function loadFront(
  site: PublicSite,
  address: Extract<Address, { kind: 'front' }>,
  { subject, key }: KnownList,
): Promise<FinishedPage> {
  const { language } = address
  const newest = await newestStories(site.edition, { list: key, language, limit: FRONT_LENGTH, before: null })
  const below = subject.kind === 'all' ? await newestBySection(site, language) : []
  // One look at the authors for the whole page.
  const cards = await toCards(site, [newest, ...below.map(({ stories }) => stories)].flat())
  let taken = newest.length
  const strips = below.map(({ section, stories }): Strip => {
    const strip = { section, cards: cards.slice(taken, taken + stories.length) }
    taken += stories.length
    return strip
  })
  const page = frontPage({
    context: contextOf(site, address),
    subject,
    cards: cards.slice(0, newest.length),
    strips: strips.filter((strip) => strip.cards.length > 0),
    months: await monthsOf(site.edition, key, language, FRONT_MONTHS),
  })
  const shows = [listTag(key, language), ...below.map(({ section }) => listTag(keyOf(section), language))]
  return finished(page, { language, shows })
}

const keyOf = ({ id }: Section): ListKey => `section:${id}`

/** The newest stories of each section in the masthead, in its order. */
async function newestBySection(
  site: PublicSite,
  language: Language,
): Promise<{ section: Section; stories: ListedStory[] }[]> {
  const sections = site.sections
    .filter(({ position }) => position !== null)
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
  const found = []
  for (const section of sections) {
    const newest = { list: keyOf(section), language, limit: STRIP_LENGTH, before: null }
    found.push({ section, stories: await newestStories(site.edition, newest) })
  }
  return found
}

/** All months in which a list has stories. */
export async function loadArchive(
  site: PublicSite,
  address: Extract<Address, { kind: 'archive' }>,
  { subject, key }: KnownList,
): Promise<FinishedPage> {
  const { language } = address
  const months = await monthsOf(site.edition, key, language)
  const page = archivePage({ context: contextOf(site, address), subject, months })
  return finished(page, { language, shows: [listTag(key, language)] })
}

/** One month of a list; undefined when it has no stories in it. */
export async function loadMonth(
  site: PublicSite,
  address: Extract<Address, { kind: 'month' }>,
  { subject, key }: KnownList,
): Promise<FinishedPage | undefined> {
  const { language, month } = address
  const months = (await monthsOf(site.edition, key, language)).map((count) => count.month)
  if (!months.includes(month)) return undefined
  const stories = await storiesOfMonth(site.edition, { list: key, language, month })
  const page = monthPage({
    context: contextOf(site, address),
    subject,
    month,
    cards: (await toCards(site, stories)).toReversed(),
    previous: months.find((other) => other < month) ?? null,
    next: months.findLast((other) => other > month) ?? null,
  })
  return finished(page, { language, shows: [monthTag(key, language, month), monthsTag(key, language)] })
}
