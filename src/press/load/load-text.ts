import { textVersion } from '../../site/other-forms/text-version.ts'
import { type Address, type AddressLanguages, pathTo } from '../../story/addresses.ts'
import { isPage, parsePath } from '../../story/parse-path.ts'
import type { FinishedPage } from '../page.ts'
import type { PublicSite } from './page-source.ts'

type TextAddress = Extract<Address, { kind: 'text' }>

/**
 * The text version of a page, made from the page itself: it shows the same, so it carries the same tags and status. A
 * redirect leads to the text version of where it led; undefined where the page does not exist.
 */
export function loadText(site: PublicSite, address: TextAddress, page: FinishedPage): FinishedPage | undefined {
  if (page.status === 404) return undefined
  if (page.location !== null) {
    const location = textPathOf(page.location, site.newspaper)
    return { ...page, location, body: `${location}\n` }
  }
  if (!page.contentType.startsWith('text/html')) return undefined
  const { language } = address
  const body = textVersion({
    html: page.body,
    language: page.language ?? language,
    url: site.siteUrl + pathTo(address.of, site.newspaper),
    textPath: (path) => textPathOf(path, site.newspaper),
  })
  return { ...page, body, style: null, links: null }
}

/** Where the text version of a path stands; the path itself where it has none. */
function textPathOf(path: string, languages: AddressLanguages): string {
  const of = parsePath(path, languages)
  return of && isPage(of) ? pathTo({ kind: 'text', language: of.language, of }, languages) : path
}
