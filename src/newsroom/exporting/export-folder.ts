import { createHash, type Hash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { OnrecordError } from '../../errors.ts'
import { isExportPath, SUMS_FILE } from './export-format.ts'

/** What a file is called while it is being written. */
export const DRAFT_ENDING = '.onrecord-draft'

/** Nobody but whoever runs the newsroom: drafts and names are in it. */
const FILE_MODE = 0o600
const FOLDER_MODE = 0o700

/** What was written, and what was there already. */
export interface WrittenCounts {
  readonly files: number
  readonly bytes: number
  /** How many of them were made or made anew; the others were there already, byte by byte. */
  readonly written: number
}

/**
 * The folder of an export while it is written. Each file is there whole or not at all; one that says the same already is
 * left as it is. Of every file the sum is noted.
 */
export class ExportFolder {
  readonly root: string
  readonly #sums: string[] = []
  readonly #sumsHash = createHash('sha256')
  readonly #folders = new Set<string>()
  #sumsBytes = 0
  #files = 0
  #bytes = 0
  #written = 0

  constructor(root: string) {
    this.root = root
    writeFileSync(this.#sumsDraft, '', { mode: FILE_MODE })
  }

  get counts(): WrittenCounts {
    return { files: this.#files, bytes: this.#bytes, written: this.#written }
  }

  get #sumsDraft(): string {
    return join(this.root, SUMS_FILE + DRAFT_ENDING)
  }

  /** Writes a text. */
  write(path: string, text: string): void {
    explained(this.root, () => {
      const bytes = Buffer.from(text)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      this.#note(path, sha256, bytes.length)
      const target = this.#placeFor(path)
      if (isSame(target, bytes)) return
      writeFileSync(target + DRAFT_ENDING, bytes, { mode: FILE_MODE })
      renameSync(target + DRAFT_ENDING, target)
      this.#written += 1
    })
  }

  /** Writes what comes in pieces. */
  async writePieces(path: string, pieces: AsyncIterable<string | Uint8Array> | Iterable<string>): Promise<void> {
    await explainedLater(this.root, async () => {
      const target = this.#placeFor(path)
      const { sha256, bytes } = await draft(target, pieces)
      this.#note(path, sha256, bytes)
      if ((await sumOf(target)) === sha256) return rmSync(target + DRAFT_ENDING)
      renameSync(target + DRAFT_ENDING, target)
      this.#written += 1
    })
  }

  /** Writes the sums of all files. @returns what the manifest says of them */
  finishSums(): { path: typeof SUMS_FILE; bytes: number; sha256: string } {
    return explained(this.root, () => {
      this.#flushSums()
      renameSync(this.#sumsDraft, join(this.root, SUMS_FILE))
      return { path: SUMS_FILE, bytes: this.#sumsBytes, sha256: this.#sumsHash.digest('hex') }
    })
  }

  #placeFor(path: string): string {
    if (!isExportPath(path)) throw new TypeError(`${path} is no path of an export.`)
    const folder = dirname(path)
    if (!this.#folders.has(folder)) {
      makeFolders(this.root, folder)
      this.#folders.add(folder)
    }
    return join(this.root, path)
  }

  #note(path: string, sha256: string, bytes: number): void {
    this.#files += 1
    this.#bytes += bytes
    this.#sums.push(`${sha256}  ${path}\n`)
    if (this.#sums.length >= 500) this.#flushSums()
  }

  #flushSums(): void {
    const lines = this.#sums.splice(0).join('')
    this.#sumsHash.update(lines)
    this.#sumsBytes += Buffer.byteLength(lines)
    writeFileSync(this.#sumsDraft, lines, { flag: 'a', mode: FILE_MODE })
  }
}

/** Writes one file beside all sums: the manifest itself, and surely, since everything else is judged by it. */
export async function writeSurely(root: string, name: string, text: string): Promise<void> {
  await explainedLater(root, async () => {
    const target = join(root, name)
    const handle = await open(target + DRAFT_ENDING, 'w', FILE_MODE)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    renameSync(target + DRAFT_ENDING, target)
  })
}

/** Makes the folders of a path, one below the other. A link in their place could lead anywhere, and is refused. */
function makeFolders(root: string, folder: string): void {
  if (folder === '.') return
  makeFolders(root, dirname(folder))
  const path = join(root, folder)
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) mkdirSync(path, { mode: FOLDER_MODE })
  else if (!found.isDirectory()) {
    throw new OnrecordError('refused', `${path} is no folder, so the export cannot be written there.`, {
      remedy: 'Take it away, or export into another folder.',
    })
  }
}

const isSame = (path: string, bytes: Buffer): boolean => {
  const found = lstatSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true && found.size === bytes.length && readFileSync(path).equals(bytes)
}

async function draft(
  target: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string>,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* () {
    for await (const piece of pieces) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece
      hash.update(buffer)
      bytes += buffer.length
      yield buffer
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(target + DRAFT_ENDING, { mode: FILE_MODE }))
  return { sha256: hash.digest('hex'), bytes }
}

/** The SHA-256 of a file, in hexadecimal; undefined where there is none. */
async function sumOf(path: string): Promise<string | undefined> {
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined
  const hash: Hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

function explained<Result>(root: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw inOurWords(root, error)
  }
}

async function explainedLater<Result>(root: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw inOurWords(root, error)
  }
}

function inOurWords(root: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OnrecordError('storage-full', `The disk that holds ${root} is full: the export is not whole.`, {
      remedy: 'Make room on it and run the command again. It goes on with what is not there yet.',
      cause: error,
    })
  }
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') return error
  return new OnrecordError('folder-not-writable', `The folder ${root} cannot be written.`, {
    remedy: 'Give yourself the right to write there, or name another folder.',
    cause: error,
  })
}
