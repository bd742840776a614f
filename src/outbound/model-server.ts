import { OnrecordError } from '../errors.ts'
import { guardedExchange } from './guarded-post.ts'
import { INTERNET, type Network } from './internet.ts'

/** Where a newsroom's own language model answers, as its operator has set it. */
export interface ModelSettings {
  readonly url: string
  /** Sent as a bearer token; null sends none. */
  readonly key: string | null
  readonly timeoutMs: number
  /** May it stand on this machine or in its network? */
  readonly isPrivate: boolean
}

/** A language model that can be asked. */
export interface ModelServer {
  /** Its name and port: what people are told of where a text goes. */
  readonly host: string
  /** Asks it with JSON, and gives what it answered. @throws OnrecordError `fetch-failed`, `refused`, `bad-input` */
  ask(question: string): Promise<unknown>
}

/** Some hundred claims, each with its sentence. */
const MOST_BYTES = 2_000_000

/**
 * The newsroom's own language model. It is asked under the same guard as any other server: only at the address that was
 * set, no redirect followed, and in the operator's own network only where that was allowed.
 */
export function modelServer(
  { url, key, timeoutMs, isPrivate }: ModelSettings,
  internet: Network = INTERNET,
): ModelServer {
  const { host, port, protocol } = new URL(url)
  const number = Number(port) || (protocol === 'https:' ? 443 : 80)
  const network: Network = {
    ...internet,
    mayReach: (address, asked) => (isPrivate && asked === number) || internet.mayReach(address, asked),
    extraPorts: new Set([...internet.extraPorts, number]),
  }
  const headers = key === null ? {} : { authorization: `Bearer ${key}` }
  const limits = { timeoutMs, maxBytes: MOST_BYTES }
  return {
    host,
    ask: async (question) => {
      const content = { type: 'application/json; charset=utf-8', body: question }
      const bytes = await guardedExchange(url, content, { headers, limits, network }).catch((error: unknown) => {
        throw askedInVain(error, isPrivate)
      })
      return jsonIn(bytes, host)
    },
  }
}

/** The same failure with what to do about a model; the guard's own advice is about pages. */
function askedInVain(error: unknown, isPrivate: boolean): unknown {
  if (!(error instanceof OnrecordError)) return error
  const { code, message, cause } = error
  const remedy =
    code === 'refused' && !isPrivate
      ? 'If the model stands in your own network, set ONRECORD_DESK_PROVIDER_PRIVATE=on.'
      : 'The desk goes on without it. Try again later, or look at the model’s own log.'
  return new OnrecordError(code, message, { remedy, cause })
}

function jsonIn(bytes: Uint8Array, host: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new OnrecordError('fetch-failed', `${host} answered with something that is no JSON.`, {
      remedy: 'It must answer as `onrecord lint --json` does; see docs/decisions/043.',
    })
  }
}
