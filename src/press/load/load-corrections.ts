import {
  correctionsBetween,
  correctionTimes,
  type ListedCorrection,
  newestCorrections,
} from '../../edition/corrections.ts'
import { correctionsMonthTag, correctionsTag, storyTag, type Tag } from '../../edition/tags.ts'
import { correctionsPage } from '../../site/story/corrections-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import { dateIn, type Instant, instantOf, type Month, monthOf } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { contextFor, contextOfOne, type PublicSite } from './page-source.ts'

/** How many corrections the first page shows; the months have them all. */
const NEWEST = 50

type CorrectionsAddress = Extract<Address, { kind: 'corrections' }>

/** What was corrected: the newest, or a month; undefined for a month without corrections. */
export async function loadCorrections(
  site: PublicSite,
  address: CorrectionsAddress,
): Promise<FinishedPage | undefined> {
  return address.month === null ? loadNewest(site, address) : loadMonth(site, { ...address, month: address.month })
}

async function loadNewest(site: PublicSite, address: CorrectionsAddress): Promise<FinishedPage> {
  const { language } = address
  const corrections = await newestCorrections(site.edition, { language, limit: NEWEST })
  const counts = new Map<Month, number>()
  for (const at of await correctionTimes(site.edition, language)) {
    const month = monthIn(site, at)
    counts.set(month, (counts.get(month) ?? 0) + 1)
  }
  const page = correctionsPage({
    context: contextFor(site, language, (other) => pathTo({ ...address, language: other }, site.newspaper)),
    month: null,
    corrections: corrections.map(toIssued),
    months: [...counts].map(([month, count]) => ({ month, count })),
  })
  return finished(page, { language, shows: [correctionsTag(language), ...storiesIn(corrections)] })
}

const DAY_MS = 24 * 60 * 60 * 1000

/** A month begins and ends with the paper's own midnight, which no zone has more than a day away from that of UTC. */
async function loadMonth(
  site: PublicSite,
  address: CorrectionsAddress & { readonly month: Month },
): Promise<FinishedPage | undefined> {
  const { language, month } = address
  const begins = Date.parse(`${month}-01T00:00:00Z`)
  const ends = new Date(begins).setUTCMonth(new Date(begins).getUTCMonth() + 1)
  const [from, until] = [instantOf(new Date(begins - DAY_MS)), instantOf(new Date(ends + DAY_MS))]
  const near = await correctionsBetween(site.edition, { language, from, until })
  const corrections = near.filter(({ note }) => monthIn(site, note.at) === month)
  if (corrections.length === 0) return undefined
  const page = correctionsPage({
    context: contextOfOne(site, language, pathTo(address, site.newspaper)),
    month,
    corrections: corrections.map(toIssued),
    months: [],
  })
  const months = new Set([from, instantOf(new Date(begins)), until].map((at) => at.slice(0, 7) as Month))
  const shows = [...months].map((some) => correctionsMonthTag(language, some))
  return finished(page, { language, shows: [...shows, ...storiesIn(corrections)] })
}

const monthIn = ({ newspaper }: PublicSite, at: Instant): Month => monthOf(dateIn(newspaper.zone, at))

/** A story that is killed takes its corrections with it, wherever they are shown. */
const storiesIn = (corrections: readonly ListedCorrection[]): Tag[] => [
  ...new Set(corrections.map(({ story }) => storyTag(story.id))),
]

const toIssued = ({ note, story, isChanged }: ListedCorrection) => ({
  note,
  headline: story.headline,
  path: story.path,
  isChanged,
})
