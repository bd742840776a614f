import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { PictureFile } from '../edition/public-pictures.ts'
import { pictureTag } from '../edition/tags.ts'
import type { MediaStore } from '../media/media-store.ts'
import { NOTHING_SHARED, type SharedCaching } from '../press/shared-caching.ts'
import { byteRange } from './byte-range.ts'
import { namesTag } from './if-none-match.ts'
import type { QueryRoute } from './query-route.ts'
import { headerIn } from './request-headers.ts'

const PATH = /^\/media\/([0-9a-f]{24}\.(?:avif|webp|jpg|png))$/

export interface MediaSource {
  /** The file of this name, if readers may have it now. Asked for each request: what was killed a moment ago is gone. */
  readonly file: (name: string) => Promise<PictureFile | undefined>
  readonly store: MediaStore
  /** What caches in front are told of pictures. */
  readonly caching?: SharedCaching
}

/**
 * Pictures, at `/media/NAME`. A name is the hash of the bytes behind it and never means others; it may be kept for a day
 * all the same and no longer, so that a withdrawn picture does not outlive its story in caches. A file that no live story
 * and no byline shows is not there, in the same words as any other absence.
 */
export const mediaRoute = ({ file, store, caching = NOTHING_SHARED }: MediaSource): QueryRoute => ({
  isFor: ({ path }) => PATH.test(path),
  answer: async ({ path }, request, response) => {
    const name = PATH.exec(path)?.[1] ?? ''
    const headersFor = caching.begin()
    const found = await file(name)
    const shared = () => (found ? headersFor([pictureTag(found.pictureId)]) : [])
    return found ? answerWith(found, { store, shared }, request, response) : 'pass'
  },
})

interface Sending {
  readonly store: MediaStore
  /** What caches in front are told of it, as things stand when it is sent. */
  readonly shared: () => readonly string[]
}

async function answerWith(
  found: PictureFile,
  { store, shared }: Sending,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<'pass' | 'done'> {
  const etag = `"${found.name.slice(0, 24)}"`
  const seen = headerIn(request.rawHeaders, 'if-none-match')
  if (seen !== undefined && namesTag(seen, `W/${etag}`)) {
    response.writeHead(304, [...lasting(etag), ...shared()]).end()
    return 'done'
  }
  const range = rangeOf(request, etag, found.bytes)
  if (range === 'unsatisfiable') {
    response.writeHead(416, ['Content-Range', `bytes */${found.bytes}`, 'Content-Length', '0', ...CLOSED]).end()
    return 'done'
  }
  const part = range ?? { start: 0, end: found.bytes - 1 }
  const stored = await store.read(found.name, part)
  // On file and not on the disk: a fault that doctor may find, and an absence to the reader.
  if (!stored) return 'pass'
  const headers = [
    'Content-Type',
    found.mediaType,
    'Content-Length',
    String(part.end - part.start + 1),
    ...(range ? ['Content-Range', `bytes ${part.start}-${part.end}/${found.bytes}`] : []),
    ...lasting(etag),
    ...shared(),
  ]
  response.writeHead(range ? 206 : 200, headers)
  if (request.method === 'HEAD') {
    stored.content.destroy()
    response.end()
  } else await pipeline(stored.content, response).catch((error: unknown) => endedBy(error, request))
  return 'done'
}

/** A part is sent only to a client whose other parts are of this very file (RFC 9110, 13.1.5). */
function rangeOf({ method, rawHeaders }: IncomingMessage, etag: string, bytes: number) {
  const asked = method === 'GET' ? headerIn(rawHeaders, 'range') : undefined
  const condition = headerIn(rawHeaders, 'if-range')
  return asked === undefined || (condition !== undefined && condition !== etag) ? undefined : byteRange(asked, bytes)
}

/** Whatever is in a file, a browser that opens it by itself runs nothing of it. */
const CLOSED = ['X-Content-Type-Options', 'nosniff', 'Content-Security-Policy', "default-src 'none'; sandbox"]

const lasting = (etag: string): string[] => [
  'ETag',
  etag,
  'Cache-Control',
  'public, max-age=86400, immutable',
  'Accept-Ranges',
  'bytes',
  ...CLOSED,
]

/** Somebody who left the page in the middle of a picture is no fault of ours. */
function endedBy(error: unknown, { socket }: IncomingMessage): void {
  if (!socket.destroyed) throw error
}
