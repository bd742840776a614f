import { OnrecordError } from '../errors.ts'
import { askFailed, askServer } from './ask-server.ts'
import { parseTarget } from './fetch-target.ts'
import type { FetchLimits } from './guarded-fetch.ts'
import { INTERNET, type Network } from './internet.ts'
import { readBody } from './read-body.ts'
import type { SentContent } from './send-request.ts'

/** Tells another server something; resolves when it has accepted it. */
export type PostContent = (address: string, content: SentContent) => Promise<void>

/** A server that is told something answers in a line or two. */
const POST_LIMITS: FetchLimits = { timeoutMs: 10_000, maxBytes: 100_000 }

/**
 * Posts to one address under the same guard as `guardedFetch`: public web servers only, every address of a name checked
 * before it is asked. A redirect is not followed: what is posted is for the server that was named.
 *
 * @throws OnrecordError `bad-input` for an address that nobody may ask for, `refused` for a server that is not public,
 *   `fetch-failed` when the server does not answer, or answers with anything but a 2xx
 */
export async function guardedPost(
  address: string,
  content: SentContent,
  options: Pick<Exchange, 'limits' | 'network'> = {},
): Promise<void> {
  await guardedExchange(address, content, options)
}

/** What an exchange may take, whom it may reach, and what is told besides. */
export interface Exchange {
  readonly limits?: FetchLimits
  readonly network?: Network
  readonly headers?: Readonly<Record<string, string>>
}

/** The same where what the server answers is of interest. @throws OnrecordError as `guardedPost` */
export async function guardedExchange(
  address: string,
  content: SentContent,
  { limits = POST_LIMITS, network = INTERNET, headers = {} }: Exchange = {},
): Promise<Uint8Array> {
  const deadline = AbortSignal.timeout(limits.timeoutMs)
  const target = parseTarget(address, undefined, network.extraPorts)
  const answer = await askServer(target, { network, deadline, content, headers })
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 299) {
    answer.destroy()
    throw new OnrecordError('fetch-failed', `${target.host} did not accept it: status ${status}.`)
  }
  try {
    return await readBody(answer, limits.maxBytes, deadline)
  } catch (error) {
    throw askFailed(target, error, deadline)
  }
}
