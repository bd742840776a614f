import { allAuthors } from '../../edition/house.ts'
import { feedsPage } from '../../site/feeds/feeds-page.tsx'
import { paperIcon } from '../../site/house/icon.ts'
import {
  adsTxt,
  humansTxt,
  indexNowFile,
  type MachineFileProps,
  securityTxt,
  trustTxt,
} from '../../site/feeds/machine-files.ts'
import { robotsTxt } from '../../site/feeds/robots.ts'
import { type Address, pathTo } from '../../story/addresses.ts'
import { type Instant, instantOf } from '../../time.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { contextFor, housePagesIn, nowOf, type PublicSite } from './page-source.ts'

/** The page that lists every feed. */
export async function loadFeedsPage(
  site: PublicSite,
  address: Extract<Address, { kind: 'feeds' }>,
): Promise<FinishedPage> {
  const context = contextFor(site, address.language, (language) => pathTo({ kind: 'feeds', language }, site.newspaper))
  const page = feedsPage({ context, authors: await allAuthors(site.edition) })
  return finished(page, { language: address.language, shows: [] })
}

export const loadIcon = (site: PublicSite): FinishedPage => finished(paperIcon(site.newspaper), { shows: [] })

export const loadRobots = (site: PublicSite): FinishedPage =>
  finished(robotsTxt({ siteUrl: site.siteUrl, site: site.newspaper }), { shows: [] })

export const loadAdsTxt = (site: PublicSite): FinishedPage => finished(adsTxt(site.newspaper), { shows: [] })

export function loadTrustTxt(site: PublicSite): FinishedPage | undefined {
  const page = trustTxt(propsOf(site))
  return page && finished(page, { shows: [] })
}

export const loadHumansTxt = async (site: PublicSite): Promise<FinishedPage> =>
  finished(humansTxt(propsOf(site), await allAuthors(site.edition)), { shows: [] })

/**
 * `security.txt` must say when it expires, and be made anew before. It is good for seven months from the first of this
 * one, and stays the same, byte for byte, until the first of the next.
 */
export function loadSecurityTxt(site: PublicSite): FinishedPage | undefined {
  const now = nowOf(site)
  const page = securityTxt(site, firstOfMonth(now, 7))
  return page && finished(page, { shows: [], freshUntil: firstOfMonth(now, 1) })
}

function firstOfMonth(at: Instant, monthsOn: number): Instant {
  const date = new Date(at)
  return instantOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsOn, 1)))
}

/** Only the paper's own key has a file: any other is an absence like all others. */
export const loadIndexNowKey = (
  { indexNowKey }: PublicSite,
  { key }: Extract<Address, { kind: 'indexnow-key' }>,
): FinishedPage | undefined => (key === indexNowKey ? finished(indexNowFile(key), { shows: [] }) : undefined)

const propsOf = (site: PublicSite): MachineFileProps => ({
  newspaper: site.newspaper,
  siteUrl: site.siteUrl,
  housePages: housePagesIn(site, site.newspaper.defaultLanguage),
})
