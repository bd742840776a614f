import { cloudflareCache } from './cloudflare.ts'
import { fastlyCache } from './fastly.ts'
import type { PurgedCache } from './purge.ts'
import { varnishCache } from './varnish.ts'

/** Where the caches in front of the site are, as the operator has set it. */
interface CachePlaces {
  readonly varnish: { readonly urls: readonly string[]; readonly key: string | null } | null
  readonly fastly: { readonly service: string; readonly token: string } | null
  readonly cloudflare: { readonly zone: string; readonly token: string } | null
}

/** Every cache that is told what to drop; none where none is set. */
export const cachesIn = (places: CachePlaces | null): PurgedCache[] => [
  ...(places?.varnish?.urls ?? []).map((url) => varnishCache(url, { key: places?.varnish?.key ?? null })),
  ...(places?.fastly ? [fastlyCache(places.fastly)] : []),
  ...(places?.cloudflare ? [cloudflareCache(places.cloudflare)] : []),
]
