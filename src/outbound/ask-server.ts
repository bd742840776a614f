import type { IncomingMessage } from 'node:http'
import { OnrecordError } from '../errors.ts'
import { type FetchTarget, isAddress } from './fetch-target.ts'
import type { Network } from './internet.ts'
import { type SentContent, sendRequest } from './send-request.ts'

interface Asking {
  readonly network: Network
  readonly deadline: AbortSignal
  readonly content?: SentContent | undefined
  readonly method?: 'PURGE' | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * Looks a server up, checks every address it has, and asks one of them.
 *
 * @param content what is posted; left out for a question without a body
 * @param headers what is told besides
 * @throws OnrecordError `refused` for a server that is not public, `fetch-failed` when it cannot be reached
 */
export async function askServer(
  target: FetchTarget,
  { network, deadline, content, method, headers }: Asking,
): Promise<IncomingMessage> {
  try {
    const addresses = await inTime(addressesOf(target, network), deadline)
    if (addresses.length === 0) throw new Error('a name without an address')
    if (addresses.some((address) => !network.mayReach(address, target.port))) throw notPublic(target)
    return await sendRequest(target, addresses, { signal: deadline, content, method, headers })
  } catch (error) {
    throw askFailed(target, error, deadline)
  }
}

const addressesOf = async ({ host }: FetchTarget, network: Network): Promise<readonly string[]> =>
  isAddress(host) ? [host] : network.resolve(host)

/** A look-up cannot be called off; what it finds too late is let go. */
async function inTime<Value>(work: Promise<Value>, deadline: AbortSignal): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const give = () => late.reject(deadline.reason)
  if (deadline.aborted) give()
  deadline.addEventListener('abort', give, { once: true })
  try {
    return await Promise.race([work, late.promise])
  } finally {
    deadline.removeEventListener('abort', give)
  }
}

const notPublic = ({ host }: FetchTarget) =>
  new OnrecordError('refused', `${host} is not a public web server, so it is not asked.`, {
    remedy: 'Pages from your own network are captured by saving the page and giving the file.',
  })

/** What went wrong with a server, in our words; what is in our words already stays as it is. */
export function askFailed({ host }: FetchTarget, error: unknown, deadline: AbortSignal): OnrecordError {
  if (error instanceof OnrecordError) return error
  const why = deadline.aborted ? 'did not answer in time' : 'could not be reached, or broke off'
  return new OnrecordError('fetch-failed', `${host} ${why}.`, {
    remedy: 'Try again later; or save the page in a browser and capture the file.',
    cause: error,
  })
}
