import { type AddressLanguages, pathTo } from '../../story/addresses.ts'
import type { RenderedPage } from '../props.ts'

/** What crawlers may read: everything that is public. The studio is not, and the sitemaps say where to begin. */
export function robotsTxt({
  siteUrl,
  site,
}: {
  readonly siteUrl: string
  readonly site: AddressLanguages
}): RenderedPage {
  const sitemaps = [{ kind: 'sitemap-index' }, { kind: 'sitemap-of', what: 'news' }] as const
  const lines = sitemaps.map((address) => `Sitemap: ${siteUrl}${pathTo(address, site)}`)
  const body = `User-agent: *\nDisallow: /studio\n\n${lines.join('\n')}\n`
  return { contentType: 'text/plain; charset=utf-8', body, style: null }
}
