import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { OnrecordError } from '../errors.ts'
import { MANIFEST, type ReleaseFile, type ReleaseManifest } from './release-shelf.ts'

type Chunks = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** A release that is being written, under a name that nobody is shown. */
export interface ReleaseDraft {
  readonly folder: string
  write(name: string, chunks: Chunks): Promise<Omit<ReleaseFile, 'rows'>>
  /**
   * Writes the manifest and gives the release its name, in one step: it is there whole or not at all.
   *
   * @throws OnrecordError `refused` when a release of that name is there already
   */
  publish(manifest: ReleaseManifest): Promise<void>
  /** Removes what was written, unless it was published. */
  discard(): Promise<void>
}

/** @throws OnrecordError `storage-full`, `folder-not-writable` */
export async function draftRelease(folder: string): Promise<ReleaseDraft> {
  const draft = await inOurTerms(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return mkdtemp(join(folder, '.draft-'))
  })
  const write: ReleaseDraft['write'] = (name, chunks) =>
    inOurTerms(folder, () => writeWhole(join(draft, name), name, chunks))
  return {
    folder: draft,
    write,
    async publish(manifest) {
      await write(MANIFEST, [`${JSON.stringify(manifest, null, 2)}\n`])
      await inOurTerms(folder, () => giveName(draft, join(folder, manifest.version), manifest.version))
    },
    discard: () => rm(draft, { recursive: true, force: true }),
  }
}

async function writeWhole(path: string, name: string, chunks: Chunks): Promise<Omit<ReleaseFile, 'rows'>> {
  const hash = createHash('sha256')
  let bytes = 0
  const handle = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      const written = Buffer.from(chunk)
      hash.update(written)
      bytes += written.length
      await handle.writeFile(written)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

/** Renaming a folder never replaces one that holds anything. */
async function giveName(draft: string, place: string, version: string): Promise<void> {
  try {
    await rename(draft, place)
  } catch (error) {
    if (!['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(codeOf(error))) throw error
    throw new OnrecordError('refused', `There is a release ${version} already, and releases never change.`, {
      remedy: 'Somebody has just made it. Make another one: it gets the next number.',
      cause: error,
    })
  }
}

async function inOurTerms<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC')
      throw new OnrecordError('storage-full', `The disk that holds ${folder} is full.`, { cause: error })
    if (!['EACCES', 'EROFS', 'ENOTDIR'].includes(code)) throw error
    throw new OnrecordError('folder-not-writable', `The folder ${folder} cannot be written.`, {
      remedy: 'Give the user who runs this the right to write there.',
      cause: error,
    })
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
