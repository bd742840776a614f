import type { Readable } from 'node:stream'
import type { S3mini } from 's3mini'
import { absentIs, askBucket, type BucketService } from './bucket-service.ts'

/** The slowest line on which an upload still ends, in bytes a second: a quarter of a megabit. */
const SLOWEST = 32_000

const patienceFor = (service: BucketService, bytes: number): number => service.timeoutMs + (bytes / SLOWEST) * 1_000

/**
 * Puts bytes or a stream under a key. What is longer than one part goes in parts, one at a time, of which nothing is
 * seen before the last has arrived; an upload that fails is called off, so that its parts are not paid for.
 *
 * @throws OnrecordError `fetch-failed`, `storage-full`, `bad-config`; and whatever the stream throws
 */
export async function putObject(
  service: BucketService,
  key: string,
  content: Uint8Array | Readable,
  partBytes: number,
): Promise<void> {
  const parts = content instanceof Uint8Array ? piecesOf(content, partBytes) : partsOf(content, partBytes)
  const head = (await parts.next()).value ?? new Uint8Array()
  if (head.byteLength < partBytes) {
    await askBucket(service, (client) => client.putObject(key, head), patienceFor(service, head.byteLength))
    return
  }
  const upload = await askBucket(service, (client) => client.getMultipartUploadId(key))
  try {
    const sent = [await putPart(service, { key, upload, number: 1 }, head)]
    for await (const part of parts) sent.push(await putPart(service, { key, upload, number: sent.length + 1 }, part))
    await complete(service, { key, upload }, sent)
  } catch (error) {
    await askBucket(service, (client) => client.abortMultipartUpload(key, upload)).catch(() => undefined)
    throw error
  }
}

interface Upload {
  readonly key: string
  readonly upload: string
}

interface SentPart {
  readonly partNumber: number
  readonly etag: string
  readonly bytes: number
}

const putPart = (service: BucketService, { key, upload, number }: Upload & { number: number }, part: Uint8Array) =>
  askBucket(
    service,
    async (client): Promise<SentPart> => ({
      ...(await client.uploadPart(key, upload, part, number)),
      bytes: part.byteLength,
    }),
    patienceFor(service, part.byteLength),
  )

/** To put the parts together takes some services minutes. */
const COMPLETING_MS = 600_000

/**
 * A service may fail at this behind a status of 200; and where its answer was lost on the way, the upload is not there
 * any more when we ask again, because it is complete.
 */
async function complete(service: BucketService, { key, upload }: Upload, sent: SentPart[]): Promise<void> {
  const bytes = sent.reduce((sum, part) => sum + part.bytes, 0)
  const completed = async (client: S3mini) => {
    const result = await client.completeMultipartUpload(key, upload, sent).catch(absentIs(undefined))
    if (result?.etag) return
    if (result || (await client.getContentLength(key)) !== bytes) throw new Error('not completed')
  }
  await askBucket(service, completed, COMPLETING_MS)
}

async function* piecesOf(content: Uint8Array, bytes: number): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < content.byteLength; at += bytes) yield content.subarray(at, at + bytes)
  return undefined
}

/** Pieces of exactly this size, the last one excepted; none for nothing. */
async function* partsOf(
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  bytes: number,
): AsyncGenerator<Uint8Array, undefined> {
  let part = new Uint8Array(0)
  let filled = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.byteLength; ) {
      if (filled === part.byteLength) {
        if (filled > 0) yield part
        part = new Uint8Array(bytes)
        filled = 0
      }
      const piece = chunk.subarray(at, at + part.byteLength - filled)
      part.set(piece, filled)
      filled += piece.byteLength
      at += piece.byteLength
    }
  }
  if (filled > 0) yield part.subarray(0, filled)
  return undefined
}
