import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { S3Settings } from '../../config/operating-settings.ts'
import type { DatabaseAddress } from '../../database/open-database.ts'
import { OnrecordError } from '../../errors.ts'
import { type Instant, instantOf } from '../../time.ts'
import { NEWSROOM } from './archive-names.ts'
import { archiveStream } from './archive-stream.ts'
import { backupName } from './backup-name.ts'
import { type BackupPlace, openShelf } from './backup-place.ts'
import type { BackupShelf } from './backup-shelf.ts'
import { filesToBackUp } from './files-to-back-up.ts'
import { assertRecipients } from './identities.ts'
import { FORMAT, FORMAT_VERSION } from './manifest.ts'
import { type Keep, outlivedBackups } from './retention.ts'
import { snapshotNewsroom } from './snapshot-newsroom.ts'
import { inWorkFolder } from './work-folder.ts'

/** What is to be backed up, and where to: plain values, since a thread of its own does it. */
export interface BackupJob {
  readonly dataFolder: string
  readonly newsroom: DatabaseAddress
  readonly place: BackupPlace
  readonly s3: S3Settings | null
  /** Public keys in the age format; at least one. */
  readonly recipients: readonly string[]
  /** How many backups stay in that place; null where none is taken away. */
  readonly keep: Keep | null
  /** The release that is running. */
  readonly release: string
  /** Do pictures lie in a bucket? Then they are not in the backup. */
  readonly picturesElsewhere: boolean
}

/** A backup that was made, read back and found to be what was written. */
export interface BackupMade {
  readonly name: string
  /** The folder or bucket it lies in. */
  readonly where: string
  /** When the newsroom was as it stands in there. */
  readonly at: Instant
  /** The number of the newsroom's newest change in it. */
  readonly change: number
  /** How many files of the newsroom are in it. */
  readonly files: number
  /** Of the encrypted file. */
  readonly bytes: number
  readonly sha256: string
  readonly tookMs: number
  /** Older ones that have had their time. */
  readonly removed: readonly string[]
}

/** How far a backup is, in bytes; nothing before the copy of the database is there. */
export type BackupProgress = (doneBytes: number, ofBytes: number) => void

/**
 * Makes a backup of a newsroom that may be at work: a copy of its database as it stands at one moment, then the files
 * that belong to it, encrypted on the way to their place, and read back from there. Older ones are taken away last.
 *
 * Pictures lie in the data folder before the newsroom has a line on them, so the copy of the database comes first: every
 * picture it knows is there when the folder is read.
 *
 * @throws OnrecordError `storage-full`, `folder-not-writable`, `database-unavailable`, `bad-input`, `fetch-failed`;
 *   `damaged` when the database is not whole, or the backup is not what was written. Nothing is left under its name then.
 */
export async function makeBackup(
  job: BackupJob,
  onProgress: BackupProgress = () => undefined,
  now: () => Instant = () => instantOf(new Date()),
): Promise<BackupMade> {
  const began = performance.now()
  assertRecipients(job.recipients)
  const shelf = openShelf(job.place, job.s3)
  return inWorkFolder(job.dataFolder, 'backing-up', async (folder) => {
    const at = now()
    const name = backupName(at)
    if (await shelf.has(name)) throw madeAlready(name)
    const file = join(folder, NEWSROOM)
    const { change, schema, counts } = await snapshotNewsroom(job.newsroom, file)
    const files = [{ name: NEWSROOM, path: file }, ...(await filesToBackUp(job.dataFolder))]
    const ofBytes = await sizeOf(files.map(({ path }) => path))
    const { release, picturesElsewhere, newsroom, recipients } = job
    const manifest = {
      format: FORMAT,
      version: FORMAT_VERSION,
      release,
      madeAt: at,
      database: newsroom.kind,
      change,
      schema,
      counts,
      picturesElsewhere,
    } as const
    const archive = await archiveStream({ manifest, files, recipients }, (bytes) => onProgress(bytes, ofBytes))
    await shelf.put(name, archive.content)
    const packed = await archive.packed
    const written = archive.written()
    await assertAsWritten(shelf, name, written)
    const removed = job.keep ? await removeOutlived(shelf, job.keep, name) : []
    const tookMs = Math.round(performance.now() - began)
    return { name, where: shelf.where, at, change, files: packed.files, ...written, tookMs, removed }
  })
}

const madeAlready = (name: string) =>
  new OnrecordError('refused', `A backup called ${name} is there already: one was made within this second.`, {
    remedy: 'Try again.',
  })

async function sizeOf(paths: readonly string[]): Promise<number> {
  let bytes = 0
  for (const path of paths) bytes += (await stat(path).catch(() => null))?.size ?? 0
  return bytes
}

/** Reads back what was written. Nobody here can decrypt it; that its bytes are those that were written can be said. */
async function assertAsWritten(
  shelf: BackupShelf,
  name: string,
  { bytes, sha256 }: { readonly bytes: number; readonly sha256: string },
): Promise<void> {
  const hash = createHash('sha256')
  let read = 0
  for await (const chunk of await shelf.read(name)) {
    hash.update(chunk as Uint8Array)
    read += (chunk as Uint8Array).byteLength
  }
  if (read === bytes && hash.digest('hex') === sha256) return
  await shelf.remove(name)
  throw new OnrecordError('damaged', `The backup was written to ${shelf.where}, and something else was read back.`, {
    remedy: 'It was removed. Do not trust that disk or service: make the backup elsewhere.',
  })
}

async function removeOutlived(shelf: BackupShelf, keep: Keep, justMade: string): Promise<string[]> {
  const outlived = outlivedBackups(await shelf.list(), keep, justMade)
  for (const name of outlived) await shelf.remove(name)
  return outlived
}
