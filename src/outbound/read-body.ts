import type { IncomingMessage } from 'node:http'
import { PassThrough, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OnrecordError } from '../errors.ts'

/**
 * Reads a body to its end, unpacked.
 *
 * Bytes are counted as they come and again as they unpack; at the first one too many all of it is dropped, so a small
 * answer that would unpack into gigabytes never does.
 *
 * @throws OnrecordError `fetch-failed` when it is too large, or packed in a way we do not read
 */
export async function readBody(answer: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  const kept = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  try {
    await pipeline(answer, atMost(maxBytes), unpacking(answer), atMost(maxBytes), kept, { signal })
  } finally {
    answer.destroy()
  }
  return Buffer.concat(chunks)
}

/** Lets this many bytes through, and breaks the line at the next. */
function atMost(maxBytes: number): Transform {
  let passed = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      passed += chunk.length
      if (passed > maxBytes) done(tooLarge(maxBytes))
      else done(null, chunk)
    },
  })
}

function unpacking({ headers }: IncomingMessage): Transform {
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  switch (encoding) {
    case 'identity':
    case '':
      return new PassThrough()
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new OnrecordError('fetch-failed', 'The page came packed in a way that we did not ask for.', {
        remedy: 'Save the page in a browser and capture the file.',
      })
  }
}

const tooLarge = (maxBytes: number) =>
  new OnrecordError('fetch-failed', `The page is larger than ${Math.round(maxBytes / 1_000_000)} MB.`, {
    remedy: 'Save the part that matters, and capture that file.',
  })
