import { decoderFor, guessEncoding } from '../encoding.ts'
import type { IntakeFile } from '../intake-file.ts'

/** Enough of a file to tell its encoding. */
const HEAD_BYTES = 1_024

/** Bytes decoded at once, so that a large piece of the file does not become many stories at once. */
const PIECE_BYTES = 65_536

/** A file as text that can be read from its beginning any number of times, or why it cannot be read. */
export type WxrText =
  | { readonly kind: 'text'; readonly pieces: () => AsyncGenerator<string> }
  | { readonly kind: 'unreadable'; readonly what: string }

/** Finds out how a file is written; a character that cannot be read becomes U+FFFD. */
export async function wxrText(file: IntakeFile): Promise<WxrText> {
  const head = await firstBytes(file)
  if (head.length === 0) return { kind: 'unreadable', what: 'The file is empty.' }
  if (decoderFor(head)) return { kind: 'text', pieces: () => decoded(file, head) }
  const { encoding } = guessEncoding(head)
  return { kind: 'unreadable', what: `The file is written in ${encoding}, which cannot be read. Save it as UTF-8.` }
}

async function firstBytes(file: IntakeFile): Promise<Uint8Array> {
  const head = new Uint8Array(HEAD_BYTES)
  let length = 0
  for await (const piece of file.open()) {
    const part = piece.subarray(0, HEAD_BYTES - length)
    head.set(part, length)
    length += part.length
    if (length === HEAD_BYTES) break
  }
  return head.subarray(0, length)
}

async function* decoded(file: IntakeFile, head: Uint8Array): AsyncGenerator<string> {
  const decoder = decoderFor(head)
  if (!decoder) return
  for await (const piece of file.open()) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) {
      yield decoder.decode(piece.subarray(at, at + PIECE_BYTES), { stream: true })
    }
  }
  yield decoder.decode()
}
