import { Agent, type IncomingMessage, request as httpRequest } from 'node:http'
import { Agent as TlsAgent, request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { type FetchTarget, isAddress } from './fetch-target.ts'

/** What is sent with a request. */
export interface SentContent {
  readonly type: string
  readonly body: string
}

/** Says who asks and nothing about which newsroom it is. */
const HEADERS = {
  accept: '*/*',
  'accept-encoding': 'gzip, br',
  connection: 'close',
}

const CAPTURING = 'Mozilla/5.0 (compatible; Onrecord page capture)'
/** Some servers want to know who tells them something before they listen. */
const TELLING = 'Mozilla/5.0 (compatible; Onrecord)'

interface Sending {
  readonly signal: AbortSignal
  /** Posted; a question without it is a GET. */
  readonly content?: SentContent | undefined
  /** For the few servers that want another word than these two. */
  readonly method?: 'PURGE' | undefined
  /** What else is told with a question: which state of the page is known already. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/**
 * Asks for the page at addresses that were checked before: the name is never looked up again, so it cannot mean
 * another machine by then. Host and certificate are those of the name.
 */
export function sendRequest(
  target: FetchTarget,
  addresses: readonly string[],
  { signal, content, method, headers = {} }: Sending,
): Promise<IncomingMessage> {
  const options = {
    method: method ?? (content ? 'POST' : 'GET'),
    host: target.host,
    port: target.port,
    path: `${target.url.pathname}${target.url.search}`,
    headers: { ...HEADERS, ...headersOf(content), ...headers, host: target.url.host },
    lookup: only(addresses),
    signal,
    setDefaultHeaders: false,
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  // An agent of its own: no connection that somebody opened before, and no proxy out of the environment.
  const request = target.isTls
    ? httpsRequest({ ...options, ...certificateOf(target), agent: new TlsAgent({ keepAlive: false }) }, resolve)
    : httpRequest({ ...options, agent: new Agent({ keepAlive: false }) }, resolve)
  request.on('error', reject)
  request.end(content?.body)
  return promise
}

const headersOf = (content: SentContent | undefined) =>
  content
    ? {
        'user-agent': TELLING,
        'content-type': content.type,
        'content-length': String(Buffer.byteLength(content.body)),
      }
    : { 'user-agent': CAPTURING }

const certificateOf = ({ host }: FetchTarget) => ({
  rejectUnauthorized: true,
  // Servers are named in TLS, never numbered (RFC 6066, section 3).
  ...(isAddress(host) ? {} : { servername: host }),
})

/** A look-up that knows these addresses and no others. */
const only =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const known = addresses.map((address) => ({ address, family: isIP(address) }))
    const [first] = known
    if (options.all === true || first === undefined) done(null, known)
    else done(null, first.address, first.family)
  }
