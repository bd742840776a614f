/** What a server answered instead of what it was asked for: the cause of a `fetch-failed`, for who wants to try again. */
export class FailedAnswer extends Error {
  override readonly name = 'FailedAnswer'
  readonly status: number
  /** The `Retry-After` that came with it, as it came (RFC 9110, section 10.2.3). */
  readonly retryAfter: string | null

  constructor(status: number, retryAfter: string | null) {
    super(`status ${status}`)
    this.status = status
    this.retryAfter = retryAfter
  }
}
