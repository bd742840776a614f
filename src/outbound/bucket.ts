import { Readable } from 'node:stream'
import { OnrecordError } from '../errors.ts'
import { absentIs, askBucket, type BucketService, bucketFailure } from './bucket-service.ts'
import { putObject } from './bucket-upload.ts'

/** An S3 service and the key that opens it, as the operator has set them. */
export interface S3Settings {
  readonly endpoint: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
}

/** A bucket, and under which prefix (without slashes at its ends) our things lie in it. */
export interface BucketPlace {
  readonly bucket: string
  readonly prefix: string
}

/** A part of an object, in bytes, both ends included. */
export interface BucketPart {
  readonly start: number
  readonly end: number
}

/** What was read. */
export interface BucketObject {
  /** Of the whole object. */
  readonly bytes: number
  /** To be read to its end, or destroyed. A connection that breaks on the way is taken up where it broke. */
  readonly content: Readable
}

/** One line of a listing. */
export interface BucketEntry {
  /** Under the place, without its prefix. */
  readonly name: string
  readonly bytes: number
  /** When it was put there, by the service's clock. */
  readonly at: Date
}

/**
 * Files in a bucket, by names such as `2026/11/some-file.tar`.
 *
 * @throws OnrecordError `fetch-failed`, `storage-full`, `bad-config` from each of them
 */
export interface Bucket {
  /** Keeps what it is given under a name: whole or not at all. The same name again replaces it. */
  put(name: string, content: Uint8Array | Readable): Promise<void>
  read(name: string, part?: BucketPart): Promise<BucketObject | undefined>
  has(name: string): Promise<boolean>
  /** One that is not there is no fault. */
  remove(name: string): Promise<void>
  /** Everything under the place, or what of it begins with these words, by name. */
  list(beginning?: string): Promise<readonly BucketEntry[]>
}

/** How patient we are, and how a long upload is cut. */
export interface BucketManner {
  /** How long the service may take before it answers, in milliseconds. */
  readonly timeoutMs: number
  readonly pauseMs: number
  /** Of a part of a long upload: a service takes 10,000 of them, all but the last of one size. */
  readonly partBytes: number
}

const MANNER: BucketManner = { timeoutMs: 30_000, pauseMs: 300, partBytes: 16 * 1024 * 1024 }

/** Between the slashes of a name; none that begins with a dot. */
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/

const isName = (name: string): boolean =>
  name.length <= 800 && name.split('/').every((segment) => SEGMENT.test(segment))

/** Opens a bucket of an S3 service; nothing is asked before it is used. */
export function openBucket(settings: S3Settings, place: BucketPlace, manner: Partial<BucketManner> = {}): Bucket {
  const { partBytes, ...patience } = { ...MANNER, ...manner }
  const service: BucketService = { ...settings, ...patience, bucket: place.bucket }
  const prefix = place.prefix === '' ? '' : `${place.prefix}/`
  const keyOf = (name: string): string => {
    if (isName(name)) return prefix + name
    throw new TypeError('Not a name for something in a bucket.')
  }
  return {
    put: async (name, content) => putObject(service, keyOf(name), content, partBytes),
    read: async (name, part) => readObject(service, keyOf(name), part),
    has: async (name) => {
      const key = keyOf(name)
      return askBucket(service, async (client) => (await client.objectExists(key)) === true)
    },
    remove: async (name) => {
      const key = keyOf(name)
      await askBucket(service, (client) => client.deleteObject(key).catch(absentIs(false)))
    },
    list: async (beginning = '') => {
      const found = await askBucket(service, async (client) => client.listObjects('/', prefix + beginning), 120_000)
      if (found === null) throw noBucket(service)
      const entries = found.map(({ Key: key, Size: bytes, LastModified: at }) => ({
        name: key.slice(prefix.length),
        bytes,
        at,
      }))
      return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
    },
  }
}

const noBucket = ({ bucket, endpoint }: BucketService) =>
  new OnrecordError('bad-config', `There is no bucket ${bucket} at ${new URL(endpoint).host}.`, {
    remedy: 'Make it, or name another one.',
  })

async function readObject(service: BucketService, key: string, part?: BucketPart): Promise<BucketObject | undefined> {
  const first = await openPart(service, key, part)
  if (!first) return undefined
  return { bytes: first.wholeBytes, content: Readable.from(followed(service, key, first, part), { objectMode: false }) }
}

interface OpenPart {
  readonly response: Response
  readonly question: AbortController
  readonly wholeBytes: number
  readonly etag: string | null
}

const openPart = (service: BucketService, key: string, part?: { start: number; end?: number }) =>
  askBucket(service, async (client, question): Promise<OpenPart | undefined> => {
    const end = part?.end === undefined ? undefined : part.end + 1
    const response = await client.getObjectRaw(key, part === undefined, part?.start, end).catch(absentIs(undefined))
    if (!response) return undefined
    const [, whole] = /\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? []
    const wholeBytes = Number(whole ?? response.headers.get('content-length'))
    return { response, question, wholeBytes, etag: response.headers.get('etag') }
  })

/** Reads on where a connection broke, as long as the object is still the same and each try brings something. */
async function* followed(
  service: BucketService,
  key: string,
  first: OpenPart,
  part?: BucketPart,
): AsyncGenerator<Uint8Array> {
  const end = part?.end ?? first.wholeBytes - 1
  let at = part?.start ?? 0
  let open: OpenPart | undefined = first
  for (let empty = 0; ; ) {
    const from = at
    try {
      for await (const chunk of chunksOf(open, service.timeoutMs)) {
        at += chunk.byteLength
        yield chunk
      }
      if (at > end) return
      throw new Error('broke off')
    } catch (error) {
      empty = at === from ? empty + 1 : 0
      if (empty === 2) throw bucketFailure(error, service)
    }
    open = await openPart(service, key, { start: at, end })
    if (!open || open.etag !== first.etag) throw changedMeanwhile(service)
  }
}

/** The bytes of one answer; one that is silent for too long is given up, and so is one that nobody reads any more. */
async function* chunksOf({ response, question }: OpenPart, silentMs: number): AsyncGenerator<Uint8Array> {
  const give = () => question.abort()
  let timer = setTimeout(give, silentMs)
  try {
    for await (const chunk of response.body ?? []) {
      clearTimeout(timer)
      yield chunk
      timer = setTimeout(give, silentMs)
    }
  } finally {
    clearTimeout(timer)
    give()
  }
}

const changedMeanwhile = ({ endpoint }: BucketService) =>
  new OnrecordError('fetch-failed', `What was being read from ${new URL(endpoint).host} was replaced meanwhile.`, {
    remedy: 'Try again.',
  })
