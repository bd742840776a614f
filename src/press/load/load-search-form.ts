import { NO_FIELDS } from '../../site/search/search-fields.ts'
import { searchPage } from '../../site/search/search-page.tsx'
import { type Address, pathTo } from '../../story/addresses.ts'
import type { FinishedPage } from '../page.ts'
import { finished } from './finished.ts'
import { contextFor, type PublicSite } from './page-source.ts'

/** The search before anything was asked: kept like any page. */
export function loadSearchForm(site: PublicSite, address: Extract<Address, { kind: 'search' }>): FinishedPage {
  const context = contextFor(site, address.language, (language) => pathTo({ ...address, language }, site.newspaper))
  return finished(searchPage({ context, fields: NO_FIELDS, results: null }), { language: address.language, shows: [] })
}
