import { OnrecordError } from '../errors.ts'

// Extended result codes: https://www.sqlite.org/rescode.html (read November 2026).
const FAILED_SYNC = new Set([1034, 1290])
const FULL = 13
// A page that could not be written, and shared memory that could not grow, which is what a full disk looks like there.
const FAILED_WRITE = new Set([778, 4874])

/** What is to be asked of the file after a write has failed. One row that says `ok` is the answer that is wanted. */
const CHECK = 'pragma quick_check(1)'

/** What a connection needs in order to be asked whether its file is whole. */
interface Asked {
  run(sql: string, parameters: readonly []): { rows: readonly object[] } | Promise<{ rows: readonly object[] }>
}

/**
 * Whether what a connection writes can still be believed to be on the disk.
 *
 * A write that found no room is rolled back, the file is looked at once, and work goes on. A sync that failed is another
 * thing: nobody knows what of the file is on the disk, and asking again may say that all is well when it is not. Then, as
 * when a rollback fails or the file is found damaged, nothing more may be acknowledged: whoever opened the connection is
 * told, and every statement from then on fails.
 */
export class DiskTrust {
  readonly #onUntrusted: (error: Error) => void
  #lost: OnrecordError | undefined
  #isSuspect = false
  #isChecked = false

  constructor(onUntrusted: (error: Error) => void) {
    this.#onUntrusted = onUntrusted
  }

  /** @throws OnrecordError `database-unavailable` once trust is lost */
  assert(): void {
    if (this.#lost) throw this.#lost
  }

  /** Hears of every statement that failed. */
  failed(errcode: number | undefined, error: unknown): void {
    if (errcode !== undefined && FAILED_SYNC.has(errcode)) this.#lose('a sync failed', error)
    else if (errcode !== undefined && ((errcode & 255) === FULL || FAILED_WRITE.has(errcode))) this.#isSuspect = true
  }

  /** Hears that a transaction was kept: the disk takes what is written again. */
  kept(): void {
    this.#isChecked = false
  }

  rollbackFailed(error: unknown): void {
    this.#lose('a failed transaction could not be rolled back', error)
  }

  /** Looks at the file after a write had failed and was taken back; once, until something has been kept again. */
  async check(connection: Asked): Promise<void> {
    if (!this.#isSuspect || this.#lost) return
    this.#isSuspect = false
    if (this.#isChecked) return
    this.#isChecked = true
    try {
      const { rows } = await connection.run(CHECK, [])
      const said = rows.flatMap((row) => Object.values(row))
      if (said[0] !== 'ok') this.#lose('the file is damaged', new Error(String(said[0])))
    } catch (error) {
      this.#lose('the file cannot be looked at', error)
    }
  }

  #lose(what: string, cause: unknown): void {
    if (this.#lost) return
    this.#lost = new OnrecordError('database-unavailable', `The disk may not have kept what was written: ${what}.`, {
      remedy: 'See what the system says of the disk, then start again: what was acknowledged before is recovered.',
      cause,
    })
    this.#onUntrusted(this.#lost)
  }
}
