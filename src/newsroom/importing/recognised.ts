import { OnrecordError } from '../../errors.ts'
import type { IntakeFile } from '../../intake/intake-file.ts'
import { RECOGNISE_BYTES, type RecognisedFile, recogniseFile } from '../../intake/recognise.ts'

/**
 * What a file is, by its first bytes.
 *
 * @throws OnrecordError `bad-input` when it cannot be read at all
 */
export async function recognisedFrom(file: IntakeFile): Promise<RecognisedFile> {
  try {
    return recogniseFile(await headOf(file))
  } catch (error) {
    throw new OnrecordError('bad-input', `${file.name} cannot be read: ${reasonOf(error)}.`, {
      cause: error,
      remedy: 'Check who may read it, and whether the disk or the archive is whole.',
    })
  }
}

async function headOf(file: IntakeFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of file.open()) {
    pieces.push(piece)
    length += piece.length
    if (length >= RECOGNISE_BYTES) break
  }
  return Buffer.concat(pieces).subarray(0, RECOGNISE_BYTES)
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EACCES') return 'you have no right to read it'
  return error instanceof OnrecordError ? error.message : 'the disk does not answer as it should'
}
