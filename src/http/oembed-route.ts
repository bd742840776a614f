import type { ServerResponse } from 'node:http'
import type { OEmbed } from '../press/load/load-embed.ts'
import { securityHeaders } from '../press/page-headers.ts'
import type { QueryRoute } from './query-route.ts'

/** No address of ours is longer. */
const MAX_URL_LENGTH = 2_000

/**
 * `/oembed?url=…` (oEmbed 1.0): the frame of an event's box, for the page of another site. 404 where the address is no
 * event's of ours, 501 for a format other than JSON, 400 without an address or with a size that is none.
 */
export const oembedRoute = (oembed: OEmbed): QueryRoute => ({
  isFor: ({ path }) => path === '/oembed',
  answer: async ({ query }, _, response) => {
    const url = query.get('url') ?? ''
    const maxWidth = sizeIn(query, 'maxwidth')
    const maxHeight = sizeIn(query, 'maxheight')
    if ((query.get('format') ?? 'json') !== 'json')
      return send(response, 501, { error: 'Only format=json is answered.' })
    if (url === '' || url.length > MAX_URL_LENGTH) {
      return send(response, 400, { error: 'Give the address of an event in "url".' })
    }
    if (maxWidth === undefined || maxHeight === undefined) {
      return send(response, 400, { error: '"maxwidth" and "maxheight" are whole numbers of pixels.' })
    }
    const found = await oembed({ url, maxWidth, maxHeight })
    return found ? send(response, 200, found) : send(response, 404, { error: 'There is no event at this address.' })
  },
})

/** A size in pixels; null where none is given, undefined where it is none. */
function sizeIn(query: URLSearchParams, name: string): number | null | undefined {
  const text = query.get(name)
  if (text === null || text === '') return null
  return /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

function send(response: ServerResponse, status: number, answer: object): void {
  const bytes = Buffer.from(JSON.stringify(answer))
  response.writeHead(status, [
    'Content-Type',
    'application/json; charset=utf-8',
    'Content-Length',
    String(bytes.length),
    'Cache-Control',
    'no-store',
    ...securityHeaders(null),
  ])
  response.end(bytes)
}
