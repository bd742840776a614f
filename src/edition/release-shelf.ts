import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../time.ts'

/** One file of a release. */
export interface ReleaseFile {
  readonly name: string
  readonly bytes: number
  /** SHA-256, hexadecimal. */
  readonly sha256: string
  /** Rows below the header, features or lines; null for texts. */
  readonly rows: number | null
}

/** What a release says of itself, in `manifest.json`. */
export interface ReleaseManifest {
  /** Year, month, and the how-manieth of that month: `2024.07.3`. */
  readonly version: string
  readonly released_at: Instant
  /** The release shows the record as it stood then. */
  readonly as_of: Instant
  readonly paper: string
  readonly address: string
  readonly license: 'CC-BY-4.0'
  /** Counts the changes of what tables and columns mean. */
  readonly schema: number
  /** The number of the newest change of the edition in it. */
  readonly edition: number
  /** The number of the newest revision of the record in it. */
  readonly record: number
  readonly previous: string | null
  readonly files: readonly ReleaseFile[]
}

const VERSION = /^(\d{4})\.(\d{2})\.(\d{1,6})$/

/** The releases in a folder, newest first; none where there is no such folder. */
export async function releasesIn(folder: string): Promise<ReleaseManifest[]> {
  const found: ReleaseManifest[] = []
  for (const version of await versionsIn(folder)) {
    const manifest = await releaseIn(folder, version)
    if (manifest) found.push(manifest)
  }
  return found
}

/** The versions that have a place in the folder, newest first. */
export async function versionsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => absent(error, []))
  return names.filter((name) => VERSION.test(name)).sort((one, other) => compareVersions(other, one))
}

/** The manifest of a release; undefined where there is none of that version, whatever is asked for. */
export async function releaseIn(folder: string, version: string): Promise<ReleaseManifest | undefined> {
  if (!VERSION.test(version)) return undefined
  const text = await readFile(join(folder, version, MANIFEST), 'utf8').catch((error: unknown) =>
    absent(error, undefined),
  )
  return text === undefined ? undefined : (JSON.parse(text) as ReleaseManifest)
}

export const MANIFEST = 'manifest.json'

/** The name of the release that follows these in a month: counted on, also after one whose files were taken away. */
export function versionAfter(versions: readonly string[], { year, month }: { year: string; month: string }): string {
  const counts = versions.flatMap((version) => {
    const [, ofYear, ofMonth, count] = VERSION.exec(version) ?? []
    return ofYear === year && ofMonth === month ? [Number(count)] : []
  })
  return `${year}.${month}.${Math.max(0, ...counts) + 1}`
}

const compareVersions = (one: string, other: string): number => keyOf(one).localeCompare(keyOf(other))

const keyOf = (version: string): string =>
  version
    .split('.')
    .map((part) => part.padStart(6, '0'))
    .join('.')

/** What stands for a file or a folder that is not there. Any other failure is one. */
function absent<Value>(error: unknown, value: Value): Value {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return value
  throw error
}
