import type { Address } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import {
  loadAdsTxt,
  loadHumansTxt,
  loadIcon,
  loadIndexNowKey,
  loadRobots,
  loadSecurityTxt,
  loadTrustTxt,
} from './load-machines.ts'
import { loadMirrorsList } from './load-mirrors.ts'
import { loadSitemapIndex, loadSitemapMonth, loadSitemapOf, loadSitemapRecord } from './load-sitemaps.ts'
import type { PublicSite } from './page-source.ts'

/** Addresses in no language, since nobody reads what stands there. */
type ForMachines = Exclude<Address, { language: string }>

/** What stands at an address that only machines ask for; undefined where the paper has nothing to say there. */
export async function loadForMachines(site: PublicSite, address: ForMachines): Promise<FinishedPage | undefined> {
  switch (address.kind) {
    case 'sitemap-index':
      return loadSitemapIndex(site)
    case 'sitemap-month':
      return loadSitemapMonth(site, address.month)
    case 'sitemap-record':
      return loadSitemapRecord(site, address.month)
    case 'sitemap-of':
      return loadSitemapOf(site, address.what)
    case 'indexnow-key':
      return loadIndexNowKey(site, address)
    case 'mirrors-list':
      return loadMirrorsList(site)
    case 'ads-txt':
      return loadAdsTxt(site)
    case 'trust-txt':
      return loadTrustTxt(site)
    case 'humans-txt':
      return loadHumansTxt(site)
    case 'security-txt':
      return loadSecurityTxt(site)
    case 'robots':
      return loadRobots(site)
    case 'icon':
      return loadIcon(site)
  }
}
