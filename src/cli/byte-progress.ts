import { progressLine } from './progress.ts'
import type { Printing } from './terminal.ts'

const MB = 1_000_000

/** One line that counts megabytes, where somebody is watching. */
export function byteProgress(printing: Printing): { at: (bytes: number, ofBytes?: number) => void; end: () => void } {
  const { at, end } = progressLine(printing, 'MB')
  return {
    at: (bytes, ofBytes) =>
      at(Math.round(bytes / MB), ofBytes === undefined ? undefined : bytes / Math.max(1, ofBytes)),
    end,
  }
}

/** "1,204.5 MB", "12 kB". */
export const sizeInWords = (bytes: number): string =>
  bytes < MB
    ? `${Math.ceil(bytes / 1_000)} kB`
    : `${(bytes / MB).toLocaleString('en', { maximumFractionDigits: 1 })} MB`

/** "2.4 s", "3 min 5 s". */
export function durationInWords(ms: number): string {
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`
  const seconds = Math.round(ms / 1_000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
