import { type AddressLanguages, pathTo } from '../story/addresses.ts'
import type { RenderedPage } from './props.ts'

/** What crawlers may read: everything that is public. The studio is not, and the sitemap says where to begin. */
export function robotsTxt({
  siteUrl,
  site,
}: {
  readonly siteUrl: string
  readonly site: AddressLanguages
}): RenderedPage {
  const body = `User-agent: *\nDisallow: /studio\n\nSitemap: ${siteUrl}${pathTo({ kind: 'sitemap-index' }, site)}\n`
  return { contentType: 'text/plain; charset=utf-8', body, style: null }
}
