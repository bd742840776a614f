import { housePage } from '../../edition/house-pages.ts'
import { housePageOf } from '../../site/house/house-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { contextFor, housePagesIn, type PublicSite } from './page-source.ts'

/** A page on which the paper speaks of itself; undefined where it has not written it in this language. */
export async function loadHousePage(
  site: PublicSite,
  address: Extract<Address, { kind: 'house-page' }>,
): Promise<FinishedPage | undefined> {
  const { language, page: kind } = address
  if (!housePagesIn(site, language).includes(kind)) return undefined
  const page = (await housePage(site.edition, kind, language)) ?? null
  const whole = contextFor(site, language, (other) => pathTo({ ...address, language: other }, site.newspaper))
  const alternates = whole.alternates.filter((other) => housePagesIn(site, other.language).includes(kind))
  const context = { ...whole, alternates: alternates.length > 1 ? alternates : [] }
  return finished(housePageOf({ context, kind, page }), { language, shows: [] })
}
