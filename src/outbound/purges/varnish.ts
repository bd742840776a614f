import { OnrecordError } from '../../errors.ts'
import type { Network } from '../internet.ts'
import { inPortions, type Purge, type PurgedCache } from './purge.ts'
import { tellCache } from './tell-cache.ts'

/** Varnish refuses a header line of more than 8 kB; our tags have about thirty letters. */
const TAGS_AT_ONCE = 100

/**
 * A Varnish that runs `deploy/varnish/onrecord.vcl`: told with a request of its own kind which tags to drop, those that
 * changed softly and those withdrawn for good.
 */
export function varnishCache(
  url: string,
  { key, network }: { readonly key: string | null; readonly network?: Network },
): PurgedCache {
  const tell = async (what: Readonly<Record<string, string>>): Promise<void> => {
    const headers = { ...what, ...(key === null ? {} : { 'onrecord-purge-key': key }) }
    const answer = await tellCache(url, {
      method: 'PURGE',
      headers,
      whenRefused:
        'ONRECORD_VARNISH_KEY must be the same here and there, and this host in the list `purgers` of the VCL.',
      ...(network ? { network } : {}),
    })
    if (answer.headers['onrecord-purged'] === undefined) throw notOurs(url)
  }
  return {
    name: `varnish ${url}`,
    purge: async (what) => {
      for (const one of requestsFor(what)) await tell(one)
    },
  }
}

function requestsFor(what: Purge): Record<string, string>[] {
  if (what.kind === 'everything') return [{ 'onrecord-purge-everything': 'yes' }]
  return [
    // What must not be seen any more goes first.
    ...inPortions(what.withdrawn, TAGS_AT_ONCE).map((tags) => ({ 'onrecord-purge-tags': tags.join(' ') })),
    ...inPortions(what.changed, TAGS_AT_ONCE).map((tags) => ({ 'onrecord-renew-tags': tags.join(' ') })),
  ]
}

const notOurs = (url: string) =>
  new OnrecordError('fetch-failed', `${new URL(url).host} answered, but not as a Varnish with our rules does.`, {
    remedy: 'Load deploy/varnish/onrecord.vcl there, and see that ONRECORD_VARNISH_URLS leads to Varnish itself.',
  })
