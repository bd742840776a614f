import type { LocalDate } from '../time.ts'
import type { Incoming } from './incoming.ts'

/** A file that stories are read from: named on the command line, sent from the studio, or a part of a folder or archive. */
export interface IntakeFile {
  /** Its name; inside a folder or an archive its path there, with `/` between the parts. */
  readonly name: string
  readonly bytes: number
  /** Its content from the beginning, in pieces. It may be read more than once. */
  open(): AsyncIterable<Uint8Array>
  /** A file of the same folder or archive, by its path relative to this one; undefined when there is none. */
  beside(path: string): IntakeFile | undefined
}

/** What a reader is told besides the file. */
export interface ReadingOptions {
  /** The day the page was read, for dates such as "2 days ago"; null when nobody knows. */
  readonly readOn: LocalDate | null
  /** IANA name of the zone that local times without one are meant in; null leaves them as days. */
  readonly zone: string | null
}

/**
 * Reads the stories out of one file, in file order, holding no more than a few of them at a time where the format
 * allows it. Touches no disk and no network of its own; what it cannot read it yields as problems and never throws for
 * what a file says.
 */
export type Reader = (file: IntakeFile, options: ReadingOptions) => AsyncGenerator<Incoming>

/** A page, a feed or an export that cannot be read in pieces is read whole; beyond this it is none. */
const MAX_WHOLE_BYTES = 256 * 1024 * 1024

/**
 * The whole of a file's bytes.
 *
 * @returns undefined when it has more than `maxBytes`, whatever it said beforehand
 */
export async function wholeBytes(
  file: IntakeFile,
  maxBytes: number = MAX_WHOLE_BYTES,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of file.open()) {
    length += piece.length
    if (length > maxBytes) return undefined
    pieces.push(piece)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** What is said of a file that is too large to be read whole. */
export const tooLarge = (file: IntakeFile): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where: file.name,
  what: `${file.name} is larger than ${Math.round(MAX_WHOLE_BYTES / 1_000_000)} MB, too large for a file of its kind: it was not read.`,
  fatal: true,
})
