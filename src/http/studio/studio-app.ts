import type { RequestListener } from 'node:http'
import { getRequestListener, type HttpBindings, RequestError } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { OnrecordError } from '../../errors.ts'
import { NOBODY } from '../../staff/role.ts'
import type { Actor } from '../../newsroom/newsroom.ts'
import { ALL_ENDPOINTS } from '../contract/all-endpoints.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { ALL_HANDLERS } from './all-handlers.ts'
import { answerEndpoint, assertSignedIn, type Handler } from './answer-endpoint.ts'
import { assertOwnPage, requestTokenOf } from './request-token.ts'
import { safeHeaders } from './safe-headers.ts'
import { assertSameSite } from './same-site.ts'
import { networkOf } from './network-of.ts'
import { openApiOf } from './open-api.ts'
import { statusOf } from '../problem.ts'
import { previewPages } from './preview-pages.ts'
import { problemJson } from './problem-json.ts'
import { sessionTokenIn } from './session-cookie.ts'
import { studioOrigin } from './studio-origin.ts'
import { studioPages } from './studio-pages.ts'
import type { StudioHouse, Visit } from './visit.ts'
import { whoAsks, whoseRevoked } from './who-asks.ts'

/** A story with everything in it is far below this; pictures come in pieces, each a request of its own. */
const MAX_BODY_BYTES = 8 * 1024 * 1024

/** Whoever has not come in yet sends a password, or a passkey: thousands of them at once must not fill the memory. */
const MAX_STRANGERS_BODY_BYTES = 64 * 1024

const API = '/studio/api'

const tooLarge = () => problemJson(new OnrecordError('bad-input', 'What was sent is too large.'))

/** The studio and its API as one application: everything under `/studio`, and nothing else. */
export function studioApp(house: StudioHouse): Hono {
  const app = new Hono()
  app.onError((error) => {
    if (statusOf(error) === 500 && !isHungUp(error)) house.onFault(error)
    return problemJson(error)
  })
  app.use(safeHeaders)
  app.get(`${API}/openapi.json`, (context) => context.json(openApiOf(ALL_ENDPOINTS)))
  for (const [key, endpoint] of Object.entries(ALL_ENDPOINTS)) addEndpoint(app, house, key, endpoint)
  app.all(`${API}/*`, () => problemJson(new OnrecordError('not-found', 'The studio’s API has nothing there.')))
  previewPages(app, house)
  studioPages(app, house)
  return app
}

/** The same for `node:http`. */
export function studioListener(house: StudioHouse): RequestListener {
  const app = studioApp(house)
  // What is thrown and is no error passes by the application's own way of answering one.
  const errorHandler = (error: unknown) => {
    if (error instanceof RequestError) return new Response(null, { status: 400 })
    if (!isHungUp(error)) house.onFault(error)
    return problemJson(error)
  }
  const listen = getRequestListener(app.fetch, { errorHandler })
  return (request, response) => void listen(request, response)
}

/** Whoever asked has gone before the whole of their request was here: no fault of anybody, and no line in a log. */
const isHungUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted'

function addEndpoint(app: Hono, house: StudioHouse, key: string, endpoint: Endpoint): void {
  const [method = '', path = ''] = key.split(' ')
  const handler = ALL_HANDLERS[key as keyof typeof ALL_HANDLERS] as unknown as Handler<Endpoint>
  const maxSize = endpoint.may === 'anyone' ? MAX_STRANGERS_BODY_BYTES : MAX_BODY_BYTES
  const limit = bodyLimit({ maxSize, onError: tooLarge })
  const answered = async (context: Context): Promise<Response> => {
    const visit = await visitOf(context, house)
    // Before a body is taken in: nobody fills the memory who is not in.
    assertSignedIn(endpoint, visit)
    const { params, query } = { params: context.req.param(), query: context.req.query() }
    let answer: Response | undefined
    const refused = await limit(context, async () => {
      const counted = { ...visit, request: context.req.raw }
      answer = await answerEndpoint(endpoint, handler, { params, query, visit: counted })
    })
    return refused ?? answer ?? tooLarge()
  }
  app.on(method, API + path.replaceAll(/\{(\w+)\}/g, ':$1'), (context) =>
    answered(context).catch((error: unknown) => {
      if (error instanceof OnrecordError) house.onRefused?.(key, error.code)
      throw error
    }),
  )
}

async function visitOf(context: Context, house: StudioHouse): Promise<Visit> {
  const request = context.req.raw
  const known = studioOrigin(house.studioUrl, context.req.url)
  const origin = known ?? house.siteUrl()
  const visitor = await whoAsks(house, request, origin)
  assertSameSite(request, known, visitor)
  const sessionToken = visitor?.session ? sessionTokenIn(request, origin) : undefined
  const requestToken = sessionToken === undefined ? null : requestTokenOf(sessionToken)
  assertOwnPage(request, requestToken)
  const revoked = visitor ? null : await whoseRevoked(house, request, origin)
  const actor: Actor = visitor
    ? { name: visitor.account.id, via: visitor.session ? 'studio' : 'key', staff: visitor.staff }
    : { name: 'nobody', via: 'studio', staff: NOBODY }
  const network = networkOf(peerOf(context), request.headers.get('x-forwarded-for'), house.isTrustedProxy)
  const newsroom = { ...house.newsroom, actor }
  return { house, visitor, revoked, requestToken, request, headers: new Headers(), origin, network, newsroom }
}

/** The other end of the connection; undefined where there is none, as in tests. */
const peerOf = (context: Context): string | undefined =>
  (context.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress
