import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FindPage } from '../press/load/load-find.ts'
import { securityHeaders } from '../press/page-headers.ts'
import type { FinishedPage } from '../press/page.ts'
import { preferredEncoding } from './accept-encoding.ts'
import type { QueryRoute } from './query-route.ts'
import { headerIn } from './request-headers.ts'

/** Searches of the record, and later pages of long lists. Rendered for whoever asks, kept for nobody. */
export const findRoute = (find: FindPage): QueryRoute => ({
  isFor: ({ path, query }) =>
    /^(?:\/[a-z-]+)?\/record\/find$/.test(path) ||
    (query.has('after') && /^(?:\/[a-z-]+)?\/record\/source\/[a-z0-9-]+$/.test(path)),
  answer: async ({ path, query }, request, response) => {
    const page = await find(path, query)
    if (page) return send(page, request, response)
    response.writeHead(404, ['Content-Length', '0', 'Cache-Control', 'no-store', ...securityHeaders(null)])
    response.end()
  },
})

function send(page: FinishedPage, request: IncomingMessage, response: ServerResponse): void {
  const encoding = preferredEncoding(headerIn(request.rawHeaders, 'accept-encoding'))
  const plain = Buffer.from(page.body)
  const bytes = compressed(plain, encoding)
  response.writeHead(page.status, [
    'Content-Type',
    page.contentType,
    'Content-Length',
    String(bytes.length),
    ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
    ...(page.language ? ['Content-Language', page.language] : []),
    ...(page.location === null ? [] : ['Location', page.location]),
    'Cache-Control',
    'no-store',
    'Vary',
    'Accept-Encoding',
    ...securityHeaders(page.style),
  ])
  response.end(bytes)
}

/** As quick as for any page that somebody waits for. */
const QUICK = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

function compressed(plain: Buffer, encoding: ReturnType<typeof preferredEncoding>): Buffer {
  if (encoding === 'identity') return plain
  return encoding === 'br' ? brotliCompressSync(plain, QUICK) : gzipSync(plain)
}
