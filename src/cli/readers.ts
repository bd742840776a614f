import { buffer } from 'node:stream/consumers'
import { OnrecordError } from '../errors.ts'
import { decodeText } from '../intake/encoding.ts'
import { readFeed } from '../intake/feed.ts'
import type { Incoming } from '../intake/incoming.ts'
import { readPageText } from '../intake/page-text.ts'
import { readWxr } from '../intake/wxr.ts'
import type { LocalDate } from '../story/time.ts'
import type { InputFile } from './input-file.ts'

/** The kinds of files that can be brought in. */
export const INPUT_KINDS = ['page-text', 'wxr', 'feed'] as const

export type InputKind = (typeof INPUT_KINDS)[number]

/** One kind of file and how its stories are read. */
export interface FileReader {
  readonly description: string
  readonly read: (
    file: InputFile,
    options: { readOn: LocalDate | null },
  ) => AsyncIterable<Incoming> | Iterable<Incoming>
}

/** A page or a feed is read whole; beyond this it is neither. */
const MAX_WHOLE_BYTES = 64 * 1024 * 1024

export const readersFor: Readonly<Record<InputKind, FileReader>> = {
  'page-text': { description: 'the text of an article page, as a browser copies it', read: pageText },
  wxr: { description: 'a WordPress export (WXR), of any size', read: (file) => readWxr(file.stream()) },
  feed: { description: 'a feed: RSS, Atom or JSON Feed', read: feed },
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
