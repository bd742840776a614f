import { OnrecordError } from '../../errors.ts'
import type { Incoming } from '../../intake/incoming.ts'
import type { InputKind } from '../../intake/input-kinds.ts'
import type { IntakeFile, ReadingOptions } from '../../intake/intake-file.ts'
import { READERS } from '../../intake/readers.ts'
import type { Inputs, ReadableFile } from './open-inputs.ts'

/** Files of one kind that follow one another. */
export interface InputRun {
  readonly kind: InputKind
  /** What is in them, in file order. One that breaks off is told, and the next is read. */
  readonly incoming: AsyncIterable<Incoming>
}

export interface ReadingInputs {
  readonly reading: ReadingOptions
  /** Told how many bytes of all have been read. */
  readonly onBytes?: (bytesRead: number) => void
}

/**
 * Reads everything that was opened, kind by kind: ten thousand saved pages are one run, so that they can be written
 * many to a transaction. A file that another one reached for is not read again by itself.
 */
export function inputRuns(inputs: Inputs, { reading, onBytes }: ReadingInputs): InputRun[] {
  const progress = { before: 0, onBytes: onBytes ?? (() => undefined) }
  const claimed = new Set<IntakeFile>()
  return byKind(inputs.readable).map(({ kind, files }) => ({
    kind,
    incoming: readRun(kind, files, { reading, progress, claimed }),
  }))
}

interface Run {
  readonly kind: InputKind
  readonly files: IntakeFile[]
}

function byKind(readable: readonly ReadableFile[]): Run[] {
  const runs = new Map<InputKind, Run>()
  for (const { file, kind } of readable) {
    const run = runs.get(kind) ?? { kind, files: [] }
    run.files.push(file)
    runs.set(kind, run)
  }
  return [...runs.values()]
}

interface Reading {
  readonly reading: ReadingOptions
  readonly progress: { before: number; readonly onBytes: (bytesRead: number) => void }
  /** Files that others reached for. */
  readonly claimed: Set<IntakeFile>
}

async function* readRun(
  kind: InputKind,
  files: readonly IntakeFile[],
  { reading, progress, claimed }: Reading,
): AsyncGenerator<Incoming> {
  const read = await READERS[kind]()
  for (const file of files) {
    if (claimed.has(file)) continue
    try {
      for await (const item of read(watched(file, progress, claimed), reading)) yield placed(item, file, files.length)
    } catch (error) {
      yield brokenOff(file, error)
    }
    progress.before += file.bytes
    progress.onBytes(progress.before)
  }
}

/** A file that could not be read to its end: the disk's or the archive's fault, never a reason to stop. */
function brokenOff({ name }: IntakeFile, error: unknown): Incoming {
  const isOfTheDisk = error instanceof Error && 'code' in error && !(error instanceof OnrecordError)
  if (!(error instanceof OnrecordError) && !isOfTheDisk) throw error
  const why = error instanceof OnrecordError ? error.message : 'the disk does not answer as it should'
  const what = `The file could be read only in part: ${why}. What came before is here; mend it and import it again.`
  return { kind: 'problem', foreignId: null, where: name, what, fatal: true }
}

/** Among several files a problem names its own. */
const placed = (item: Incoming, { name }: IntakeFile, of: number): Incoming =>
  item.kind === 'problem' && of > 1 && item.where !== name
    ? { ...item, where: item.where === null ? name : `${name}, ${item.where}` }
    : item

/** The file, with an eye on how far it has been read. One that is looked through first counts from the beginning again. */
function watched(file: IntakeFile, { before, onBytes }: Reading['progress'], claimed: Set<IntakeFile>): IntakeFile {
  return {
    name: file.name,
    bytes: file.bytes,
    async *open() {
      let at = 0
      for await (const piece of file.open()) {
        at += piece.length
        onBytes(before + Math.min(at, file.bytes))
        yield piece
      }
    },
    beside: (path) => {
      const found = file.beside(path)
      if (found) claimed.add(found)
      return found
    },
  }
}
