import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The value below which a share of all values lies: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

/** How long this disk takes to make a small write safe, in milliseconds: median of fifty. */
export function fsyncMs(folder: string): number {
  const file = join(folder, 'fsync-probe')
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(4_096, 1)
  const times = Array.from({ length: 50 }, () => {
    writeSync(handle, block)
    const began = performance.now()
    fsyncSync(handle)
    return performance.now() - began
  })
  closeSync(handle)
  rmSync(file)
  return quantile(times, 0.5)
}

/** Rows under headings, in columns as wide as they need to be. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [head, ...rows].map(line).join('\n')
}
