import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { Encrypter } from 'age-encryption'
import { createTarPacker, type TarPackController } from 'modern-tar'
import { CONTENTS, MANIFEST } from './archive-names.ts'
import type { FileToBackUp } from './files-to-back-up.ts'
import type { ContentsLine, Manifest } from './manifest.ts'

/** What goes into a backup. */
export interface ArchiveContent {
  readonly manifest: Manifest
  readonly files: readonly FileToBackUp[]
  /** Public keys in the age format. */
  readonly recipients: readonly string[]
}

/** A backup on its way to where it will lie. */
export interface ArchiveStream {
  /** The encrypted bytes: to be read to their end, or destroyed. */
  readonly content: Readable
  /** What was in it: known once all of it has been read. */
  readonly packed: Promise<PackedArchive>
  /** Of the encrypted bytes, so far. */
  readonly written: () => { readonly bytes: number; readonly sha256: string }
}

export interface PackedArchive {
  readonly files: number
  /** Before it was encrypted. */
  readonly bytes: number
}

const READ_AT_ONCE = 256 * 1024

/**
 * One stream: the manifest, the files, and last a list of all of them with the sizes and sums of what was read, in a tar
 * archive (POSIX ustar) encrypted in the age format (https://age-encryption.org/v1). Each file is read once, and no more
 * than some megabytes are in memory at any time.
 *
 * @param onProgress told how many bytes have been read
 */
export async function archiveStream(
  { manifest, files, recipients }: ArchiveContent,
  onProgress: (bytes: number) => void = () => undefined,
): Promise<ArchiveStream> {
  const { readable, controller } = createTarPacker()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const sealed = await encrypter.encrypt(readable)
  const packed = pack(controller, { manifest, files }, onProgress).catch((error: unknown) => {
    controller.error(error)
    throw error
  })
  // Whoever reads the content hears of a failure there.
  packed.catch(() => undefined)
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted() {
    for await (const chunk of sealed) {
      hash.update(chunk)
      bytes += chunk.byteLength
      yield chunk
    }
  }
  const content = Readable.from(counted(), { objectMode: false, highWaterMark: READ_AT_ONCE })
  return { content, packed, written: () => ({ bytes, sha256: hash.copy().digest('hex') }) }
}

async function pack(
  controller: TarPackController,
  { manifest, files }: Pick<ArchiveContent, 'manifest' | 'files'>,
  onProgress: (bytes: number) => void,
): Promise<PackedArchive> {
  const mtime = new Date(manifest.madeAt)
  const lines: ContentsLine[] = []
  let bytes = 0
  const add = async (name: string, size: number, content: AsyncIterable<Uint8Array>) => {
    const line = await addEntry(controller, { name, size, mtime }, content)
    lines.push(line)
    bytes += line.bytes
    onProgress(bytes)
  }
  const addText = (name: string, text: string) => {
    const content = Buffer.from(text)
    return add(name, content.length, piecesOf(content))
  }
  await addText(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`)
  for (const { name, path } of files) {
    const handle = await openIfThere(path)
    // Something was taken away since the list was made.
    if (!handle) continue
    try {
      const { size } = await handle.stat()
      await add(name, size, size === 0 ? piecesOf(Buffer.alloc(0)) : bytesOf(handle, size))
    } finally {
      await handle.close()
    }
  }
  await addText(CONTENTS, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  controller.finalize()
  // Neither the manifest nor the list itself is a file of the newsroom.
  return { files: lines.length - 2, bytes }
}

/** As much as there was when it was opened: a file may grow meanwhile. */
const bytesOf = (handle: FileHandle, size: number): AsyncIterable<Uint8Array> =>
  handle.createReadStream({ start: 0, end: size - 1, highWaterMark: READ_AT_ONCE, autoClose: false })

async function* piecesOf(content: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += READ_AT_ONCE) yield content.subarray(at, at + READ_AT_ONCE)
}

async function addEntry(
  controller: TarPackController,
  { name, size, mtime }: { name: string; size: number; mtime: Date },
  content: AsyncIterable<Uint8Array>,
): Promise<ContentsLine> {
  const hash = createHash('sha256')
  const writer = controller.add({ name, size, mtime, mode: 0o600, type: 'file' }).getWriter()
  for await (const chunk of content) {
    hash.update(chunk)
    await writer.write(chunk)
  }
  await writer.close()
  return { name, bytes: size, sha256: hash.digest('hex') }
}

const openIfThere = (path: string): Promise<FileHandle | undefined> =>
  open(path, 'r').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  })
