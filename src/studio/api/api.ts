import type { AllEndpoints } from '../../http/contract/all-endpoints.ts'
import type { Answer, Request } from '../../http/contract/endpoint.ts'
import { ownPage } from './own-page.ts'
import { sayRevoked } from './revoked.ts'

export type Key = keyof AllEndpoints
export type AskedOf<K extends Key> = Request<AllEndpoints[K]>
export type AnswerTo<K extends Key> = Answer<AllEndpoints[K]>

/** The server has refused, or failed: what happened, and what to do next. RFC 9457. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  /** The server's error code, such as `stale-revision`; `fault` for a bug of ours. */
  readonly code: string
  readonly remedy: string | null

  constructor(problem: { status: number; code: string; detail: string; remedy: string | null }) {
    super(problem.detail)
    this.status = problem.status
    this.code = problem.code
    this.remedy = problem.remedy
  }
}

/** The request did not reach the server, or its answer did not reach us: nobody knows whether it was done. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection'
}

interface Sent {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
}

/** More than any answer takes on a bad line; a request that hangs for ever would hold up what waits behind it. */
const TIMEOUT_MS = 30_000

/**
 * Asks the studio's API. The key names method and path as the contract has them; types follow from it.
 *
 * @throws ApiProblem when the server refuses or fails, NoConnection when it cannot be reached
 */
export async function api<K extends Key>(key: K, asked: AskedOf<K>, signal?: AbortSignal): Promise<AnswerTo<K>> {
  const { params, query, body } = asked as Sent
  const [method = 'GET', path = ''] = key.split(' ')
  const response = await reach(`/studio/api${filled(path, params)}${asQuery(query)}`, {
    method,
    signal: signal ? AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) : AbortSignal.timeout(TIMEOUT_MS),
    credentials: 'same-origin',
    ...sent(body, method),
  })
  if (!response.ok) throw await problemIn(response)
  return (isAnswer(response) ? await response.json() : response) as AnswerTo<K>
}

/** A file to be saved is handed on as it comes, one in JSON too. */
const isAnswer = ({ headers }: Response): boolean =>
  /^application\/json(?:;|$)/.test(headers.get('content-type') ?? '') &&
  headers.get('content-disposition')?.startsWith('attachment') !== true

function sent(body: unknown, method: string): RequestInit {
  const headers = method === 'GET' ? {} : ownPage()
  if (body === undefined) return { headers }
  if (body instanceof Blob) return { body, headers: { ...headers, 'content-type': 'application/octet-stream' } }
  return { body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init)
  } catch (cause) {
    throw new NoConnection('The server cannot be reached.', { cause })
  }
}

const filled = (path: string, params: Sent['params'] = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))

function asQuery(query: Sent['query'] = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

async function problemIn(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as { title?: string; detail?: string; remedy?: string | null }
  if (body.title === 'session-revoked') sayRevoked()
  return new ApiProblem({
    status: response.status,
    code: body.title ?? 'fault',
    detail: body.detail ?? response.statusText,
    remedy: body.remedy ?? null,
  })
}
