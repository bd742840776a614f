import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliFast, gzipped } from '../press/compression.ts'
import type { FindPage } from '../press/load/load-find.ts'
import { pageHeaders } from '../press/page-headers.ts'
import type { FinishedPage } from '../press/page.ts'
import { preferredEncoding } from './accept-encoding.ts'
import type { QueryRoute } from './query-route.ts'
import { headerIn } from './request-headers.ts'

/** Searches of the record, and later pages of long lists. Rendered for whoever asks, kept for nobody. */
export const findRoute = (find: FindPage): QueryRoute => ({
  isFor: ({ path, query }) =>
    /^(?:\/[a-z-]+)?\/record\/find$/.test(path) ||
    (query.has('after') && /^(?:\/[a-z-]+)?\/record\/source\/[a-z0-9-]+$/.test(path)),
  answer: async ({ path, query }, request, response) => send(await find(path, query), request, response),
})

async function send(page: FinishedPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const encoding = preferredEncoding(headerIn(request.rawHeaders, 'accept-encoding'))
  const bytes = await compressed(Buffer.from(page.body), encoding)
  response.writeHead(page.status, [
    ...pageHeaders(page, null, undefined),
    'Content-Length',
    String(bytes.length),
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
  ])
  response.end(bytes)
}

async function compressed(plain: Buffer, encoding: ReturnType<typeof preferredEncoding>): Promise<Buffer> {
  if (encoding === 'identity') return plain
  return encoding === 'br' ? brotliFast(plain) : gzipped(plain)
}
