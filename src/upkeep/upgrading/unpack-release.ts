import { createReadStream } from 'node:fs'
import { access, chmod, constants, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { unpackTar } from 'modern-tar/fs'
import { type AboutRelease, aboutRelease } from '../../config/about-release.ts'
import { OnrecordError } from '../../errors.ts'
import { diskFailure } from '../backups/disk-failure.ts'
import { syncFolder } from '../backups/sync-folder.ts'
import { currentRelease, type Installation } from './installation.ts'
import { sha256Of, verifyRelease } from './verify-release.ts'

/** A release that lies beside the others, whole. */
export interface UnpackedRelease {
  readonly folder: string
  readonly about: AboutRelease
  /** Who signed it; null where nobody was asked. */
  readonly signedBy: string | null
}

/**
 * Compares an archive with the sum that lies beside it, if one does.
 *
 * @returns whether one did
 * @throws OnrecordError `not-found`; `damaged` when they do not fit
 */
export async function assertArchive(archive: string): Promise<boolean> {
  const found = await stat(archive).catch(() => null)
  const isReadable = await access(archive, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!found?.isFile() || !isReadable) {
    const why = found?.isFile()
      ? 'you have no right to read it'
      : 'there is no such file, or you have no right to its folder'
    throw new OnrecordError('not-found', `${archive} cannot be read: ${why}.`, {
      remedy: 'Name the archive of a release, onrecord-VERSION-linux-x64.tar.gz, where the service’s user may read it.',
    })
  }
  const beside = await readFile(`${archive}.sha256`, 'utf8').catch(() => null)
  if (beside === null) return false
  if (beside.split(' ')[0] !== (await sha256Of(archive))) {
    throw new OnrecordError('damaged', `${basename(archive)} does not fit the sum beside it.`, {
      remedy: 'Nothing was changed. Get both again.',
    })
  }
  return true
}

/**
 * Unpacks a release beside the others, under its version, once every file of it was seen to be as it was made. What a try
 * before this one left is taken away first; a release that is there already stays, if it is whole and the same.
 *
 * @throws OnrecordError `damaged`, `storage-full`, `folder-not-writable`
 */
export async function unpackRelease(
  archive: string,
  installation: Installation,
  signers: string | null,
): Promise<UnpackedRelease> {
  const { releases } = installation
  const draft = join(releases, '.unpacking')
  try {
    await rm(draft, { recursive: true, force: true })
    await mkdir(draft)
    // Not as the mask would have it: see unpackInto.
    await chmod(draft, 0o755)
    await unpackInto(archive, draft)
    const signedBy = await verifyRelease(draft, signers)
    const about = await aboutRelease(draft)
    const folder = join(releases, about.version)
    if (!(await isThereAlready(folder, draft))) {
      if ((await currentRelease(installation)) === about.version) throw isRunning(about)
      await syncAll(draft)
      await rm(folder, { recursive: true, force: true })
      await rename(draft, folder)
      await syncFolder(releases)
    }
    return { folder, about, signedBy }
  } catch (error) {
    throw diskFailure(error, releases)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

const isRunning = ({ version }: AboutRelease) =>
  new OnrecordError(
    'refused',
    `Version ${version} is the release in use, and this archive holds other files of that name.`,
    {
      remedy: 'Compare the sums of both. A release that was changed gets a version of its own.',
    },
  )

/** A link is led to it soon, and must not lead to files that a power cut has emptied. */
async function syncAll(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) await syncFolder(join(entry.parentPath, entry.name))
  await syncFolder(folder)
}

/** Its files are for everybody to read: no secret is among them, and the service may run as another user. */
async function unpackInto(archive: string, folder: string): Promise<void> {
  const mask = process.umask(0o022)
  try {
    const plain = unpackTar(folder, { strip: 1, filter: ({ type }) => type === 'file' || type === 'directory' })
    await pipeline(createReadStream(archive), createGunzip(), plain)
  } catch (cause) {
    if (diskFailure(cause, folder) !== cause) throw cause
    throw new OnrecordError('damaged', `${basename(archive)} is no archive that can be read to its end.`, {
      remedy: 'Nothing was changed. Get it again.',
      cause,
    })
  } finally {
    process.umask(mask)
  }
}

async function isThereAlready(folder: string, draft: string): Promise<boolean> {
  const [there, unpacked] = await Promise.all(
    [folder, draft].map((one) => readFile(join(one, 'SHA256SUMS'), 'utf8').catch(() => null)),
  )
  if (there === null || there !== unpacked) return false
  return verifyRelease(folder, null).then(
    () => true,
    () => false,
  )
}
