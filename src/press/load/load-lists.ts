import { storiesOfMonth } from '../../edition/listed-stories.ts'
import { monthsOf } from '../../edition/months.ts'
import { listTag, monthsTag, monthTag } from '../../edition/tags.ts'
import { archivePage } from '../../site/fronts/archive-page.tsx'
import { monthPage } from '../../site/fronts/month-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { toCards } from './cards.ts'
import { finished } from './finished.ts'
import { contextFor, type PublicSite } from './page-source.ts'
import type { KnownList } from './story-lists.ts'

type ListAddress = Extract<Address, { kind: 'archive' | 'month' }>

/** The context of a list's page; the same list exists in every language of the paper. */
const contextOf = (site: PublicSite, address: ListAddress) =>
  contextFor(site, address.language, (language) => pathTo({ ...address, language }, site.newspaper))

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
