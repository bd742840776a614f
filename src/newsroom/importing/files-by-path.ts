import { posix } from 'node:path'
import type { IncomingProblem } from '../../intake/incoming.ts'
import type { IntakeFile } from '../../intake/intake-file.ts'

/** One file of a folder or an archive before it knows the others. */
export interface FoundFile {
  /** Its path below the folder, with `/` between the parts. */
  readonly path: string
  readonly bytes: number
  readonly open: () => AsyncIterable<Uint8Array>
}

/** More files than any newsroom has stories and pictures: beyond this the rest is left alone, and told. */
export const MOST_FILES = 500_000

/** The files of a folder or archive, each knowing those beside it, in the order of their paths. */
export function filesByPath(found: readonly FoundFile[]): IntakeFile[] {
  const known = new Map<string, IntakeFile>()
  const sorted = found.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  for (const { path, bytes, open } of sorted) {
    known.set(path, { name: path, bytes, open, beside: (wanted) => known.get(joined(path, wanted)) })
  }
  return [...known.values()]
}

/** A path relative to a file's own folder; what leads out of the whole folder finds nothing. */
const joined = (path: string, wanted: string): string => posix.join(posix.dirname(path), wanted)

/** What systems leave in folders and archives for themselves. */
export const isOfTheSystem = (path: string): boolean =>
  path.split('/').some((part) => (part.startsWith('.') && part !== '.') || part === '__MACOSX' || part === 'Thumbs.db')

/** Something in a folder or an archive that was left alone. */
export const leftAlone = (where: string, what: string): IncomingProblem => ({
  kind: 'problem',
  foreignId: null,
  where,
  what,
})
