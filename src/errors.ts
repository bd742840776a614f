/** Every failure a caller may act on. A new code does not compile until `http/problem.ts` and `cli/exit-codes.ts` know it. */
export type ErrorCode =
  | 'not-found'
  | 'refused'
  | 'stale-revision'
  | 'bad-input'
  | 'bad-config'
  | 'signed-out'
  | 'session-revoked'
  | 'forbidden'
  | 'confirm-identity'
  | 'too-many-tries'
  | 'studio-locked'
  | 'damaged'
  | 'folder-not-writable'
  | 'port-taken'
  | 'database-unavailable'
  | 'database-newer'
  | 'storage-full'
  | 'fetch-failed'

/**
 * An expected failure. Anything else thrown is a bug: logged whole, shown to nobody.
 *
 * The message says what happened and why, in one sentence; the remedy says what to do next.
 */
export class OnrecordError extends Error {
  override readonly name = 'OnrecordError'
  readonly code: ErrorCode
  /** What the person reading the message can do next, in one sentence. */
  readonly remedy: string | undefined

  constructor(code: ErrorCode, message: string, more: { remedy?: string; cause?: unknown } = {}) {
    super(message, { cause: more.cause })
    this.code = code
    this.remedy = more.remedy
  }
}
