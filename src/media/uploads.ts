import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDiskFull } from '../disk-full.ts'
import { OnrecordError } from '../errors.ts'
import type { AccountId, UploadId } from '../ids.ts'

/** A file on its way in. It comes in pieces, so that a line that breaks costs one piece and not the file. */
export interface Upload {
  readonly id: UploadId
  /** Nobody else may go on with it, or take it in. */
  readonly by: AccountId
  /** What the file was called where it came from; shown to whoever sends it, and kept nowhere. */
  readonly name: string
  /** How long it will be. */
  readonly bytes: number
}

/** One piece: a few seconds on a slow line. */
export const PIECE_BYTES = 512 * 1024

/** What nobody has gone on with for a day is removed: it may hold what a picture must not say. */
const KEPT_MS = 24 * 60 * 60 * 1000

const partOf = (folder: string, id: UploadId): string => join(folder, `${id}.part`)
const noteOf = (folder: string, id: UploadId): string => join(folder, `${id}.json`)

/** Files on their way in lie here, readable by their owner alone. */
export const uploadsIn = (dataFolder: string): string => join(dataFolder, 'uploads')

/** Begins a file, and clears away what was left lying. @throws OnrecordError `storage-full` */
export async function beginUpload(folder: string, upload: Upload, nowMs: number): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await forgetOldUploads(folder, nowMs)
    await writeFile(partOf(folder, upload.id), '', { mode: 0o600, flag: 'wx' })
    await writeFile(noteOf(folder, upload.id), JSON.stringify(upload), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (isDiskFull(error)) await forgetUpload(folder, upload.id)
    throw explained(error)
  }
}

/**
 * A file on its way in, and how much of it is here.
 *
 * @throws OnrecordError `not-found` when there is none, or when it is somebody else's
 */
export async function findUpload(
  folder: string,
  id: UploadId,
  by: AccountId,
): Promise<Upload & { readonly received: number }> {
  try {
    const upload = JSON.parse(await readFile(noteOf(folder, id), 'utf8')) as Upload
    const { size } = await stat(partOf(folder, id))
    if (upload.by === by) return { ...upload, received: size }
  } catch {
    // Said below, in the same words.
  }
  throw new OnrecordError('not-found', 'This file is not on its way in any more.', { remedy: 'Send it again.' })
}

/**
 * Adds a piece. One that is here already changes nothing; a piece too far on is not taken.
 *
 * @returns how much is here now: where to go on
 * @throws OnrecordError `bad-input` for more than was announced, `storage-full`
 */
export async function addPiece(
  folder: string,
  upload: Upload & { readonly received: number },
  { offset, piece }: { readonly offset: number; readonly piece: Uint8Array },
): Promise<number> {
  if (offset !== upload.received) return upload.received
  if (offset + piece.length > upload.bytes) {
    throw new OnrecordError('bad-input', 'More came than was announced.', { remedy: 'Send the file again.' })
  }
  const handle = await open(partOf(folder, upload.id), 'r+')
  try {
    // Where the room ends in the middle of a piece, a part of it is here.
    const { bytesWritten } = await handle.write(piece, 0, piece.length, offset)
    return offset + bytesWritten
  } catch (error) {
    throw explained(error)
  } finally {
    await handle.close()
  }
}

const explained = (error: unknown): unknown =>
  isDiskFull(error)
    ? new OnrecordError('storage-full', 'The disk is full, so the file was not taken in.', {
        remedy: 'Free some space on the disk that holds the data folder, then send it again.',
        cause: error,
      })
    : error

/** The whole file. @throws OnrecordError `refused` while something is missing */
export async function wholeUpload(folder: string, upload: Upload & { readonly received: number }): Promise<Uint8Array> {
  assertWhole(upload)
  return readFile(partOf(folder, upload.id))
}

/** Where the whole file lies, for what is read piece by piece. @throws OnrecordError `refused` while something is missing */
export function pathOfUpload(folder: string, upload: Upload & { readonly received: number }): string {
  assertWhole(upload)
  return partOf(folder, upload.id)
}

function assertWhole({ received, bytes }: Upload & { readonly received: number }): void {
  if (received === bytes) return
  throw new OnrecordError('refused', `Only ${received} of ${bytes} bytes have come.`, {
    remedy: 'Send the rest first.',
  })
}

/** Removes a file that was taken in, or that nobody wants any more. */
export async function forgetUpload(folder: string, id: UploadId): Promise<void> {
  await rm(noteOf(folder, id), { force: true })
  await rm(partOf(folder, id), { force: true })
}

/**
 * Removes what nobody has gone on with for a day. Done whenever a file begins and whenever the studio opens: where nothing is
 * sent any more, nothing stays lying either.
 */
export async function forgetOldUploads(folder: string, nowMs: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: nowMs }))
    if (nowMs - mtimeMs > KEPT_MS) await rm(path, { force: true })
  }
}
