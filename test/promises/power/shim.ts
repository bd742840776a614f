import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SOURCE = fileURLToPath(new URL('./shim.c', import.meta.url))

/** Numbers of errors as Linux has them. */
export const EIO = 5
export const ENOSPC = 28

// `struct control` of shim.c: eight bytes each, then the ending of the files that are counted.
const PLACES = { clockOffsetMs: 0, fsyncCountdown: 8, fsyncErrno: 16, writeCountdown: 24, writeErrno: 32 } as const
const COUNTS = { fsyncs: 40, writes: 48 } as const
const ONLY = { at: 56, bytes: 64 } as const

/** What stands between a program and its disk and clock: see shim.c. */
export interface Shim {
  /** Where what would survive a power cut is kept. */
  readonly shadow: string
  /** What a program is started with to run behind it. */
  env(root: string, more?: { readonly shadow?: boolean }): Record<string, string>
  /** Tells it what to do from now on. */
  set(what: Partial<Record<keyof typeof PLACES, number>>): void
  /** Only files whose path ends so are counted, and fail. */
  only(ending: string): void
  /** How many it has counted. */
  count(what: keyof typeof COUNTS): number
  remove(): void
}

const compiler = spawnSync('gcc', ['--version']).status === 0
const isPossible = process.platform === 'linux' && compiler

/** Why the shim cannot be tried here; null where it can. In CI a missing compiler fails, it never skips. */
export const WHY_NO_SHIM: string | null =
  isPossible || process.env['CI'] !== undefined ? null : 'needs Linux and gcc, to stand between a program and its disk'

/** Compiles the shim into a temporary folder. @throws Error when it does not compile without a warning */
export function openShim(): Shim {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-shim-'))
  const library = join(folder, 'shim.so')
  const flags = ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror']
  const made = spawnSync('gcc', [...flags, '-o', library, SOURCE, '-ldl', '-lpthread'], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`The shim does not compile: ${made.error?.message ?? made.stderr}`)
  const control = join(folder, 'control')
  writeFileSync(control, Buffer.alloc(4096))
  const shared = openSync(control, 'r+')
  const shadow = join(folder, 'shadow')
  const write = (at: number, value: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeBigInt64LE(BigInt(value))
    writeSync(shared, bytes, 0, 8, at)
  }
  return {
    shadow,
    env: (root, { shadow: isKept = false } = {}) => {
      if (isKept) {
        rmSync(shadow, { recursive: true, force: true })
        for (const part of ['files', 'folders']) mkdirSync(join(shadow, part), { recursive: true })
      }
      const kept = isKept ? { SHIM_SHADOW: shadow } : {}
      return { LD_PRELOAD: library, SHIM_ROOT: root, SHIM_CONTROL: control, ...kept }
    },
    set: (what) => {
      // What counts down begins last, when all else is in place.
      for (const [name, value] of Object.entries(what).toReversed()) write(PLACES[name as keyof typeof PLACES], value)
    },
    only: (ending) => {
      const bytes = Buffer.alloc(ONLY.bytes)
      bytes.write(ending)
      writeSync(shared, bytes, 0, ONLY.bytes, ONLY.at)
    },
    count: (what) => {
      const bytes = Buffer.alloc(8)
      readSync(shared, bytes, 0, 8, COUNTS[what])
      return Number(bytes.readBigInt64LE())
    },
    remove: () => {
      closeSync(shared)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
