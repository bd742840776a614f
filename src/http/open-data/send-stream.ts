import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { securityHeaders } from '../../press/page-headers.ts'
import { preferredEncoding } from '../accept-encoding.ts'
import { namesTag } from '../if-none-match.ts'
import { headerIn } from '../request-headers.ts'

/** An answer that is written as it is read. */
export interface StreamedAnswer {
  readonly contentType: string
  readonly etag: string
  /** The name that browsers save it under; null shows it. */
  readonly fileName: string | null
  /** More header lines: `Link` to the next page. */
  readonly headers?: readonly string[]
  readonly chunks: () => AsyncIterable<string | Buffer> | Iterable<string | Buffer>
  /** False for what is compressed already, or changes nothing by it. */
  readonly isCompressible: boolean
  /** Its length, where that is known before its end. */
  readonly bytes?: number
  /** What caches in front are told of it; left out for what they may not keep. */
  readonly shared?: readonly string[]
  /** True for what never changes under its address. */
  readonly isImmutable?: boolean
}

/**
 * Sends it, compressed while it is read; a client that reads slowly slows the reading down, and one that goes away ends
 * it, so that memory stays bounded whatever the size. A client that has it gets 304.
 */
export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  answer: StreamedAnswer,
): Promise<void> {
  if (sendUnchanged(request, response, answer)) return
  const encoding = answer.isCompressible ? encodingOf(request) : 'identity'
  response.writeHead(200, headersOf(answer, encoding))
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const text = Readable.from(answer.chunks())
  try {
    if (encoding === 'identity') await pipeline(text, response)
    else await pipeline(text, encoding === 'br' ? createBrotliCompress(QUICK) : createGzip({ level: 5 }), response)
  } catch (error) {
    if (!hasGone(error, request)) throw error
  }
}

/** Answers 304 where the client has it already. @returns whether it was answered */
export function sendUnchanged(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Pick<StreamedAnswer, 'etag' | 'isImmutable' | 'shared'>,
): boolean {
  const seen = headerIn(request.rawHeaders, 'if-none-match')
  if (seen === undefined || !namesTag(seen, answer.etag)) return false
  response.writeHead(304, validatorsOf(answer))
  response.end()
  return true
}

/** Somebody who broke off their download is no fault of ours. */
const hasGone = (error: unknown, { socket }: IncomingMessage): boolean =>
  socket.destroyed &&
  error instanceof Error &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE'].includes(String(error.code))

/** Compression must not be slower than the reading. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

const encodingOf = ({ rawHeaders }: IncomingMessage) => preferredEncoding(headerIn(rawHeaders, 'accept-encoding'))

const validatorsOf = ({
  etag,
  isImmutable = false,
  shared = [],
}: Pick<StreamedAnswer, 'etag' | 'isImmutable' | 'shared'>): string[] => [
  'ETag',
  etag,
  'Cache-Control',
  isImmutable ? 'public, max-age=31536000, immutable' : 'public, no-cache',
  'Vary',
  'Accept-Encoding',
  // Maps and notebooks in a browser read the data from other sites.
  'Access-Control-Allow-Origin',
  '*',
  ...shared,
]

const headersOf = (answer: StreamedAnswer, encoding: string): string[] => [
  'Content-Type',
  answer.contentType,
  ...validatorsOf(answer),
  ...(encoding === 'identity' ? [] : ['Content-Encoding', encoding]),
  ...(encoding === 'identity' && answer.bytes !== undefined ? ['Content-Length', String(answer.bytes)] : []),
  ...(answer.fileName === null ? [] : ['Content-Disposition', `attachment; filename="${answer.fileName}"`]),
  ...(answer.headers ?? []),
  ...securityHeaders(null),
]
