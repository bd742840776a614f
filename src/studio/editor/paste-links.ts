import { linkAddress } from '../../intake/link-address.ts'

/** Parameters by which newsletters, social networks and advertisers follow who passed a link on. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|igsh|twclid|ttclid|yclid|_hs(?:enc|mi)|mkt_tok|oly_(?:enc|anon)_id|vero_id|wickedid|s_cid|at_medium|at_campaign|xtor)$/i

/** Services that stand between a link and where it leads, and the parameter in which they keep that. */
const WRAPPERS: readonly { readonly host: RegExp; readonly path: RegExp; readonly parameters: readonly string[] }[] = [
  { host: /(?:^|\.)google\.[a-z.]+$/, path: /^\/url$/, parameters: ['q', 'url'] },
  { host: /(?:^|\.)(?:facebook|instagram)\.com$/, path: /^\/(?:l\.php|$)/, parameters: ['u'] },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, path: /^\//, parameters: ['url'] },
  { host: /(?:^|\.)youtube\.com$/, path: /^\/redirect$/, parameters: ['q'] },
  { host: /^(?:out\.reddit\.com|slack-redir\.net)$/, path: /^\//, parameters: ['url'] },
]

/**
 * Where a pasted link leads: without the service that watches who follows it, and without what tells who passed it on.
 *
 * @returns null for an address that may not stand in a story
 */
export function pastedAddress(written: string): string | null {
  const address = linkAddress(written)
  // A path belongs to the site it was copied from, which is not told.
  if (address === null || address.startsWith('/')) return null
  return /^mailto:/i.test(address) ? address : withoutTracking(unwrapped(address))
}

function unwrapped(address: string): string {
  let found = address
  for (let turns = 0; turns < 3; turns += 1) {
    const inner = innerAddress(found)
    if (inner === null) return found
    found = inner
  }
  return found
}

function innerAddress(address: string): string | null {
  const parsed = URL.parse(address)
  const wrapper = parsed && WRAPPERS.find(({ host, path }) => host.test(parsed.hostname) && path.test(parsed.pathname))
  if (!parsed || !wrapper) return null
  const written = wrapper.parameters.map((name) => parsed.searchParams.get(name)).find((value) => value !== null)
  const inner = linkAddress(written ?? '')
  return inner !== null && /^https?:/i.test(inner) ? inner : null
}

/** Nothing but what tracks is touched: the rest stays exactly as it was written. */
function withoutTracking(address: string): string {
  const [, start = address, query, end = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(address) ?? []
  if (query === undefined) return address
  const pairs = query.split('&')
  const kept = pairs.filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''))
  if (kept.length === pairs.length) return address
  return `${start}${kept.length > 0 ? `?${kept.join('&')}` : ''}${end}`
}
