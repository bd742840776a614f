import { buffer } from 'node:stream/consumers'
import { OnrecordError } from '../errors.ts'
import { decodeText } from '../intake/encoding.ts'
import { readFeed } from '../intake/feed.ts'
import type { Incoming } from '../intake/incoming.ts'
import { readPageText } from '../intake/page-text.ts'
import { readWxr } from '../intake/wxr.ts'
import type { LocalDate } from '../time.ts'
import type { InputFile } from './input-file.ts'
import type { InputKind } from './input-kinds.ts'

/** How the stories of one kind of file are read. */
type FileReader = (
  file: InputFile,
  options: { readOn: LocalDate | null },
) => AsyncIterable<Incoming> | Iterable<Incoming>

/** A page or a feed is read whole; beyond this it is neither. */
const MAX_WHOLE_BYTES = 64 * 1024 * 1024

export const readersFor: Readonly<Record<InputKind, FileReader>> = {
  'page-text': pageText,
  wxr: (file) => readWxr(file.stream()),
  feed,
}

async function* pageText(file: InputFile, { readOn }: { readOn: LocalDate | null }): AsyncGenerator<Incoming> {
  const decoded = decodeText(await whole(file))
  if (decoded.kind === 'text') yield* readPageText(decoded.text, { source: file.name, readOn })
  else yield { kind: 'problem', foreignId: null, where: file.name, what: decoded.what, fatal: true }
}

async function* feed(file: InputFile): AsyncGenerator<Incoming> {
  yield* readFeed(await whole(file))
}

async function whole(file: InputFile): Promise<Uint8Array> {
  if (file.bytes <= MAX_WHOLE_BYTES) return buffer(file.stream())
  throw new OnrecordError('bad-input', `${file.name} is far too large for a page or a feed.`, {
    remedy: 'A WordPress export of any size is read with `./onrecord import wxr`.',
  })
}
