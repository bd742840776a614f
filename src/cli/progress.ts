import type { Printing } from './terminal.ts'

export interface ProgressLine {
  readonly at: (done: number) => void
  readonly end: () => void
}

/** Redrawn at most this often. */
const EVERY_MS = 200

/** One line on the error stream that counts and tells the rate; silent with `--json` or where nobody is watching. */
export function progressLine({ json }: Printing, what: string): ProgressLine {
  const began = Date.now()
  const isWatched = process.stderr.isTTY && !json
  let drawnAt = 0
  return {
    at: (done) => {
      const now = Date.now()
      if (!isWatched || now - drawnAt < EVERY_MS) return
      drawnAt = now
      const rate = Math.round(done / Math.max(0.001, (now - began) / 1000))
      process.stderr.write(`\r${done} ${what}, ${rate} a second `)
    },
    end: () => {
      if (isWatched && drawnAt > 0) process.stderr.write('\r\u001b[K')
    },
  }
}
