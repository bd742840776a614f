import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How much of what was written and not synced reached the disk all the same: none, or any blocks and folders of it. */
export type Reached = 'nothing' | 'some'

interface Cut {
  /** The folder as the program left it. */
  readonly live: string
  /** What the shim kept of it. */
  readonly shadow: string
  /** Where the folder is made as it is after the power came back. */
  readonly into: string
  readonly reached: Reached
  /** Chance, from 0 to below 1. */
  readonly next: () => number
}

/** What SQLite and the file system write at once. */
const BLOCK = 4096

/** Makes the folder as a power cut leaves it. What was synced is there; of the rest, what chance lets through. */
export function surviveInto({ live, shadow, into, reached, next }: Cut): void {
  // Cut before the program's first line: the shim was still copying what lay there, and all of that has survived.
  if (!existsSync(join(shadow, 'begun'))) {
    cpSync(live, into, { recursive: true })
    return
  }
  const ofLive = reached === 'some' ? liveFiles(live) : new Map<string, string>()
  const make = (folder: string, to: string, liveFolder: string | null): void => {
    mkdirSync(to, { recursive: true })
    const kept = join(shadow, 'folders', folder)
    const isLive = liveFolder !== null && reached === 'some' && next() < 0.5
    const entries = isLive ? liveEntries(liveFolder) : existsSync(kept) ? keptEntries(kept) : []
    for (const { kind, file, name } of entries) {
      if (kind === 'folder') make(file, join(to, name), ofLive.get(file) ?? null)
      else writeFileSync(join(to, name), bytesOf(file), { mode: 0o600 })
    }
  }
  const bytesOf = (file: string): Buffer => {
    const kept = join(shadow, 'files', file)
    const synced = existsSync(kept) ? readFileSync(kept) : Buffer.alloc(0)
    const path = ofLive.get(file)
    return path === undefined ? synced : mixed(synced, readFileSync(path), next)
  }
  make(String(statSync(live, { bigint: true }).ino), into, live)
}

interface Entry {
  readonly kind: string
  readonly file: string
  readonly name: string
}

const keptEntries = (list: string): Entry[] =>
  readFileSync(list, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [kind = '', file = '', ...name] = line.split(' ')
      return { kind, file, name: name.join(' ') }
    })

/** As shim.c names them: a file by its inode and its birth, a folder by its inode. */
function liveEntries(folder: string): Entry[] {
  return readdirSync(folder).map((name) => {
    const { ino, birthtimeNs, ...stat } = statSync(join(folder, name), { bigint: true })
    const isFolder = (Number(stat.mode) & 0o170000) === 0o040000
    return isFolder
      ? { kind: 'folder', file: String(ino), name }
      : { kind: 'file', file: `${ino}-${birthtimeNs}`, name }
  })
}

function liveFiles(folder: string, found = new Map<string, string>()): Map<string, string> {
  for (const { kind, file, name } of liveEntries(folder)) {
    found.set(file, join(folder, name))
    if (kind === 'folder') liveFiles(join(folder, name), found)
  }
  return found
}

/** Each block as it was synced or as it was written last, and the length of either. */
function mixed(synced: Buffer, written: Buffer, next: () => number): Buffer {
  const length = next() < 0.5 ? synced.length : written.length
  const result = Buffer.alloc(length)
  for (let at = 0; at < length; at += BLOCK) {
    const from = next() < 0.5 ? written : synced
    if (at < from.length) from.copy(result, at, at, Math.min(at + BLOCK, from.length))
  }
  return result
}
