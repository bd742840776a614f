import type { Printing } from './terminal.ts'

export interface ProgressLine {
  /** @param share how much of the whole is done, from 0 to 1, where that is known */
  readonly at: (done: number, share?: number) => void
  readonly end: () => void
}

/** Redrawn at most this often. */
const EVERY_MS = 200

/** No guess at the time left before this much has gone by: the first moments tell nothing. */
const GUESS_AFTER_MS = 2_000

/**
 * One line on the error stream that counts and tells the rate, and what is left where that is known; silent with
 * `--json` or where nobody is watching.
 */
export function progressLine({ json }: Printing, what: string): ProgressLine {
  const began = Date.now()
  const isWatched = process.stderr.isTTY && !json
  let drawnAt = 0
  return {
    at: (done, share) => {
      const now = Date.now()
      if (!isWatched || now - drawnAt < EVERY_MS) return
      drawnAt = now
      process.stderr.write(`\r${progressWords({ done, what, ms: now - began, share: share ?? null })}\u001b[K`)
    },
    end: () => {
      if (isWatched && drawnAt > 0) process.stderr.write('\r\u001b[K')
    },
  }
}

/** "1,204 stories, 2,100 a second, 43 %, about 2 minutes left". */
export function progressWords({
  done,
  what,
  ms,
  share,
}: {
  readonly done: number
  readonly what: string
  readonly ms: number
  readonly share: number | null
}): string {
  const rate = Math.round(done / Math.max(0.001, ms / 1000))
  const parts = [`${done.toLocaleString('en')} ${what}`, `${rate.toLocaleString('en')} a second`]
  if (share !== null) parts.push(`${Math.floor(Math.min(1, share) * 100)} %`)
  if (share !== null && share > 0 && ms > GUESS_AFTER_MS) parts.push(timeLeft((ms / share) * (1 - Math.min(1, share))))
  return parts.join(', ')
}

function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds < 60) return `about ${seconds} s left`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `about ${minutes} min left` : `about ${Math.floor(minutes / 60)} h ${minutes % 60} min left`
}
