import type { IncomingMessage } from 'node:http'
import { OnrecordError } from '../errors.ts'
import { askFailed, askServer } from './ask-server.ts'
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
  let target = parseTarget(address, undefined, network.extraPorts)
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const answer = await askServer(target, { network, deadline })
    const next = REDIRECTS.has(answer.statusCode ?? 0) ? answer.headers.location : undefined
    if (next === undefined) return read(target, answer, limits, deadline)
    answer.destroy()
    target = parseTarget(next, target.url, network.extraPorts)
  }
  throw new OnrecordError('fetch-failed', `The address leads on and on: more than ${MAX_REDIRECTS} redirects.`, {
    remedy: 'Open it in a browser, and give the address where it ends.',
  })
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
    })
  }
  try {
    const bytes = await readBody(answer, maxBytes, deadline)
    return { url: target.url.href, bytes, statedType: answer.headers['content-type'] ?? null }
  } catch (error) {
    throw askFailed(target, error, deadline)
  }
}
