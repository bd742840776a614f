import { decodeText, decoderFor } from './encoding.ts'
import { type IntakeFile, tooLarge, wholeBytes } from './intake-file.ts'
import type { IncomingProblem } from './incoming.ts'

/**
 * The text of a CSV in pieces, without a byte order mark; first, where there is one, what is wrong with its encoding.
 *
 * A CSV names no encoding. Without a mark it is UTF-8, unless more of its letters would be lost that way than kept: then
 * it is Windows-1252, as Excel writes it. The file is read twice for this.
 */
export async function* csvText(file: IntakeFile): AsyncGenerator<string | IncomingProblem> {
  const head = await firstBytes(file)
  const decoder = decoderFor(head)
  if (!decoder) return yield* wholeText(file)
  const judged = decoder.encoding === 'utf-8' ? await judge(file) : { encoding: decoder.encoding, problem: null }
  if (judged.problem !== null)
    yield { kind: 'problem', foreignId: null, where: file.name, what: judged.problem, ...judged.fatal }
  yield* decoded(file, judged.encoding)
}

async function firstBytes(file: IntakeFile): Promise<Uint8Array> {
  for await (const piece of file.open()) if (piece.length > 0) return piece
  return new Uint8Array()
}

async function* decoded(file: IntakeFile, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const piece of file.open()) yield decoder.decode(piece, { stream: true })
  yield decoder.decode()
}

interface Judged {
  readonly encoding: string
  readonly problem: string | null
  readonly fatal?: { readonly fatal: true }
}

async function judge(file: IntakeFile): Promise<Judged> {
  let kept = 0
  let lost = 0
  for await (const text of decoded(file, 'utf-8')) {
    const unread = text.match(/\uFFFD/g)?.length ?? 0
    lost += unread
    kept += (text.match(/[^\0-\x7F]/g)?.length ?? 0) - unread
  }
  if (lost === 0) return { encoding: 'utf-8', problem: null }
  return lost > kept ? OLD : damaged(lost)
}

const OLD: Judged = {
  encoding: 'windows-1252',
  problem:
    'The file is not written in UTF-8; it was read as Windows-1252. If letters look wrong, save it as UTF-8 and import it again.',
}

const damaged = (lost: number): Judged => ({
  encoding: 'utf-8',
  problem: `${lost === 1 ? 'One character' : `${lost} characters`} of the file could not be read and stand as “\uFFFD”.`,
})

/** UTF-32 is decoded by us, and not in pieces. */
async function* wholeText(file: IntakeFile): AsyncGenerator<string | IncomingProblem> {
  const bytes = await wholeBytes(file)
  const text = bytes && decodeText(bytes)
  if (text?.kind === 'text') return yield text.text
  const said = tooLarge(file)
  const what = text?.what ?? (said.kind === 'problem' ? said.what : '')
  yield { kind: 'problem', foreignId: null, where: file.name, what, fatal: true }
}
