import { Readable } from 'node:stream'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { OnrecordError } from '../../errors.ts'
import { decrypterWith, type Identities } from './identities.ts'

const MAGIC = Buffer.from('age-encryption.org/v1\n')

const READ_AHEAD = 1024 * 1024

/**
 * Decrypts a backup as it is read, and gives its entries one after another; the content of each must be read to its end.
 * That the last one has come says nothing: only when the entries have ended without an error was all of it there, and as
 * it was written.
 *
 * @throws OnrecordError `bad-input` when it is no age file, or the key is another
 */
export async function openArchive(source: Readable, identities: Identities): Promise<AsyncIterable<ParsedTarEntry>> {
  const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const head = await headOf(chunks)
  assertAge(head)
  const bytes = Readable.toWeb(Readable.from(joined(head, chunks), { objectMode: false, highWaterMark: READ_AHEAD }))
  const decrypter = decrypterWith(identities)
  const content = await decrypter.decrypt(bytes as ReadableStream<Uint8Array>).catch((error: unknown) => {
    throw notOpened(error)
  })
  return content.pipeThrough(createTarDecoder({ strict: true }))
}

async function headOf(chunks: AsyncIterator<Uint8Array>): Promise<Buffer> {
  let head = Buffer.alloc(0)
  while (head.length < MAGIC.length) {
    const { value, done } = await chunks.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  return head
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  for (;;) {
    const { value, done } = await rest.next()
    if (done) return
    yield value
  }
}

function assertAge(head: Buffer): void {
  const beginning = head.subarray(0, MAGIC.length)
  if (beginning.equals(MAGIC)) return
  if (MAGIC.subarray(0, beginning.length).equals(beginning)) throw damaged('it is cut off')
  throw new OnrecordError('bad-input', 'This file is no backup of Onrecord: it is not in the age format.', {
    remedy: 'Backups of Onrecord are called onrecord-….tar.age.',
  })
}

/** What is said of a file that is not what it was. */
export const damaged = (why: string, cause?: unknown): OnrecordError =>
  new OnrecordError('damaged', `The backup is damaged: ${why}.`, {
    remedy: 'Nothing was restored from it. Fetch it again from where it is kept, or take the one before it.',
    cause,
  })

function notOpened(error: unknown): unknown {
  if (error instanceof OnrecordError) return error
  if (error instanceof Error && error.message.startsWith('no identity matched')) {
    return new OnrecordError('bad-input', 'This key does not open the backup: it was encrypted to another.', {
      remedy: 'Take the private half of a key that stood in ONRECORD_BACKUP_RECIPIENTS when it was made.',
      cause: error,
    })
  }
  return damaged('its beginning was altered or cut off', error)
}
