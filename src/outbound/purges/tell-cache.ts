import type { IncomingHttpHeaders } from 'node:http'
import { OnrecordError } from '../../errors.ts'
import { askFailed, askServer } from '../ask-server.ts'
import { type FetchTarget, parseTarget } from '../fetch-target.ts'
import { INTERNET, type Network } from '../internet.ts'
import { readBody } from '../read-body.ts'
import type { SentContent } from '../send-request.ts'

/** One request to a cache. */
export interface Telling {
  readonly method?: 'PURGE'
  readonly content?: SentContent
  readonly headers: Readonly<Record<string, string>>
  /** What to look at when the cache says no: which setting, which right of a token. */
  readonly whenRefused: string
  readonly network?: Network
}

interface CacheAnswer {
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** A cache that takes longer counts as away; what it did not hear is told again. */
const TIMEOUT_MS = 10_000
const MOST_BYTES = 200_000

/**
 * Tells a cache something at the address that its operator has set. It may stand in the operator's own network; no redirect
 * is followed, and the name is looked up once.
 *
 * @throws OnrecordError `fetch-failed` when it does not answer or answers with a failure, `refused` when it does not accept
 *   the key
 */
export async function tellCache(
  address: string,
  { method, content, headers, whenRefused, network = INTERNET }: Telling,
): Promise<CacheAnswer> {
  const deadline = AbortSignal.timeout(TIMEOUT_MS)
  const { target, own } = ownNetwork(address, network)
  try {
    const answer = await askServer(target, { network: own, deadline, content, method, headers })
    const text = new TextDecoder().decode(await readBody(answer, MOST_BYTES, deadline))
    const status = answer.statusCode ?? 0
    if (status === 401 || status === 403) throw notLetIn(target, status, whenRefused)
    if (status < 200 || status > 299) {
      throw new OnrecordError('fetch-failed', `${target.host} did not drop it: status ${status}.`, { remedy: REMEDY })
    }
    return { headers: answer.headers, text }
  } catch (error) {
    throw inOurWords(askFailed(target, error, deadline))
  }
}

const REMEDY = 'It is tried again by itself; `./onrecord cache list` shows how far each cache is.'

/** The one address that the operator has set may be anywhere; every other stays as closed as it is. */
function ownNetwork(address: string, network: Network): { target: FetchTarget; own: Network } {
  const { host, port, protocol } = new URL(address)
  const number = Number(port) || (protocol === 'https:' ? 443 : 80)
  const own = { ...network, mayReach: (_: string, asked: number) => asked === number, extraPorts: new Set([number]) }
  const target = parseTarget(address, undefined, own.extraPorts)
  if (target.url.host !== host) throw new OnrecordError('bad-input', 'The address of a cache cannot be read.')
  return { target, own }
}

const notLetIn = ({ host }: FetchTarget, status: number, remedy: string) =>
  new OnrecordError('refused', `${host} did not let us drop anything: status ${status}.`, { remedy })

/** The guard's own advice is about pages that somebody captures. */
function inOurWords(error: OnrecordError): OnrecordError {
  const isOurs = error.remedy === REMEDY || error.code === 'refused'
  return isOurs ? error : new OnrecordError(error.code, error.message, { remedy: REMEDY, cause: error.cause })
}
