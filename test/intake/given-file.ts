import { posix } from 'node:path'
import type { Incoming } from '../../src/intake/incoming.ts'
import type { IntakeFile, Reader, ReadingOptions } from '../../src/intake/intake-file.ts'

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

/**
 * A file of a folder that lies in memory.
 *
 * @param folder every file of it by its path
 */
export function fileIn(folder: Readonly<Record<string, string | Uint8Array>>, name: string): IntakeFile {
  const bytes = bytesOf(folder[name] ?? '')
  return {
    name,
    bytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += 1_000) yield bytes.subarray(at, at + 1_000)
    },
    beside: (path) => {
      const wanted = posix.join(posix.dirname(name), path)
      return folder[wanted] === undefined ? undefined : fileIn(folder, wanted)
    },
  }
}

/** A file that lies alone. */
export const aFile = (content: string | Uint8Array, name = 'file'): IntakeFile => fileIn({ [name]: content }, name)

const NOTHING_TOLD: ReadingOptions = { readOn: null, zone: null }

/** Everything a reader finds in a file. */
export async function readAll(
  reader: Reader,
  file: IntakeFile,
  options: Partial<ReadingOptions> = {},
): Promise<Incoming[]> {
  const found: Incoming[] = []
  for await (const item of reader(file, { ...NOTHING_TOLD, ...options })) found.push(item)
  return found
}
