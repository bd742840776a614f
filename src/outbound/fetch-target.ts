import { isIP } from 'node:net'
import { OnrecordError } from '../errors.ts'

/** An address that may be looked up: its host as the resolver and the server want it. */
export interface FetchTarget {
  readonly url: URL
  /** A name, or an IP address without brackets. */
  readonly host: string
  readonly port: number
  readonly isTls: boolean
}

/** Longer addresses are nobody's page. */
const MAX_LENGTH = 2_000

const PORTS = { 'http:': 80, 'https:': 443 } as const

const REMEDY = 'Copy the address from the browser, with https:// in front; or save the page and capture the file.'

/**
 * Reads an address that somebody asks us to fetch: http or https, on the usual ports, without a name and a password in
 * it. Odd spellings of an IP address (octal, hexadecimal, one number) come out as what they mean.
 *
 * @param base the address that redirected here
 * @param extraPorts ports allowed besides 80 and 443
 * @throws OnrecordError `bad-input`
 */
export function parseTarget(text: string, base?: URL, extraPorts: ReadonlySet<number> = new Set()): FetchTarget {
  if (text.length > MAX_LENGTH) throw refused('is too long')
  const url = URL.parse(text, base?.href)
  if (!url) throw refused('is not a full web address')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('does not begin with http or https')
  if (url.username !== '' || url.password !== '') throw refused('carries a name or a password')
  const port = url.port === '' ? PORTS[url.protocol] : Number(url.port)
  if (port !== 80 && port !== 443 && !extraPorts.has(port)) throw refused(`uses the port ${port}`)
  url.hash = ''
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (host === '' || host === '.') throw refused('names no server')
  return { url, host, port, isTls: url.protocol === 'https:' }
}

/** Is the host an IP address already, with nothing to look up? */
export const isAddress = (host: string): boolean => isIP(host) !== 0

const refused = (why: string) =>
  new OnrecordError('bad-input', `The address cannot be fetched: it ${why}.`, { remedy: REMEDY })
