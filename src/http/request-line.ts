/** Where a request leads, from its target as it was sent. */
export type Destination =
  | { readonly kind: 'path'; readonly path: string }
  /** The same address written otherwise: a slash too many. */
  | { readonly kind: 'moved'; readonly path: string }
  | { readonly kind: 'malformed' }

const MALFORMED: Destination = { kind: 'malformed' }
/** The longest path that can mean something, decoded. */
const MAX_PATH_LENGTH = 2_000

/**
 * Reads the target of a request: the query is ignored, percent-encoding undone where that is safe, and slashes put
 * right. What is not UTF-8, holds control characters or is no path is malformed.
 */
export function destinationOf(target: string): Destination {
  const sent = withoutQuery(withoutOrigin(target))
  if (!sent.startsWith('/')) return MALFORMED
  const path = decoded(sent)
  if (path === undefined || path.length > MAX_PATH_LENGTH || /\p{Cc}/u.test(path)) return MALFORMED
  const tidy = path.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '')
  return { kind: tidy === path ? 'path' : 'moved', path: tidy }
}

/** Proxies may send the whole address; whose it is does not matter here. */
const withoutOrigin = (target: string): string =>
  target.startsWith('/') ? target : target.replace(/^https?:\/\/[^/?#]*(?=(\/?))/i, (_, slash) => (slash ? '' : '/'))

function withoutQuery(target: string): string {
  const end = target.search(/[?#]/)
  return end === -1 ? target : target.slice(0, end)
}

// `%2F`, `%3F` and other delimiters stay as they are: decoded they would mean something else.
function decoded(path: string): string | undefined {
  const ascii = path.replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`)
  if (!ascii.includes('%')) return ascii
  try {
    return decodeURI(ascii)
  } catch {
    return undefined
  }
}
