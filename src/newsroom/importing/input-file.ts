import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { OnrecordError } from '../../errors.ts'
import { type FileKind, RECOGNISE_BYTES, type RecognisedFile, recogniseFile } from '../../intake/recognise.ts'
import type { IntakeFile } from '../../intake/intake-file.ts'
import type { InputKind } from '../../intake/input-kinds.ts'

/** What each reader can make something of; a fault in the file itself is the reader's to tell. */
const READABLE: Readonly<Record<InputKind, readonly FileKind[]>> = {
  'page-text': ['page-text'],
  wxr: ['wxr', 'feed', 'xml'],
  feed: ['feed', 'xml', 'json'],
}

/** Which command reads a file that was given to the wrong one. */
const RIGHT_COMMAND: Readonly<Partial<Record<FileKind, string>>> = {
  wxr: 'Read it with `./onrecord import wxr`.',
  feed: 'Read it with `./onrecord import feed`.',
  'page-text': 'Read it with `./onrecord import page-text`.',
  html: 'Open it in a browser, select everything, copy, paste into a text file: `import page-text` reads that.',
}

/**
 * Opens what was named on the command line.
 *
 * @throws OnrecordError `not-found` or `bad-input` for a folder, an empty file, a file nobody may read or of another kind
 */
export async function openInput(name: string, wanted: InputKind): Promise<IntakeFile> {
  const found = await stat(name).catch((error: unknown) => {
    throw new OnrecordError('not-found', `${name} cannot be read: ${reasonOf(error)}.`, {
      remedy: 'Check how the file’s name is spelled, and who may read it.',
    })
  })
  if (found.isDirectory()) {
    throw new OnrecordError('bad-input', `${name} is a folder, not a file.`, { remedy: 'Name the files in it.' })
  }
  const recognised = await recognisedAt(name)
  if (recognised.kind === 'empty') {
    throw new OnrecordError('bad-input', `${name} is empty: there is nothing to import.`, {
      remedy: 'Export it again where it came from; the download may have been cut off.',
    })
  }
  if (!READABLE[wanted].includes(recognised.kind)) throw wrongKind(name, recognised)
  return { name, bytes: found.size, open: () => createReadStream(name), beside: () => undefined }
}

/** What a file is, by its first bytes. @throws OnrecordError `bad-input` when it cannot be read */
export const recognisedAt = async (path: string): Promise<RecognisedFile> => recogniseFile(await readHead(path))

const wrongKind = (name: string, { kind, name: what }: RecognisedFile): OnrecordError =>
  new OnrecordError('bad-input', `${name} is ${what}: it cannot be read this way, and nothing was imported.`, {
    remedy: RIGHT_COMMAND[kind] ?? 'Readable are page texts, WordPress exports (WXR), and feeds.',
  })

async function readHead(name: string): Promise<Uint8Array> {
  try {
    const file = await open(name)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(RECOGNISE_BYTES), 0, RECOGNISE_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new OnrecordError('bad-input', `${name} cannot be read: ${reasonOf(error)}.`, { cause: error })
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EACCES') return 'you have no right to read it'
  return 'the disk does not answer as it should'
}
