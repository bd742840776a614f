import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Answer, answerNow, type KeptPage, staleAnswer, unsharedAnswer } from '../press/kept-page.ts'
import { asciiAddress, securityHeaders } from '../press/page-headers.ts'
import type { Press, Served } from '../press/press.ts'
import { preferredEncoding } from './accept-encoding.ts'
import { type ErrorPage, errorAnswers } from './error-answers.ts'
import { namesTag } from './if-none-match.ts'
import { statusOf } from './problem.ts'
import { type QueryRoute, queryOf } from './query-route.ts'
import { headerIn } from './request-headers.ts'
import { destinationOf } from './request-line.ts'

/** Answers 200 as soon as readers would get the home page. Not a slug, so no page can ever stand there. */
const READY_PATH = '/-/ready'

/** Answers 200 as long as the process runs and takes requests, whatever else is the matter. */
const HEALTH_PATH = '/healthz'

export interface ReaderOptions {
  readonly press: Press
  readonly errorPage: ErrorPage
  /** What answers by a query. Their addresses are no pages. */
  readonly routes?: readonly QueryRoute[]
  /** Told of every failure that a reader got an error page for. */
  readonly onFault: (error: unknown) => void
  /** Told which page somebody got, or has still; never who. */
  readonly onRead?: ((page: KeptPage) => void) | undefined
  /** May caches in front keep what is answered now? Left out where there are none. */
  readonly mayBeShared?: (() => boolean) | undefined
}

/**
 * Answers readers. A page that is kept leaves before anything is parsed, awaited or looked up elsewhere.
 *
 * No cookie, query or header can change a byte of it: `Accept-Encoding` chooses its compression, `If-None-Match`
 * may spare it, nothing else is read.
 */
export function answerReaders(options: ReaderOptions): RequestListener {
  const { press, onRead, mayBeShared } = options
  const answerOthers = answersBesides(options)
  return (request, response) => {
    const page = press.kept(request.url ?? '')
    const answer = page && isReading(request.method) ? answerAtOnce(page, request) : undefined
    if (page && answer) {
      if (onRead && request.method === 'GET') onRead(page)
      send(mayBeShared && !mayBeShared() ? unsharedAnswer(answer) : answer, response)
    } else void answerOthers(request, response)
  }
}

const isReading = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD'

/** Everything but a kept page under its own address. */
function answersBesides({ press, errorPage, routes = [], onFault, onRead, mayBeShared }: ReaderOptions) {
  const errorAnswer = errorAnswers(errorPage, onFault)

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const asked = await answerByQuery(routes, request, response)
      if (asked === 'answered') return
      const answer = (await answerFrom({ press, onRead }, request)) ?? errorAnswer(refusalOf(request))
      // What a route has passed by may be its own tomorrow, under the same address.
      const isShared = mayBeShared === undefined || (asked === 'nobody' && mayBeShared())
      send(isShared ? answer : unsharedAnswer(answer), response)
    } catch (error) {
      onFault(error)
      // A download that breaks off half-way must not look whole: the connection ends without its last chunk.
      if (response.headersSent) response.destroy()
      else send(errorAnswer(statusOf(error)), response)
    }
  }
}

/** @returns whether one of the routes has answered, or has passed it by, or none was asked */
async function answerByQuery(
  routes: readonly QueryRoute[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<'answered' | 'passed' | 'nobody'> {
  const target = request.url ?? ''
  const destination = destinationOf(target)
  if (destination.kind !== 'path') return 'nobody'
  const question = { path: destination.path, query: queryOf(target) }
  const route = routes.find((one) => one.isFor(question))
  if (!route || !(route.takesForms || isReading(request.method))) return 'nobody'
  return (await route.answer(question, request, response)) === 'pass' ? 'passed' : 'answered'
}

const refusalOf = (request: IncomingMessage): number => (isReading(request.method) ? 400 : 405)

/** The answer to a request; undefined when it is none that a reader may make. */
async function answerFrom(
  { press, onRead }: Pick<ReaderOptions, 'press' | 'onRead'>,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const destination = isReading(request.method) ? destinationOf(request.url ?? '') : undefined
  if (!destination || destination.kind === 'malformed') return undefined
  if (destination.path === HEALTH_PATH) return READY
  const isReadiness = destination.path === READY_PATH
  const served = await servedAt(press, isReadiness ? '/' : destination.path)
  if (isReadiness) return READY
  // Where there is no page, or one that leads on, a detour would cost the reader a round trip.
  if (destination.kind === 'moved' && served.page.status === 200) return movedTo(destination.path)
  if (request.method === 'GET') onRead?.(served.page)
  return notModified(served, request) ?? press.encode(served, encodingOf(request))
}

async function servedAt(press: Press, path: string): Promise<Served> {
  const page = press.kept(path)
  return page ? { page, isStale: false } : press.page(path)
}

/** What a request gets from a fresh page without waiting; undefined when it wants an encoding that is not kept. */
function answerAtOnce(page: KeptPage, request: IncomingMessage): Answer | undefined {
  return isUnchanged(page, request) ? page.notModified : answerNow(page, encodingOf(request))
}

function notModified({ page, isStale }: Served, request: IncomingMessage): Answer | undefined {
  if (!isUnchanged(page, request)) return undefined
  return isStale ? staleAnswer(page.notModified) : page.notModified
}

function isUnchanged({ etag }: KeptPage, { rawHeaders }: IncomingMessage): boolean {
  if (etag === null) return false
  const seen = headerIn(rawHeaders, 'if-none-match')
  return seen !== undefined && namesTag(seen, etag)
}

const encodingOf = ({ rawHeaders }: IncomingMessage) => preferredEncoding(headerIn(rawHeaders, 'accept-encoding'))

function send({ status, headers, bytes }: Answer, response: ServerResponse): void {
  // The list is shared by all who get this answer; node only reads it. After HEAD it leaves the bytes out by itself.
  response.writeHead(status, headers as string[])
  response.end(bytes)
}

const NO_BYTES = Buffer.alloc(0)

const movedTo = (path: string): Answer => ({
  status: 308,
  headers: [
    'Location',
    asciiAddress(path),
    'Content-Length',
    '0',
    'Cache-Control',
    'no-cache',
    ...securityHeaders(null),
  ],
  bytes: NO_BYTES,
})

const READY: Answer = {
  status: 200,
  headers: ['Content-Type', 'text/plain', 'Content-Length', '3', 'Cache-Control', 'no-store', ...securityHeaders(null)],
  bytes: Buffer.from('ok\n'),
}
