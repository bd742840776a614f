import { setTimeout as pause } from 'node:timers/promises'
import { S3mini, S3ServiceError } from 's3mini'
import { OnrecordError } from '../errors.ts'
import { FailedAnswer } from './failed-answer.ts'

/** A bucket of an S3 service, who asks it, and how patiently. */
export interface BucketService {
  readonly endpoint: string
  readonly region: string
  readonly keyId: string
  readonly secret: string
  readonly bucket: string
  /** How long the service may take before it answers, in milliseconds. */
  readonly timeoutMs: number
  /** Before the second try, in milliseconds; twice as long before the third. */
  readonly pauseMs: number
}

const TRIES = 3

/**
 * Asks the service, up to three times where asking again may help: it had a fault of its own, it was busy, or the
 * connection broke.
 *
 * @param work one question; the controller ends it, and with it whatever is still being read from its answer
 * @throws OnrecordError `fetch-failed`, `storage-full`, `bad-config`; never with a key or a signature in it
 */
export async function askBucket<Answer>(
  service: BucketService,
  work: (client: S3mini, question: AbortController) => Promise<Answer>,
  timeoutMs = service.timeoutMs,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    const question = new AbortController()
    const timer = setTimeout(() => question.abort(), timeoutMs)
    try {
      return await work(clientOf(service, question.signal), question)
    } catch (error) {
      if (attempt === TRIES || !isWorthAnotherTry(error)) throw bucketFailure(error, service)
      await pause(service.pauseMs * 2 ** (attempt - 1) * (0.75 + Math.random() / 2))
    } finally {
      clearTimeout(timer)
    }
  }
}

const clientOf = ({ endpoint, region, keyId, secret, bucket }: BucketService, signal: AbortSignal): S3mini =>
  new S3mini({
    accessKeyId: keyId,
    secretAccessKey: secret,
    endpoint: `${endpoint.replace(/\/+$/, '')}/${bucket}`,
    region,
    // A redirect would carry the signature elsewhere; a compressed answer would not have the length it says.
    fetch: (address, init) =>
      fetch(address, {
        ...init,
        headers: { ...headersOf(init), 'accept-encoding': 'identity' },
        redirect: 'error',
        signal,
      }),
  })

const headersOf = (init: RequestInit | undefined): Record<string, string> =>
  Object.fromEntries(new Headers(init?.headers).entries())

const isAbsent = (error: unknown): boolean => error instanceof S3ServiceError && error.status === 404

/** For a `catch`: where the service says that something is not there, this is the answer. */
export const absentIs =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (isAbsent(error)) return value
    throw error
  }

function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof OnrecordError) return false
  if (!(error instanceof S3ServiceError)) return true
  return error.status >= 500 || error.status === 429 || ['RequestTimeout', 'OperationAborted'].includes(codeOf(error))
}

const codeOf = (error: S3ServiceError): string => error.serviceCode ?? ''

const FULL = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientCapacity', 'ServiceQuotaExceededException'])

/**
 * What went wrong, in our words. The service's own text stays behind: it repeats what was asked, and that was signed.
 */
export function bucketFailure(error: unknown, { endpoint, bucket }: BucketService): OnrecordError {
  if (error instanceof OnrecordError) return error
  const { host } = new URL(endpoint)
  if (!(error instanceof S3ServiceError)) {
    return new OnrecordError('fetch-failed', `The S3 service at ${host} could not be reached, or broke off.`, {
      remedy: 'Try again later; if it stays so, look at ONRECORD_S3_ENDPOINT and at the service.',
      cause: new Error(networkCode(error)),
    })
  }
  const cause = new FailedAnswer(error.status, null)
  if (error.status === 507 || FULL.has(codeOf(error))) {
    return new OnrecordError('storage-full', `The bucket ${bucket} at ${host} is full.`, {
      remedy: 'Make room in it, or raise its quota, and try again.',
      cause,
    })
  }
  if (error.status === 401 || error.status === 403) {
    return new OnrecordError('bad-config', `The S3 service at ${host} does not let us use the bucket ${bucket}.`, {
      remedy: 'Look at ONRECORD_S3_KEY_ID, ONRECORD_S3_SECRET and ONRECORD_S3_REGION, and at what that key may do.',
      cause,
    })
  }
  if (isAbsent(error)) {
    return new OnrecordError('bad-config', `There is no bucket ${bucket} at ${host}.`, {
      remedy: 'Make it, or name another one.',
      cause,
    })
  }
  return new OnrecordError('fetch-failed', `The S3 service at ${host} answered with status ${error.status}.`, {
    remedy: 'Try again later; if it stays so, look at the log of the service.',
    cause,
  })
}

function networkCode(error: unknown): string {
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (told instanceof Error && told.name === 'AbortError') return 'no answer in time'
  return told instanceof Error && 'code' in told && typeof told.code === 'string' ? told.code : 'connection lost'
}
