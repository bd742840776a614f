import type { ServerResponse } from 'node:http'
import { SITE, storyTag } from '../edition/tags.ts'
import type { ShareCards } from '../media/share-card.ts'
import type { FindShareCard } from '../press/load/load-share-card.ts'
import { securityHeaders } from '../press/page-headers.ts'
import { NOTHING_SHARED, type SharedCaching } from '../press/shared-caching.ts'
import type { QueryRoute } from './query-route.ts'

/**
 * A day: the bytes at an address never change, but a story may be withdrawn, and its headline must not stand in caches
 * that nobody can reach for a year.
 */
const KEPT = 'public, max-age=86400, immutable'

/**
 * `/media/cards/…`: the picture by which a story is shared. The address of before a correction leads to the present card,
 * and that of a withdrawn story is gone; where there is no story it is any other absence. 503 while too many others
 * wait to be drawn.
 */
export const shareCardRoute = (
  find: FindShareCard,
  cards: Pick<ShareCards, 'bytes'>,
  caching: SharedCaching = NOTHING_SHARED,
): QueryRoute => ({
  isFor: ({ path }) => path.startsWith('/media/cards/'),
  answer: async ({ path }, _, response) => {
    const headersFor = caching.begin()
    const found = await find(path)
    switch (found.kind) {
      case 'nothing':
        return 'pass'
      case 'gone':
        return without(response, 410)
      case 'moved':
        return without(response, 302, ['Location', found.to])
      case 'card': {
        const bytes = await cards.bytes(found.card)
        const { storyId } = found.card
        const shared = headersFor([SITE, storyTag(storyId)])
        return bytes ? send(response, bytes, shared) : without(response, 503, ['Retry-After', '5'])
      }
    }
  },
})

function send(response: ServerResponse, bytes: Uint8Array, shared: readonly string[]): void {
  response.writeHead(200, [
    'Content-Type',
    'image/png',
    'Content-Length',
    String(bytes.length),
    'Cache-Control',
    KEPT,
    ...shared,
    ...securityHeaders(null),
  ])
  response.end(bytes)
}

function without(response: ServerResponse, status: number, more: readonly string[] = []): void {
  response.writeHead(status, ['Content-Length', '0', 'Cache-Control', 'no-store', ...more, ...securityHeaders(null)])
  response.end()
}
