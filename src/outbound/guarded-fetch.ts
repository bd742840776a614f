import type { IncomingMessage } from 'node:http'
import { OnrecordError } from '../errors.ts'
import { askFailed, askServer } from './ask-server.ts'
import { FailedAnswer } from './failed-answer.ts'
import { type FetchTarget, parseTarget } from './fetch-target.ts'
import { INTERNET, type Network } from './internet.ts'
import { readBody } from './read-body.ts'

/** What one fetch may take, redirects included. */
export interface FetchLimits {
  readonly timeoutMs: number
  /** On the line and unpacked alike: a small file that unpacks into a large one is cut off too. */
  readonly maxBytes: number
}

/** What was found at an address. */
export interface FetchedPage {
  /** Where it was found in the end, after redirects. */
  readonly url: string
  /** Unpacked, else untouched. */
  readonly bytes: Uint8Array
  /** As the server called it; null when it did not. Not to be believed. */
  readonly statedType: string | null
}

/** Fetches one address for a newsroom. */
export type FetchPage = (address: string) => Promise<FetchedPage>

const MAX_REDIRECTS = 5

/** One megabyte is 10⁶ bytes here as on a bill. */
const MEGABYTE = 1_000_000

export const PAGE_LIMITS: FetchLimits = { timeoutMs: 20_000, maxBytes: 25 * MEGABYTE }

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/**
 * The one way from here to the network: fetches what a public web server answers, and cannot be turned on the machine
 * it runs on or the network around it.
 *
 * A name is looked up once; every address it has must be public, and the connection goes to an address that was
 * checked. Each redirect is checked as if it were the first address. Nothing of ours is sent: no cookie, no name.
 *
 * @throws OnrecordError `bad-input` for an address that nobody may ask for, `refused` for a server that is not public,
 *   `fetch-failed` when the server does not answer, answers with a failure, or sends more than allowed
 */
export async function guardedFetch(
  address: string,
  limits: FetchLimits = PAGE_LIMITS,
  network: Network = INTERNET,
): Promise<FetchedPage> {
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const { target, answer } = await followed(address, { network, deadline })
  return read(target, answer, limits, deadline)
}

/** What the server called a page when it was fetched last. To another address than that it is not told. */
export interface KnownState {
  readonly url: string
  readonly etag: string | null
  readonly lastModified: string | null
}

/** A page with what its server calls this state of it. */
export interface FetchedState {
  readonly page: FetchedPage
  /** Null when the server names no state: it is fetched whole each time. */
  readonly state: KnownState | null
}

/** Fetches an address if it has changed; null when its server says that it has not. */
export type FetchIfChanged = (address: string, known: KnownState | null) => Promise<FetchedState | null>

/**
 * The same for an address that is asked again and again: what its server called the state that we have is sent back to
 * it, so that it can answer that nothing has changed.
 *
 * @see RFC 9110, sections 13.1.2 (If-None-Match) and 13.1.3 (If-Modified-Since)
 * @throws OnrecordError as `guardedFetch`
 */
export async function guardedFetchIfChanged(
  address: string,
  known: KnownState | null,
  { limits = PAGE_LIMITS, network = INTERNET }: { limits?: FetchLimits; network?: Network } = {},
): Promise<FetchedState | null> {
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const { target, answer } = await followed(address, { network, deadline, known })
  if (answer.statusCode === NOT_MODIFIED && known?.url === target.url.href) {
    answer.destroy()
    return null
  }
  const etag = stateName(answer.headers.etag)
  const lastModified = stateName(answer.headers['last-modified'])
  const page = await read(target, answer, limits, deadline)
  const state = etag === null && lastModified === null ? null : { url: page.url, etag, lastModified }
  return { page, state }
}

const NOT_MODIFIED = 304

/** What a server calls a state, where that is something to send back: one short line of plain signs. */
const stateName = (text: string | undefined): string | null =>
  text !== undefined && /^[\x20-\x7e]{1,500}$/.test(text) ? text : null

interface Following {
  readonly network: Network
  readonly deadline: AbortSignal
  readonly known?: KnownState | null
}

/** Asks an address, and those it leads to, until one answers for itself. */
async function followed(
  address: string,
  { network, deadline, known = null }: Following,
): Promise<{ target: FetchTarget; answer: IncomingMessage }> {
  let target = parseTarget(address, undefined, network.extraPorts)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await askServer(target, { network, deadline, headers: conditionsFor(target, known) })
    const next = REDIRECTS.has(answer.statusCode ?? 0) ? answer.headers.location : undefined
    if (next === undefined) return { target, answer }
    answer.destroy()
    target = parseTarget(next, target.url, network.extraPorts)
  }
  throw new OnrecordError('fetch-failed', `The address leads on and on: more than ${MAX_REDIRECTS} redirects.`, {
    remedy: 'Open it in a browser, and give the address where it ends.',
  })
}

function conditionsFor({ url }: FetchTarget, known: KnownState | null): Record<string, string> {
  if (known?.url !== url.href) return {}
  return {
    ...(known.etag === null ? {} : { 'if-none-match': known.etag }),
    ...(known.lastModified === null ? {} : { 'if-modified-since': known.lastModified }),
  }
}

async function read(
  target: FetchTarget,
  answer: IncomingMessage,
  { maxBytes }: FetchLimits,
  deadline: AbortSignal,
): Promise<FetchedPage> {
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 299 || status === 204) {
    answer.destroy()
    throw new OnrecordError('fetch-failed', `${target.host} answered with status ${status} instead of a page.`, {
      remedy: 'Open the address in a browser; if the page is there, save it and capture the file.',
      cause: new FailedAnswer(status, answer.headers['retry-after'] ?? null),
    })
  }
  try {
    const bytes = await readBody(answer, maxBytes, deadline)
    return { url: target.url.href, bytes, statedType: answer.headers['content-type'] ?? null }
  } catch (error) {
    throw askFailed(target, error, deadline)
  }
}
