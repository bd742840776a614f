import type { RequestListener } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { OnrecordError } from '../../errors.ts'
import { NOBODY } from '../../staff/role.ts'
import type { Actor } from '../../newsroom/newsroom.ts'
import { ALL_ENDPOINTS } from '../contract/all-endpoints.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { ALL_HANDLERS } from './all-handlers.ts'
import { answerEndpoint, type Handler } from './answer-endpoint.ts'
import { assertSameSite } from './same-site.ts'
import { networkOf } from './network-of.ts'
import { openApiOf } from './open-api.ts'
import { statusOf } from '../problem.ts'
import { previewPages } from './preview-pages.ts'
import { problemJson } from './problem-json.ts'
import { studioOrigin } from './studio-origin.ts'
import { studioPages } from './studio-pages.ts'
import type { StudioHouse, Visit } from './visit.ts'
import { whoAsks, whoseRevoked } from './who-asks.ts'

/** A story with everything in it is far below this; pictures come in pieces, each a request of its own. */
const MAX_BODY_BYTES = 8 * 1024 * 1024

const API = '/studio/api'

const tooLarge = () => problemJson(new OnrecordError('bad-input', 'What was sent is too large.'))

/** The studio and its API as one application: everything under `/studio`, and nothing else. */
export function studioApp(house: StudioHouse): Hono {
  const app = new Hono()
  app.onError((error) => {
    if (statusOf(error) === 500) house.onFault(error)
    return problemJson(error)
  })
  app.use(`${API}/*`, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: tooLarge }))
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
  const listen = getRequestListener(app.fetch)
  return (request, response) => void listen(request, response)
}

/** Is this the target of a request to the studio? */
export const isForStudio = (target: string): boolean => /^\/studio(?:[/?#]|$)/.test(target)

function addEndpoint(app: Hono, house: StudioHouse, key: string, endpoint: Endpoint): void {
  const [method = '', path = ''] = key.split(' ')
  const handler = ALL_HANDLERS[key as keyof typeof ALL_HANDLERS] as unknown as Handler<Endpoint>
  app.on(method, API + path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) => {
    const visit = await visitOf(context, house)
    return answerEndpoint(endpoint, handler, { params: context.req.param(), query: context.req.query(), visit })
  })
}

async function visitOf(context: Context, house: StudioHouse): Promise<Visit> {
  const request = context.req.raw
  const known = studioOrigin(house.studioUrl, context.req.url)
  const origin = known ?? house.siteUrl()
  const visitor = await whoAsks(house, request, origin)
  assertSameSite(request, known, visitor)
  const revoked = visitor ? null : await whoseRevoked(house, request, origin)
  const actor: Actor = visitor
    ? { name: visitor.account.id, via: visitor.session ? 'studio' : 'key', staff: visitor.staff }
    : { name: 'nobody', via: 'studio', staff: NOBODY }
  const network = networkOf(peerOf(context), request.headers.get('x-forwarded-for'))
  const newsroom = { ...house.newsroom, actor }
  return { house, visitor, revoked, request, headers: new Headers(), origin, network, newsroom }
}

/** The other end of the connection; undefined where there is none, as in tests. */
const peerOf = (context: Context): string | undefined =>
  (context.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress
