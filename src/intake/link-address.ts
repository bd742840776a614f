// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0020\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202F\u2060-\u2064\uFEFF]+/g
// oxlint-disable-next-line no-control-regex
const ENDS = /^[\u0000-\u0020\u00A0]+|[\u0000-\u0020\u00A0]+$/g
const LINE_BREAKS = /[\t\n\r]/g

const SCHEME = /^([a-z][a-z0-9+.-]*):/i
const ALLOWED = new Set(['http', 'https', 'mailto'])

/**
 * A link's address as it may stand in a story: http, https, mailto, or a path on this site; null for everything else.
 *
 * `javascript:` and its like are refused however they are written, since the scheme is read as a browser would read it
 * and once more with every invisible character gone. A relative address needs the address of its page.
 *
 * @param base the address of the page the link stood on, or null when it is not known
 */
export function linkAddress(written: string, base: string | null = null): string | null {
  const address = written.replace(ENDS, '').replace(LINE_BREAKS, '')
  const scheme = SCHEME.exec(address.replace(INVISIBLE, ''))?.[1]?.toLowerCase()
  if (scheme !== undefined) return ALLOWED.has(scheme) ? absoluteAddress(address, scheme) : null
  if (address === '' || address.startsWith('#')) return null
  if (/^[/\\]{2}/.test(address)) return webAddress(`https:${address}`)
  if (address.startsWith('/')) return sitePath(address)
  return base === null ? null : webAddress(address, base)
}

/** An address of a picture, film or page on the web; null for data in the text and for anything unsafe. */
export function webLink(written: string, base: string | null = null): string | null {
  const address = linkAddress(written, base)
  return address !== null && /^(https?:|\/)/i.test(address) ? address : null
}

const absoluteAddress = (address: string, scheme: string): string | null =>
  scheme === 'mailto' ? mailAddress(address) : webAddress(address)

const mailAddress = (address: string): string | null => {
  const clean = address.replace(INVISIBLE, '')
  return /^mailto:[^\s<>"]+$/i.test(clean) ? clean : null
}

/** Kept as written where it is plain; otherwise as a browser would resolve it. */
function webAddress(address: string, base?: string): string | null {
  if (base === undefined && /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][^\s<>"\\^`{|}]*)?$/i.test(address)) return address
  const parsed = URL.parse(address, base)
  return parsed !== null && ALLOWED.has(parsed.protocol.slice(0, -1)) && parsed.hostname !== '' ? parsed.href : null
}

function sitePath(address: string): string | null {
  const parsed = URL.parse(address, 'https://this.site')
  return parsed?.host === 'this.site' ? `${parsed.pathname}${parsed.search}${parsed.hash}` : null
}

/** The path and query of an old address, for a redirect; null for a site's front and for anything that is no page. */
export function oldPath(written: string): string | null {
  const parsed = URL.parse(written.trim(), 'https://this.site')
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return null
  const path = `${parsed.pathname}${parsed.search}`
  return path === '/' ? null : path
}

/** The name of the file an address leads to, as a person would write it; null when it has none. */
export function fileName(address: string): string | null {
  const last = /([^/?#]+)(?:[?#].*)?$/.exec(address.replace(/^https?:\/\/[^/?#]*\/?/i, ''))?.[1]
  if (last === undefined) return null
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
