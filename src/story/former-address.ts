/** Words in a query that say where a reader came from and nothing of where they want to go. */
const TRACKING = /^(?:utm_\w*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|igshid|ref_src|_ga|yclid|twclid)$/i

/** Beyond this many words in a query, only the whole of it is looked for. */
const MOST_PARTS = 6

/**
 * An address that a story had elsewhere, as we keep it and look for it: the path as readers' requests are read (decoded,
 * one slash between parts, none at the end), then what of the query names the page, in order of its words. The host and
 * whatever stands behind `#` are left out.
 *
 * @param written a full address, or one from its first slash on
 * @returns null for a site's front and for what is no address of a page
 */
export function formerAddress(written: string): string | null {
  const parsed = URL.parse(written.trim(), 'https://this.site')
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null
  const path = tidyPath(parsed.pathname)
  const named = partsOf(parsed.searchParams)
  const address = withQuery(path, named)
  return address === '/' ? null : address
}

/**
 * The addresses that a request may mean: a page known by some of the words of its query is meant as well when others stand
 * beside them (`/?p=12&share=twitter`). Those that name more of it come first; a request without a query names none.
 */
export function formerAddressesOf(path: string, query: URLSearchParams): string[] {
  const parts = partsOf(query)
  if (parts.length === 0) return []
  if (parts.length > MOST_PARTS) return [withQuery(path, parts)]
  return someOf(parts)
    .toSorted((one, other) => other.length - one.length)
    .map((some) => withQuery(path, some))
}

type Part = readonly [name: string, value: string]

const partsOf = (query: URLSearchParams): Part[] =>
  [...query]
    .filter(([name]) => !TRACKING.test(name))
    .toSorted((one, other) => (one.join('=') < other.join('=') ? -1 : 1))

function withQuery(path: string, parts: readonly Part[]): string {
  const query = new URLSearchParams()
  for (const [name, value] of parts) query.append(name, value)
  return parts.length === 0 ? path : `${path}?${query.toString()}`
}

/** Every choice of one or more, each in the order of the whole. */
function someOf(parts: readonly Part[]): Part[][] {
  const choices = 2 ** parts.length - 1
  return Array.from({ length: choices }, (_, choice) => parts.filter((_part, at) => ((choice + 1) >> at) & 1))
}

/** `%2F`, `%3F` and other delimiters stay as they are: decoded they would mean something else. */
function tidyPath(path: string): string {
  const tidy = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  try {
    return decodeURI(tidy)
  } catch {
    return tidy
  }
}
