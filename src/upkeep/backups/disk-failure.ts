import { OnrecordError } from '../../errors.ts'

/** A failure of a disk in our own words where somebody can act on it; anything else as it came. */
export function diskFailure(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof OnrecordError) return error
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new OnrecordError('storage-full', `The disk that holds ${folder} is full.`, {
      remedy: 'Make room on it, then try again. Nothing half-done was left.',
      cause: error,
    })
  }
  const why = WHY[code]
  if (why === undefined) return error
  return new OnrecordError('folder-not-writable', `The folder ${folder} cannot be used: ${why}.`, {
    remedy: 'Name another folder, or give the user who runs this the right to write there.',
    cause: error,
  })
}

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'there is no right to write there',
  EPERM: 'there is no right to write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'a part of its path is a file',
  ENOENT: 'it is not there',
  EIO: 'the disk has a fault',
}
