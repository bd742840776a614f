import type { IncomingMessage } from 'node:http'
import { brotliFast, gzipped } from '../press/compression.ts'
import type { HeaderList } from '../press/page-headers.ts'
import { preferredEncoding } from './accept-encoding.ts'
import { headerIn } from './request-headers.ts'

/** An answer that is made for one request, in the encoding that it prefers, with the headers that say so. */
export async function compressed(
  text: string,
  request: IncomingMessage,
): Promise<{ readonly bytes: Buffer; readonly headers: HeaderList }> {
  const plain = Buffer.from(text)
  const encoding = preferredEncoding(headerIn(request.rawHeaders, 'accept-encoding'))
  if (encoding === 'identity') return { bytes: plain, headers: lengthOf(plain) }
  const bytes = await (encoding === 'br' ? brotliFast(plain) : gzipped(plain))
  return { bytes, headers: [...lengthOf(bytes), 'Content-Encoding', encoding] }
}

const lengthOf = (bytes: Buffer): HeaderList => ['Content-Length', String(bytes.length)]
