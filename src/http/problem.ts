import { type ErrorCode, OnrecordError } from '../errors.ts'

/** The one table from what went wrong to what HTTP calls it. */
const STATUS = {
  'not-found': 404,
  refused: 409,
  'stale-revision': 412,
  'bad-input': 422,
  'bad-config': 500,
  'signed-out': 401,
  'session-revoked': 401,
  forbidden: 403,
  'confirm-identity': 403,
  'too-many-tries': 429,
  'studio-locked': 503,
  damaged: 500,
  'folder-not-writable': 500,
  'port-taken': 500,
  'database-unavailable': 503,
  'database-newer': 503,
  'storage-full': 507,
  'fetch-failed': 502,
} as const satisfies Record<ErrorCode, number>

/** The status of a failure. What is no expected failure is a bug, and a bug is 500. */
export const statusOf = (error: unknown): number => (error instanceof OnrecordError ? STATUS[error.code] : 500)
